"""Titles for commitments that print none: the first sentence of what they promise."""

import re
from dataclasses import replace

from classifier.cues import field_spans
from classifier.find.reading import LONGEST_HEADING, Reading
from classifier.find.series import Series, Start
from classifier.plans import FieldName

# Fields that say what a commitment is, the shortest first.
SAYING = (FieldName.OBJECTIVE, FieldName.DESCRIPTION, FieldName.SOLUTION)
# Units read for such a field: it stands near the top.
READ = 12
# Where a first sentence ends.
_SENTENCE = re.compile(r".{12,}?[.!?](?=\s|$)", re.DOTALL)


def with_own_words(reading: Reading, series: Series) -> Series:
    """The series, untitled commitments named by the first sentence of their objective."""
    if all(start.title for start in series.starts):
        return series
    ends = [*(start.unit for start in series.starts), len(reading.units)][1:]
    starts = (_named(reading, start, end) for start, end in zip(series.starts, ends, strict=True))
    return replace(series, starts=tuple(starts))


def _named(reading: Reading, start: Start, end: int) -> Start:
    if start.title or not start.number:
        return start
    title = _first_sentence(_said(reading, start.body, min(end, start.body + READ)))
    return replace(start, title=title, borrowed=True) if title else start


def _said(reading: Reading, first: int, end: int) -> str:
    """What the first field that says what a commitment is holds; empty if there is none."""
    text = "\n".join(unit.text for unit in reading.units[first:end])
    fields = field_spans(text, reading.languages)
    said = (text[f.start : f.end] for name in SAYING for f in fields if f.name is name)
    return next(said, "")


def _first_sentence(text: str) -> str:
    """The first sentence, cut where titles are never so long."""
    found = _SENTENCE.match(text)
    words = (found.group() if found else text.partition("\n")[0]).split()
    return " ".join(words[:LONGEST_HEADING]).rstrip(" .;:")
