"""Reading order: columns, spanning lines, side by side."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from statistics import median

from classifier.documents import Line
from classifier.extract.glyphs import RIGHT_TO_LEFT

# Least width of the white space between two columns, in points.
GUTTER = 9.0

# Lines on each side before two runs of text count as columns.
LEAST_LINES = 3

# Share of its column's width that a line of running text fills, at the median.
FILLED = 0.55


def reading_order(pieces: Sequence[Line]) -> list[list[Line]]:
    """Pieces in the order a person reads them, one list for each column or band."""
    bands: list[list[list[Line]]] = []
    for row in _rows(pieces):
        if not bands or not _gutter([*bands[-1], row]):
            bands.append([row])
        else:
            bands[-1].append(row)
    return [column for band in _merge(bands) for column in _columns(band)]


def _rows(pieces: Sequence[Line]) -> Iterator[list[Line]]:
    """Pieces whose vertical extents overlap, from the top."""
    row: list[Line] = []
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


def _merge(bands: list[list[list[Line]]]) -> Iterator[list[Line]]:
    """Bands that are columns stand alone; the others run on."""
    flat: list[Line] = []
    for band in bands:
        lines = [piece for row in band for piece in row]
        gutter = _gutter(band)
        if gutter and _is_columns(lines, gutter):
            yield from filter(None, (flat, lines))
            flat = []
        else:
            flat += lines
    if flat:
        yield flat


def _gutter(rows: Sequence[Sequence[Line]]) -> tuple[float, float] | None:
    """The widest white strip that runs through every row, inside the text's own width."""
    spans = sorted((piece.box.x0, piece.box.x1) for row in rows for piece in row)
    best: tuple[float, float] | None = None
    right = spans[0][1]
    for x0, x1 in spans[1:]:
        if x0 - right >= GUTTER and (best is None or x0 - right > best[1] - best[0]):
            best = (right, x0)
        right = max(right, x1)
    return best


def _is_columns(lines: Sequence[Line], gutter: tuple[float, float]) -> bool:
    """Whether both sides hold running text, not labels beside values."""
    sides = _split(lines, gutter)
    return all(len(side) >= LEAST_LINES and (_fill(side) >= FILLED or _parts(side)) for side in sides)


def _parts(side: Sequence[Line]) -> bool:
    """Whether one side of a gutter holds columns again."""
    gutter = _gutter(list(_rows(side)))
    return gutter is not None and _is_columns(side, gutter)


def _fill(side: Sequence[Line]) -> float:
    width = max(line.box.x1 for line in side) - min(line.box.x0 for line in side)
    # A column narrower than a dozen letters is a list of numbers or labels.
    if width < 12 * median(line.size for line in side) * 0.5:
        return 0.0
    return median((line.box.x1 - line.box.x0) / width for line in side)


def _split(lines: Sequence[Line], gutter: tuple[float, float]) -> tuple[list[Line], list[Line]]:
    middle = sum(gutter) / 2
    left = [line for line in lines if line.box.x0 < middle]
    return left, [line for line in lines if line.box.x0 >= middle]


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    rows = list(_rows(lines))
    gutter, backward = _gutter(rows), _backward(lines)
    if gutter and _is_columns(lines, gutter):
        sides = _split(lines, gutter)
        for side in reversed(sides) if backward else sides:
            yield from _columns(side)
    else:
        yield [piece for row in rows for piece in sorted(row, key=attrgetter("box.x0"), reverse=backward)]


def _backward(lines: Sequence[Line]) -> bool:
    """Whether most lines are in a script read from the right."""
    return 2 * sum(bool(RIGHT_TO_LEFT.search(line.text)) for line in lines) > len(lines)
