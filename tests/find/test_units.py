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
