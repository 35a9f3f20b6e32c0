"""Units: the smallest pieces a commitment is made of.

A unit is a run of lines of one block in one type and on one page, or one table cell. Headings
that extraction left inside a paragraph or a table thus stand alone.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from classifier.documents import Block, BlockKind, Box, Document, Line

# Soft hyphens, the mark pdfium writes for them, and zero-width spaces.
_SOFT = str.maketrans({"\u00ad": "", "\ufffe": "", "\u200b": ""})


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a block in one type, or a table cell; `order` counts from 0.

    `lead` counts the characters of its opening that alone are bold: a run-in title.
    """

    order: int
    block: int
    kind: BlockKind
    text: str
    page: int
    box: Box
    size: float
    bold: bool = False
    row: int = -1
    column: int = -1
    first: bool = True
    lead: int = 0

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def face(self) -> tuple[float, bool]:
        """Size to half a point, and weight: what typography tells headings by."""
        return round(self.size * 2) / 2, self.bold


def units(document: Document) -> tuple[Unit, ...]:
    """Every unit of a document in reading order, contents pages left out."""
    contents = {page.number for page in document.pages if page.is_contents}
    blocks = (block for block in document.blocks if block.page not in contents)
    return tuple(Unit(order, *piece) for order, piece in enumerate(chain.from_iterable(map(_pieces, blocks))))


def body_size(pieces: tuple[Unit, ...]) -> float:
    """The size most of the words are set in."""
    sizes: Counter[float] = Counter()
    for unit in pieces:
        sizes[unit.face[0]] += unit.words
    return sizes.most_common(1)[0][0] if sizes else 0.0


_Piece = tuple[int, BlockKind, str, int, Box, float, bool, int, int, bool, int]


def _pieces(block: Block) -> Iterator[_Piece]:
    if block.table is not None:
        yield from _cells(block)
    elif block.lines:
        yield from _runs(block)
    elif block.text.strip():
        yield _piece(block, block.text, block.page, block.boxes[0], block.size, block.bold, True)


def _cells(block: Block) -> Iterator[_Piece]:
    for cell in block.table.cells if block.table else ():
        text = cell.text.translate(_SOFT).strip()
        if text:
            kind = BlockKind.TABLE
            face = block.size, cell.label
            yield block.order, kind, text, cell.page, cell.box, *face, cell.row, cell.column, True, 0


def _runs(block: Block) -> Iterator[_Piece]:
    first = True
    for _, group in groupby(block.lines, key=lambda line: (line.page, round(line.size), line.bold)):
        run = _run(block, list(group), first)
        if run[3]:
            yield run
        first = False


def _run(block: Block, lines: list[Line], first: bool) -> "_Piece":
    whole = len(lines) == len(block.lines)
    text = block.text if whole else _joined(lines)
    box = Box.around(line.box for line in lines)
    size = sum(line.size for line in lines) / len(lines)
    lead = 0 if lines[0].bold else lines[0].bold_prefix
    return _piece(block, text, lines[0].page, box, size, lines[0].bold, first, lead)


def _piece(
    block: Block, text: str, page: int, box: Box, size: float, bold: bool, first: bool, lead: int = 0
) -> _Piece:
    clean = text.translate(_SOFT).strip()
    return block.order, block.kind, clean, page, box, size, bold, -1, -1, first, lead


def _joined(lines: list[Line]) -> str:
    """Lines as running text, words broken at a line's end made whole."""
    return re.sub(r"(?<=\w)-\s(?=[a-zà-ÿ])", "", " ".join(line.text.strip() for line in lines))
