"""Pages without a usable text layer, read by Tesseract where it is installed."""

import math
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytesseract

from classifier.documents import Grade
from classifier.extract.language import detect_language, plan_languages
from classifier.extract.limits import Meter
from classifier.extract.pages import RawPage
from classifier.extract.recognised import SIDES, Found, filled
from classifier.extract.strokes import stroke_widths
from classifier.packs import packs, packs_by_script, packs_for, segmentation

DPI = 300
THUMBNAIL_DPI = 30
PAGE_SECONDS = 300
# Words of a scan from which its language is told.
FIRST_WORDS = 60
# Mean confidence that a script's own packs reach even on poor scans, and others hardly ever.
KNOWN_SCRIPT = 0.75
PICTURE = "a picture without text to read"
# Share of a page in one shade, give or take: paper under text covers most of it, photographs none.
PLAIN = 0.3
SHADES = 24
# Share of a page in shades far from the paper's, as ink is, and how far.
INK = 0.003
CONTRAST = 72


def missing() -> str:
    """What to install before scans can be read."""
    if not packs():
        return "Tesseract is not installed: `make system` installs it on Debian and Ubuntu."
    return f"Tesseract found no text (language packs: {', '.join(sorted(packs()))})."


def with_ocr(pdf: pdfium.PdfDocument, raws: Sequence[RawPage], meter: Meter) -> list[RawPage]:
    """The pages, those without text read by OCR if it is at hand.

    In a plan that has text elsewhere, a page of photographs is none that needs reading.
    """
    bare = [page for page in raws if page.grade is Grade.NONE and not page.damaged]
    done = _set_aside(pdf, bare, meter, among=len(raws))
    wanted = [page for page in bare if page.number not in done]
    if wanted and packs():
        done |= _read_all(pdf, raws, wanted, meter)
    return [done.get(page.number, page) for page in raws]


def _set_aside(
    pdf: pdfium.PdfDocument, bare: Sequence[RawPage], meter: Meter, among: int
) -> dict[int, RawPage]:
    """The pages that are not to be read, by number, with the reason."""
    looked = [_refused(pdf, meter, page) for page in bare]
    done = {page.number: page for page in looked if page.scanned}
    if 2 * len(bare) < among:
        done |= _photographs(pdf, looked)
    return done


def _photographs(pdf: pdfium.PdfDocument, looked: Sequence[RawPage]) -> dict[int, RawPage]:
    """The pages that hold a picture without text, by number."""
    found = (page for page in looked if not page.scanned and not _may_hold_text(pdf, page))
    return {page.number: replace(page, grade=Grade.FAIR, grade_reason=PICTURE) for page in found}


def _refused(pdf: pdfium.PdfDocument, meter: Meter, page: RawPage) -> RawPage:
    """The page, as read in vain if a picture on it has more pixels than allowed."""
    drawn = pdf[page.number - 1]
    try:
        pictures = drawn.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)
        largest = max((math.prod(picture.get_px_size()) for picture in pictures), default=0)
    finally:
        drawn.close()
    if largest <= meter.limits.image_pixels:
        return page
    reason = f"a picture of {largest / 10**6:.0f} million pixels, more than --image-pixels allows"
    return replace(page, scanned=True, grade_reason=reason)


def _read_all(
    pdf: pdfium.PdfDocument, raws: Sequence[RawPage], wanted: Sequence[RawPage], meter: Meter
) -> dict[int, RawPage]:
    known = plan_languages([detect_language(_text(page)) for page in raws if page.grade is not Grade.NONE])
    first, read = (known, {}) if known else _first_language(pdf, wanted, meter)
    rest = [page for page in wanted if page.number not in read]
    return read | _read(pdf, rest, packs_for(first), meter)


def _read(pdf: pdfium.PdfDocument, rest: Sequence[RawPage], pack: str, meter: Meter) -> dict[int, RawPage]:
    """Pages by number, several of Tesseract's processes at a time."""
    workers = max(1, min(len(rest), os.cpu_count() or 1))
    read: dict[int, RawPage] = {}
    # pdfium is not thread-safe: pages are drawn here, and only Tesseract's processes run beside each other.
    with ThreadPoolExecutor(workers) as pool:
        # A few pictures at a time: one page takes some 8 MB until it is read.
        for some in (rest[at : at + 2 * workers] for at in range(0, len(rest), 2 * workers)):
            waiting = [(page, pool.submit(_recognise, *_drawn(pdf, page, meter), pack)) for page in some]
            read |= {page.number: filled(page, done.result()) for page, done in waiting}
            meter.check(some[-1].number)
    return read


def _first_language(
    pdf: pdfium.PdfDocument, wanted: Sequence[RawPage], meter: Meter
) -> tuple[tuple[str, ...], dict[int, RawPage]]:
    """The language of the first page with enough text, read with the packs that read it best."""
    read = {}
    for page in wanted:
        picture, points = _drawn(pdf, page, meter)
        tries = (filled(page, _recognise(picture, points, pack)) for pack in packs_by_script())
        read[page.number] = _surest(tries)
        meter.check(page.number)
        text = _text(read[page.number])
        if len(text.split()) >= FIRST_WORDS:
            return plan_languages([detect_language(text)]), read
    return (), read


def _surest(tries: Iterator[RawPage]) -> RawPage:
    """The first reading that is sure of its words, else the surest one.

    Tesseract reads a script it has no pack for as letters of another, and knows that it guesses.
    """
    best = next(tries)
    while best.pieces and best.confidence < KNOWN_SCRIPT:
        page = next(tries, None)
        if page is None:
            break
        best = page if page.confidence > best.confidence else best
    return best


def _drawn(pdf: pdfium.PdfDocument, page: RawPage, meter: Meter) -> tuple[Any, float]:
    """A page's picture with no more pixels than allowed, and how many points each of them is wide."""
    most = math.sqrt(meter.limits.image_pixels / max(page.width * page.height, 1))
    scale = min(DPI / 72, most)
    return _picture(pdf, page, scale), 1 / scale


def _picture(pdf: pdfium.PdfDocument, page: RawPage, scale: float) -> Any:
    drawn = pdf[page.number - 1]
    try:
        return drawn.render(scale=scale, grayscale=True).to_pil()
    finally:
        drawn.close()


def _may_hold_text(pdf: pdfium.PdfDocument, page: RawPage) -> bool:
    """Whether the page is more than photographs or a pale drawing, judged by a thumbnail."""
    counts = _picture(pdf, page, THUMBNAIL_DPI / 72).histogram()
    most, paper = max((sum(counts[shade : shade + SHADES]), shade) for shade in range(256))
    ink = sum(counts[: max(0, paper - CONTRAST)]) + sum(counts[paper + SHADES + CONTRAST :])
    return bool(most >= PLAIN * sum(counts) and ink >= INK * sum(counts))


def _recognise(picture: Any, points: float, pack: str) -> Found:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        found: dict[str, list[Any]] = pytesseract.image_to_data(
            picture, pack, _config(pack), output_type=pytesseract.Output.DICT, timeout=PAGE_SECONDS
        )
    except RuntimeError as error:
        # pytesseract's own error for a page that takes too long; a broken picture raises a subclass.
        return Found({"text": []}, points, str(error))
    strokes = stroke_widths(picture, list(zip(*(found[side] for side in SIDES), strict=True)))
    return Found(found, points, across=bool(_config(pack)), strokes=tuple(strokes))


def _config(pack: str) -> str:
    """How Tesseract is to part the page, where its own way fails for a script."""
    mode = segmentation(pack)
    return f"--psm {mode}" if mode else ""


def _text(page: RawPage) -> str:
    return " ".join(line.text for line in page.pieces)
