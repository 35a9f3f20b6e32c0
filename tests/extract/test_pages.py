"""One page, before the document is looked at as a whole."""

import pypdfium2 as pdfium
import pytest
from pdfs import HEIGHT, WIDTH, Pages

from classifier.documents import Grade
from classifier.errors import DamagedPdf, LimitExceeded
from classifier.extract import Limits, extract_document, pages
from classifier.extract.pages import read_page

CELLS = [["Lead", "Ministry of wells"], ["Problem", "Nobody knows"]]


@pytest.fixture
def read(tmp_path):
    """The first page of what a test draws."""

    def first(drawn, limits=None):
        with pdfium.PdfDocument(drawn.write(tmp_path / "a.pdf")) as pdf:
            return read_page(pdf, 0, limits)

    return first


def test_a_page_has_its_size_pieces_and_grade(read):
    page = read(Pages().prose(50, 100, lines=3))
    assert (page.number, round(page.width), round(page.height)) == (1, round(WIDTH), round(HEIGHT))
    assert len(page.pieces) == 3
    assert (page.grade, page.scanned, page.damaged) == (Grade.GOOD, False, False)


def test_words_in_a_table_are_no_pieces(read):
    page = read(Pages().prose(50, 60, lines=2).grid(50, 200, [120, 300], [30, 30], CELLS))
    assert len(page.tables) == 1
    assert len(page.pieces) == 2


def test_words_in_a_side_box_are_pieces_of_their_own(read):
    drawn = Pages().prose(50, 100, 12, 6)
    drawn.canvas.rect(330, HEIGHT - 260, 200, 170)
    page = read(drawn.prose(340, 110, 10, 5))
    assert len(page.boxes) == 1
    assert all(piece.box.x1 < 330 or piece.box.x0 > 330 for piece in page.pieces)


@pytest.mark.parametrize("angle", [45, 90])
def test_a_watermark_across_the_page_is_not_read(read, angle):
    drawn = Pages().prose(50, 100)
    drawn.canvas.rotate(angle)
    drawn.text(200, HEIGHT - 50, "DRAFT", 60)
    assert "DRAFT" not in " ".join(piece.text for piece in read(drawn).pieces)


def test_a_page_without_anything_is_good_and_one_with_a_picture_alone_is_not(read):
    assert read(Pages().text(50, 100, " ")).grade is Grade.GOOD
    drawn = Pages()
    drawn.canvas.rect(50, 300, 300, 300, fill=1)
    assert read(drawn).grade is Grade.NONE


def test_a_page_with_more_characters_than_allowed_is_refused(read):
    with pytest.raises(LimitExceeded, match="more than the 100 allowed"):
        read(Pages().prose(50, 100), Limits(page_characters=100))


@pytest.fixture
def broken(monkeypatch):
    """Pages whose positions are named cannot be opened."""

    def breaks(*positions):
        open_page = pages.open_upright

        def opened(pdf, index):
            if index in positions:
                raise pdfium.PdfiumError("Failed to load page.")
            return open_page(pdf, index)

        monkeypatch.setattr(pages, "open_upright", opened)

    return breaks


def document(tmp_path, many):
    drawn = Pages().prose(50, 100)
    for _ in range(many - 1):
        drawn.next().prose(50, 100)
    return extract_document(drawn.write(tmp_path / "a.pdf"))


def test_a_damaged_page_costs_itself_alone(tmp_path, broken):
    broken(2)
    found = document(tmp_path, 6)
    assert found.warnings == ("page 3 is damaged and was left out",)
    assert {page for block in found.blocks for page in block.pages} == {1, 2, 4, 5, 6}


def test_a_file_with_many_damaged_pages_is_damaged(tmp_path, broken):
    broken(0, 1)
    with pytest.raises(DamagedPdf, match=r"2 of 4 pages cannot be opened \(1, 2\)"):
        document(tmp_path, 4)
