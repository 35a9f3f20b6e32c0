"""What a PDF holds: pages, lines, blocks, tables.

Lengths are PDF points (1/72 inch); boxes count from the top left corner of the upright page.
Pages are numbered from 1, as a PDF viewer numbers them; `Page.label` is the number printed on the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import reduce
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, from the top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: "Box") -> "Box":
        """The smallest box around both."""
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )

    @staticmethod
    def around(boxes: Iterable["Box"]) -> "Box":
        """The smallest box around one or more boxes."""
        return reduce(Box.union, boxes)


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE = "table"
    CAPTION = "caption"
    FOOTNOTE = "footnote"


class PagePath(StrEnum):
    """How a page was read."""

    FAST = "fast"
    CAREFUL = "careful"
    OCR = "ocr"


class Grade(StrEnum):
    """How far a page's text can be relied on, best first."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text as it stands on a page.

    `bold_prefix` counts the characters of its opening that are bold: a run-in title.
    """

    text: str
    page: int
    box: Box
    size: float
    bold: bool = False
    italic: bool = False
    bold_prefix: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; `label` marks a field label, not a value.

    A cell that runs over a page break has its first page and box, and the others in `rest`.
    """

    row: int
    column: int
    text: str
    page: int
    box: Box
    label: bool = False
    columns: int = 1
    rest: tuple[tuple[int, Box], ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        """Every page the cell stands on."""
        return (self.page, *(page for page, _ in self.rest))

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The cell's box on each of its pages."""
        return (self.box, *(box for _, box in self.rest))


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in reading order; rows and columns count from 0.

    A table open at its top or bottom has no line there: its row runs on from or to another page.
    """

    cells: tuple[Cell, ...]
    open_top: bool = False
    open_bottom: bool = False

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells of each row, left to right."""
        numbers = sorted({cell.row for cell in self.cells})
        return tuple(tuple(cell for cell in self.cells if cell.row == number) for number in numbers)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table, caption or footnote.

    `order` is the position in the document's reading order, from 0. `level` is 1 for the
    highest heading and 0 for all else. `boxes` has one box for each page the block stands on;
    `text` of a table is its cells' texts, one line each.
    """

    order: int
    kind: BlockKind
    text: str
    pages: tuple[int, ...]
    boxes: tuple[Box, ...]
    size: float = 0.0
    bold: bool = False
    level: int = 0
    marker: str = ""
    language: str = ""
    table: Table | None = None
    lines: tuple[Line, ...] = ()

    @property
    def page(self) -> int:
        """The page the block starts on."""
        return self.pages[0]


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of a contents page: title, printed target, level from 1."""

    title: str
    target: str
    page: int
    level: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """One page: how it was read, and how well.

    `confidence` is OCR's mean word confidence from 0 to 1, 1 for pages with a text layer.
    """

    number: int
    width: float
    height: float
    path: PagePath = PagePath.FAST
    path_reason: str = ""
    grade: Grade = Grade.GOOD
    grade_reason: str = ""
    confidence: float = 1.0
    label: str = ""
    is_contents: bool = False
    furniture: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """All that a bilingual file says in one of its languages.

    `pages` are those the version stands on, `blocks` the places of its blocks in the document.
    """

    language: str
    pages: tuple[int, ...]
    blocks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Everything read from one PDF, in reading order.

    `versions` are two or more where the file says the same in as many languages, else none.
    """

    path: Path
    sha256: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    language: str = ""
    languages: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    grade: Grade = Grade.GOOD
    grade_reason: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text of every block, a blank line between blocks."""
        return "\n\n".join(block.text for block in self.blocks)

    def in_version(self, version: Version) -> "Document":
        """The document with the blocks of one of its versions alone."""
        kept = tuple(self.blocks[at] for at in version.blocks)
        return replace(
            self, blocks=kept, language=version.language, languages=(version.language,), versions=()
        )

    def on_page(self, number: int) -> tuple[Block, ...]:
        """The blocks that stand wholly or partly on a page."""
        return tuple(block for block in self.blocks if number in block.pages)
