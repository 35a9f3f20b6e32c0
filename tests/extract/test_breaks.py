"""Words that a line's end breaks without a hyphen."""

import pytest

from classifier.documents import Block, BlockKind, Box, Cell, Table
from classifier.extract.breaks import close_breaks
from classifier.extract.repair import OPEN, join_lines

BOX = Box(0, 0, 100, 20)


def paragraph(text):
    return Block(0, BlockKind.PARAGRAPH, text, (1,), (BOX,))


def closed(*texts):
    return [block.text for block in close_breaks([paragraph(text) for text in texts])]


def test_a_line_of_hangul_ends_open_until_the_words_are_known():
    assert join_lines(["우물 목", "록을"]) == f"우물 목{OPEN}록을"
    assert join_lines(["우물", "open"]) == "우물 open"


def test_a_word_known_from_elsewhere_is_closed():
    assert closed("목록이 있다", f"우물 목{OPEN}록이 있다")[1] == "우물 목록이 있다"


def test_two_words_known_from_elsewhere_stay_apart():
    assert closed("우물 목록", f"우물{OPEN}목록")[1] == "우물 목록"


@pytest.mark.parametrize("bound", ["을", "에서", "한다"])
def test_what_never_begins_a_word_belongs_to_the_line_before(bound):
    assert closed(f"공개{OPEN}{bound} 그") == [f"공개{bound} 그"]


def test_a_particle_at_the_end_of_a_line_ends_its_word():
    assert closed(f"목록을{OPEN}펴낸다") == ["목록을 펴낸다"]


def test_lines_that_break_inside_words_elsewhere_break_there_anywhere():
    assert closed(f"공개{OPEN}을 하고 감{OPEN}사관") == ["공개을 하고 감사관"]


def test_lines_that_end_with_words_elsewhere_end_with_words_anywhere():
    assert closed(f"목록을{OPEN}펴내고 감사{OPEN}기관") == ["목록을 펴내고 감사 기관"]


def test_cells_and_lines_are_closed_as_the_block_is():
    text = f"공개{OPEN}을"
    cells = (Cell(0, 0, text, 1, BOX), Cell(0, 1, "표", 1, BOX))
    block = Block(0, BlockKind.TABLE, text, (1,), (BOX,), table=Table(cells))
    (found,) = close_breaks([block])
    assert [cell.text for cell in found.table.cells] == ["공개을", "표"]


def test_blocks_without_an_open_line_end_are_left_as_they_are():
    blocks = [paragraph("우물 목록")]
    assert close_breaks(blocks)[0] is blocks[0]
