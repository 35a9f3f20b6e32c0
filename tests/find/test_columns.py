from classifier.documents import BlockKind, Box
from classifier.find.columns import by_columns
from classifier.find.marks import Marker
from classifier.find.units import Unit

LEFT, RIGHT, WHOLE = (50, 290), (310, 550), (50, 550)


def ordered(*placed, table=()):
    """The order of pieces given as (text, column, top); those in `table` are cells of one."""
    pieces = tuple(
        Unit(
            order, -1 if order in table else order, BlockKind.PARAGRAPH, text, 1, Box(x0, top, x1, top + 20),
            10, row=0 if order in table else -1, column=order,
        )
        for order, (text, (x0, x1), top) in enumerate(placed)
    )  # fmt: skip
    marker = Marker(("en",))
    found, _ = by_columns(pieces, [marker.read(piece.text) for piece in pieces])
    assert [piece.order for piece in found] == list(range(len(pieces)))
    return [piece.text for piece in found]


def test_numbers_out_of_turn_are_read_column_by_column():
    found = ordered(
        ("Commitment 1: Wells", LEFT, 100), ("Commitment 3: Trees", RIGHT, 100),
        ("Commitment 2: Roads", LEFT, 400), ("Commitment 4: Hills", RIGHT, 400),
    )  # fmt: skip
    assert [text.split()[1] for text in found] == ["1:", "2:", "3:", "4:"]


def test_what_reaches_over_both_columns_stands_between():
    found = ordered(
        ("Commitment 1: Wells", LEFT, 100), ("Commitment 3: Trees", RIGHT, 100),
        ("Commitment 2: Roads", LEFT, 200),
        ("A picture of the valley", WHOLE, 300), ("Commitment 4: Hills", LEFT, 400),
    )  # fmt: skip
    assert found[3:] == ["A picture of the valley", "Commitment 4: Hills"]


def test_numbers_in_turn_keep_the_order_they_have():
    placed = ("Commitment 1: Wells", LEFT, 100), ("Lead", RIGHT, 100), ("Commitment 2: Roads", LEFT, 200)
    assert ordered(*placed) == [text for text, *_ in placed]


def test_an_order_that_columns_do_not_mend_stays():
    placed = ("Commitment 2: Wells", LEFT, 100), ("Commitment 1: Roads", LEFT, 200)
    assert ordered(*placed) == [text for text, *_ in placed]


def test_the_cells_of_a_table_stay_together():
    placed = (
        ("Commitment 1: Wells", LEFT, 100), ("Commitment 3: Trees", RIGHT, 100),
        ("Commitment 2: Roads", LEFT, 200),
        ("Lead", LEFT, 300), ("River Office", RIGHT, 300),
    )  # fmt: skip
    found = ordered(*placed, table=(3, 4))
    assert found[3:] == ["Lead", "River Office"]
