"""A commitment's text in sections, its evidence marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from classifier.judgements import Evidence
from classifier.plans import OPERATIVE_FIELDS, Commitment
from classifier.taxonomy import JusticeCategory

# Characters of a printed field label; questions of some templates are long.
LONGEST_LABEL = 120


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, the categories its words speak for, and those whose words end with it."""

    text: str
    categories: tuple[JusticeCategory, ...] = ()
    ending: tuple[JusticeCategory, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Evidence over a stretch of one text."""

    start: int
    end: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Section:
    """One template field under the label it is printed with, or text between fields (`name` empty)."""

    name: str
    operative: bool
    pieces: tuple[Piece, ...]
    label: str = ""


def marked(text: str, evidence: Iterable[Evidence], offset: int = 0) -> tuple[Piece, ...]:
    """The text in pieces at every edge of evidence; spans count from `-offset`, and may overlap."""
    spans = _inside(text, evidence, offset)
    edges = sorted({0, len(text)}.union(*((span.start, span.end) for span in spans)))
    found = [_piece(text[start:end], _over(spans, start, end)) for start, end in pairwise(edges)]
    runs = groupby(found, key=lambda piece: piece.categories)
    return _with_ends([_joined(list(run)) for _, run in runs])


def _inside(text: str, evidence: Iterable[Evidence], offset: int) -> list[Span]:
    """The evidence that stands in the text, cut to it."""
    spans = (Span(max(0, e.start - offset), min(len(text), e.end - offset), e) for e in evidence)
    return [span for span in spans if span.start < span.end]


def _over(spans: Sequence[Span], start: int, end: int) -> list[Evidence]:
    return [span.evidence for span in spans if span.start <= start and end <= span.end]


def _piece(text: str, here: Sequence[Evidence]) -> Piece:
    said = {item.category for item in here}
    return Piece(text, tuple(c for c in JusticeCategory if c in said), why=_why(e.concept for e in here))


def _joined(run: Sequence[Piece]) -> Piece:
    """Neighbours that speak for the same categories, as one."""
    return replace(run[0], text="".join(p.text for p in run), why=_why(p.why for p in run))


def _why(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(name.replace("_", " ") for name in names if name))


def _with_ends(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Each piece with the categories that do not go on in the next."""
    following = [*(piece.categories for piece in pieces[1:]), ()][: len(pieces)]
    return tuple(
        replace(piece, ending=tuple(c for c in piece.categories if c not in after))
        for piece, after in zip(pieces, following, strict=True)
    )


def title_pieces(commitment: Commitment, evidence: Sequence[Evidence]) -> tuple[Piece, ...]:
    """The title, marked."""
    return marked(commitment.title, [e for e in evidence if e.part == "title"])


def sections(commitment: Commitment, evidence: Sequence[Evidence]) -> tuple[Section, ...]:
    """The whole text, field by field in the order it is printed; not a word is left out."""
    inside = [e for e in evidence if e.part == "text"]
    found, at, text = [], 0, commitment.text
    for field in sorted(commitment.fields, key=lambda field: field.start):
        start, end = max(at, field.start), min(len(text), field.end)
        if start >= end:
            continue
        label_at = _label_start(text, at, start)
        found += _between(text, at, label_at, inside)
        operative = field.name in OPERATIVE_FIELDS
        pieces = marked(text[start:end], inside, start)
        found.append(Section(field.name.value, operative, pieces, text[label_at:start].strip()))
        at = end
    return (*found, *_between(text, at, len(text), inside))


def _between(text: str, start: int, end: int, evidence: Sequence[Evidence]) -> list[Section]:
    return [Section("", True, marked(text[start:end], evidence, start))] if text[start:end].strip() else []


def _label_start(text: str, start: int, end: int) -> int:
    """Where a field's printed label begins: its own last line before the field, if short."""
    line = text.rfind("\n", start, len(text[:end].rstrip())) + 1
    begins = max(line, start)
    return begins if len(text[begins:end]) <= LONGEST_LABEL else end
