import pytest
from pdfs import HEIGHT, PROSE, Pages

from classifier.documents import BlockKind, Grade, PagePath
from classifier.extract import extract_document


def blocks(path, kind):
    return [block for block in extract_document(path).blocks if block.kind is kind]


def test_headings_and_paragraphs_are_told_apart(tmp_path):
    pages = Pages().text(50, 100, "Opening the wells", 16, bold=True).prose(50, 140)
    document = extract_document(pages.write(tmp_path / "a.pdf"))
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert document.blocks[0].level == 1
    assert document.blocks[1].text.startswith(PROSE[:60])


def test_a_larger_heading_stands_above_a_smaller_one(tmp_path):
    pages = Pages().text(50, 100, "Chapter", 20, bold=True).prose(50, 140)
    pages.text(50, 300, "Section", 14, bold=True).prose(50, 340)
    assert [b.level for b in blocks(pages.write(tmp_path / "a.pdf"), BlockKind.HEADING)] == [1, 2]


def test_a_paragraph_runs_over_its_lines(tmp_path):
    document = extract_document(Pages().prose(50, 100, lines=4).write(tmp_path / "a.pdf"))
    assert len(document.blocks) == 1
    assert len(document.blocks[0].lines) == 4


def test_list_items_keep_their_marker(tmp_path):
    pages = Pages().prose(50, 100)
    for at, text in enumerate(["• publish the register", "• train the clerks", "• answer within a week"]):
        pages.text(60, 220 + 20 * at, text)
    found = blocks(pages.write(tmp_path / "a.pdf"), BlockKind.LIST_ITEM)
    assert [block.marker for block in found] == ["•", "•", "•"]


def test_columns_are_read_one_after_the_other(tmp_path):
    left = "left words stay together on their side of the page " * 3
    right = "right words follow only after the left side has ended " * 3
    pages = Pages().prose(50, 100, 12, 6, text=left).prose(320, 100, 12, 6, text=right)
    text = extract_document(pages.write(tmp_path / "a.pdf")).text
    assert text.rindex("left words") < text.index("right words")


def test_a_ruled_table_becomes_cells(tmp_path):
    cells = [["Lead", "Ministry of Wells"], ["Problem", "Nobody knows"], ["Solution", "A register"]]
    pages = Pages().prose(50, 60).grid(50, 200, [120, 300], [30, 30, 30], cells)
    table = blocks(pages.write(tmp_path / "a.pdf"), BlockKind.TABLE)[0].table
    assert [[cell.text for cell in row] for row in table.rows] == cells
    assert [row[0].label for row in table.rows] == [True, True, True]


def test_how_a_page_was_read_is_recorded(tmp_path):
    cells = [["Lead", "Ministry"], ["Problem", "Nobody knows"]]
    pages = Pages().grid(50, 200, [120, 300], [30, 30], cells).next().prose(50, 100)
    found = extract_document(pages.write(tmp_path / "a.pdf")).pages
    assert [page.path for page in found] == [PagePath.CAREFUL, PagePath.FAST]
    assert found[0].path_reason == "1 ruled tables"


def test_running_heads_are_furniture_and_numbers_are_labels(tmp_path):
    pages = Pages()
    for number in range(1, 5):
        pages.text(50, 30, "Plan of Ardmoor").text(290, 810, str(number + 2)).prose(50, 100).next()
    document = extract_document(pages.prose(50, 100).write(tmp_path / "a.pdf"))
    assert "Plan of Ardmoor" not in document.text
    assert [page.label for page in document.pages][:4] == ["3", "4", "5", "6"]


def test_a_contents_page_is_recognised(tmp_path):
    pages = Pages().text(50, 80, "Contents", 16, bold=True)
    for at, title in enumerate(
        ["Opening the wells", "Naming the owners", "Counting the trees", "Next steps"]
    ):
        pages.text(50, 120 + 20 * at, f"{title} {'.' * 40} {at + 3}")
    document = extract_document(pages.next().prose(50, 100).write(tmp_path / "a.pdf"))
    assert [entry.title for entry in document.contents][:2] == ["Opening the wells", "Naming the owners"]
    assert [page.is_contents for page in document.pages] == [True, False]


def test_every_block_knows_its_page_and_box(tmp_path):
    document = extract_document(Pages().prose(50, 100).next().prose(50, 200).write(tmp_path / "a.pdf"))
    assert [block.page for block in document.blocks] == [1, 2]
    assert document.blocks[1].boxes[0].top == pytest.approx(192, abs=6)
    assert [block.order for block in document.blocks] == [0, 1]


def test_reading_twice_gives_the_same(tmp_path):
    path = Pages().text(50, 80, "Title", 18, bold=True).prose(50, 100).write(tmp_path / "a.pdf")
    assert extract_document(path) == extract_document(path)


def test_a_clean_document_is_graded_good(tmp_path):
    document = extract_document(Pages().prose(50, 100).write(tmp_path / "a.pdf"))
    assert document.grade is Grade.GOOD
    assert document.language == "en"


def test_shades_behind_lines_of_prose_are_no_table(tmp_path):
    pages = Pages()
    pages.canvas.setFillGray(0.9)
    for at in range(5):
        pages.canvas.rect(50, HEIGHT - 104 - 13 * at, 450, 13, stroke=0, fill=1)
    pages.canvas.setFillGray(0)
    document = extract_document(pages.prose(50, 100, lines=5).write(tmp_path / "a.pdf"))
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH]
