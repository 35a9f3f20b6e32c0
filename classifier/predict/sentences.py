"""A commitment as sentences, each operative or background.

Only what is promised counts for a label: the problem, the partners, the values and the contact of a
commitment speak of justice without promising any (codebook rule B17).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from classifier.cues import field_spans
from classifier.plans import OPERATIVE_FIELDS, Commitment, Field

# After a stop, at a line break, before a bullet: plans write lists where others write sentences.
BREAK = re.compile(r"(?<=[.;!?…])\s+(?=[^\W\d_]|\d|[•\-–(«“\"])|\n+|\s+(?=[•▪●➢✓])|\s+-\s+(?=[A-ZÀ-Þ])")
# Characters beyond which a sentence is parted at commas: lists without stops are common.
LONGEST = 420


class Part(StrEnum):
    """Where a sentence stands."""

    TITLE = "title"
    OPERATIVE = "operative"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place; `start` counts in the title or the text."""

    part: Part
    start: int
    text: str


def sentences(commitment: Commitment) -> list[Sentence]:
    """Title and text, sentence by sentence; field labels themselves say nothing and are left out."""
    found = [Sentence(Part.TITLE, 0, commitment.title)] if commitment.title.strip() else []
    fields = commitment.fields or field_spans(commitment.text)
    for start, end, part in _parts(commitment.text, fields):
        for first, last in _split(commitment.text[start:end]):
            piece = commitment.text[start + first : start + last]
            if piece.strip():
                found.append(Sentence(part, start + first, piece))
    return found


def _parts(text: str, fields: Sequence[Field]) -> Iterator[tuple[int, int, Part]]:
    """Stretches of text with their part. A text without fields, or before the first, is all promise."""
    if not fields:
        yield 0, len(text), Part.OPERATIVE
        return
    ordered = sorted(fields, key=lambda field: field.start)
    # The first label stands between the end of what comes before it and its field.
    before = text[: ordered[0].start]
    yield 0, max(before.rstrip().rfind("\n"), before.rfind(". ") + 1, 0), Part.OPERATIVE
    for field in ordered:
        part = Part.OPERATIVE if field.name in OPERATIVE_FIELDS else Part.BACKGROUND
        yield field.start, field.end, part


def _split(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in [*BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        yield from _shorter(text, start, end)
        start = match.end() if match else end


def _shorter(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(",", start + LONGEST // 2, start + LONGEST)
        cut = cut + 1 if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end
