"""What one document may cost, and what is said when it costs more."""

from dataclasses import fields

import pytest
from pdfs import Pages
from PIL import Image

from classifier.errors import LimitExceeded, NeedsOcr
from classifier.extract import Limits, extract_document, limits, ocr
from classifier.extract.limits import Meter, resident_bytes


@pytest.fixture
def plan(tmp_path):
    return Pages().prose(50, 100).next().prose(50, 100).write(tmp_path / "plan.pdf")


@pytest.mark.parametrize("name", [field.name for field in fields(Limits)])
def test_no_limit_may_be_nothing(name):
    with pytest.raises(ValueError, match=f"{name} must be above zero"):
        Limits(**{name: 0})


def test_limits_are_told_in_words():
    assert str(Limits(pages=7, image_pixels=5 * 10**6)) == (
        "300 MiB a file, 7 pages of 200000 characters, 5 million pixels a picture"
    )


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ({"file_bytes": 10}, "--file-size"),
        ({"pages": 1}, "2 pages, more than the 1 allowed.*--pages"),
        ({"page_characters": 50}, r"Page 1 holds \d+ characters, more than the 50.*--page-characters"),
        ({"seconds": 1e-9}, "plan.pdf took longer than 1e-09 seconds by page 1.*--seconds"),
    ],
)
def test_each_limit_stops_the_document_and_says_which_option_to_raise(plan, limit, said):
    with pytest.raises(LimitExceeded, match=said):
        extract_document(plan, limits=Limits(**limit))


def test_a_document_within_its_limits_is_read(plan):
    assert len(extract_document(plan, limits=Limits(pages=2)).pages) == 2


def test_a_meter_counts_from_when_it_was_made(monkeypatch):
    clock = iter([100.0, 101.0, 103.5])
    monkeypatch.setattr(limits, "monotonic", lambda: next(clock))
    meter = Meter("plan.pdf", Limits(seconds=3), began=limits.monotonic())
    meter.check(1)
    with pytest.raises(LimitExceeded, match="longer than 3 seconds by page 2"):
        meter.check(2)


def test_a_meter_counts_what_memory_grew_by(monkeypatch):
    held = iter([50 * 2**20, 60 * 2**20, 90 * 2**20])
    monkeypatch.setattr(limits, "resident_bytes", lambda: next(held))
    meter = Meter("plan.pdf", Limits(memory=30 * 2**20))
    meter.check(1)
    with pytest.raises(LimitExceeded, match=r"more than 30 MiB by page 2.*--memory"):
        meter.check(2)


def test_where_the_system_does_not_tell_memory_is_nothing(monkeypatch, tmp_path):
    assert resident_bytes() > 2**20
    monkeypatch.setattr(limits, "STATM", tmp_path / "statm")
    assert resident_bytes() == 0


@pytest.fixture
def scan(tmp_path):
    Image.new("L", (400, 300), 255).save(tmp_path / "scan.pdf")
    return tmp_path / "scan.pdf"


def test_a_picture_with_too_many_pixels_is_not_read(scan, monkeypatch):
    monkeypatch.setattr(ocr, "packs", lambda: frozenset({"eng"}))
    monkeypatch.setattr(ocr, "_recognise", lambda *_: pytest.fail("it was read"))
    with pytest.raises(NeedsOcr, match="a picture of 0 million pixels, more than --image-pixels allows"):
        extract_document(scan, limits=Limits(image_pixels=100_000))
