from dataclasses import replace

import pytest
from factories import A2J, JOG, OJI
from scenes import PLANS, finding, findings

from classifier.errors import InputError
from classifier.judgements import Label
from classifier.report import Sources, compute, read_previous, write_report


@pytest.fixture(scope="module")
def previous(tmp_path_factory):
    folder = tmp_path_factory.mktemp("earlier")
    write_report(compute(findings()), folder, ["csv", "json"])
    return read_previous(folder)


def table(now, previous, name="changes"):
    return compute(now, Sources(previous=previous)).table(name)


def relabelled(key, categories, *, decided, model="m1"):
    """The scene's findings, one of them with another label."""
    found = []
    for one in findings():
        if one.commitment.id == key:
            label = Label(key, frozenset(categories), decided)
            one = replace(one, label=label, prediction=replace(one.prediction, model_id=model))
        found.append(one)
    return found


def test_the_same_workspace_has_no_changes(previous):
    same = table(findings(), previous)
    assert same.column("previous") == same.column("now")
    assert table(findings(), previous, "changed").rows == ()


def test_a_new_plan_is_named_as_the_cause(previous):
    more = [*findings(), finding(99, "p23", [OJI], None)]
    plan = replace(PLANS["p23"], id="new")
    more[-1] = replace(more[-1], plan=plan)
    row = table(more, previous).row(OJI)
    assert (row["previous"], row["new_plans"], row["now"]) == (2, 1, 3)


def test_a_plan_that_left_is_named_as_the_cause(previous):
    rest = [one for one in findings() if one.plan.id != "n23"]
    row = table(rest, previous).row(JOG)
    assert (row["previous"], row["gone_plans"], row["now"]) == (2, -1, 1)


def test_a_decision_is_named_as_the_cause(previous):
    row = table(relabelled("n23-6", [], decided=True), previous).row(JOG)
    assert (row["by_people"], row["now"]) == (-1, 1)


def test_another_model_is_named_as_the_cause(previous):
    row = table(relabelled("n23-6", [], decided=False, model="m2"), previous).row(JOG)
    assert (row["other_model"], row["by_people"]) == (-1, 0)


def test_a_new_reading_is_what_is_left(previous):
    row = table(relabelled("n23-6", [], decided=False), previous).row(JOG)
    assert (row["reread"], row["other_model"]) == (-1, 0)


def test_causes_add_up_to_the_difference(previous):
    changed = table(relabelled("t22-1", [A2J, OJI], decided=True), previous)
    for row in (changed.row(one.key) for one in changed.rows):
        causes = ("new_plans", "gone_plans", "reread", "by_people", "other_model")
        assert row["previous"] + sum(row[name] for name in causes) == row["now"]


def test_every_changed_commitment_is_listed_with_why(previous):
    listed = table(relabelled("t22-1", [A2J], decided=True), previous, "changed")
    assert listed.row("t22-1")["now_label"] == "A2J"
    assert (listed.row("t22-1")["previous_label"], listed.row("t22-1")["why"]) == ("–", "People decided")


def test_a_folder_without_a_report_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"figures\.json"):
        read_previous(tmp_path)
