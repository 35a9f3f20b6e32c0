"""Concepts by language, matched with spaCy over folded words.

A term's word may end in `*` for any ending. Each word of a text is given the longest form the
language's lexicon knows it by, and spaCy's PhraseMatcher finds the terms over those forms; so
inflected languages need no lemmatiser and no model to download.
"""

import re
import sys
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain, product
from pathlib import Path
from typing import Any

import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from classifier.cues import without_accents

# One file for each language, named by its ISO code.
FOLDER = Path(__file__).parent / "lexicon"
# Letters and digits in any script; hyphens part words, so "whistle-blower" is two.
WORD = re.compile(r"[^\W_]+")
# Letters from which a word tells a language: shorter ones are shared by many.
TELLING = 5
# Share of the best language's score from which another is close.
CLOSE = 0.6
# Common words up to which a text is too short for them to tell its language.
FEW = 1.5

# A term as one language's lexicon holds it: its concept, its words.
Known = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Match:
    """A concept found in a text: characters from `start` to `end`, word number `at`.

    `term` is the words as the lexicon knows them ("judg*"), by which training counts who uses them.
    """

    concept: str
    start: int
    end: int
    at: int
    term: str = ""


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Lower case without accents."""
    return without_accents(word.lower())


class Lexicon:
    """One language's concepts, ready to match."""

    def __init__(self, language: str, data: dict[str, Any]) -> None:
        self.language = language
        self.stopwords = frozenset(map(fold, data["stopwords"]))
        self._terms = {**data["concepts"], "background": data.get("background", [])}
        self._vocab = Vocab()
        self._forms = {form for terms in self._terms.values() for t in terms for form in _split(t)}

    @property
    def concepts(self) -> frozenset[str]:
        """The names of the concepts it has terms for."""
        return frozenset(name for name, terms in self._terms.items() if terms)

    @cached_property
    def _matcher(self) -> PhraseMatcher:
        matcher = PhraseMatcher(self._vocab, attr="ORTH")
        for concept, terms in self._terms.items():
            patterns = [doc for term in terms for doc in self._variants(term)]
            if patterns:
                matcher.add(concept, patterns)
        return matcher

    def _variants(self, term: str) -> Iterator[Doc]:
        """A term as the text's words may be written: "judg*" also as the "judges" of another term."""
        words = map(self._forms_of, _split(term))
        return (Doc(self._vocab, words=list(some)) for some in product(*words))

    def _forms_of(self, known: str) -> list[str]:
        """The lexicon's forms that a term's word stands for."""
        if not known.endswith("*"):
            return [known]
        # Forms with one beginning stand together when sorted; no letter sorts after the last one.
        first = bisect_left(self._sorted, known[:-1])
        return self._sorted[first : bisect_left(self._sorted, known[:-1] + chr(sys.maxunicode))]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._forms)

    @lru_cache(maxsize=100_000)  # noqa: B019  a lexicon lives as long as the program
    def form(self, word: str) -> str:
        """The longest form of a folded word that the lexicon knows; else the word."""
        if word in self._forms:
            return word
        for length in range(len(word), 1, -1):
            if word[:length] + "*" in self._forms:
                return word[:length] + "*"
        return word

    def knows(self, word: str) -> bool:
        """Whether a folded word, not a short one, belongs to a term."""
        return len(word) >= TELLING and (word in self._forms or self.form(word) != word)

    def match(self, text: str, without: Set[Known] = frozenset()) -> list[Match]:
        """Every concept in the text; of one concept's overlapping terms the longest.

        `without` holds terms to be read over: what they hid is found instead.
        """
        places, found = self._search(text)
        by_concept: dict[str, list[Any]] = {}
        for span in found:
            if (span.label_, span.text) not in without:
                by_concept.setdefault(span.label_, []).append(span)
        best = chain.from_iterable(map(spacy.util.filter_spans, by_concept.values()))
        return [Match(s.label_, places[s.start][0], places[s.end - 1][1], s.start, s.text) for s in best]

    def terms(self, text: str) -> set[Known]:
        """Every term in the text, those that longer ones hide included."""
        return {(span.label_, span.text) for span in self._search(text)[1]}

    def _search(self, text: str) -> tuple[list[tuple[int, int]], list[Any]]:
        """Where each word stands, and every term as a span of words."""
        words = [(match.start(), match.end(), fold(match.group())) for match in WORD.finditer(text)]
        if not words:
            return [], []
        doc = Doc(self._vocab, words=[self.form(word) for _, _, word in words])
        return [word[:2] for word in words], self._matcher(doc, as_spans=True)


def _split(term: str) -> list[str]:
    return [fold(word) for word in re.findall(r"[^\W_]+\*?", term)]


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language; the English one where there is none."""
    path = FOLDER / f"{language}.toml"
    if not path.exists():
        return load_lexicon("en")
    return Lexicon(language, tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def languages() -> tuple[str, ...]:
    """ISO codes of the languages with a lexicon."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def guess_language(text: str) -> str:
    """The language whose commonest words a text uses most; its concepts decide between close ones."""
    words = [fold(word) for word in WORD.findall(text[:3000])]
    scores = dict.fromkeys(languages(), 0.0)
    for word in words:
        for code in (users := _users().get(word, ())):
            scores[code] += 1 / len(users)
    best = max(scores.values())
    least = CLOSE * best if best > FEW else 0
    close = [code for code, score in scores.items() if score >= least]
    if len(close) > 1:
        scores = {code: scores[code] + sum(map(load_lexicon(code).knows, words)) / 2 for code in close}
    return max(scores, key=lambda code: (scores[code], code == "en"))


@cache
def _users() -> dict[str, tuple[str, ...]]:
    """Each common word with the languages that use it."""
    users: dict[str, tuple[str, ...]] = {}
    for code in languages():
        for word in load_lexicon(code).stopwords:
            users[word] = (*users.get(word, ()), code)
    return users
