from dataclasses import replace

import pytest
from factories import A2J, make_commitment, make_decision, make_plan, make_prediction, make_row

from classifier.errors import UnknownId
from classifier.workspace import Workspace


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(tmp_path) as opened:
        yield opened


def test_a_plan_comes_back_as_it_was_stored(workspace):
    plan = make_plan(make_commitment(), make_commitment(title="Open courts"))
    workspace.store(make_row(), plan)
    assert workspace.plan("p1") == plan


def test_a_ledger_row_comes_back_as_it_was_stored(workspace):
    row = make_row(warnings=("numbers jump from 3 to 5",), seconds=1.5, pages=9)
    workspace.store(row, make_plan())
    assert workspace.file(row.path) == row
    assert workspace.files() == [row]


def test_what_is_not_there_is_said_so(workspace):
    assert workspace.file("/nowhere.pdf") is None
    with pytest.raises(UnknownId, match="lists the plans"):
        workspace.plan("p9")
    with pytest.raises(UnknownId, match="No commitment"):
        workspace.commitment("c9")


def test_reading_a_file_again_replaces_its_plan(workspace):
    workspace.store(make_row(), make_plan(make_commitment(title="old")))
    workspace.store(make_row(), make_plan(make_commitment(title="new")))
    assert [commitment.title for commitment in workspace.commitments()] == ["new"]


def test_a_file_that_fails_later_takes_its_old_plan_away(workspace):
    workspace.store(make_row(), make_plan(make_commitment()))
    workspace.store(make_row(outcome="damaged", reason="ends early"))
    assert workspace.plans() == []
    assert workspace.file("/plans/a.pdf").outcome == "damaged"


def test_a_plan_stays_while_a_copy_stands_for_it(workspace):
    workspace.store(make_row(), make_plan())
    workspace.store(make_row("/plans/b.pdf", "duplicate", plan_id="p1"))
    workspace.store(make_row(outcome="damaged"))
    assert [plan.id for plan in workspace.plans()] == ["p1"]


def test_contacts_are_kept_apart(workspace):
    commitment = make_commitment(contact="someone@example.org")
    workspace.store(make_row(), make_plan(commitment))
    assert workspace.commitment(commitment.id) == replace(commitment, contact="")
    assert workspace.contact(commitment.id) == "someone@example.org"


def test_predictions_are_kept_by_model(workspace):
    commitment = make_commitment()
    first = make_prediction(commitment.id, [A2J], "m1")
    second = make_prediction(commitment.id, [], "m2")
    workspace.store(make_row(model_id="m1"), make_plan(commitment), [first])
    workspace.store_predictions(make_row(model_id="m2"), [second])
    assert workspace.predictions("m1") == {commitment.id: first}
    assert workspace.predictions("m2") == {commitment.id: second}
    assert workspace.latest_model() == "m2"


def test_decisions_outlive_a_second_reading(workspace):
    commitment = make_commitment()
    workspace.store(make_row(), make_plan(commitment))
    decision = make_decision([A2J], commitment_id=commitment.id)
    workspace.decide(decision)
    workspace.store(make_row(), make_plan(commitment))
    assert workspace.decisions(commitment.id) == [decision]


def test_a_decision_is_never_overwritten(workspace):
    decision = make_decision([A2J])
    workspace.decide(decision)
    workspace.decide(replace(decision, categories=frozenset(), comment="changed"))
    assert workspace.decisions() == [decision]


def test_a_workspace_keeps_what_it_holds_when_closed(tmp_path):
    with Workspace.open(tmp_path) as opened:
        opened.store(make_row(), make_plan(make_commitment()))
    with Workspace.open(tmp_path) as again:
        assert len(again.plan("p1").commitments) == 1
