"""Where a commitment ends: at the next one, a theme, an essay, an annex or a closing chapter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from classifier.cues import fold
from classifier.documents import BlockKind
from classifier.find.reading import ASIDE, Reading
from classifier.find.series import Series, Start

# Type this much larger than the body heads a chapter, though its words come again in lists and tables.
TITLE = 1.6


@dataclass(frozen=True, slots=True)
class Segment:
    """The units of one commitment, and the theme heading above it."""

    start: Start
    end: int
    theme: str = ""


def segments(reading: Reading, series: Series) -> tuple[Segment, ...]:
    """The segment of each start of a series."""
    starts = series.starts
    heads = {start.unit for start in starts}
    limits = [*(start.unit for start in starts), len(reading.units)][1:]
    found: list[Segment] = []
    theme, after = "", 0
    for start, limit in zip(starts, limits, strict=True):
        theme = _theme(reading, start, range(after, start.unit)) or theme
        after = _end(reading, start, limit, heads)
        found.append(Segment(start, after, theme))
    # A heading over all of them is the chapter's, not a theme's.
    return tuple(found) if len({one.theme for one in found}) > 1 else _without_theme(found)


def _without_theme(found: Sequence[Segment]) -> tuple[Segment, ...]:
    return tuple(replace(one, theme="") for one in found)


def _end(reading: Reading, start: Start, limit: int, heads: set[int]) -> int:
    for at in range(start.body, limit):
        if _is_boundary(reading, at, start):
            return at
    return limit


def _is_boundary(reading: Reading, at: int, start: Start) -> bool:
    """Whether a heading stands as high as the commitment's own, and is none of its parts."""
    unit, head = reading.units[at], reading.units[start.unit]
    if unit.row >= 0 or not reading.is_heading(at) or unit.kind is BlockKind.LIST_ITEM:
        return False
    if at in reading.section_heads:
        return _ends_section(reading, at, start)
    if unit.words < 2 or reading.labels[at] or (reading.is_label(at) and unit.size < TITLE * reading.body):
        return False
    return _outranks(reading, at, start) or (
        reading.is_heading(start.unit) and head.row < 0 and unit.face == head.face and at > start.body + 2
    )


def _ends_section(reading: Reading, at: int, start: Start) -> bool:
    unit, head = reading.units[at], reading.units[start.unit]
    if fold(unit.text) in reading.recurring and unit.size <= head.size + 0.6:
        return unit.face >= head.face and reading.sections[at] in ASIDE and not reading.labels[at]
    return head.row >= 0 or unit.face >= head.face


def _outranks(reading: Reading, at: int, start: Start) -> bool:
    unit, head = reading.units[at], reading.units[start.unit]
    floor = max(head.size, reading.body) if head.row < 0 else reading.body * 1.15
    return unit.size > floor + 0.6 and unit.kind is BlockKind.HEADING


def _theme(reading: Reading, start: Start, places: range) -> str:
    """The last heading above a start that outranks it; none beyond the head of its chapter."""
    for at in reversed(places):
        if not reading.is_heading(at) or not _outranks(reading, at, start):
            continue
        if at in reading.section_heads:
            return ""
        if not reading.is_label(at):
            return reading.units[at].text
    return ""
