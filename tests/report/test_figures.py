import pytest
from factories import A2J, JOG, OJI, make_finding, make_plan
from scenes import NORDEN, THIS, a_read_sample, figures, files, findings, joins

from classifier.plans import Edition
from classifier.report import Sources, compute, trace
from classifier.tally import ANY_JUSTICE


@pytest.fixture(scope="module")
def report():
    return figures()


def test_the_headline_keeps_people_and_model_apart(report):
    headline = report.table("headline")
    assert headline.column("decided") == [1, 1, 1, 2]
    assert headline.column("predicted") == [0, 0, 1, 1]
    assert headline.column("commitments") == [7] * 4


def test_the_latest_year_is_the_default():
    assert compute(findings()).year == THIS


def test_without_a_sample_there_is_no_estimate_but_the_reason(report):
    assert report.table("headline").column("estimate") == [None] * 4
    assert "no audit sample was drawn" in report.table("headline").note


def test_a_read_sample_gives_an_estimate_with_its_interval():
    row = compute(a_read_sample()).table("headline").row(A2J)
    assert row["low"] < row["estimate"] == 20 < row["high"]


def test_a_year_without_plans_is_a_warning_not_a_zero():
    warnings = compute(findings(), year=2030).warnings
    assert warnings == ("No plan of 2030 is in the workspace. Years there: 2022, 2023.",)


def test_files_that_failed_are_a_warning(report):
    assert report.warnings == ("1 files could not be read; see “File by file”.",)


def test_an_empty_workspace_is_refused():
    with pytest.raises(ValueError, match="ogp-justice run"):
        compute([])


def test_cohorts_part_new_plans_from_running_ones(report):
    table = report.table("cohorts")
    assert table.column("plans") == [3, 3] and table.column("commitments") == [7, 7]
    assert compute(findings(), year=2024).table("cohorts").column("commitments") == [0, 7]


def test_parts_of_a_year_add_up(report):
    table = report.table("year_parts")
    parts = ("only_a2j", "only_oji", "only_jog", "several")
    for row in (table.row(year) for year in ("2022", "2023")):
        assert sum(row[part] for part in parts) == row[ANY_JUSTICE]


@pytest.mark.parametrize("by", ["region", "income", "level", "first", "member", "branch"])
def test_every_breakdown_sums_to_the_same_total(report, by):
    table = report.table(f"by_{by}")
    assert (sum(table.column(ANY_JUSTICE)), sum(table.column("any_all"))) == (3, 5)
    assert sum(table.column("commitments_all")) == len(findings())


def test_first_time_members_are_told_from_returning_ones(report):
    assert report.table("by_first").column("commitments") == [4, 3]


def test_overlap_counts_each_justice_commitment_once(report):
    table = report.table("overlap")
    assert table.row(f"{A2J}+{OJI}")["number"] == 1
    assert sum(table.column("number_all")) == 5


def test_estimates_come_by_every_breakdown(report):
    keys = [row.key for row in report.table("estimates").rows]
    assert {"overall:any_justice", "year:2022:any_justice", f"member:Norden:{JOG}"} <= set(keys)
    assert len(keys) == len(set(keys))


def test_a_draft_gives_way_to_the_final_plan():
    draft = make_plan(id="d", member=NORDEN, starts=THIS, edition=Edition.DRAFT, file_name="draft.pdf")
    whole = compute([*findings(), make_finding([A2J], plan=draft, id="d-1", plan_id="d")])
    assert len(whole.records) == len(findings())
    assert "draft.pdf" in whole.warnings[0]


def test_facts_agree_with_the_tables(report):
    assert report.facts["justice"] == report.table("headline").row(ANY_JUSTICE)["decided"] + 1
    assert (report.facts["participants"], report.facts["joined"], report.facts["left"]) == (2, 1, 1)


def test_the_cover_speaks_of_an_estimate_only_where_there_is_one(report):
    assert report.sentences["cover"] == "Of 7 commitments made in 2023, 3 are labelled as justice reform."
    assert "about 20 promise" in compute(a_read_sample()).sentences["cover"]


def test_a_figure_is_traced_to_its_commitments(report):
    assert trace(report, "headline.justice_for_open_government") == ("t23-5", "n23-6")
    assert trace(report, f"headline.{JOG}.decided") == ("t23-5",)
    assert trace(report, "by_region.Europe.any_all") == ("t22-0", "t23-3", "t23-5", "n23-6")


def test_every_row_that_counts_can_be_traced_to_as_many_commitments_as_it_says(report):
    for table in report.tables:
        for row in table.rows:
            for column in table.main:
                ids = trace(report, f"{table.name}.{row.key}.{column}")
                assert len(ids) == table.row(row.key)[column], (table.name, row.key)


def test_a_row_is_traced_to_all_that_its_main_columns_count(report):
    row = report.table("headline").row(ANY_JUSTICE)
    assert len(trace(report, f"headline.{ANY_JUSTICE}")) == row["decided"] + row["predicted"]


@pytest.mark.parametrize(
    "path, named",
    [("nothing.x", "headline"), ("headline.x", "access_to_justice"), (f"headline.{A2J}.estimate", "decided")],
)
def test_an_unknown_figure_is_answered_with_those_there_are(report, path, named):
    with pytest.raises(ValueError, match=named):
        trace(report, path)


def test_every_count_is_the_number_of_the_commitments_it_names(report):
    known = {record["id"] for record in report.records}
    for table in report.tables:
        for row in table.rows:
            for cell in row.cells:
                assert set(getattr(cell, "ids", ())) <= known


def test_versions_name_the_model_and_the_newest_file():
    made = compute(findings(), Sources(files=files(), joins=joins(), versions={"program": "9"}))
    newest = max(row.processed_at for row in files()).date().isoformat()
    assert (made.versions["model"], made.versions["read"], made.versions["program"]) == ("m1", newest, "9")
