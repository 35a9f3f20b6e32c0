from collections import Counter

import pytest
from factories import A2J, JOG, OJI, make_finding
from openpyxl import load_workbook

from classifier.errors import InputError
from classifier.review.workbook import CODES, SHEET, export_workbook, read_workbook


@pytest.fixture
def findings():
    return [make_finding([A2J], title="Legal aid"), make_finding(title="=1+1"), make_finding([JOG])]


@pytest.fixture
def counts(findings):
    return {finding.commitment.id: 0 for finding in findings}


@pytest.fixture
def book(findings, counts, tmp_path):
    path = tmp_path / "plans.xlsx"
    assert export_workbook(findings, counts, path) == 3
    return path


def edit(path, **cells):
    """Write values into cells such as I2."""
    book = load_workbook(path)
    for place, value in cells.items():
        book[SHEET][place] = value
    book.save(path)


def read(path, counts):
    return read_workbook(path, "ana", counts, {})


def test_one_row_for_each_commitment_and_a_guide(book):
    sheets = load_workbook(book)
    assert sheets.sheetnames == [SHEET, "instructions"]
    assert sheets[SHEET].max_row == 4
    assert sheets[SHEET].freeze_panes == "B2"


def test_decisions_are_chosen_from_a_list(book):
    (validation,) = load_workbook(book)[SHEET].data_validations.dataValidation
    assert validation.formula1 == f'"{",".join(CODES)}"'
    assert str(validation.sqref) == "I2:I4"


def test_what_looks_like_a_formula_stays_text(book):
    cell = load_workbook(book)[SHEET]["D3"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize("text", ["form\x0bfeed", "nul\x00", "hyphen\ufffeated", "half \ud800"])
def test_characters_no_workbook_can_hold_are_left_out(text, tmp_path):
    path = tmp_path / "odd.xlsx"
    assert export_workbook([make_finding(title=text)], {}, path) == 1
    assert load_workbook(path)[SHEET]["D2"].value.isprintable()


def test_a_blind_workbook_shows_no_prediction(findings, counts, tmp_path):
    export_workbook(findings, counts, tmp_path / "blind.xlsx", blind=True)
    sheet = load_workbook(tmp_path / "blind.xlsx")[SHEET]
    assert [sheet[f"G{row}"].value or "" for row in (2, 3, 4)] == ["", "", ""]


def test_an_untouched_workbook_changes_nothing(book, counts):
    assert read(book, counts) == type(read(book, counts))((), ())


@pytest.mark.parametrize(
    ("code", "categories"),
    [
        ("A2J", {A2J}),
        ("JOG+OJI", {OJI, JOG}),
        (" a2j + jog ", {A2J, JOG}),
        ("none", set()),
        ("unsure", None),
    ],
)
def test_decisions_come_back(book, counts, findings, code, categories):
    edit(book, I2=code, J2="read twice")
    (decision,) = read(book, counts).decisions
    assert decision.categories == categories
    assert (decision.commitment_id, decision.analyst) == (findings[0].commitment.id, "ana")
    assert decision.comment == "read twice"


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"I2": "yes"}, "Row 2: 'yes' is no decision"),
        ({"A2": "edited", "I2": "A2J"}, "Row 2: no commitment has the id 'edited'"),
        ({"K2": 5, "I2": "A2J"}, "was decided by someone after"),
        ({"J2": "look at page 4"}, "has a comment and no decision"),
    ],
)
def test_a_row_that_cannot_be_applied_is_named(book, counts, cells, problem):
    edit(book, **cells)
    found = read(book, counts)
    assert found.decisions == ()
    assert problem in found.problems[0]


def test_a_row_copied_twice_is_applied_once(book, counts, findings):
    edit(book, I2="A2J", A3=findings[0].commitment.id, I3="none")
    found = read(book, counts)
    assert len(found.decisions) == 1
    assert "stands in an earlier row" in found.problems[0]


def test_deleted_and_reordered_rows_do_no_harm(book, counts, findings):
    sheets = load_workbook(book)
    sheets[SHEET].delete_rows(2)
    sheets[SHEET]["I3"] = "JOG"
    sheets.save(book)
    (decision,) = read(book, counts).decisions
    assert decision.commitment_id == findings[2].commitment.id


def test_a_decision_made_meanwhile_is_not_overwritten(book, counts, findings):
    edit(book, I2="none")
    now = Counter(counts) + Counter([findings[0].commitment.id])
    assert "export it anew" in read(book, {**counts, **now}).problems[0]


@pytest.mark.parametrize("content", [b"no workbook", b""])
def test_another_file_is_refused(tmp_path, counts, content):
    path = tmp_path / "other.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError, match="no workbook"):
        read(path, counts)


def test_another_workbook_is_refused(tmp_path, counts):
    from openpyxl import Workbook

    Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(InputError, match="has no sheet"):
        read(tmp_path / "other.xlsx", counts)


def test_a_workbook_without_its_columns_is_refused(book, counts):
    edit(book, A1="number")
    with pytest.raises(InputError, match="lacks the columns id"):
        read(book, counts)
