import shutil

import pytest
from compare_blocks import GOLDEN, as_text
from factories import SAMPLES
from PIL import Image
from rapidfuzz import fuzz

from classifier.documents import Box, Grade, Line, PagePath
from classifier.errors import NeedsOcr
from classifier.extract import extract_document, ocr
from classifier.extract.pages import RawPage

SCAN = SAMPLES / "kestrel_bay_2014-2016_en.pdf"
needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")


@pytest.fixture(scope="module")
def scanned():
    return extract_document(SCAN)


@needs_tesseract
def test_a_scan_is_read_in_its_own_language(scanned):
    assert scanned.language == "en"
    assert "A magistrate for the outer islands" in scanned.text
    assert all(page.path is PagePath.OCR for page in scanned.pages)


@needs_tesseract
def test_a_scan_says_how_sure_it_is(scanned):
    assert all(0.3 < page.confidence <= 1 for page in scanned.pages)
    assert {page.grade for page in scanned.pages} <= {Grade.FAIR, Grade.POOR}
    assert "OCR" in scanned.grade_reason


@needs_tesseract
def test_headings_of_a_scan_stand_out(scanned):
    headings = [block.text for block in scanned.blocks if block.level]
    assert "Background" in headings


@needs_tesseract
def test_the_blocks_of_a_scan_are_nearly_the_golden_ones(scanned):
    golden = (GOLDEN / f"{SCAN.stem}.txt").read_text(encoding="utf-8")
    # Another version of Tesseract may misread a letter.
    assert fuzz.ratio(as_text(scanned), golden) > 97


def test_without_tesseract_a_scan_is_refused_naming_its_pages(monkeypatch):
    monkeypatch.setattr(ocr, "packs", frozenset)
    with pytest.raises(NeedsOcr, match=r"9 of 9 pages \(1, 2, 3.*make system"):
        extract_document(SCAN)


@pytest.mark.parametrize(
    ("shades", "readable"),
    [
        ([240] * 9 + [0], True),
        ([20] * 9 + [250], True),
        (list(range(0, 250, 25)), False),
        ([200] * 6 + [170] * 4, False),
    ],
    ids=["ink on paper", "white on dark", "photograph", "pale drawing"],
)
def test_only_pages_with_ink_on_paper_are_read_in_a_plan_with_text(monkeypatch, shades, readable):
    picture = Image.new("L", (len(shades), 1))
    picture.putdata(shades)
    monkeypatch.setattr(ocr, "_picture", lambda *_: picture)
    assert ocr._may_hold_text(None, None) is readable


def reading(confidence, text="wells"):
    """A page as some packs read it."""
    lines = (Line(text, 1, Box(50, 50, 100, 60), 10),) if text else ()
    return RawPage(1, 595.0, 842.0, lines, (), Grade.POOR, "", confidence)


def surest(*readings):
    """The confidence of the reading taken, and how many were made."""
    made = []
    tries = (made.append(one) or one for one in readings)
    return ocr._surest(tries).confidence, len(made)


def test_a_reading_sure_of_its_words_needs_no_other_packs():
    assert surest(reading(0.9), reading(0.95)) == (0.9, 1)


def test_packs_are_tried_until_one_is_sure():
    assert surest(reading(0.4), reading(0.8), reading(0.95)) == (0.8, 2)


def test_where_none_is_sure_the_surest_is_taken():
    assert surest(reading(0.4), reading(0.6), reading(0.5)) == (0.6, 3)


def test_a_page_without_a_word_is_not_tried_again():
    assert surest(reading(1.0, text=""), reading(0.9)) == (1.0, 1)


def test_a_page_that_takes_too_long_says_so(monkeypatch):
    def late(*_, **__):
        raise RuntimeError("Tesseract process timeout")

    monkeypatch.setattr(ocr.pytesseract, "image_to_data", late)
    assert ocr._recognise(None, 1.0, "eng").failure == "Tesseract process timeout"


def test_hangul_is_read_across_the_page(monkeypatch):
    asked, nothing = [], {name: [] for name in ("text", "left", "top", "width", "height")}
    monkeypatch.setattr(
        ocr.pytesseract, "image_to_data", lambda *given, **_: asked.append(given[2]) or nothing
    )
    blank = Image.new("L", (9, 9), 255)
    assert [ocr._recognise(blank, 1.0, pack).across for pack in ("kor", "eng")] == [True, False]
    assert asked == ["--psm 4", ""]
