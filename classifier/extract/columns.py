"""Reading order: columns, spanning lines, side by side."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from statistics import median

from classifier.documents import Line
from classifier.extract.glyphs import RIGHT_TO_LEFT

# Least width of the white space between two columns, in points.
GUTTER = 9.0

# Lines on each side before two runs of text count as columns.
LEAST_LINES = 3

# Lines of a column beside which the last column may be shorter than that.
FULL_COLUMN = 8

# Share of its column's width that a line of running text fills, at the median.
FILLED = 0.55

# Type this much larger than the lines around it is a heading.
LARGER = 1.15

# Gutters tried on one page, those with most lines beside them first.
MOST_GUTTERS = 8

Row = list[Line]

# Rows, and the middle of the gutter that parts them into columns, if one does.
Band = tuple[list[Row], float | None]


def reading_order(pieces: Sequence[Line]) -> list[list[Line]]:
    """Pieces in the order a person reads them, one list for each column or band."""
    return list(_ordered(list(_rows(pieces)), _backward(pieces)))


def _rows(pieces: Sequence[Line]) -> Iterator[Row]:
    """Pieces whose vertical extents overlap, from the top."""
    row: Row = []
    bottom = 0.0
    for piece in sorted(pieces, key=lambda piece: (piece.box.top, piece.box.x0)):
        middle = (piece.box.top + piece.box.bottom) / 2
        if row and middle >= bottom:
            yield row
            row, bottom = [], 0.0
        row.append(piece)
        bottom = max(bottom, piece.box.bottom)
    if row:
        yield row


def _ordered(rows: Sequence[Row], backward: bool) -> Iterator[Row]:
    """The bands of a page from the top, those in columns one column after the other."""
    bands = _best_bands(rows)
    if bands is None:
        yield [piece for row in rows for piece in _across(row, backward)]
        return
    for band, middle in bands:
        if middle is None:
            yield from _ordered(band, backward)
            continue
        sides = _split([piece for row in band for piece in row], middle)
        for side in reversed(sides) if backward else sides:
            yield from _ordered(list(_rows(side)), backward)


def _best_bands(rows: Sequence[Row]) -> list[Band] | None:
    """The page cut at the gutter that has most lines beside it; none if there is no gutter.

    Each band comes with the middle of its gutter, or None where lines run across it.
    """
    best: list[Band] | None = None
    most = (0, 0.0)
    for middle in _gutters(rows):
        bands = _together(
            (band, middle if not crossed and _is_columns(band, middle) else None)
            for crossed, band in _bands(rows, middle)
        )
        held = [piece for band, gutter in bands if gutter is not None for row in band for piece in row]
        if held and (len(held), _white(held, middle)) > most:
            best, most = bands, (len(held), _white(held, middle))
    return best


def _together(bands: Iterable[Band]) -> list[Band]:
    """The bands, those without a gutter that follow each other made one."""
    joined: list[Band] = []
    for band, middle in bands:
        if joined and middle is None and joined[-1][1] is None:
            joined[-1] = ([*joined[-1][0], *band], None)
        else:
            joined.append((band, middle))
    return joined


def _white(pieces: Sequence[Line], middle: float) -> float:
    """Width of the white strip around a place."""
    left, right = _split(pieces, middle)
    return min(piece.box.x0 for piece in right) - max(piece.box.x1 for piece in left)


def _gutters(rows: Sequence[Row]) -> list[float]:
    """Middles of the white strips beside which most lines begin or end."""
    pieces = [piece for row in rows for piece in row]
    if len(pieces) < 2 * LEAST_LINES:
        return []
    places = [
        *_beside([piece.box.x0 for piece in pieces], -GUTTER / 2, min),
        *_beside([piece.box.x1 for piece in pieces], GUTTER / 2, max),
    ]
    first, last = min(piece.box.x1 for piece in pieces), max(piece.box.x0 for piece in pieces)
    inside = sorted((-times, x) for times, x in places if first < x < last and times >= LEAST_LINES)
    return [x for _, x in inside][:MOST_GUTTERS]


def _beside(
    edges: Sequence[float], away: float, outermost: Callable[[Sequence[float]], float]
) -> Iterator[tuple[int, float]]:
    """How many edges stand close together, and the place half a gutter away from them."""
    for _, group in groupby(sorted(edges), key=lambda x: round(x / 3)):
        near = list(group)
        yield len(near), outermost(near) + away


def _bands(rows: Sequence[Row], middle: float) -> list[tuple[bool, list[Row]]]:
    """Runs of rows that cross the strip around a place, and of rows that leave it white."""
    half = GUTTER / 2 - 1
    low, high = middle - half, middle + half
    parts = [
        (crossed, list(group))
        for crossed, group in groupby(
            rows, key=lambda row: any(p.box.x0 < high and p.box.x1 > low for p in row)
        )
    ]
    _lower_heads(parts)
    return [(crossed, band) for crossed, band in parts if band]


def _lower_heads(parts: Sequence[tuple[bool, list[Row]]]) -> None:
    """Move the headings that end a band nothing crosses into the band below it."""
    for (crossed, band), (_, below) in pairwise(parts):
        heads = [] if crossed else _heads_below(band)
        below[:0] = heads
        del band[len(band) - len(heads) :]


def _heads_below(band: Sequence[Row]) -> list[Row]:
    """The last rows of a band that are headings alone: they belong to the text below, across the page."""
    usual = median(piece.size for row in band for piece in row)
    at = len(band)
    while at > 0 and len(band[at - 1]) == 1 and band[at - 1][0].size > LARGER * usual:
        at -= 1
    return list(band[at:])


def _is_columns(rows: Sequence[Row], middle: float) -> bool:
    """Whether both sides hold running text, not labels beside values."""
    left, right = _split(list(chain.from_iterable(rows)), middle)
    if not left or not right or right[0].box.x0 - middle > 0.5 * (right[0].box.x1 - left[0].box.x0):
        return False
    return all(map(_is_running, (left, right))) or _is_rest(left, right) or _is_rest(right, left)


def _is_running(side: Sequence[Line]) -> bool:
    return len(side) >= LEAST_LINES and (_fill(side) >= FILLED or _best_bands(list(_rows(side))) is not None)


def _is_rest(column: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Whether a few lines are the last column, which begins level with a full one."""
    if len(column) < FULL_COLUMN or len(rest) >= LEAST_LINES or _fill(column) < FILLED:
        return False
    level = abs(rest[0].box.top - column[0].box.top) < column[0].size
    return level and rest[0].box.x1 - rest[0].box.x0 > 0.6 * max(line.box.x1 - line.box.x0 for line in column)


def _fill(side: Sequence[Line]) -> float:
    """How much of its width a side's rows fill; words set wide apart are one row."""
    left, right = min(line.box.x0 for line in side), max(line.box.x1 for line in side)
    # A column narrower than a dozen letters is a list of numbers or labels.
    if right - left < 12 * median(line.size for line in side) * 0.5:
        return 0.0
    ends = ((min(p.box.x0 for p in row), max(p.box.x1 for p in row)) for row in _rows(side))
    return median((x1 - x0) / (right - left) for x0, x1 in ends)


def _split(lines: Sequence[Line], middle: float) -> tuple[Row, Row]:
    left = [line for line in lines if line.box.x0 < middle]
    return left, [line for line in lines if line.box.x0 >= middle]


def _across(row: Row, backward: bool) -> Row:
    """The pieces of a row from side to side; pieces that stand over each other stay together."""
    stacks: list[Row] = []
    for piece in sorted(row, key=lambda piece: piece.box.x0):
        if stacks and piece.box.x0 < max(other.box.x1 for other in stacks[-1]):
            stacks[-1].append(piece)
        else:
            stacks.append([piece])
    ordered = (sorted(stack, key=lambda piece: piece.box.top) for stack in stacks)
    return [piece for stack in (reversed(list(ordered)) if backward else ordered) for piece in stack]


def _backward(lines: Sequence[Line]) -> bool:
    """Whether most lines are in a script read from the right."""
    return 2 * sum(bool(RIGHT_TO_LEFT.search(line.text)) for line in lines) > len(lines)
