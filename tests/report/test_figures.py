import pytest
from factories import A2J, JOG, OJI, PORT_SELM, make_finding, make_plan, make_row

from classifier.report import compute


@pytest.fixture
def findings():
    there = make_plan(id="p2", member=PORT_SELM, starts=2021)
    return [
        make_finding([A2J, OJI]),
        make_finding([A2J], decided=[]),
        make_finding([JOG], plan=there),
        make_finding(),
    ]


def column(table, name):
    return [row[table.columns.index(name)] for row in table.rows]


def test_the_headline_speaks_of_the_reporting_year(findings):
    figures = compute(findings, [], year=2023)
    assert (figures.plans, figures.members, figures.commitments, figures.decided) == (1, 1, 3, 1)
    assert column(figures.headline, "Predicted, not yet read by people") == [1, 1, 0, 1]


def test_the_latest_year_is_the_default(findings):
    assert compute(findings, []).year == 2023


def test_a_year_without_plans_is_a_warning_not_a_zero(findings):
    figures = compute(findings, [], year=2030)
    assert figures.warnings == ("No plan of 2030 is in the workspace. Years there: 2021, 2023.",)


def test_an_empty_workspace_is_refused():
    with pytest.raises(ValueError, match="ogp-justice run"):
        compute([], [])


def test_years_stand_beside_each_other(findings):
    table = compute(findings, []).table("by_year")
    assert column(table, "Year") == ["2021", "2023"]
    assert column(table, "Justice for open government") == [1, 0]
    assert column(table, "All commitments") == [1, 3]


@pytest.mark.parametrize("name", ["by_year", "by_region", "by_income", "by_level", "by_member"])
def test_every_breakdown_sums_to_the_same_total(findings, name):
    table = compute(findings, []).table(name)
    assert sum(column(table, "Any justice")) == 2
    assert sum(column(table, "All commitments")) == len(findings)


def test_overlap_counts_each_justice_commitment_once(findings):
    table = compute(findings, []).table("overlap")
    assert ("Access to justice + Open justice institutions", 1) in table.rows
    assert sum(column(table, "Commitments")) == 2


def test_every_justice_commitment_is_listed_with_its_page(findings):
    table = compute(findings, []).table("justice_commitments")
    assert column(table, "Page") == [3, 3]
    assert column(table, "Categories") == ["A2J OJI", "JOG"]


def test_coverage_names_what_was_not_read(findings):
    files = [make_row(), make_row("/plans/b.pdf", "damaged", reason="ends early")]
    figures = compute(findings, files)
    assert set(figures.table("coverage").rows) == {("read", 1), ("damaged", 1)}
    assert column(figures.table("files"), "Remarks") == ["", "ends early"]


def test_examples_carry_their_evidence(findings):
    example = compute(findings, []).examples[0]
    assert example["evidence"] == "legal aid"
    assert example["where"] == "p1.pdf, page 3"
