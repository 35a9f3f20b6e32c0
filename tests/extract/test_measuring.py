"""scripts/measure_extraction.py: pages sorted by path, gathered, and what reading them costs."""

import measure_extraction as measuring
import pypdfium2 as pdfium
import pytest
from pdfs import Pages

from classifier.documents import PagePath
from classifier.extract import extract_document

CELLS = [["Lead", "Ministry of wells"], ["Problem", "Nobody knows"]]


@pytest.fixture
def plan(tmp_path):
    pages = Pages().prose(50, 100).next().grid(50, 200, [120, 300], [30, 30], CELLS)
    return pages.next().prose(50, 300).write(tmp_path / "plan.pdf")


def test_pages_are_sorted_by_the_path_they_take(plan):
    found = measuring.by_path([plan])
    assert found[PagePath.FAST] == [(plan, 0), (plan, 2)]
    assert found[PagePath.CAREFUL] == [(plan, 1)]


def test_gathered_pages_stand_as_often_as_asked(plan, tmp_path):
    path = measuring.gathered([(plan, 2), (plan, 1)], tmp_path / "some.pdf", times=2)
    assert [page.path for page in extract_document(path).pages] == [PagePath.FAST, PagePath.CAREFUL] * 2


def test_scanned_pages_hold_no_text(plan, tmp_path):
    with pdfium.PdfDocument(measuring.scanned(plan, tmp_path / "scan.pdf")) as pdf:
        assert len(pdf) == 3
        assert pdf[0].get_textpage().count_chars() == 0


def test_a_cost_counts_pages_and_processor_seconds(plan, monkeypatch):
    monkeypatch.setattr(measuring, "WARM", plan)
    found = measuring._cost(measuring.ours, plan)
    assert found.pages == measuring.theirs(plan) == 3
    assert found.speed == 3 / found.seconds > 0


def test_growth_is_told_in_shares_of_the_first(plan, tmp_path, monkeypatch):
    costs = iter([measuring.Cost(10, 1.0, 5), measuring.Cost(20, 2.2, 6)])
    monkeypatch.setattr(measuring, "cost", lambda *_: next(costs))
    monkeypatch.setattr(measuring, "TIMES", (1, 2))
    rows = list(measuring.growth_rows(measuring.by_path([plan]), tmp_path))
    assert rows[2:] == ["| 10 | 1 | 1.0 | 1.00 | 5 |", "| 20 | 2 | 2.2 | 1.10 | 6 |"]


def test_the_page_has_room_for_the_tables():
    assert len(measuring.BETWEEN.findall(measuring.PERFORMANCE.read_text(encoding="utf-8"))) == 1
