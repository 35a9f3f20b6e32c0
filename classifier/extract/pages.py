"""One page: pieces of text, tables, and how it was read."""

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from classifier.documents import Box, Grade, Line
from classifier.errors import LimitExceeded
from classifier.extract.boxes import inside, side_boxes
from classifier.extract.glyphs import Glyphs, Word
from classifier.extract.grade import grade_text
from classifier.extract.initials import with_initials
from classifier.extract.limits import Limits
from classifier.extract.lines import to_pieces
from classifier.extract.rulings import read_rulings
from classifier.extract.tables import FoundTable, find_tables
from classifier.extract.turned import open_upright


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page's pieces and tables, before the document is looked at as a whole."""

    number: int
    width: float
    height: float
    pieces: tuple[Line, ...]
    tables: tuple[FoundTable, ...]
    grade: Grade
    grade_reason: str
    confidence: float = 1.0
    scanned: bool = False
    boxes: tuple[Box, ...] = ()
    damaged: bool = False


def read_page(pdf: pdfium.PdfDocument, index: int, limits: Limits | None = None) -> RawPage:
    """One page; one that cannot be opened costs itself alone."""
    try:
        return _read_page(pdf, index, (limits or Limits()).page_characters)
    except pdfium.PdfiumError as error:
        reason = f"the page is damaged ({error})"
        return RawPage(index + 1, 0.0, 0.0, (), (), Grade.NONE, reason, damaged=True)


def _read_page(pdf: pdfium.PdfDocument, index: int, most: int) -> RawPage:
    """One page by the fast path, its ruled tables by the careful one."""
    page = open_upright(pdf, index)
    try:
        width, height = page.get_size()
        glyphs = Glyphs(page, height)
        try:
            text = glyphs.text
            if len(text) > most:
                raise LimitExceeded(
                    f"Page {index + 1} holds {len(text)} characters, more than the {most} allowed. "
                    "Print the plan to a new PDF without that page, or raise --page-characters."
                )
            words = with_initials(_upright(glyphs.words()))
        finally:
            glyphs.close()
        rulings = read_rulings(page, height)
        pictures = _has_pictures(page)
    finally:
        page.close()
    tables = find_tables(words, rulings, index + 1, Box(0, 0, width, height))
    held = frozenset[int]().union(*(table.words for table in tables))
    boxes = side_boxes(words, rulings.areas, held)
    grade, reason = grade_text(text, shows_something=pictures or bool(rulings.areas))
    return RawPage(
        number=index + 1,
        width=width,
        height=height,
        pieces=tuple(_pieces(words, held, boxes, index + 1)),
        tables=tuple(tables),
        grade=grade,
        grade_reason=reason,
        boxes=tuple(boxes),
    )


def _pieces(words: Sequence[Word], held: Collection[int], boxes: Sequence[Box], page: int) -> Iterator[Line]:
    """The lines of the running text, then those of each side box."""
    rest = [word for i, word in enumerate(words) if i not in held]
    for box in boxes:
        own = [word for word in rest if inside(word, box)]
        rest = [word for word in rest if not inside(word, box)]
        yield from (piece for piece in to_pieces(own, page) if piece.text)
    yield from (piece for piece in to_pieces(rest, page) if piece.text)


def _upright(words: Sequence[Word]) -> list[Word]:
    """Words that stand upright; a watermark or a spine title does not.

    Damaged files place words by numbers that are none; nobody sees those.
    """
    return [
        word
        for word in words
        if word.style.angle == 0 and math.isfinite(word.x0 + word.x1 + word.y + word.style.size)
    ]


def _has_pictures(page: pdfium.PdfPage) -> bool:
    count = min(raw.FPDFPage_CountObjects(page.raw), 200)
    kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, i)) for i in range(count))
    return any(kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) for kind in kinds)
