from dataclasses import replace

import pytest

from classifier.documents import Block, BlockKind, Box, Cell, Line, Table
from classifier.extract.spans import join_over_breaks

FULL, SHORT = 500.0, 200.0


def block(text, page=1, top=700.0, right=FULL, kind=BlockKind.PARAGRAPH, size=10.0, left=50.0):
    """Three lines of which the last one ends at `right`."""
    words = text.split()
    parts = [" ".join(words[:1]), " ".join(words[1:2]), " ".join(words[2:])]
    ends = (FULL + left - 50, FULL + left - 50, right + left - 50)
    lines = tuple(
        Line(part, page, Box(left, top + 12 * at, end, top + 12 * at + 10), size)
        for at, (part, end) in enumerate(zip(parts, ends, strict=True))
    )
    box = Box(left, top, FULL + left - 50, top + 34)
    return Block(0, kind, text, (page,), (box,), size, lines=lines)


def joined(*blocks):
    return [found.text for found in join_over_breaks(blocks)]


def test_a_sentence_cut_by_a_page_is_made_whole():
    found = join_over_breaks([block("The wells are open"), block("to everyone in town.", 2, 60)])
    assert [b.text for b in found] == ["The wells are open to everyone in town."]
    assert found[0].pages == (1, 2)
    assert [box.top for box in found[0].boxes] == [700, 60]


def test_a_word_cut_by_a_page_is_made_whole():
    assert joined(block("The wells are trans-"), block("parent from now on.", 2, 60)) == [
        "The wells are transparent from now on."
    ]


def test_a_sentence_cut_by_a_column_is_made_whole():
    assert len(joined(block("The wells are open"), block("to everyone in town.", 1, 60, left=300))) == 1


@pytest.mark.parametrize("end", ["town.", "town:", "town?", "town。", "town։", 'town."'])
def test_a_sentence_that_ended_stays_apart(end):
    assert len(joined(block(f"Open to {end}"), block("and so on it goes", 2, 60))) == 2


def test_a_capital_after_a_short_line_opens_a_paragraph():
    assert (
        len(joined(block("The wells are open", right=SHORT), block("Everyone may draw water.", 2, 60))) == 2
    )


def test_a_name_after_a_full_line_goes_on():
    assert len(joined(block("Led by the Ministry of"), block("Wells and of Rivers.", 2, 60))) == 1


def test_other_type_stays_apart():
    assert len(joined(block("The wells are open"), block("to everyone in town.", 2, 60, size=14))) == 2


def test_headings_and_items_are_never_a_rest():
    for kind in (BlockKind.HEADING, BlockKind.LIST_ITEM):
        assert len(joined(block("The wells are open"), block("to everyone now", 2, 60, kind=kind))) == 2


def test_footnotes_between_the_halves_follow_them():
    note = block("1 See the register", 1, 780, kind=BlockKind.FOOTNOTE, size=8)
    found = joined(block("The wells are open"), note, block("to everyone in town.", 2, 60))
    assert found == ["The wells are open to everyone in town.", "1 See the register"]


def test_blocks_one_below_the_other_stay_apart():
    assert len(joined(block("The wells are open", top=100), block("to everyone in town.", top=200))) == 2


def test_a_page_between_keeps_them_apart():
    assert len(joined(block("The wells are open"), block("to everyone in town.", 3, 60))) == 2


LEFTS = (50.0, 150.0, 500.0)


def table(*rows, page=1, top=100.0, **more):
    """Cells row by row; an empty text is no cell."""
    cells = tuple(
        Cell(r, c, text, page, Box(LEFTS[c], top + 20 * r, LEFTS[c + 1], top + 20 * r + 20), label=c == 0)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if text
    )
    box = Box(LEFTS[0], top, LEFTS[-1], top + 20 * len(rows))
    text = "\n".join(cell.text for cell in cells)
    return Block(0, BlockKind.TABLE, text, (page,), (box,), 10.0, table=Table(cells, **more))


def cells(*blocks):
    return [[(c.row, c.column, c.text) for c in b.table.cells] for b in join_over_breaks(blocks)]


def test_a_cell_cut_by_a_page_is_made_whole():
    first = table(("Lead", "Ministry."), ("Problem", "Nobody knows"), open_bottom=True)
    second = table(("", "who draws water."), ("Solution", "A register."), page=2, open_top=True)
    assert cells(first, second) == [
        [
            (0, 0, "Lead"),
            (0, 1, "Ministry."),
            (1, 0, "Problem"),
            (1, 1, "Nobody knows who draws water."),
            (2, 0, "Solution"),
            (2, 1, "A register."),
        ]
    ]


def test_a_joined_cell_knows_all_its_places():
    first = table(("Problem", "Nobody knows"), open_bottom=True)
    (whole,) = join_over_breaks([first, table(("", "who draws water."), page=2, open_top=True)])
    cell = whole.table.cells[1]
    assert cell.pages == whole.pages == (1, 2)
    assert len(cell.boxes) == 2


def test_a_sentence_that_ended_in_a_cut_cell_keeps_its_line():
    first = table(("Problem", "Nobody knows."), open_bottom=True)
    second = table(("", "It will be known."), page=2, open_top=True)
    assert cells(first, second)[0][1][2] == "Nobody knows.\nIt will be known."


def test_a_closed_cell_goes_on_beside_an_empty_label():
    found = cells(table(("Problem", "Nobody knows")), table(("", "who draws water."), page=2))
    assert found[0][1] == (0, 1, "Nobody knows who draws water.")


def test_a_closed_cell_that_ended_its_sentence_does_not_go_on():
    assert len(cells(table(("Problem", "Nobody knows.")), table(("", "who draws water."), page=2))) == 2


def test_tables_of_another_width_stay_apart():
    second = table(("", "who draws water."), page=2, open_top=True)
    wider = replace(second, boxes=(Box(LEFTS[0], 100, LEFTS[-1] + 30, 120),))
    assert len(cells(table(("Problem", "Nobody knows"), open_bottom=True), wider)) == 2


def test_a_row_with_a_label_is_another_table():
    assert len(cells(table(("Problem", "Nobody knows")), table(("Solution", "A register"), page=2))) == 2


def test_a_repeated_head_is_dropped():
    head = ("Milestone", "Due date")
    found = cells(table(head, ("Draft", "May.")), table(head, ("Vote", "June."), page=2))
    assert [text for _, _, text in found[0]] == ["Milestone", "Due date", "Draft", "May.", "Vote", "June."]


def test_tables_of_other_columns_stay_apart():
    second = table(("", "who draws water."), page=2, open_top=True)
    moved = [replace(cell, box=Box(250, 100, 500, 120)) for cell in second.table.cells]
    second = replace(second, table=Table(tuple(moved), open_top=True))
    assert len(cells(table(("Problem", "Nobody knows"), open_bottom=True), second)) == 2
