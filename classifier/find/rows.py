"""Commitments that are rows of a table: "No. | Commitment | Lead agency | Milestones | Timeline"."""

from collections.abc import Iterator, Sequence

from classifier.find.grids import Grid, Row
from classifier.find.reading import Reading
from classifier.find.segments import Segment
from classifier.find.series import Series, Start, regularity, start_at, tidy

# Words of a row that says what, who and when.
ROW_WORDS = 20
# Rows of a table from which it may hold a theme's commitments.
FEWEST_ROWS = 2
# How regular rows are that print no numbers.
UNNUMBERED = 0.6


def table_rows(reading: Reading) -> Iterator[Series]:
    """Rows under heads of columns, one of which names commitments."""
    starts = [start for grid in reading.grids for start in _starts(reading, grid)]
    if len(starts) >= FEWEST_ROWS:
        kept = tidy(reading, starts)
        numbered = sum(bool(start.key) for start in kept) > len(kept) / 2
        yield Series("table rows", kept, regularity(reading, kept) if numbered else UNNUMBERED)


def _starts(reading: Reading, grid: Grid) -> Iterator[Start]:
    for row in grid.rows:
        title = next((at for at in row if reading.units[at].column == grid.titles), None)
        if title is not None:
            yield _start(reading, row, title)


def _start(reading: Reading, row: Row, title: int) -> Start:
    """The start of a row: its number from its first cell or from its title."""
    own = start_at(reading, title)
    lone = reading.marks[row[0]]
    body = own.body if own.body > title else title
    if lone is not None and row[0] < title and reading.units[row[0]].words <= 2:
        return Start(row[0], body, own.title, lone.number, lone.key)
    return Start(row[0], body, own.title, own.number, own.key)


def in_rows(reading: Reading, found: Sequence[Segment]) -> bool:
    """Whether all commitments start in tables."""
    return all(reading.units[segment.start.unit].row >= 0 for segment in found)


def mostly_rows(reading: Reading, segment: Segment) -> bool:
    """Whether a segment is a theme with a table of its commitments, one a row."""
    inside = range(segment.start.unit, segment.end)
    rows = [row for grid in reading.grids if grid.titles >= 0 for row in grid.rows if row[0] in inside]
    sizes = [sum(reading.units[at].words for at in row) for row in rows]
    whole = sum(reading.units[at].words for at in inside)
    long = [size for size in sizes if size >= ROW_WORDS]
    return len(long) >= FEWEST_ROWS and sum(long) > 0.5 * whole
