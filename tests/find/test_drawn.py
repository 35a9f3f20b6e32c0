import shutil

import pytest
from find.booklet import Booklet

from classifier.extract import extract_document
from classifier.find import find_plan
from classifier.find.drawn import _tidy

QUESTIONS = (
    "What problem does the commitment aim to address?",
    "What solution are you proposing?",
    "What results do we want to achieve by implementing this commitment?",
)


@pytest.fixture
def drawn(tmp_path):
    made = Booklet("en", seed=91)
    made.cover("Action Plan 2031-2033", "Open Government Partnership")
    made.new_page()
    for title in made.take(4):
        made.drawn(title[:36], 18)
        for question in QUESTIONS:
            made.line(question, 11, bold=True)
            made.prose(4)
        made.new_page()
    made.write(tmp_path / "drawn.pdf")
    return extract_document(tmp_path / "drawn.pdf")


@pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract reads these titles")
def test_titles_drawn_as_pictures_are_read(drawn):
    titles = [c.title for c in find_plan(drawn).commitments]
    assert titles[0].startswith("Open the register of river")
    assert len(titles) == 4 and all(titles)


def test_without_ocr_a_missing_title_is_a_warning(drawn, monkeypatch):
    monkeypatch.setattr("classifier.packs.packs", frozenset)
    assert any("have no title" in warning for warning in find_plan(drawn).warnings)


@pytest.mark.parametrize(
    ("read", "title"),
    [("Open the\nriver register", "Open the river register"), ("| ~ —\n. ,", ""), ("%$ 3 a b", "")],
)
def test_what_ocr_reads_is_a_title_or_nothing(read, title):
    assert _tidy(read) == title
