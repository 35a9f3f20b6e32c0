"""The document and the workbook: real structure, nothing hostile, no clock."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from factories import OJI, make_finding, make_plan
from scenes import figures as scene

from classifier.report import compute
from classifier.report.docx import to_docx
from classifier.report.docx.tables import MOST_COLUMNS
from classifier.report.still import still
from classifier.report.xlsx import HEAD, LINE, LONGEST_TEXT, sheet_name, to_xlsx

FORMULA = '=HYPERLINK("http://example.org","here")'


@pytest.fixture(scope="module")
def document():
    return docx.Document(BytesIO(to_docx(scene())))


@pytest.fixture(scope="module")
def xml():
    with ZipFile(BytesIO(to_docx(scene()))) as file:
        return file.read("word/document.xml").decode()


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(BytesIO(to_xlsx(scene())))


@pytest.fixture(scope="module")
def hostile():
    finding = make_finding([OJI], title=FORMULA, text="\x00\x0bbad\ufffe" + "x" * 40_000, plan=make_plan())
    return compute([replace(finding, plan=replace(finding.plan, file_name="a\x01<b>.pdf"))])


def test_no_word_of_a_head_is_wider_than_its_share_of_the_page(document):
    # Nine points of bold sans are some 110 twentieths of a point a letter.
    for table in document.tables:
        for cell, column in zip(table.rows[0].cells, table._tbl.tblGrid, strict=True):
            longest = max(map(len, cell.text.split()), default=0)
            size = 75 if len(table.columns) > MOST_COLUMNS else 100
            assert int(column.get(qn("w:w"))) >= size * longest, cell.text


def test_every_sheet_prints_on_one_pages_width(book):
    for sheet in book.worksheets:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)


def test_heads_stand_on_every_printed_page(book):
    assert all(sheet.print_title_rows == f"${HEAD}:${HEAD}" for sheet in book.worksheets[1:])


def test_no_word_of_a_head_is_wider_than_its_column(book):
    for sheet in book.worksheets[1:]:
        for cell in sheet[HEAD]:
            words = [len(word) for word in str(cell.value).split()]
            assert sheet.column_dimensions[cell.column_letter].width > max(words)


def test_a_note_has_the_room_it_needs(book):
    sheet = book["headline"]
    wide = sum(sheet.column_dimensions[cell.column_letter].width for cell in sheet[HEAD])
    lines = sheet.row_dimensions[2].height / LINE
    assert sheet["A2"].alignment.wrap_text and lines * wide >= len(sheet["A2"].value)


def test_headings_are_headings(document):
    chapters = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert chapters[0] == "The year in brief" and chapters[-1] == "Method and limits"


def test_captions_number_themselves(document, xml):
    captions = [p for p in document.paragraphs if p.style.name == "Caption"]
    assert xml.count("SEQ Figure") + xml.count("SEQ Table") == len(captions)
    assert len(document.tables) <= xml.count("SEQ Table")


def test_numbers_are_in_reading_order(document):
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    for label in ("Figure", "Table"):
        numbers = [int(m[1]) for c in captions if (m := re.match(rf"{label} (\d+)\.", c))]
        assert numbers == list(range(1, len(numbers) + 1))


def test_contents_are_a_field_whose_entries_lead_to_chapters(xml):
    assert 'TOC \\o "1-1"' in xml
    anchors = set(re.findall(r'w:anchor="([^"]+)"', xml))
    assert anchors == set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', xml))


def test_no_two_bookmarks_share_a_number(xml):
    numbers = re.findall(r'<w:bookmarkStart [^>]*w:id="(\d+)"', xml)
    assert len(numbers) == len(set(numbers))


def test_every_chart_is_a_picture_with_a_description(xml):
    descriptions = re.findall(r'<wp:docPr [^>]*descr="(Chart: [^"]+)"', xml)
    assert len(descriptions) == 7


def test_table_heads_repeat_on_every_page(xml):
    assert xml.count("<w:tblHeader/>") == xml.count("<w:tbl>")


def test_only_the_annex_lies_on_its_side(document):
    assert [section.orientation for section in document.sections] == [0, 1, 0]


@pytest.mark.parametrize("make", [to_docx, to_xlsx])
def test_the_same_figures_give_the_same_bytes(make):
    assert make(scene()) == make(scene())


def test_no_clock_in_an_office_file():
    with ZipFile(BytesIO(to_xlsx(scene()))) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert scene().versions["read"] in file.read("docProps/core.xml").decode()


def test_a_file_without_a_date_gets_the_day_ogp_was_launched():
    with ZipFile(BytesIO(still(to_docx(scene()), ""))) as file:
        assert b"2011-09-20T00:00:00Z" in file.read("docProps/core.xml")


def test_the_first_sheet_lists_all_others_with_links(book):
    links = [
        cell.hyperlink.location or cell.hyperlink.target for cell in book["about"]["A"] if cell.hyperlink
    ]
    assert len(links) == len(book.sheetnames) - 1
    assert all(name in " ".join(links) for name in book.sheetnames[1:])


def test_heads_stay_in_view_and_can_be_filtered(book):
    sheet = book["headline"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B5", "A4:H8")


def test_shares_are_numbers_shown_as_percentages(book):
    cell = book["headline"]["G5"]
    assert isinstance(cell.value, int | float) and cell.number_format == "0%"


def test_fields_carry_the_codebook_as_comments(book):
    assert "OGP's identifier" in book["commitments"]["B4"].comment.text


def test_a_workbook_runs_nothing(hostile):
    book = openpyxl.load_workbook(BytesIO(to_xlsx(hostile)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert FORMULA in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_a_text_too_long_for_a_cell_is_cut_with_a_sign(hostile):
    book = openpyxl.load_workbook(BytesIO(to_xlsx(hostile)))
    texts = [
        cell.value for row in book["commitments"].iter_rows() for cell in row if isinstance(cell.value, str)
    ]
    longest = max(texts, key=len)
    assert len(longest) == LONGEST_TEXT and longest.endswith("…")


def test_hostile_text_leaves_a_document_that_opens(hostile):
    text = "\n".join(p.text for p in docx.Document(BytesIO(to_docx(hostile))).paragraphs)
    assert FORMULA in text


def test_names_of_sheets_fit():
    assert len(sheet_name("x" * 50)) == 31
