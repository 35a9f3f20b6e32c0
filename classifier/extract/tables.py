"""Ruled tables: pdfplumber's finder over our own lines and words.

The page is not parsed a second time; pdfplumber only works out which lines cross and which
rectangles between them are cells.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from statistics import median
from typing import Any

from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from classifier.documents import Box, Cell, Line, Table
from classifier.extract.columns import reading_order
from classifier.extract.glyphs import RIGHT_TO_LEFT, Word
from classifier.extract.lines import to_pieces
from classifier.extract.repair import join_lines
from classifier.extract.rulings import Rulings

# Lines closer than this, in points, are one line.
SNAP = 3.0

# Beyond these a page holds a chart or a map, not a table; the finder takes the square of the points.
MOST_EDGES = 1500
MOST_POINTS = 2500

# The narrowest cell, in points, that is closed where its sides end.
NARROWEST = 40.0

# Height of a shade behind one line, in type sizes; and as many of them show that they are but shades.
LINE_HEIGHT = 1.6
SHADED_LINES = 5

# pdfplumber's edges: x0, x1, top, bottom, width, height in points, and their orientation, "h" or "v".
Edge = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table on one page, with its box and the words it holds."""

    table: Table
    box: Box
    words: frozenset[int]
    size: float = 10.0


def find_tables(words: Sequence[Word], rulings: Rulings, page: int, page_box: Box) -> list[FoundTable]:
    """The ruled tables of a page that hold text in at least two cells."""
    edges = [edge for edge in _edges(rulings, page_box) if _on_page(edge, page_box)]
    if not _may_hold_a_table(edges):
        return []
    merged = merge_edges(edges, SNAP, SNAP, SNAP, SNAP)
    ends = list(_open_ends(merged))
    points = edges_to_intersections([*merged, *ends], SNAP, SNAP)
    if len(points) > MOST_POINTS:
        return []
    heights = [float(edge["top"]) for edge in ends]
    found = (_table(boxes, words, page, heights) for boxes in cells_to_tables(intersections_to_cells(points)))
    return [table for table in found if table is not None]


def _may_hold_a_table(edges: Sequence[Edge]) -> bool:
    upright = sum(edge["orientation"] == "v" for edge in edges)
    # A page inside one row of a table that began before it shows its upright lines alone.
    return upright >= 2 and len(edges) > 2 and len(edges) <= MOST_EDGES


def _on_page(edge: Edge, page: Box) -> bool:
    across = bool(edge["x1"] >= page.x0 - SNAP and edge["x0"] <= page.x1 + SNAP)
    return across and bool(edge["bottom"] >= page.top - SNAP and edge["top"] <= page.bottom + SNAP)


def _open_ends(edges: Sequence[Edge]) -> Iterator[Edge]:
    """Lines where two or more upright ones end together and none is drawn: cells cut by the page's end."""
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    level = [edge for edge in edges if edge["orientation"] == "h"]
    for side in ("top", "bottom"):
        ends = sorted(upright, key=itemgetter(side))
        for _, group in groupby(ends, key=lambda edge: round(edge[side] / SNAP)):
            together = list(group)
            x0, x1 = min(edge["x0"] for edge in together), max(edge["x0"] for edge in together)
            y = together[0][side]
            if x1 - x0 >= NARROWEST and not any(_runs_along(line, x0, x1, y) for line in level):
                yield _edge(Box(x0, y, x1, y))


def _runs_along(line: Edge, x0: float, x1: float, y: float) -> bool:
    return bool(abs(line["top"] - y) <= 2 * SNAP and line["x0"] < x1 - SNAP and line["x1"] > x0 + SNAP)


def _edges(rulings: Rulings, page_box: Box) -> Iterator[Edge]:
    for box in rulings.horizontal:
        yield _edge(Box(box.x0, (box.top + box.bottom) / 2, box.x1, (box.top + box.bottom) / 2))
    for box in rulings.vertical:
        yield _edge(Box((box.x0 + box.x1) / 2, box.top, (box.x0 + box.x1) / 2, box.bottom))
    for box in rulings.areas:
        if _covers(box, page_box):
            continue
        yield _edge(Box(box.x0, box.top, box.x1, box.top))
        yield _edge(Box(box.x0, box.bottom, box.x1, box.bottom))
        yield _edge(Box(box.x0, box.top, box.x0, box.bottom))
        yield _edge(Box(box.x1, box.top, box.x1, box.bottom))


def _covers(box: Box, page: Box) -> bool:
    """Whether a filled area is the page's background, not a cell."""
    area = (box.x1 - box.x0) * (box.bottom - box.top)
    return area > 0.85 * (page.x1 - page.x0) * (page.bottom - page.top)


def _edge(box: Box) -> Edge:
    return {
        "x0": box.x0,
        "x1": box.x1,
        "top": box.top,
        "bottom": box.bottom,
        "width": box.x1 - box.x0,
        "height": box.bottom - box.top,
        "orientation": "h" if box.top == box.bottom else "v",
        "object_type": "line",
    }


def _table(
    boxes: Sequence[tuple[float, float, float, float]],
    words: Sequence[Word],
    page: int,
    open_ends: Sequence[float],
) -> FoundTable | None:
    outer = Box.around(Box(*box) for box in boxes)
    held = {i: word for i, word in enumerate(words) if _inside(word, outer)}
    cells, used = _cells(boxes, held, page)
    opened, left_open = _at(outer.top, open_ends), _at(outer.bottom, open_ends)
    # Of a row cut by the page's end, one cell may be all that is left.
    least = 1 if opened and len(boxes) > 1 else 2
    sizes = [held[i].style.size for i in used]
    if len(cells) < least or _is_backdrop(cells, max(sizes)):
        return None
    return FoundTable(Table(tuple(cells), opened, left_open), outer, frozenset(used), median(sizes))


def _cells(
    boxes: Sequence[tuple[float, float, float, float]], held: Mapping[int, Word], page: int
) -> tuple[list[Cell], set[int]]:
    """The cells with text in reading order, and the positions of the words in them."""
    backward = 2 * sum(bool(RIGHT_TO_LEFT.search(word.text)) for word in held.values()) > len(held)
    lefts = sorted({box[0] for box in boxes}, reverse=backward)
    tops = sorted({box[1] for box in boxes})
    cells, used = [], set[int]()
    for bounds in sorted(boxes, key=lambda box: (box[1], lefts.index(box[0]))):
        box = Box(*bounds)
        mine = [i for i, word in held.items() if i not in used and _inside(word, box)]
        used.update(mine)
        lines = _ordered(to_pieces((held[i] for i in mine), page))
        if lines:
            spans = sum(box.x0 <= x < box.x1 - SNAP for x in lefts)
            cells.append(_cell(lines, tops.index(box.top), lefts.index(box.x0), box, spans))
    return cells, used


def _at(y: float, ends: Sequence[float]) -> bool:
    return any(abs(y - end) <= SNAP for end in ends)


def _is_backdrop(cells: Sequence[Cell], size: float) -> bool:
    """Whether the boxes are shades behind lines of prose: one line high, hardly ever two in a row."""
    low = sum(cell.box.bottom - cell.box.top < LINE_HEIGHT * size for cell in cells)
    alone = len(cells) < 1.5 * len({cell.row for cell in cells})
    return alone and low >= _least_low(cells) * len(cells)


def _least_low(cells: Sequence[Cell]) -> float:
    """The share of boxes that are one line high where all are shades behind prose."""
    # Two lines may share a shade where prose fills a single column.
    return 0.7 if len(cells) >= SHADED_LINES and len({cell.column for cell in cells}) == 1 else 1.0


def _ordered(pieces: Sequence[Line]) -> list[Line]:
    return [line for column in reading_order(pieces) for line in column] if pieces else []


def _cell(lines: Sequence[Line], row: int, column: int, box: Box, columns: int) -> Cell:
    letters = sum(len(line.text) for line in lines)
    bold = sum(len(line.text) for line in lines if line.bold)
    return Cell(
        row=row,
        column=column,
        text=_cell_text(lines),
        page=lines[0].page,
        box=box,
        label=bold > 0.6 * letters and letters < 250,
        columns=max(columns, 1),
    )


def _cell_text(lines: Sequence[Line]) -> str:
    """The cell's lines as paragraphs: a line much shorter than the cell ends one."""
    right = max(line.box.x1 for line in lines)
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        paragraphs[-1].append(line.text)
        if _ends_paragraph(line, right):
            paragraphs.append([])
    return "\n".join(map(join_lines, filter(None, paragraphs)))


def _ends_paragraph(line: Line, right: float) -> bool:
    short = line.box.x1 < right - 0.25 * (right - line.box.x0) - 10
    return short and line.text.endswith((".", ";", ":", "?", "!", "…", "”", ")"))


def _inside(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, word.y - 0.3 * word.style.size
    return box.x0 - 1 <= x <= box.x1 + 1 and box.top - 1 <= y <= box.bottom + 1


def table_lines(cells: Iterable[Cell], size: float) -> tuple[Line, ...]:
    """Cells as lines, so that what reads lines can read tables too."""
    return tuple(Line(cell.text, cell.page, cell.box, size, bold=cell.label) for cell in cells)
