from dataclasses import replace

import pytest
from factories import A2J, JOG, OJI, make_finding
from scenes import THIS, figures, findings

from classifier.report import compute
from classifier.report.coalition import targets


@pytest.fixture(scope="module")
def report():
    return figures()


def test_participants_follow_from_running_justice_commitments(report):
    table = report.table("participants")
    standing = {row.key: table.row(row.key)["status"] for row in table.rows}
    assert standing == {
        "Telmara": "stays",
        "Norden": "joined",
        "Solara": "left",
        "Port Selm": "possible observer",
    }


def test_participants_come_with_their_numbers(report):
    row = report.table("participants").row("Telmara")
    assert (row["number"], row[A2J], row[OJI], row[JOG], row["decided"]) == (2, 1, 1, 1, 2)


def test_strategies_stand_beside_the_year_before(report):
    growth = report.table("strategies").row("growth")
    assert (growth["number_before"], growth["of_before"]) == (2, 3)
    assert (growth["number"], growth["of"], growth["share"]) == (3, 7, round(3 / 7, 4))


def test_people_and_means_are_shares_of_justice_commitments(report):
    assert report.table("people_centred").row("yes")["share"] == round(1 / 3, 4)
    assert report.table("means").row("technology")["number"] == 2


@pytest.mark.parametrize("category, target", [(A2J, "16.3"), (OJI, "16.6")])
def test_a_category_serves_its_own_target(category, target):
    assert target in targets(make_finding([category]))


def test_a_subtheme_serves_its_target_within_its_category():
    corrupt = make_finding([JOG])
    corrupt = replace(
        corrupt, prediction=replace(corrupt.prediction, subthemes=("anti_corruption_enforcement",))
    )
    assert targets(corrupt) == {"16.5"}


def test_a_target_the_plan_prints_is_kept_where_its_categories_can_serve_it():
    assert "16.9" in targets(make_finding([A2J], sdg_targets=("16.9", "4.1")))
    assert targets(make_finding([], sdg_targets=("16.9",))) == set()


def test_the_un_fields_are_filled_from_the_same_figures(report):
    table = report.table("un")
    assert table.row("glance")["entry"].startswith(
        "3 justice commitments among 7 commitments in 3 OGP action plans"
    )
    assert "women" in table.row("beneficiaries")["entry"]


def test_a_year_without_justice_has_no_participants():
    ordinary = [one for one in findings() if not one.label.categories]
    assert compute(ordinary, year=THIS).facts["participants"] == 0
