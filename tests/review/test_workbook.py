import csv
import shutil
import subprocess
from dataclasses import replace

import pytest
from factories import A2J, JOG, OJI, make_decision, make_finding, make_row
from openpyxl import Workbook, load_workbook

from classifier.errors import InputError
from classifier.judgements import AuditItem
from classifier.review.cases import Case
from classifier.review.workbook import Import, export_workbook, read_workbook
from classifier.review.workbook.columns import CODES, COLUMNS, SHEET

HEADS = [name for name, _ in COLUMNS]
DECISION, COMMENT, SO_FAR = "K", "L", "M"
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"]


@pytest.fixture
def cases():
    findings = [make_finding([A2J], title="Legal aid"), make_finding(title="=1+1"), make_finding([JOG])]
    return {finding.commitment.id: Case(finding, file=make_row()) for finding in findings}


@pytest.fixture
def ids(cases):
    return list(cases)


@pytest.fixture
def book(cases, tmp_path):
    path = tmp_path / "plans.xlsx"
    assert export_workbook(cases.values(), path) == 3
    return path


def edit(path, **cells):
    """Write values into cells such as K2."""
    book = load_workbook(path)
    for place, value in cells.items():
        book[SHEET][place] = value
    book.save(path)
    return path


def cell(path, place):
    return load_workbook(path)[SHEET][place]


def read(path, cases):
    return read_workbook(path, "ana", cases)


def test_the_letters_used_here_are_the_columns():
    assert [HEADS["ABCDEFGHIJKLM".index(letter)] for letter in (DECISION, COMMENT, SO_FAR)] == [
        "decision",
        "comment",
        "decisions so far",
    ]


def test_one_row_for_each_commitment_and_a_guide(book):
    sheets = load_workbook(book)
    assert sheets.sheetnames == [SHEET, "instructions"]
    assert sheets[SHEET].max_row == 4
    assert sheets[SHEET].freeze_panes == "B2"
    assert sheets[SHEET].auto_filter.ref == "A1:M4"


def test_decisions_are_chosen_from_a_list(book):
    (validation,) = load_workbook(book)[SHEET].data_validations.dataValidation
    assert validation.formula1 == f'"{",".join(CODES)}"'
    assert str(validation.sqref) == "K2:K4"


def test_a_row_opens_the_plan_at_its_page(book):
    assert cell(book, "D2").hyperlink.target.endswith("/plans/a.pdf#page=3")


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_stays_text(text, tmp_path):
    path = tmp_path / "odd.xlsx"
    export_workbook([Case(make_finding(title=text, text=text, lead_institution=text))], path)
    assert {cell(path, place).data_type for place in ("E2", "F2", "G2")} == {"s"}
    assert cell(path, "E2").quotePrefix


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_is_made_plain_in_a_csv(text, tmp_path):
    path = tmp_path / "odd.csv"
    export_workbook([Case(make_finding(title=text))], path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["title"] == f"'{text}"


@pytest.mark.parametrize("text", FORMULAS[:4])
def test_a_comment_like_a_formula_comes_back_as_typed(text, cases, ids, tmp_path):
    export_workbook(cases.values(), tmp_path / "a.csv")
    (decision,) = read(fill_csv(tmp_path / "a.csv", ids[0], "none", f"'{text}"), cases).decisions
    assert decision.comment == text


@pytest.mark.parametrize("text", ["form\x0bfeed", "nul\x00", "hyphen\ufffeated", "half \ud800"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_characters_no_workbook_can_hold_are_left_out(text, ending, tmp_path):
    path = tmp_path / f"odd.{ending}"
    assert export_workbook([Case(make_finding(title=text))], path) == 1
    if ending == "xlsx":
        assert cell(path, "E2").value.isprintable()


def test_a_blind_workbook_shows_nothing_of_the_model(cases, tmp_path):
    export_workbook(cases.values(), tmp_path / "blind.xlsx", blind=True)
    assert [cell(tmp_path / "blind.xlsx", f"{c}2").value or "" for c in "HIJ"] == ["", "", ""]


def test_the_audit_sample_is_blind_in_every_workbook(cases, ids, tmp_path):
    case = cases[ids[0]]
    sampled = replace(case, finding=replace(case.finding, audit=AuditItem(ids[0], 0, 0.5, True)))
    export_workbook([sampled, cases[ids[2]]], tmp_path / "a.xlsx")
    assert [cell(tmp_path / "a.xlsx", f"H{row}").value or "" for row in (2, 3)] == ["", "JOG"]


def test_another_ending_is_refused(cases, tmp_path):
    with pytest.raises(InputError, match=r"ends in \.xlsx, \.csv or \.jsonl"):
        export_workbook(cases.values(), tmp_path / "plans.ods")


def test_an_untouched_workbook_changes_nothing(book, cases):
    assert read(book, cases) == Import((), ())


@pytest.mark.parametrize(
    ("code", "categories"),
    [
        ("A2J", {A2J}),
        ("JOG+OJI", {OJI, JOG}),
        (" a2j + jog ", {A2J, JOG}),
        ("none", set()),
        ("None", set()),
        ("unsure", None),
        ("UNSURE", None),
    ],
)
def test_decisions_come_back(book, cases, ids, code, categories):
    (decision,) = read(edit(book, K2=code, L2="read twice"), cases).decisions
    assert decision.categories == categories
    assert (decision.commitment_id, decision.analyst) == (ids[0], "ana")
    assert (decision.comment, decision.reason) == ("read twice", "workbook")
    assert (decision.before, decision.model_id) == ({A2J}, "m1")


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"K2": "yes"}, "Row 2: 'yes' is no decision"),
        ({"K2": "A2J+XYZ"}, "Row 2: 'A2J+XYZ' is no decision"),
        ({"A2": "edited", "K2": "A2J"}, "Row 2: no commitment has the id 'edited'"),
        ({"A2": None, "K2": "A2J"}, "Row 2: no commitment has the id ''"),
        ({"M2": 5, "K2": "A2J"}, "was decided by someone after"),
        ({"L2": "look at page 4"}, "has a comment and no decision"),
    ],
)
def test_a_row_that_cannot_be_applied_is_named(book, cases, cells, problem):
    found = read(edit(book, **cells), cases)
    assert found.decisions == ()
    assert problem in found.problems[0]


def test_one_bad_row_does_not_keep_the_others(book, cases, ids):
    found = read(edit(book, K2="odd", K3="none", K4="A2J"), cases)
    assert [decision.commitment_id for decision in found.decisions] == ids[1:]


def test_a_row_copied_twice_is_applied_once(book, cases, ids):
    found = read(edit(book, K2="A2J", A3=ids[0], K3="none"), cases)
    assert len(found.decisions) == 1
    assert "stands in an earlier row" in found.problems[0]


def test_deleted_and_reordered_rows_do_no_harm(book, cases, ids):
    sheets = load_workbook(book)
    sheets[SHEET].delete_rows(2)
    sheets[SHEET]["K3"] = "JOG"
    sheets.save(book)
    (decision,) = read(book, cases).decisions
    assert decision.commitment_id == ids[2]


def test_columns_may_be_moved(book, cases, ids):
    sheets = load_workbook(book)
    sheets[SHEET]["K2"] = "JOG"
    sheets[SHEET].move_range("K1:K4", cols=5)
    sheets.save(book)
    assert read(book, cases).decisions[0].categories == {JOG}


def test_a_decision_made_meanwhile_is_not_overwritten(book, cases, ids):
    edit(book, K2="none", K3="none")
    now = cases | {ids[0]: cases[ids[0]].with_decisions((make_decision([A2J]),))}
    found = read(book, now)
    assert "export it anew" in found.problems[0]
    assert [decision.commitment_id for decision in found.decisions] == [ids[1]]


@pytest.mark.parametrize("content", [b"no workbook", b"", b"PK\x03\x04broken"])
def test_another_file_is_refused(tmp_path, cases, content):
    path = tmp_path / "other.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError, match="no workbook"):
        read(path, cases)


def test_another_workbook_is_refused(tmp_path, cases):
    Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(InputError, match="has no sheet"):
        read(tmp_path / "other.xlsx", cases)


def test_a_workbook_without_its_columns_is_refused(book, cases):
    with pytest.raises(InputError, match="lacks the columns id"):
        read(edit(book, A1="number"), cases)


def fill_csv(path, id, code, comment="", separator=","):
    """Fill in one row, as a spreadsheet would save it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["id"] == id:
            row |= {"decision": code, "comment": comment}
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, HEADS, delimiter=separator)
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_comes_back_whatever_its_separator(cases, ids, tmp_path, separator):
    export_workbook(cases.values(), tmp_path / "a.csv")
    path = fill_csv(tmp_path / "a.csv", ids[2], "OJI", "two\nlines, and “quotes”", separator)
    (decision,) = read(path, cases).decisions
    assert (decision.commitment_id, decision.categories) == (ids[2], {OJI})
    assert decision.comment == "two\nlines, and “quotes”"


def test_a_csv_keeps_text_that_only_looks_like_a_line_end(tmp_path):
    case = Case(make_finding(text="one\u2028two\x85three"))
    export_workbook([case], tmp_path / "a.csv")
    path = fill_csv(tmp_path / "a.csv", case.id, "none")
    assert len(read(path, {case.id: case}).decisions) == 1


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b""])
def test_another_csv_is_refused(tmp_path, cases, content):
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(InputError):
        read(tmp_path / "a.csv", cases)


def by_libreoffice(path, kind="xlsx", folder="saved"):
    """The same file as LibreOffice saves it."""
    if shutil.which("soffice") is None:
        pytest.skip("no LibreOffice here: `scripts/system tests` installs it")
    out = path.parent / folder
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / path.with_suffix(f".{kind.split(':')[0]}").name


def test_a_workbook_saved_by_libreoffice_comes_back(book, cases, ids):
    edit(book, K2="A2J+JOG", K3="unsure", L3="=1+1", K4="odd")
    saved = by_libreoffice(book)
    found = read(saved, cases)
    assert [decision.categories for decision in found.decisions] == [{A2J, JOG}, None]
    assert [decision.commitment_id for decision in found.decisions] == ids[:2]
    assert found.problems[0].startswith("Row 4: 'odd' is no decision")
    # What was text stays text: the title that looks like a formula was not calculated.
    assert load_workbook(saved)[SHEET]["E3"].value == "=1+1"
    assert load_workbook(saved)[SHEET]["E3"].data_type == "s"
    (validation,) = load_workbook(saved)[SHEET].data_validations.dataValidation
    assert "A2J+OJI+JOG" in validation.formula1
