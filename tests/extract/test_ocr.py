import shutil

import pytest
from compare_blocks import GOLDEN, as_text
from factories import SAMPLES
from PIL import Image
from rapidfuzz import fuzz

from classifier.documents import Grade, PagePath
from classifier.errors import NeedsOcr
from classifier.extract import extract_document, ocr

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
