"""The sample plans' blocks, as they stand in golden/, and the script that shows what changed.

After a change that is right: `scripts/compare_blocks.py --golden`, then read the diff.
"""

import pytest
from compare_blocks import GOLDEN, as_text, changes, compare, save
from factories import SAMPLES
from pdfs import Pages

from classifier.documents import PagePath
from classifier.extract import extract_document

PLANS = sorted(SAMPLES.glob("*.pdf"))


def golden(path):
    return (GOLDEN / f"{path.stem}.txt").read_text(encoding="utf-8")


# test_ocr.py compares those that are read by OCR.
@pytest.mark.parametrize(
    "path", [path for path in PLANS if f": {PagePath.OCR}" not in golden(path)], ids=lambda path: path.stem
)
def test_the_blocks_of_a_sample_plan_are_the_golden_ones(path):
    assert as_text(extract_document(path)) == golden(path)


def test_every_golden_text_belongs_to_a_plan():
    assert [path.stem for path in PLANS] == [path.stem for path in sorted(GOLDEN.glob("*.txt"))]


@pytest.fixture
def plan(tmp_path):
    pages = Pages().text(50, 100, "Wells", 16, bold=True).prose(50, 140)
    pages.grid(50, 300, [80, 200], [30, 30], [["Lead", "Ministry"], ["Term", "Two years"]])
    return pages.write(tmp_path / "plan.pdf")


def test_a_text_names_page_kind_level_and_cells(plan):
    lines = as_text(extract_document(plan)).splitlines()
    assert lines[0] == "plan.pdf: en, good"
    assert "── page 1: careful" in lines
    assert "heading 1      Wells" in lines
    assert "             | Lead: | Ministry" in lines


def test_nothing_changed_says_nothing(plan, tmp_path, capsys):
    assert save([plan], tmp_path / "saved") == 1
    assert compare([tmp_path], tmp_path / "saved") == 0
    assert capsys.readouterr().out == "plan: 0 lines changed\n"


def test_a_changed_block_is_shown_as_it_was_and_as_it_is(plan, tmp_path):
    save([plan], tmp_path / "saved")
    Pages().text(50, 100, "Springs", 16, bold=True).write(plan)
    shown = changes(plan, tmp_path / "saved")
    assert "-heading 1      Wells" in shown
    assert "+heading 1      Springs" in shown


def test_a_plan_that_was_not_saved_is_new_in_every_line(plan, tmp_path):
    assert all(line.startswith("+") for line in changes(plan, tmp_path / "nowhere")[2:])
