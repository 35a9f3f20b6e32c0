import pytest
from find.readings import make_units

from classifier.find.grids import grids

HEADS = ["No.", "Commitment", "Lead agency"]


def found(*tables, spoken=("en",)):
    pieces = make_units(*tables)
    labels = ["lead:lead agency" if unit.text == "Lead agency" else "" for unit in pieces]
    return grids(pieces, labels, spoken)


def test_a_row_of_heads_makes_a_grid():
    (grid,) = found(
        (1, [HEADS, ["1", "Open the wells", "River Office"], ["2", "Count trees", "Mill Office"]])
    )
    assert (grid.heads, len(grid.rows), grid.titles) == ({0, 1, 2}, 2, 1)


def test_heads_printed_again_are_no_row():
    (grid,) = found(
        (1, [HEADS, ["1", "Open the wells", "River Office"], HEADS, ["2", "Count trees", "Mill Office"]])
    )
    assert len(grid.rows) == 2


def test_a_table_on_the_next_page_goes_on():
    first, second = found(
        (1, [HEADS, ["1", "Open the wells", "River Office"]]), (2, [["2", "Count trees", "Mill Office"]])
    )
    assert second.titles == first.titles == 1


@pytest.mark.parametrize("page", [1, 3])
def test_a_table_elsewhere_is_another(page):
    tables = (1, [HEADS, ["1", "Open the wells", "River Office"]]), (page, [["2", "Count", "Mill"]])
    assert len(found(*tables)) == 1


def test_labels_beside_their_values_are_no_grid():
    assert found((1, [["Lead agency", "River Office"], ["Commitment", "Open the wells"]])) == ()


@pytest.mark.parametrize(
    ("head", "column"),
    [("Commitment title", 1), ("Name of commitment", 1), ("Action / measure", 1), ("Budget line", -1)],
)
def test_the_column_of_commitments_is_known_by_its_head(head, column):
    (grid,) = found((1, [["No.", head, "Lead agency"], ["1", "Open the wells", "River Office"]]))
    assert grid.titles == column


def test_heads_are_read_in_the_plans_language():
    table = (1, [["N°", "Engagement", "Lead agency"], ["1", "Ouvrir", "Office"]])
    assert [grid.titles for grid in (*found(table), *found(table, spoken=("fr",)))] == [-1, 1]
