from hypothesis import given
from hypothesis import strategies as st

from classifier.documents import Block, BlockKind, Box, Cell, Document, Table

numbers = st.floats(0, 1000, allow_nan=False)
boxes = st.builds(Box, numbers, numbers, numbers, numbers)


@given(boxes, boxes)
def test_a_union_holds_both_boxes(one, other):
    both = one.union(other)
    assert both.x0 <= min(one.x0, other.x0)
    assert both.bottom >= max(one.bottom, other.bottom)


@given(st.lists(boxes, min_size=1, max_size=5))
def test_around_does_not_depend_on_order(some):
    assert Box.around(some) == Box.around(reversed(some))


def test_a_table_gives_its_rows_from_the_top():
    box = Box(0, 0, 1, 1)
    table = Table((Cell(1, 0, "c", 1, box), Cell(0, 0, "a", 1, box), Cell(0, 1, "b", 1, box)))
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "b"], ["c"]]


def test_a_document_knows_what_stands_on_a_page(tmp_path):
    box = Box(0, 0, 1, 1)
    one = Block(0, BlockKind.PARAGRAPH, "first", (1,), (box,))
    both = Block(1, BlockKind.PARAGRAPH, "second", (1, 2), (box, box))
    document = Document(tmp_path, "", (), (one, both))
    assert document.on_page(2) == (both,)
    assert both.page == 1
    assert document.text == "first\n\nsecond"
