"""Units: what OCR leaves of rules and dots is none."""

from dataclasses import replace

import pytest
from find.readings import BODY, make_document

from classifier.documents import PagePath
from classifier.find.units import units

NOISE = "D A ———]—————]—————— ———— ——…—"


def texts(*entries, scanned):
    document = make_document(*entries)
    path = PagePath.OCR if scanned else PagePath.FAST
    pages = tuple(replace(page, path=path) for page in document.pages)
    return [unit.text for unit in units(replace(document, pages=pages))]


@pytest.mark.parametrize("scanned", [True, False])
def test_rules_read_as_signs_are_left_out_of_scans_only(scanned):
    found = texts(("p", BODY), ("p", NOISE), scanned=scanned)
    assert (NOISE in found) is not scanned


def test_words_in_a_scan_stay():
    assert len(texts(("h", "3. Wells", 14), ("p", BODY), scanned=True)) == 2


@pytest.mark.parametrize(
    ("opening", "size"),
    [
        ("OPEN THE RIVER WELLS. ", 20),
        ("OPEN THE WELLS — ", 14),
        ("Open the river wells. ", 0),
        ("TRANSPARENCY. ", 0),
        ("OGP. ", 0),
    ],
)
def test_capitals_before_a_paragraphs_text_are_its_title(opening, size):
    document = make_document(("p", opening + BODY))
    assert units(document)[0].lead == size


def test_a_paragraph_all_in_capitals_has_no_title():
    assert units(make_document(("p", f"OPEN THE WELLS. {BODY.upper()}")))[0].lead == 0
