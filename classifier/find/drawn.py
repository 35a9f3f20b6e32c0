"""Titles drawn as pictures, read by OCR where nothing else supplies them."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
import pytesseract

from classifier.documents import Document
from classifier.find.reading import LONGEST_HEADING, Reading
from classifier.find.series import Series, Start
from classifier.packs import packs_for

DPI = 200
# Points; a strip lower than a line of small type holds no title.
LOWEST = 14
# Points; titles stand right above their commitment's text.
HIGHEST = 260
# Tesseract's mode for a block of text of one size or several.
PAGE_MODE = "--psm 6"
# Seconds; a strip takes one at most, but a busy machine must not make a plan's titles differ from run to run.
SECONDS = 120


def with_drawn_titles(document: Document, reading: Reading, series: Series) -> Series:
    """The series, its missing titles read from the pictures above their text; unchanged without OCR."""
    if not any(map(_lacks_title, series.starts)) or not document.path.is_file():
        return series
    pack = packs_for([document.language])
    if not pack:
        return series
    try:
        starts = tuple(_titles(document, reading, series, pack))
    except (pytesseract.TesseractError, OSError):
        return series
    return replace(series, starts=starts)


def _lacks_title(start: Start) -> bool:
    return not start.title or start.borrowed


def _titles(document: Document, reading: Reading, series: Series, pack: str) -> Iterator[Start]:
    with pdfium.PdfDocument(document.path) as pdf:
        for start in series.starts:
            strip = _strip(reading, start.unit)
            title = _read(pdf, reading, start, strip, pack) if _lacks_title(start) and strip else ""
            yield replace(start, title=title, borrowed=False) if title else start


def _strip(reading: Reading, at: int) -> tuple[float, float] | None:
    """From the text above on the same page, or the top edge, down to a unit, in points."""
    unit = reading.units[at]
    above = [u.box.bottom for u in reading.units if u.page == unit.page and u.box.bottom <= unit.box.top]
    top = max([*above, unit.box.top - HIGHEST, 0.0])
    return (top, unit.box.top) if unit.box.top - top >= LOWEST else None


def _read(
    pdf: pdfium.PdfDocument, reading: Reading, start: Start, strip: tuple[float, float], pack: str
) -> str:
    page = pdf[reading.units[start.unit].page - 1]
    try:
        height = page.get_height()
        crop = (0, max(0.0, height - strip[1]), 0, strip[0])
        picture = page.render(scale=DPI / 72, crop=crop, grayscale=True).to_pil()
    finally:
        page.close()
    try:
        text = pytesseract.image_to_string(picture, lang=pack, config=PAGE_MODE, timeout=SECONDS)
    except RuntimeError:
        # Tesseract was stopped: it took too long.
        return ""
    return _tidy(text)


def _tidy(text: str) -> str:
    """The words of what OCR read; empty where it is no title but noise."""
    words = re.sub(r"[^\w\s.,:;()'’/–-]+", " ", text).split()
    letters = sum(len(word) for word in words if len(word) > 2 and word.isalpha())
    if not 2 <= len(words) <= LONGEST_HEADING or letters < 0.5 * sum(map(len, words)):
        return ""
    return " ".join(words).strip(" .:-–")
