import json

import pytest
from click.testing import CliRunner
from factories import A2J, OJI
from workspaces import TITLES, decide

from classifier.cli import verbs
from classifier.errors import UnknownId


def show(folder, *arguments):
    call = ["show", *arguments, "--workspace", str(folder)]
    return CliRunner().invoke(verbs, call, standalone_mode=False)


def test_without_an_id_the_plans_are_listed(folder):
    output = show(folder).output
    assert all(word in output for word in ("Telmara", "Port Selm", "2023", "2021", "p1.pdf"))


def test_the_list_of_plans_as_json(folder):
    assert [plan["id"] for plan in json.loads(show(folder, "--json").output)] == ["p1", "p2"]


def test_a_plan_shows_its_commitments_with_pages(folder):
    output = show(folder, "p1").output
    assert all(TITLES[name][0] in output for name in ("p1-1", "p1-2", "p1-3"))
    assert "3-4" in output and TITLES["p2-1"][0] not in output


def test_a_plan_as_json_holds_its_commitments(folder):
    plan = json.loads(show(folder, "p2", "--json").output)
    assert [commitment["id"] for commitment in plan["commitments"]] == ["p2-1", "p2-2"]


def test_a_commitment_shows_scores_and_evidence(folder):
    output = show(folder, "p1-1").output
    assert "A2J 0.90" in output and "OJI 0.10" in output
    assert "A2J [legal_aid] Free legal aid in the valleys" in output


def test_a_commitment_says_who_labelled_it(folder):
    assert "A2J (predicted)" in show(folder, "p1-1").output
    decide(folder, "p1-1", [OJI], analyst="ana", comment="the court itself opens")
    output = show(folder, "p1-1").output
    assert "OJI (decided)" in output
    assert "2026-01-01 ana: open_justice_institutions the court itself opens" in output


@pytest.mark.parametrize(("said", "shown"), [(None, "ana: unsure"), ([], "ana: none")])
def test_unsure_and_none_are_two_answers(folder, said, shown):
    decide(folder, "p1-1", said, analyst="ana")
    assert shown in show(folder, "p1-1").output


def test_a_commitment_as_json(folder):
    decide(folder, "p1-1", [A2J])
    shown = json.loads(show(folder, "p1-1", "--json").output)
    assert shown["commitment"]["title"] == TITLES["p1-1"][0]
    assert shown["label"] == {"commitment_id": "p1-1", "categories": ["access_to_justice"], "decided": True}
    assert len(shown["decisions"]) == 1


def test_contact_details_are_shown_only_when_asked(folder):
    assert "Ms Example" not in show(folder, "p1-1").output
    assert "Ms Example" not in show(folder, "p1-1", "--json").output
    assert "contact: Ms Example, box 7" in show(folder, "p1-1", "--contact").output
    assert "contact: none printed" in show(folder, "p2-1", "--contact").output


def test_an_unknown_id_says_where_to_look(folder):
    error = show(folder, "p9").exception
    assert isinstance(error, UnknownId)
    assert "`ogp-justice show` lists the plans" in str(error)
