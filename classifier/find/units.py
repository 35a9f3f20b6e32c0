"""Units: the smallest pieces a commitment is made of.

A unit is a run of lines of one block in one type, or one table cell. Headings
that extraction left inside a paragraph or a table thus stand alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby

from classifier.documents import Block, BlockKind, Box, Document, Line, PagePath
from classifier.find.heads import with_first_lines

# Share by which OCR misjudges the size of a line.
UNSTEADY = 0.13
# Words; longer bold openings are paragraphs in bold.
LONGEST_LEAD = 45
# Words from which two sentences in the body's type are a paragraph, however short it is.
FEWEST_PROSE = 15
# A number that fills its line, as in a circle beside a title.
_LONE_NUMBER = re.compile(r"\W?(?:\d{1,2}|[a-z]\d{1,2}|[ivx]{1,5})\W?", re.IGNORECASE)
# What stands before a stop, and words after it.
_CAPITALS = re.compile(r"(.{10,200}?)\s?[.:–—-]\s+(?=\w)")
# Soft hyphens, the mark pdfium writes for them, and zero-width spaces.
_SOFT = str.maketrans({"\u00ad": "", "\ufffe": "", "\u200b": ""})


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a block in one type, or a table cell; `order` counts from 0.

    `lead` counts the characters of its opening that alone are bold or capitals: a run-in title; `light` those
    at the end of a bold unit that are not: where its paragraph runs on. `rest` are the pages and boxes
    after its first, where it runs over a page break.
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
    light: int = 0
    rest: tuple[tuple[int, Box], ...] = ()

    @property
    def places(self) -> tuple[tuple[int, Box], ...]:
        """Each page it stands on, with its box there."""
        return ((self.page, self.box), *self.rest)

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
    blocks = (block for block in with_first_lines(document) if block.page not in contents)
    pieces = _led(chain.from_iterable(map(_pieces, blocks)))
    scans = frozenset(page.number for page in document.pages if page.path is PagePath.OCR)
    read = (piece for piece in pieces if piece.page not in scans or _is_text(piece.text))
    steady = _numbers_first(_steadied(tuple(read), scans))
    body = body_size(tuple(steady))
    return tuple(replace(_told_apart(piece, body), order=order) for order, piece in enumerate(steady))


def _told_apart(unit: Unit, body: float) -> Unit:
    """The unit, a short paragraph of sentences told apart from headings."""
    plain = unit.kind is BlockKind.HEADING and not unit.bold and unit.size <= body + 0.8
    return replace(unit, kind=BlockKind.PARAGRAPH) if plain and _is_prose(unit) else unit


def _is_prose(unit: Unit) -> bool:
    """Whether it holds two sentences or more, with words enough for a paragraph."""
    return unit.words >= FEWEST_PROSE and unit.text.endswith(".") and ". " in unit.text


def _is_text(text: str) -> bool:
    """Whether OCR read words, not the rules and dots of a scan."""
    signs = "".join(text.split())
    return sum(map(str.isalnum, signs)) > 0.5 * len(signs)


def _numbers_first(pieces: tuple[Unit, ...]) -> list[Unit]:
    """Units with a number that stands alone before the heading to its right."""
    ordered: list[Unit] = []
    for piece in pieces:
        place = len(ordered)
        if piece.row < 0 and _LONE_NUMBER.fullmatch(piece.text):
            while place and _beside(piece, ordered[place - 1]):
                place -= 1
        ordered.insert(place, piece)
    return ordered


def _beside(number: Unit, title: Unit) -> bool:
    """Whether a heading stands to the right of a number, at its height."""
    set_off = title.row < 0 and (title.bold or title.kind is BlockKind.HEADING)
    right = title.box.x0 > number.box.x1 - 2
    return title.page == number.page and set_off and right and _is_level(number, title)


def _is_level(number: Unit, title: Unit) -> bool:
    box, other, slack = number.box, title.box, 0.3 * number.size
    return other.top < box.bottom + slack and other.bottom > box.top - slack


def _steadied(pieces: tuple[Unit, ...], scans: frozenset[int]) -> tuple[Unit, ...]:
    """Units with the sizes of scanned pages brought to the few sizes they were printed in.

    OCR measures each line by the letters it holds, so that one size comes out as several.
    """
    read = [unit for unit in pieces if unit.page in scans]
    printed = _printed_sizes(read)
    body = printed.get(round(body_size(tuple(read)), 1), 0.0)
    return tuple(_as_printed(unit, printed, body) if unit.page in scans else unit for unit in pieces)


def _printed_sizes(read: list[Unit]) -> dict[float, float]:
    """Each size measured with the one it stands for: the commonest within an eighth of it."""
    counts: Counter[float] = Counter()
    for unit in read:
        counts[round(unit.size, 1)] += unit.words
    printed: dict[float, float] = {}
    for size, _ in counts.most_common():
        near = (known for known in printed.values() if abs(known - size) <= UNSTEADY * known)
        printed[size] = next(near, size)
    return printed


def _as_printed(unit: Unit, printed: dict[float, float], body: float) -> Unit:
    size = printed[round(unit.size, 1)]
    plain = size <= body and not unit.bold and unit.kind is BlockKind.HEADING and not unit.text.isupper()
    return replace(unit, size=size, kind=BlockKind.PARAGRAPH if plain else unit.kind)


def body_size(pieces: tuple[Unit, ...]) -> float:
    """The size most of the words are set in."""
    sizes: Counter[float] = Counter()
    for unit in pieces:
        sizes[unit.face[0]] += unit.words
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _pieces(block: Block) -> Iterator[Unit]:
    if block.table is not None:
        yield from _cells(block)
    elif block.lines:
        yield from _runs(block)
    elif block.text.strip():
        yield _piece(block, block.text, block.page, block.boxes[0], block.size, block.bold)


def _cells(block: Block) -> Iterator[Unit]:
    for cell in block.table.cells if block.table else ():
        text = cell.text.translate(_SOFT).strip()
        if text:
            unit = _piece(block, text, cell.page, cell.box, block.size, cell.label)
            yield replace(unit, row=cell.row, column=cell.column, rest=cell.rest)


def _runs(block: Block) -> Iterator[Unit]:
    first = True
    for _, group in groupby(block.lines, key=lambda line: (round(line.size), line.bold)):
        run = _run(block, list(group))
        if run.text:
            yield replace(run, first=first)
        first = False


def _run(block: Block, lines: list[Line]) -> Unit:
    text = block.text if len(lines) == len(block.lines) else _joined(lines)
    by_page = groupby(lines, key=lambda line: line.page)
    (_, box), *rest = [(page, Box.around(line.box for line in some)) for page, some in by_page]
    size = sum(line.size for line in lines) / len(lines)
    last = lines[-1]
    unit = _piece(block, text, lines[0].page, box, size, lines[0].bold)
    lead = 0 if unit.bold else lines[0].bold_prefix or _capitals(text)
    light = len(last.text) - last.bold_prefix if unit.bold and last.bold_prefix else 0
    return replace(unit, lead=lead, light=light if light > 2 else 0, rest=tuple(rest))


def _capitals(text: str) -> int:
    """The length of the opening that a paragraph sets in capitals before its text; 0 if none."""
    found = _CAPITALS.match(text)
    titled = found is not None and found[1].isupper() and " " in found[1] and not text.isupper()
    return found.end(1) if found and titled else 0


def _piece(block: Block, text: str, page: int, box: Box, size: float, bold: bool) -> Unit:
    return Unit(0, block.order, block.kind, text.translate(_SOFT).strip(), page, box, size, bold)


def _led(pieces: Iterable[Unit]) -> Iterator[Unit]:
    """Units, with a run-in title of more than one line back at the head of its paragraph."""
    waiting: Unit | None = None
    for piece in pieces:
        if waiting is not None and _runs_on(waiting, piece):
            waiting = _rejoined(waiting, piece)
            continue
        if waiting is not None:
            yield waiting
        waiting = piece
    if waiting is not None:
        yield waiting


def _runs_on(title: Unit, rest: Unit) -> bool:
    """Whether bold stops within a line, and the paragraph goes on below in the same type."""
    if not title.bold or rest.bold or max(title.row, rest.row) >= 0 or title.page != rest.page:
        return False
    if abs(title.size - rest.size) > 0.6 or title.words > LONGEST_LEAD or rest.text[:1] in "•▪●–":
        return False
    gap = rest.box.top - title.box.bottom
    # A line is left short where the next word did not fit on it.
    next_word = max(4.0, 0.6 * (len(rest.text.split(maxsplit=1)[0]) + 1))
    wrapped = title.box.x1 > rest.box.x1 - next_word * title.size
    return -title.size < gap < 0.75 * title.size and wrapped and (title.light > 0 or rest.lead > 0)


def _rejoined(title: Unit, rest: Unit) -> Unit:
    text = f"{title.text} {rest.text}"
    lead = len(title.text) - title.light if title.light else len(title.text) + 1 + rest.lead
    box = title.box.union(rest.box)
    paragraph = replace(rest, page=title.page, box=box, text=text, lead=lead, light=0)
    return replace(paragraph, kind=BlockKind.PARAGRAPH, block=title.block, first=title.first)


def _joined(lines: list[Line]) -> str:
    """Lines as running text, words broken at a line's end made whole."""
    return re.sub(r"(?<=\w)-\s(?=[a-zà-ÿ])", "", " ".join(line.text.strip() for line in lines))
