"""What runs over the end of a column or page, joined: paragraphs, tables, cells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from classifier.documents import Block, BlockKind, Box, Cell, Table
from classifier.extract.repair import HYPHENS, join_lines

# What ends a sentence or announces a list, in the scripts of OGP's members.
ENDED = tuple(".!?:;…։؟۔。")
CLOSING = "\"'»”’)]"

# Columns of one table stand at the same place on both pages, give or take, in points.
SAME_PLACE = 6.0

FLOWING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def join_over_breaks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that go on in the next column or on the next page made one.

    Footnotes, captions and headings between the two halves come after them.
    """
    joined: list[Block] = []
    for block in blocks:
        at = _before(joined, block)
        whole = _whole(joined[at], block) if at is not None else None
        if at is None or whole is None:
            joined.append(block)
        else:
            joined[at] = whole
    return joined


def _before(joined: Sequence[Block], block: Block) -> int | None:
    """Where the last block stands that the next one may go on from; notes at the foot are skipped."""
    at = len(joined) - 1
    while at >= 0 and joined[at].kind is BlockKind.FOOTNOTE and block.kind is not BlockKind.FOOTNOTE:
        at -= 1
    return at if at >= 0 and _breaks_between(joined[at], block) else None


def _breaks_between(first: Block, second: Block) -> bool:
    """Whether a page or a column ends between two blocks."""
    if second.page == first.pages[-1]:
        return second.boxes[0].top < first.lines[-1].box.top - first.size and first.table is None
    return second.page == first.pages[-1] + 1


def _whole(first: Block, second: Block) -> Block | None:
    if first.table is not None and second.table is not None:
        return _one_table(first, second, first.table, second.table)
    if first.kind in FLOWING and second.kind is BlockKind.PARAGRAPH and _goes_on(first, second):
        return _one_text(first, second)
    return None


def _goes_on(first: Block, second: Block) -> bool:
    """Whether a sentence is cut: it does not end, and the next part begins small or the line was full."""
    if not _alike(first, second) or _ends(first.text):
        return False
    opening = second.text[:1]
    return (
        opening.islower() or first.lines[-1].text[-1:] in HYPHENS or (_is_full(first) and opening.isalpha())
    )


def _alike(first: Block, second: Block) -> bool:
    """Whether two blocks are set in one size and weight."""
    return abs(first.size - second.size) <= 0.06 * first.size and first.bold == second.bold


def _is_full(block: Block) -> bool:
    """Whether a block of several lines ends with one that reaches its right edge."""
    last = block.lines[-1]
    column = [line.box.x1 for line in block.lines if line.page == last.page]
    return len(column) > 2 and last.box.x1 > max(column) - 2.5 * block.size


def _placed(first: Block, second: Block) -> Block:
    """The first block with the places of both."""
    places: dict[int, Box] = dict(zip(first.pages, first.boxes, strict=True))
    for page, box in zip(second.pages, second.boxes, strict=True):
        places[page] = places[page].union(box) if page in places else box
    return replace(first, pages=tuple(places), boxes=tuple(places.values()))


def _one_text(first: Block, second: Block) -> Block:
    lines = first.lines + second.lines
    return replace(_placed(first, second), text=join_lines(line.text for line in lines), lines=lines)


def _one_table(first: Block, second: Block, upper: Table, lower: Table) -> Block | None:
    rows = lower.rows[1:] if _repeats_head(upper, lower) else lower.rows
    continues = _is_cut(upper, lower)
    if (
        not rows
        or not _same_columns(first, second, upper, lower)
        or not (continues or len(rows) < len(lower.rows))
    ):
        return None
    cells = list(upper.cells)
    last = max(cell.row for cell in cells)
    for at, row in enumerate(rows, last if continues else last + 1):
        for cell in row:
            _add(cells, replace(cell, row=at, column=_column(cell, upper)))
    # Lines stand for the cells in what reads lines; each half keeps its own.
    table = Table(
        tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), upper.open_top, lower.open_bottom
    )
    text = "\n".join(cell.text for cell in table.cells)
    return replace(_placed(first, second), text=text, table=table, lines=first.lines + second.lines)


def _is_cut(upper: Table, lower: Table) -> bool:
    """Whether the lower table's first row is the rest of the upper one's last."""
    if upper.open_bottom and lower.open_top:
        return True
    last, first = upper.rows[-1], lower.rows[0]
    above = (cell.text for cell in last if cell.column == first[0].column)
    return _is_unlabelled(last, first) and not any(map(_ends, above))


def _is_unlabelled(last: Sequence[Cell], first: Sequence[Cell]) -> bool:
    """Whether a row lacks the label that the row above it has."""
    # The label is printed once: the rest of its value stands beside an empty cell.
    return first[0].column > 0 and last[0].column == 0 and len(first) <= len(last)


def _ends(text: str) -> bool:
    return text.rstrip(CLOSING + " ").endswith(ENDED)


def _repeats_head(upper: Table, lower: Table) -> bool:
    """Whether the first row is the head of the table once more."""
    heads = [[re.sub(r"\W+", " ", cell.text.lower()) for cell in table.rows[0]] for table in (upper, lower)]
    return len(heads[0]) > 1 and heads[0] == heads[1]


def _same_columns(first: Block, second: Block, upper: Table, lower: Table) -> bool:
    """Whether the second table is as wide as the first, and its cells begin where the first one's do."""
    above, below = first.boxes[-1], second.boxes[0]
    level = abs(above.x0 - below.x0) <= SAME_PLACE and abs(above.x1 - below.x1) <= SAME_PLACE
    lefts = {cell.box.x0 for cell in upper.cells}
    return level and all(any(abs(cell.box.x0 - x) <= SAME_PLACE for x in lefts) for cell in lower.cells)


def _column(cell: Cell, upper: Table) -> int:
    return min(upper.cells, key=lambda other: abs(other.box.x0 - cell.box.x0)).column


def _add(cells: list[Cell], cell: Cell) -> None:
    """Add a cell, or its text to the one that it goes on from."""
    for at, other in enumerate(cells):
        if (other.row, other.column) == (cell.row, cell.column):
            rest = (*other.rest, (cell.page, cell.box), *cell.rest)
            cells[at] = replace(other, text=_joined(other, cell), rest=rest)
            return
    cells.append(cell)


def _joined(first: Cell, second: Cell) -> str:
    """The texts of two parts of a cell: one paragraph if a sentence is cut, else a line each."""
    return f"{first.text}\n{second.text}" if _ends(first.text) else join_lines([first.text, second.text])
