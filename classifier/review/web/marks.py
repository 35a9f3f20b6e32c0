"""A commitment's text in sections, its evidence marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from classifier.judgements import Evidence
from classifier.plans import OPERATIVE_FIELDS, Commitment
from classifier.taxonomy import JusticeCategory


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, the categories its words speak for, and those whose words end with it."""

    text: str
    categories: tuple[JusticeCategory, ...] = ()
    ending: tuple[JusticeCategory, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One template field, or the text between fields (`name` empty)."""

    name: str
    operative: bool
    pieces: tuple[Piece, ...]


def marked(text: str, evidence: Iterable[Evidence], offset: int = 0) -> tuple[Piece, ...]:
    """The text in pieces at every edge of evidence; spans count from `-offset`, and may overlap."""
    spans = [(max(0, e.start - offset), min(len(text), e.end - offset), e) for e in evidence]
    spans = [span for span in spans if span[0] < span[1]]
    edges = sorted({0, len(text), *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
    pieces: list[Piece] = []
    for start, end in pairwise(edges):
        here = [item for first, last, item in spans if first <= start and end <= last]
        categories = tuple(c for c in JusticeCategory if any(item.category is c for item in here))
        why = ", ".join(dict.fromkeys(item.concept.replace("_", " ") for item in here))
        if pieces and pieces[-1].categories == categories:
            before = pieces.pop()
            why = ", ".join(dict.fromkeys(filter(None, (before.why, why))))
            pieces.append(Piece(before.text + text[start:end], categories, (), why))
        else:
            pieces.append(Piece(text[start:end], categories, (), why))
    return _with_ends(pieces)


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
    """The whole text, field by field in the order it is printed; not a character is left out."""
    inside = [e for e in evidence if e.part == "text"]
    found, at, text = [], 0, commitment.text
    for field in sorted(commitment.fields, key=lambda field: field.start):
        start, end = max(at, field.start), min(len(text), field.end)
        if start >= end:
            continue
        if text[at:start].strip():
            found.append(Section("", True, marked(text[at:start], inside, at)))
        operative = field.name in OPERATIVE_FIELDS
        found.append(Section(field.name.value, operative, marked(text[start:end], inside, start)))
        at = end
    if text[at:].strip():
        found.append(Section("", True, marked(text[at:], inside, at)))
    return tuple(found)
