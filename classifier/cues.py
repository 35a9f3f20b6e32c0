"""What words mean in action plans: language knowledge, read from data.

`find/cues/<iso>.toml` holds the words of one language, each marked `seen` (read in a plan or in
OGP's data) or `recalled`. Words match without case, accents and punctuation, token by token.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from classifier.plans import Field, FieldName

# One file for each language, named by its ISO code; adding a language adds a file.
CUES_FOLDER = Path(__file__).parent / "find" / "cues"
# Name of the labels that stand before a commitment's title or number.
TITLE = "title"
# A word: letters and digits without the ordinal signs that follow numbers ("n.º 3", "№ 3").
_WORD = re.compile(r"[^\W_ºª°№]+")
# Numbers, letters and bullets that may stand before a label on its line.
_NUMBERING = re.compile(r"(?:^|(?<=[\s|]))(?:\(?[0-9a-zA-Z]{1,2}(?:[.)]|\.\d)|[-–—•*▪●·¿|])\s*$")
# What stands between a label and its value: colons, question marks (Arabic too), bars, brackets.
_AFTER_LABEL = re.compile(r"[\s:?؟.;\-–—|)\]/*]*")
# After these a label may open; in the middle of a sentence the same words are prose.
_SENTENCE_END = ".:;?!)؟|•▪●*\n\t"
# Letters that Unicode does not take apart into a base letter and an accent.
_UNFOLDED = str.maketrans({"ı": "i", "đ": "d", "ł": "l", "ø": "o", "ـ": "", "\u00ad": "", "\ufffe": ""})


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word with its place in the text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase with where it is known from: seen or recalled."""

    text: str
    evidence: str

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return fold(self.text)


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of one language by concept, such as `fields.lead`."""

    language: str
    name: str
    terms: Mapping[str, tuple[Cue, ...]]

    def words(self, concept: str) -> tuple[tuple[str, ...], ...]:
        """The folded words of every cue of a concept."""
        return tuple(cue.words for cue in self.terms.get(concept, ()))


@dataclass(frozen=True, slots=True)
class Label:
    """A field label as it stands in a text; `field` may be `title`."""

    field: str
    start: int
    end: int
    words: int
    languages: frozenset[str] = frozenset()


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, folded, each with its place."""
    return tuple(Token(_fold_word(found.group()), *found.span()) for found in _WORD.finditer(text))


def fold(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and punctuation."""
    return tuple(_fold_word(word) for word in _WORD.findall(text))


def without_accents(text: str) -> str:
    """The text decomposed, and what was set above or below its letters left out."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@cache
def _fold_word(word: str) -> str:
    return without_accents(word.casefold()).translate(_UNFOLDED)


@cache
def languages() -> tuple[str, ...]:
    """The ISO codes of every language with a cue file."""
    return tuple(sorted(file.stem for file in CUES_FOLDER.glob("*.toml")))


@cache
def load_cues(language: str) -> Cues:
    """The cues of one language; no terms for a language without a file."""
    file = CUES_FOLDER / f"{language}.toml"
    if not file.exists():
        return Cues(language, language, {})
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return Cues(language, data.pop("name"), dict(_concepts(data)))


def _concepts(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, tuple[Cue, ...]]]:
    for name, value in data.items():
        if value.keys() <= {"seen", "recalled"}:
            cues = (Cue(text, evidence) for evidence, texts in value.items() for text in texts)
            yield prefix + name, tuple(cues)
        else:
            yield from _concepts(value, f"{prefix}{name}.")


def all_words(concept: str, among: Sequence[str] = ()) -> frozenset[tuple[str, ...]]:
    """The folded cues of one concept in several languages, every one by default."""
    return frozenset(words for code in among or languages() for words in load_cues(code).words(concept))


def field_spans(text: str, languages: Sequence[str] = ()) -> tuple[Field, ...]:
    """Split a commitment's text into template fields by their labels.

    Works on lines and cells as they stand in a plan and on text run together in one string, as
    in OGP's database. Text before the first label belongs to no field.
    """
    labels = tuple(_switches(iter(field_labels(text, languages))))
    ends = [*(label.start for label in labels), len(text)][1:]
    spans = (_span(text, label, end) for label, end in zip(labels, ends, strict=True))
    return tuple(span for span in spans if span is not None)


def _span(text: str, label: Label, end: int) -> Field | None:
    if label.field == TITLE:
        return None
    after = _AFTER_LABEL.match(text, label.end)
    start = min(after.end() if after else label.end, end)
    body = _NUMBERING.sub("", text[start:end].rstrip()).rstrip()
    return Field(FieldName(label.field), start, start + len(body)) if body else None


def field_labels(text: str, among: Sequence[str] = ()) -> tuple[Label, ...]:
    """The template's labels in a text, in order, `title` labels among them."""
    found = list(filter(None, _matches(text, tuple(among) or languages())))
    spoken = _spoken(found)
    kept = [label for label in found if label.words > 1 or label.languages & spoken]
    return tuple(_settled(kept, spoken))


def _spoken(labels: Sequence["_Match"]) -> frozenset[str]:
    """The languages that the longer labels speak; all where there is none."""
    counts = Counter(code for label in labels if label.words > 1 for code in label.languages)
    if not counts:
        return frozenset(code for label in labels for code in label.languages)
    most = max(counts.values())
    return frozenset(code for code, count in counts.items() if 4 * count >= most)


def _settled(matches: Sequence["_Match"], spoken: frozenset[str]) -> Iterator[Label]:
    for match in matches:
        meanings = {code: name for code, name in match.meanings if code in spoken} or dict(match.meanings)
        name = Counter(meanings.values()).most_common(1)[0][0]
        yield Label(name, match.start, match.end, match.words, match.languages)


def _switches(labels: Iterator[Label]) -> Iterator[Label]:
    """Leave out labels that are column heads of a milestone table."""
    current = ""
    for label in labels:
        if current == FieldName.MILESTONES and _is_column(label):
            continue
        current = label.field
        yield label


def _is_column(label: Label) -> bool:
    if label.field == FieldName.PERIOD:
        return label.words <= 4
    columns = (FieldName.LEAD, FieldName.SUPPORTING, FieldName.RESULTS, FieldName.DESCRIPTION)
    return label.words == 1 and label.field in columns


@dataclass(frozen=True, slots=True)
class _Match:
    """A label with what it means in each language that has it."""

    start: int
    end: int
    words: int
    meanings: tuple[tuple[str, str], ...]

    @property
    def languages(self) -> frozenset[str]:
        return frozenset(code for code, _ in self.meanings)


@cache
def _trie(among: tuple[str, ...]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    names = [TITLE, *FieldName]
    for code in among:
        for name in names:
            for words in load_cues(code).words(f"fields.{name}"):
                node = root
                for word in words:
                    node = node.setdefault(word, {})
                node.setdefault("", {}).setdefault(code, str(name))
    return root


def _matches(text: str, among: tuple[str, ...]) -> Iterator[_Match | None]:
    words, root, at = tokens(text), _trie(among), 0
    while at < len(words):
        size, meanings = _longest(words, at, root)
        match = _match(text, words[at : at + size], meanings) if size else None
        yield match
        at += size if match else 1


def _longest(words: Sequence[Token], at: int, root: dict[str, Any]) -> tuple[int, dict[str, str]]:
    size, meanings, node = 0, {}, root
    for count, token in enumerate(words[at:], 1):
        if token.word not in node:
            break
        node = node[token.word]
        if "" in node:
            size, meanings = count, node[""]
    return size, meanings


def _match(text: str, words: Sequence[Token], meanings: Mapping[str, str]) -> _Match | None:
    start, end = words[0].start, words[-1].end
    if any("\n\n" in text[a.end : b.start] for a, b in pairwise(words)):
        return None
    if not _is_label(text, start, end, len(words)):
        return None
    return _Match(start, _end_of_question(text, end), len(words), tuple(meanings.items()))


def _is_label(text: str, start: int, end: int, words: int) -> bool:
    """Whether a phrase stands as a label: long, or set off from the words around it."""
    capital = not text[start].islower()
    opens = _opens(text, start)
    after = _AFTER_LABEL.match(text, end)
    gap = after.group() if after else ""
    closed = end + len(gap) >= len(text) or any(mark in gap for mark in ":?؟\n|")
    if words >= 4:
        return capital or opens
    if words > 1:
        before_value = not text[end + len(gap) : end + len(gap) + 1].islower()
        return capital and (closed or (before_value and gap.strip() != "/"))
    return capital and opens and closed


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start]
    bare = _NUMBERING.sub("", before.rstrip(" ")).rstrip(" ")
    return not bare or bare[-1] in _SENTENCE_END


def _end_of_question(text: str, end: int) -> int:
    """Where a question that goes on after the known words ends."""
    rest = re.match(r"[^.\n:]{0,120}?[?؟]", text[end:])
    return end + rest.end() if rest else end
