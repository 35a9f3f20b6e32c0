"""Ruled tables: pdfplumber's finder over our own lines and words.

The page is not parsed a second time; pdfplumber only works out which lines cross and which
rectangles between them are cells.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from classifier.documents import Box, Cell, Line, Table
from classifier.extract.columns import reading_order
from classifier.extract.glyphs import Word
from classifier.extract.lines import to_pieces
from classifier.extract.repair import join_lines
from classifier.extract.rulings import Rulings

# Lines closer than this, in points, are one line.
SNAP = 3.0

# Beyond this a page holds a chart or a map, not a table.
MOST_EDGES = 1500


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table on one page, with its box and the words it holds."""

    table: Table
    box: Box
    words: frozenset[int]


def find_tables(words: Sequence[Word], rulings: Rulings, page: int, page_box: Box) -> list[FoundTable]:
    """The ruled tables of a page that hold text in at least two cells."""
    edges = list(_edges(rulings, page_box))
    if not _may_hold_a_table(edges):
        return []
    merged = merge_edges(edges, SNAP, SNAP, SNAP, SNAP)
    cells = intersections_to_cells(edges_to_intersections(merged, SNAP, SNAP))
    found = (_table(boxes, words, page) for boxes in cells_to_tables(cells))
    return [table for table in found if table is not None]


def _may_hold_a_table(edges: Sequence[dict[str, object]]) -> bool:
    upright = sum(edge["orientation"] == "v" for edge in edges)
    return upright >= 2 and len(edges) - upright >= 2 and len(edges) <= MOST_EDGES


def _edges(rulings: Rulings, page_box: Box) -> Iterator[dict[str, object]]:
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


def _edge(box: Box) -> dict[str, object]:
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
    boxes: Sequence[tuple[float, float, float, float]], words: Sequence[Word], page: int
) -> FoundTable | None:
    outer = Box.around(Box(*box) for box in boxes)
    held = [i for i, word in enumerate(words) if _inside(word, outer)]
    columns = sorted({box[0] for box in boxes})
    tops = sorted({box[1] for box in boxes})
    cells, used = [], set[int]()
    for bounds in sorted(boxes, key=lambda box: (box[1], box[0])):
        box = Box(*bounds)
        mine = [i for i in held if i not in used and _inside(words[i], box)]
        used.update(mine)
        lines = _ordered(to_pieces((words[i] for i in mine), page))
        if lines:
            spans = sum(box.x0 <= x < box.x1 - SNAP for x in columns)
            cells.append(_cell(lines, tops.index(box.top), columns.index(box.x0), box, spans))
    if len(cells) < 2 or _is_backdrop(cells, max(words[i].style.size for i in used)):
        return None
    return FoundTable(Table(tuple(cells)), outer, frozenset(used))


def _is_backdrop(cells: Sequence[Cell], size: float) -> bool:
    """Whether the boxes are shades behind lines of prose: one line high, hardly ever two in a row."""
    low = all(cell.box.bottom - cell.box.top < 1.6 * size for cell in cells)
    return low and len(cells) < 1.5 * len({cell.row for cell in cells})


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
