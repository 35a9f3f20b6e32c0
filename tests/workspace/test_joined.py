import pytest
from factories import A2J, make_commitment, make_plan, make_prediction, make_row

from classifier.judgements import AuditItem
from classifier.workspace import Workspace
from classifier.workspace.joined import joined


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(tmp_path) as opened:
        for number in (2, 1):
            plan = f"p{number}"
            commitments = [make_commitment(id=f"{plan}-{n}", plan_id=plan, order=n) for n in (3, 1, 2)]
            predictions = [make_prediction(f"{plan}-{n}", [A2J]) for n in (1, 2)]
            opened.store(
                make_row(f"/{plan}.pdf", plan_id=plan), make_plan(*commitments, id=plan), predictions
            )
        opened.store_audit([AuditItem("p1-1", 0, 0.5, sampled=True)])
        yield opened


def test_commitments_come_by_plan_and_order(workspace):
    ids = [row.commitment.id for row in joined(workspace.engine, "m1")]
    assert ids == ["p1-1", "p1-2", "p1-3", "p2-1", "p2-2", "p2-3"]


def test_each_comes_with_what_belongs_to_it(workspace):
    rows = {row.commitment.id: row for row in joined(workspace.engine, "m1")}
    assert rows["p1-1"].plan.id == "p1"
    assert rows["p1-1"].prediction == make_prediction("p1-1", [A2J])
    assert rows["p1-1"].audit == AuditItem("p1-1", 0, 0.5, sampled=True)


def test_what_is_not_there_is_none(workspace):
    rows = {row.commitment.id: row for row in joined(workspace.engine, "m1")}
    assert rows["p1-3"].prediction is None
    assert rows["p2-1"].audit is None
    assert all(row.prediction is None for row in joined(workspace.engine, "other"))


def test_what_is_stored_meanwhile_does_not_come_between(workspace):
    rows = joined(workspace.engine, "m1")
    next(rows)
    workspace.store(make_row("/p3.pdf", plan_id="p3"), make_plan(make_commitment(plan_id="p3"), id="p3"))
    assert sum(1 for _ in rows) == 5
