"""Pages without a usable text layer, read by Tesseract where it is installed."""

import os
import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import mean, median
from typing import Any

import pypdfium2 as pdfium
import pytesseract

from classifier.documents import Box, Grade, Line
from classifier.extract.language import detect_language, plan_languages
from classifier.extract.pages import RawPage
from classifier.extract.repair import repair

DPI = 300
THUMBNAIL_DPI = 30
POINTS = 72 / DPI
# Mean confidence of a page's words from which its text counts as fair.
SURE = 0.8
PAGE_SECONDS = 120
# Share of a page in one shade, give or take: paper under text covers most of it, photographs none.
PLAIN = 0.3
SHADES = 24
# Share of a page in shades far from the paper's, as ink is, and how far.
INK = 0.003
CONTRAST = 72
SMALL, TALL, DEEP = 0.5, 0.72, 0.21
"""Heights in type sizes: of small letters, of capitals and ascenders, of what hangs below the line."""
TALL_LETTER = re.compile(r"[A-ZÀ-Þ\dbdfhklßt]")
DEEP_LETTER = re.compile(r"[gjpqyç]")
# A figure one, as Tesseract reads it where nothing but punctuation follows.
LONE_BAR = re.compile(r"(?<=\s)[|](?=[.:)])")


@cache
def packs() -> frozenset[str]:
    """Tesseract's installed language packs; empty where Tesseract is missing."""
    try:
        return frozenset(pytesseract.get_languages()) - {"osd", "snum"}
    except (pytesseract.TesseractNotFoundError, OSError):
        return frozenset()


def missing() -> str:
    """What to install before scans can be read."""
    if not packs():
        return "Tesseract is not installed: `make system` installs it on Debian and Ubuntu."
    return f"Tesseract found no text (language packs: {', '.join(sorted(packs()))})."


def with_ocr(pdf: pdfium.PdfDocument, raws: Sequence[RawPage]) -> list[RawPage]:
    """The pages, those without text read by OCR if it is at hand."""
    wanted = [page for page in raws if page.grade is Grade.NONE and not page.damaged]
    if wanted and 2 * len(wanted) < len(raws):
        wanted = [page for page in wanted if _may_hold_text(pdf, page)]
    if not wanted or not packs():
        return list(raws)
    known = plan_languages([detect_language(_text(page)) for page in raws if page.grade is not Grade.NONE])
    first, read = (known, {}) if known else _first_language(pdf, wanted)
    rest = [page for page in wanted if page.number not in read]
    read |= _read(pdf, rest, _pack(next(iter(first), "")))
    return [read.get(page.number, page) for page in raws]


def _read(pdf: pdfium.PdfDocument, rest: Sequence[RawPage], pack: str) -> dict[int, RawPage]:
    """Pages by number, several of Tesseract's processes at a time."""
    workers = max(1, min(len(rest), os.cpu_count() or 1))
    # pdfium is not thread-safe: pages are drawn here, and only Tesseract's processes run beside each other.
    with ThreadPoolExecutor(workers) as pool:
        waiting = [(page, pool.submit(_recognise, _picture(pdf, page), pack)) for page in rest]
        return {page.number: _filled(page, done.result()) for page, done in waiting}


def _first_language(
    pdf: pdfium.PdfDocument, wanted: Sequence[RawPage]
) -> tuple[tuple[str, ...], dict[int, RawPage]]:
    """The language of the first page with enough text, read with several packs at once."""
    read = {}
    for page in wanted:
        read[page.number] = _filled(page, _recognise(_picture(pdf, page), _pack("")))
        text = _text(read[page.number])
        if len(text.split()) >= 60:
            return plan_languages([detect_language(text)]), read
    return (), read


def _picture(pdf: pdfium.PdfDocument, page: RawPage, dpi: int = DPI) -> Any:
    drawn = pdf[page.number - 1]
    try:
        return drawn.render(scale=dpi / 72, grayscale=True).to_pil()
    finally:
        drawn.close()


def _may_hold_text(pdf: pdfium.PdfDocument, page: RawPage) -> bool:
    """Whether the page is more than photographs or a pale drawing, judged by a thumbnail."""
    counts = _picture(pdf, page, THUMBNAIL_DPI).histogram()
    most, paper = max((sum(counts[shade : shade + SHADES]), shade) for shade in range(256))
    ink = sum(counts[: max(0, paper - CONTRAST)]) + sum(counts[paper + SHADES + CONTRAST :])
    return bool(most >= PLAIN * sum(counts) and ink >= INK * sum(counts))


def _recognise(picture: Any, pack: str) -> dict[str, list[Any]]:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    found: dict[str, list[Any]] = pytesseract.image_to_data(
        picture, lang=pack, output_type=pytesseract.Output.DICT, timeout=PAGE_SECONDS
    )
    return found


def _filled(page: RawPage, found: dict[str, list[Any]]) -> RawPage:
    """The page with the lines Tesseract read."""
    groups: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for i, text in enumerate(found["text"]):
        if text.strip() and float(found["conf"][i]) >= 0:
            groups[found["block_num"][i], found["par_num"][i], found["line_num"][i]].append(i)
    if not groups:
        return replace(page, scanned=True)
    lines = tuple(_line(found, places, page.number) for places in groups.values())
    sure = mean(float(found["conf"][i]) for places in groups.values() for i in places) / 100
    return replace(
        page,
        pieces=lines,
        grade=Grade.FAIR if sure >= SURE else Grade.POOR,
        grade_reason=f"read by OCR, mean confidence {sure:.0%}",
        confidence=round(sure, 3),
        scanned=True,
    )


def _line(found: dict[str, list[Any]], places: Sequence[int], page: int) -> Line:
    box = Box.around(_box(found, i) for i in places)
    size = median(found["height"][i] * POINTS / _height(found["text"][i]) for i in places)
    text = LONE_BAR.sub("1", repair(" ".join(found["text"][i] for i in places)))
    return Line(text=text, page=page, box=box, size=round(size))


def _box(found: dict[str, list[Any]], i: int) -> Box:
    left, top = found["left"][i] * POINTS, found["top"][i] * POINTS
    return Box(left, top, left + found["width"][i] * POINTS, top + found["height"][i] * POINTS)


def _height(word: str) -> float:
    """A word's height in type sizes, by the letters in it."""
    return (TALL if TALL_LETTER.search(word) else SMALL) + (DEEP if DEEP_LETTER.search(word) else 0)


def _text(page: RawPage) -> str:
    return " ".join(line.text for line in page.pieces)


def _pack(language: str) -> str:
    """The pack of a language, or several where it is unknown or not installed."""
    data = _packs_by_language()
    wanted = [data["packs"].get(language, "")] if language else data["unknown"]
    return "+".join(_installed(wanted) or _installed(data["unknown"]) or sorted(packs())[:1])


def _installed(wanted: Sequence[str]) -> list[str]:
    return [pack for pack in wanted if pack in packs()]


@cache
def _packs_by_language() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "tesseract.toml").read_text(encoding="utf-8"))
