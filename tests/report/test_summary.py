"""The sentences that open the chapters say what the tables hold, and nothing where there is nothing."""

from dataclasses import replace

import pytest
from factories import A2J, OJI, make_finding, make_plan
from scenes import LAST, THIS, a_read_sample, figures, findings

from classifier.report import Sources, compute, languages
from classifier.report.tables import Kind, shown


@pytest.fixture(scope="module")
def report():
    return figures()


def test_the_trend_holds_both_shares(report):
    assert (
        report.sentences["trend"]
        == "Justice made up 43% of the commitments of 2023, against 67% of those of 2022."
    )


def test_without_a_year_before_there_is_no_trend():
    this = [one for one in findings() if one.plan.year == THIS]
    assert compute(this).sentences["trend"] == ""


def test_the_member_with_most_is_named_with_its_number(report):
    assert report.sentences["where"] == "The member with most justice commitments in 2023 is Telmara: 2 of 3."


def test_where_nothing_is_justice_no_member_is_named():
    ordinary = compute([make_finding(), make_finding()])
    assert ordinary.sentences["where"] == ordinary.sentences["what"] == ordinary.sentences["people"] == ""


def test_the_commonest_subject_is_named_in_the_reports_language():
    assert "«" in figures("es").sentences["what"]
    assert figures("fr").sentences["what"] != figures("en").sentences["what"]


def test_people_at_the_centre_are_counted_of_justice_commitments(report):
    assert report.sentences["people"] == "1 of 3 justice commitments start from what people need."


def test_irm_is_summed_up_with_both_denominators(report):
    row = report.table("irm").row("high_ambition")
    said = report.sentences["irm"]
    assert f"({row['justice']} of {row['justice_of']})" in said
    assert f"({row['others']} of {row['others_of']})" in said


def test_without_a_database_the_chapter_on_irm_opens_with_nothing():
    assert compute(findings()).sentences["irm"] == ""


def test_participants_are_summed_up_with_who_came_and_went(report):
    assert report.sentences["participants"] == (
        "In 2023, 2 members take part by the Coalition's own rule. 1 joined since 2022; 1 left."
    )


def test_what_people_confirmed_and_the_model_proposes_are_two_numbers(report):
    assert report.sentences["headline"].startswith("People have confirmed 2 justice commitments")
    assert "the model proposes 1 more" in report.sentences["headline"]


def test_an_estimate_is_said_with_its_interval():
    made = compute(a_read_sample())
    row = made.table("headline").row("any_justice")
    assert f"between {row['low']:.0f} and {row['high']:.0f}" in made.sentences["headline"]


@pytest.mark.parametrize("code", languages())
def test_no_sentence_is_left_with_a_blank(code):
    for made in (figures(code), compute(a_read_sample(), Sources(language=code))):
        for said in made.sentences.values():
            assert "{" not in said and "None" not in said


def test_a_year_with_one_plan_of_unknown_member_can_be_summed_up():
    nobody = make_plan(member=None, starts=LAST)
    said = compute([make_finding([A2J], plan=nobody), make_finding([OJI], plan=nobody)]).sentences
    assert "2 are labelled" in said["cover"]


def test_facts_count_only_what_they_name():
    two = [replace(f, plan=make_plan(id=f"x{n}")) for n, f in enumerate(findings()[:2])]
    facts = compute(two).facts
    assert (facts["plans"], facts["members"], facts["commitments"], facts["justice"]) == (2, 1, 2, 1)
    assert (facts["estimate"], facts["confirmed_share"]) == (None, 0.0)


@pytest.mark.parametrize(
    "value, kind, said",
    [
        (None, Kind.COUNT, "–"),
        (0.125, Kind.SHARE, "12%"),
        (0, Kind.SHARE, "0%"),
        (12.4, Kind.NUMBER, "12"),
        (7, Kind.COUNT, "7"),
        ("Telmara", Kind.TEXT, "Telmara"),
    ],
)
def test_values_are_shown_as_people_read_them(value, kind, said):
    assert shown(value, kind) == said
