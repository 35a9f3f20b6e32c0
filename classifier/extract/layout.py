"""A page's lines, tables and side boxes, in the order people read them."""

from collections.abc import Iterator, Sequence

from classifier.documents import Block, BlockKind, Box, Line
from classifier.extract.blocks import body_size, to_blocks
from classifier.extract.columns import reading_order
from classifier.extract.pages import RawPage
from classifier.extract.tables import FoundTable, table_lines

# White between a box's edge and its text, in points.
PADDING = 4.0


def page_blocks(page: RawPage, lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of a page: `lines` is its text without furniture.

    Tables and side boxes take part in the reading order as a whole.
    """
    body = body_size([*lines, *(line for t in page.tables for line in table_lines(t.table.cells, t.size))])
    boxed = {i: [line for line in lines if _within(line, box)] for i, box in enumerate(page.boxes)}
    taken = {id(line) for some in boxed.values() for line in some}
    wholes: dict[int, FoundTable | list[Line]] = {}
    pieces = [line for line in lines if id(line) not in taken]
    for box, whole in _placed(page, boxed):
        stand_in = Line("", page.number, _padded(box), body)
        wholes[id(stand_in)] = whole
        pieces.append(stand_in)
    yield from _in_order(pieces, wholes, body, page.height)


def _padded(box: Box) -> Box:
    """Where the text in a box begins and ends: boxes reach out of a column by their padding."""
    inset = min(PADDING, (box.x1 - box.x0) / 4)
    return Box(box.x0 + inset, box.top, box.x1 - inset, box.bottom)


def _placed(page: RawPage, boxed: dict[int, list[Line]]) -> Iterator[tuple[Box, FoundTable | list[Line]]]:
    for table in page.tables:
        yield table.box, table
    for i, lines in boxed.items():
        if lines:
            yield page.boxes[i], lines


def _in_order(
    pieces: Sequence[Line], wholes: dict[int, FoundTable | list[Line]], body: float, height: float
) -> Iterator[Block]:
    for column in reading_order(pieces) if pieces else ():
        run: list[Line] = []
        beside: list[tuple[Line | None, list[Line]]] = []
        for line in column:
            whole = wholes.get(id(line))
            if whole is None:
                run.append(line)
            elif isinstance(whole, FoundTable):
                yield from _run(run, beside, body, height)
                yield table_block(whole, body)
                run, beside = [], []
            else:
                beside.append((run[-1] if run else None, whole))
        yield from _run(run, beside, body, height)


def _run(
    lines: Sequence[Line], beside: Sequence[tuple[Line | None, list[Line]]], body: float, height: float
) -> Iterator[Block]:
    """A run of text; each side box follows the block of the line it stands after."""
    waiting = list(beside)
    for block in [None, *to_blocks(lines, body, height)]:
        if block is not None:
            yield block
        ends = {None} if block is None else {id(line) for line in block.lines}
        for line, box in [pair for pair in waiting if (pair[0] and id(pair[0])) in ends]:
            waiting.remove((line, box))
            yield from _in_order(box, {}, body, height)


def _within(line: Line, box: Box) -> bool:
    x, y = (line.box.x0 + line.box.x1) / 2, (line.box.top + line.box.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def table_block(found: FoundTable, size: float) -> Block:
    """A table as a block, its cells' texts a line each."""
    cells = found.table.cells
    return Block(
        order=0,
        kind=BlockKind.TABLE,
        text="\n".join(cell.text for cell in cells),
        pages=(cells[0].page,),
        boxes=(found.box,),
        size=size,
        table=found.table,
        lines=table_lines(cells, size),
    )
