"""Where a commitment ends: at the next one, a theme, an essay, an annex or a closing chapter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from classifier.cues import fold
from classifier.documents import BlockKind
from classifier.find.reading import ASIDE, Reading
from classifier.find.series import Series, Start
from classifier.find.units import Unit

# Type this much larger than the body heads a chapter, though its words come again in lists and tables.
TITLE = 1.6
# Other commitments whose headings tell how large those of the last one's parts are.
FEWEST_OTHERS = 2
# Rows of a table that may stand above the one its commitment is known by.
HIGHEST_ROWS = 3


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
        after = _without_last_heads(reading, start, _end(reading, start, limit, heads))
        found.append(Segment(start, after, theme))
    return _without_one_theme(_without_last_chapters(reading, found))


def _without_one_theme(found: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments, without their theme where all have the same."""
    # A heading over all of them is the chapter's, not a theme's.
    several = len({one.theme for one in found}) > 1
    return tuple(found) if several else tuple(replace(one, theme="") for one in found)


def _without_last_heads(reading: Reading, start: Start, end: int) -> int:
    """The end before headings that have nothing below them: they head what follows."""
    own = reading.units[start.unit].block
    while start.body < end < len(reading.units) and _heads_what_follows(reading, end - 1, own):
        end -= 1
    return end


def _heads_what_follows(reading: Reading, at: int, own: int) -> bool:
    """Whether a unit heads what comes after it; `own` is the block that its commitment starts in."""
    unit, after = reading.units[at], reading.units[at + 1]
    if unit.row >= 0:
        return unit.block == after.block != own and unit.row < HIGHEST_ROWS
    heads = reading.is_named(at) or _opens(unit, after) or _is_unlabelled_heading(reading, at)
    return heads and after.page - unit.page <= 1


def _is_unlabelled_heading(reading: Reading, at: int) -> bool:
    return reading.is_heading(at) and not reading.labels[at]


def _opens(unit: Unit, after: Unit) -> bool:
    """Whether a line says how the one below it begins, as a running head does."""
    words = fold(unit.text)
    return bool(words) and unit.page == after.page and fold(after.text)[: len(words)] == words


def _without_last_chapters(reading: Reading, found: list[Segment]) -> list[Segment]:
    """The segments, the last cut where a heading stands above all that head a commitment's parts."""
    if len(found) <= FEWEST_OTHERS:
        return found
    *others, last = found
    parts = {
        reading.units[at].face
        for one in others
        for at in range(one.start.body, one.end)
        if _is_head(reading, at)
    }
    above = max([*parts, (reading.body + 0.8, True)])
    places = range(last.start.body, last.end)
    chapters = (at for at in places if _is_head(reading, at) and reading.units[at].face > above)
    end = next((at for at in chapters if not reading.is_label(at)), last.end)
    return [*others, replace(last, end=end)]


def _is_head(reading: Reading, at: int) -> bool:
    return reading.units[at].row < 0 and reading.units[at].kind is BlockKind.HEADING


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
    if _is_part(reading, at):
        return False
    return _outranks(reading, at, start) or (
        reading.is_heading(start.unit) and head.row < 0 and unit.face == head.face and at > start.body + 2
    )


def _is_part(reading: Reading, at: int) -> bool:
    """Whether a heading is one of a commitment's parts, or none at all."""
    unit = reading.units[at]
    again = reading.is_label(at) and unit.size < TITLE * reading.body
    return again or unit.words < 2 or bool(reading.labels[at]) or _goes_on(unit)


def _goes_on(unit: Unit) -> bool:
    """Whether a line begins amid a sentence: OCR takes some of a table's lines for headings."""
    return unit.text[:1].islower() or unit.text[:1] in "(,;"


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


def text_words(reading: Reading, segment: Segment) -> int:
    """The words of a commitment below its heading."""
    return sum(unit.words for unit in reading.units[segment.start.body : segment.end])
