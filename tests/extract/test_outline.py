"""Bookmarks and page labels, as the file gives them."""

import pypdfium2 as pdfium
import pytest
from pdfs import Pages

from classifier.documents import BlockKind
from classifier.extract import extract_document
from classifier.extract.outline import Bookmark, page_labels, read_bookmarks, read_labels


@pytest.fixture
def outlined(tmp_path):
    """Two pages labelled i and 1, with a chapter and its section in the outline."""
    pages = Pages()
    pages.canvas.addPageLabel(0, "ROMAN_LOWER")
    pages.canvas.addPageLabel(1, "ARABIC")
    pages.prose(50, 100).next()
    for at, title in enumerate(["Open wells", "Their owners"]):
        pages.canvas.bookmarkPage(title)
        pages.canvas.addOutlineEntry(title, title, level=at)
        pages.text(50, 100 + 120 * at, title).prose(50, 130 + 120 * at)
    return pages.write(tmp_path / "outlined.pdf")


def test_bookmarks_have_title_page_and_level(outlined):
    with pdfium.PdfDocument(outlined) as pdf:
        assert read_bookmarks(pdf) == (Bookmark("Open wells", 2, 1), Bookmark("Their owners", 2, 2))


def test_labels_are_those_of_the_file(outlined):
    with pdfium.PdfDocument(outlined) as pdf:
        assert read_labels(pdf) == ("i", "1")


def test_a_file_without_either_has_none(tmp_path):
    with pdfium.PdfDocument(Pages().prose(50, 100).write(tmp_path / "a.pdf")) as pdf:
        assert (read_bookmarks(pdf), read_labels(pdf)) == ((), ("",))


def test_plain_lines_that_bookmarks_name_become_headings(outlined):
    document = extract_document(outlined)
    headings = [(block.text, block.level) for block in document.blocks if block.kind is BlockKind.HEADING]
    assert headings == [("Open wells", 1), ("Their owners", 2)]
    assert [page.label for page in document.pages] == ["i", "1"]


def test_the_printed_number_goes_before_the_files_label():
    assert page_labels(["", "iv", "1"], ["iii", "iv", "1"]) == ["iii", "iv", "1"]


def test_labels_that_are_not_those_printed_are_not_used():
    assert page_labels(["", "3", "4"], ["1", "2", "3"]) == ["", "3", "4"]


def test_without_printed_numbers_the_files_labels_stand():
    assert page_labels(["", ""], ["A-1", "A-2"]) == ["A-1", "A-2"]
