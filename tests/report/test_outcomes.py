import pytest
from factories import A2J, OJI
from scenes import HIGH, LOW, OPEN, THIS, figures, findings, row

from classifier.irm import Joins
from classifier.report import Sources, compute
from classifier.report.outcomes import wilson


@pytest.fixture(scope="module")
def report():
    return figures()


def test_shares_are_of_assessed_commitments_only(report):
    row = report.table("irm").row("high_ambition")
    assert (row["justice"], row["justice_of"], row["justice_share"]) == (1, 1, 1.0)
    assert (row["others"], row["others_of"], row["others_share"]) == (1, 2, 0.5)


def test_what_was_not_assessed_is_no_low_result(report):
    row = report.table("irm").row("verifiable")
    assert (row["justice"] + row["others"], row["justice_of"] + row["others_of"]) == (2, 3)


def test_no_data_not_reported_and_not_applicable_stay_apart(report):
    levels = report.table("irm_levels")
    assert levels.row("potential_impact:ND")["justice"] == 1
    assert levels.row("early_results:NR")["justice"] == 1
    assert levels.row("completion_progress:NA")["justice"] == 1


def test_each_period_keeps_its_own_scale(report):
    keys = [row.key for row in report.table("irm_levels").rows]
    assert "potential_impact:minor" in keys and "potential_for_results:substantial" in keys


def placed(*rows):
    """The scene joined to rows of given years, in order of its findings."""
    ids = [one.commitment.id for one in findings()]
    return Joins(dict(zip(ids, rows, strict=False)))


def test_periods_of_irms_scales_are_never_added_together():
    joins = placed(*(row(irm=HIGH if year > 2020 else LOW, year=year) for year in (2015, 2019, 2021)))
    table = compute(findings(), Sources(joins=joins), year=THIS).table("irm_periods")
    ambition = {r.key: table.row(r.key) for r in table.rows if r.key.endswith("ambition")}
    assert {key: one["justice_of"] + one["others_of"] for key, one in ambition.items()} == {
        "before_2020:high_ambition": 2,
        "after_2020:high_ambition": 1,
    }


def test_a_period_in_which_nothing_was_assessed_is_not_shown():
    joins = placed(row(irm=OPEN, year=2020))
    assert compute(findings(), Sources(joins=joins), year=THIS).table("irm_periods").rows == ()


def test_periods_add_up_to_the_comparison_of_all(report):
    whole, parts = report.table("irm").row("high_ambition"), report.table("irm_periods")
    mine = [parts.row(r.key) for r in parts.rows if r.key.endswith("high_ambition")]
    for column in ("justice", "justice_of", "others", "others_of"):
        assert sum(one[column] for one in mine) == whole[column]


def test_policy_areas_stand_beside_justice(report):
    table = report.table("irm_areas")
    assert table.row("Fiscal Openness")["ambition_of"] == 1
    assert table.row("justice")["ambition"] == 1


def test_without_a_database_there_are_no_results_but_the_reason():
    table = compute(findings()).table("irm")
    assert table.rows == () and "--irm" in table.note


def test_the_note_says_how_many_were_joined(report):
    assert "Of 10 commitments, 4 were joined" in report.table("irm").note
    assert "1 were not, and for 2 the file holds no row" in report.table("irm").note


def test_those_that_found_no_row_are_listed(report):
    assert [row.key for row in report.table("unjoined").rows] == ["t22-0"]


def test_tags_and_categories_make_a_confusion_table(report):
    row = report.table("agreement").row("Access to Justice")
    assert (row["both"], row["only_ogp"], row["only_ours"], row["neither"]) == (1, 0, 0, 3)


def test_wilsons_interval_holds_the_share_and_stays_within_bounds():
    low, high = wilson(5, 20)
    assert 0 < low < 0.25 < high < 1
    assert wilson(0, 10)[0] == 0.0 and wilson(10, 10)[1] == 1.0
    assert wilson(0, 0) == (None, None)


def test_wilson_agrees_with_statsmodels_published_example():
    # 10 of 100: Newcombe (1998), table I, method 3.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)


def test_examples_show_results_where_known(report):
    shown = {one.id: one.results for one in report.examples if one.category in (A2J, OJI)}
    assert shown["t23-3"] == "High ambition, High completion, High early results"
