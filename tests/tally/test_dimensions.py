from dataclasses import replace

import pytest
from factories import A2J, JOG, OJI, PORT_SELM, make_finding, make_plan

from classifier.tally.cells import ANY_JUSTICE, carries, cells, rows
from classifier.tally.dimensions import DIMENSIONS, UNKNOWN
from classifier.taxonomy import Group, JusticeCategory, Means, PeopleCentred


def keys(name, finding):
    return DIMENSIONS[name](finding)


def with_prediction(**more):
    finding = make_finding([A2J])
    return replace(finding, prediction=replace(finding.prediction, **more))


@pytest.mark.parametrize(
    ("starts", "ends", "years"),
    [
        (2021, 2023, ("2021", "2022", "2023")),
        (2021, None, ("2021", "2022")),
        (2021, 2019, ("2021",)),
        (None, 2023, (UNKNOWN,)),
    ],
)
def test_a_plan_is_active_in_every_year_it_runs(starts, ends, years):
    assert keys("active", make_finding(plan=make_plan(starts=starts, ends=ends))) == years


def test_the_year_of_submission_comes_before_the_start():
    assert keys("year", make_finding(plan=make_plan(starts=2021, submitted=2020))) == ("2020",)


@pytest.mark.parametrize(
    ("name", "value"),
    [("member", "Port Selm"), ("region", "Americas"), ("income", "LM"), ("level", "local"), ("plan", "p1")],
)
def test_a_member_brings_its_values(name, value):
    assert keys(name, make_finding(plan=make_plan(member=PORT_SELM))) == (value,)


@pytest.mark.parametrize("name", ["region", "income"])
def test_a_member_without_a_region_is_unknown_not_empty(name):
    bare = replace(PORT_SELM, region="", income="")
    assert keys(name, make_finding(plan=make_plan(member=bare))) == (UNKNOWN,)


def test_the_commitments_language_comes_before_the_plans():
    assert keys("language", make_finding(language="fr")) == ("fr",)
    assert keys("language", make_finding(language="")) == ("en",)


def test_several_subthemes_and_groups_stand_in_several_cells():
    finding = with_prediction(
        subthemes=("legal_help", "police"), groups=frozenset({Group.WOMEN, Group.OLDER_PEOPLE})
    )
    assert keys("subtheme", finding) == ("legal_help", "police")
    assert keys("group", finding) == ("older_people", "women")
    assert len(cells([finding], ["subtheme", "group"])) == 4


@pytest.mark.parametrize(
    "lead, branch", [("Supreme Court", "judiciary"), ("Ministry of Justice", "executive"), ("", UNKNOWN)]
)
def test_the_branch_is_that_of_the_lead_institution(lead, branch):
    assert keys("branch", make_finding(lead_institution=lead)) == (branch,)


def test_the_branch_is_read_in_the_plans_language_where_the_commitment_has_none():
    finding = make_finding(lead_institution="Cour suprême", language="", plan=make_plan(language="fr"))
    assert keys("branch", finding) == ("judiciary",)


@pytest.mark.parametrize("categories, cell", [([JOG, A2J], ("A2J+JOG",)), ([OJI], ("OJI",)), ([], ())])
def test_overlap_names_exactly_the_categories_that_stand_together(categories, cell):
    assert keys("overlap", make_finding([], decided=categories)) == cell


def test_several_means_stand_in_several_cells():
    means = frozenset({Means.TECHNOLOGY, Means.PARTICIPATION})
    assert keys("means", with_prediction(means=means)) == ("participation", "technology")


def test_nothing_predicted_is_in_no_subtheme():
    finding = replace(make_finding(), prediction=None)
    assert keys("subtheme", finding) == keys("group", finding) == ()
    assert keys("people-centred", finding) == (UNKNOWN,)


def test_people_centred_is_said_as_the_codebook_says_it():
    assert keys("people-centred", with_prediction(people_centred=PeopleCentred.YES)) == ("yes",)


def test_cells_come_sorted():
    plans = [make_plan(id=str(year), starts=year) for year in (2023, 2019, 2021)]
    assert [*cells([make_finding(plan=plan) for plan in plans], ["year"])] == [
        ("2019",),
        ("2021",),
        ("2023",),
    ]


def test_no_breakdown_is_one_cell():
    assert [*cells([make_finding(), make_finding()], [])] == [()]


def test_rows_of_categories_only_where_asked():
    assert rows(["year"]) == [ANY_JUSTICE]
    assert rows(["category", "year"]) == [*JusticeCategory, ANY_JUSTICE]


def test_no_label_carries_nothing():
    finding = replace(make_finding([A2J]), label=None)
    assert not carries(ANY_JUSTICE, finding) and not carries(A2J, finding)
