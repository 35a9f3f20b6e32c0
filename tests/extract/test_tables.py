import pytest
from pdfs import HEIGHT, Pages

from classifier.documents import Box
from classifier.extract import extract_document
from classifier.extract.glyphs import Style, Word
from classifier.extract.rulings import Rulings
from classifier.extract.tables import find_tables

PAGE = Box(0, 0, 595, 842)
PLAIN = Style(10, False, False, 0)


def ruled(columns, rows, closed=True):
    """Rulings of a grid; without its first and last line if it is not closed."""
    level = rows if closed else rows[1:-1]
    horizontal = tuple(Box(columns[0], y, columns[-1], y) for y in level)
    vertical = tuple(Box(x, rows[0], x, rows[-1]) for x in columns)
    return Rulings(horizontal, vertical, ())


def word(text, x, y):
    return Word(text, x, x + 5 * len(text), y, PLAIN)


WORDS = [word("Lead", 55, 114), word("Ministry", 155, 114), word("Goal", 55, 134), word("Wells", 155, 134)]
GRID = ([50, 150, 400], [100, 120, 140])


def test_cells_are_read_row_by_row():
    (found,) = find_tables(WORDS, ruled(*GRID), 1, PAGE)
    assert [(c.row, c.column, c.text) for c in found.table.cells] == [
        (0, 0, "Lead"),
        (0, 1, "Ministry"),
        (1, 0, "Goal"),
        (1, 1, "Wells"),
    ]
    assert (found.table.open_top, found.table.open_bottom, found.size) == (False, False, 10)


def test_cells_cut_by_the_pages_end_are_closed_and_known_as_open():
    (found,) = find_tables(WORDS, ruled(*GRID, closed=False), 1, PAGE)
    assert [cell.text for cell in found.table.cells] == ["Lead", "Ministry", "Goal", "Wells"]
    assert (found.table.open_top, found.table.open_bottom) == (True, True)


def test_a_page_within_one_row_has_its_cells_too():
    (found,) = find_tables(WORDS[:2], ruled([50, 150, 400], [100, 140], closed=False), 1, PAGE)
    assert [cell.text for cell in found.table.cells] == ["Lead", "Ministry"]


def test_cells_in_hebrew_are_read_from_the_right():
    words = [word("שר", 155, 114), word("אחראי", 55, 114), word("מים", 155, 134), word("מטרה", 55, 134)]
    (found,) = find_tables(words, ruled(*GRID), 1, PAGE)
    assert [(c.column, c.text) for c in found.table.cells][:2] == [(0, "שר"), (1, "אחראי")]


def test_lines_off_the_page_rule_nothing():
    outside = ruled([50, 150, 400], [900, 920, 940])
    assert find_tables([word("Lead", 55, 914), word("Goal", 155, 914)], outside, 1, PAGE) == []


def test_a_fine_mesh_is_no_table():
    mesh = ruled([10.0 * at for at in range(55)], [15.0 * at for at in range(55)])
    assert find_tables(WORDS, mesh, 1, PAGE) == []


@pytest.mark.parametrize("rows", [[100, 120], [100, 120, 140]])
def test_a_table_needs_text_in_two_cells(rows):
    assert find_tables(WORDS[:1], ruled([50, 150, 400], rows), 1, PAGE) == []


def test_a_cell_over_two_columns_says_so():
    rulings = Rulings(
        tuple(Box(50, y, 400, y) for y in (100, 120, 140)),
        (Box(50, 100, 50, 140), Box(400, 100, 400, 140), Box(150, 120, 150, 140)),
        (),
    )
    (found,) = find_tables(WORDS, rulings, 1, PAGE)
    assert next((cell.text, cell.columns) for cell in found.table.cells) == ("Lead Ministry", 2)


def test_a_table_cut_by_pages_is_one(tmp_path):
    pages = Pages()
    for part, (label, text) in enumerate([("Problem", "Nobody knows"), ("", "who may draw water.")]):
        for x in (50, 150, 500):
            pages.canvas.line(x, HEIGHT - 60, x, HEIGHT - 800)
        pages.canvas.line(50, HEIGHT - (60 if part == 0 else 800), 500, HEIGHT - (60 if part == 0 else 800))
        pages.text(55, 100, label or " ", bold=True).text(155, 100, text).next()
    document = extract_document(pages.prose(50, 100).write(tmp_path / "a.pdf"))
    cells = document.blocks[0].table.cells
    assert [cell.text for cell in cells] == ["Problem", "Nobody knows who may draw water."]
    assert document.blocks[0].pages == (1, 2)
