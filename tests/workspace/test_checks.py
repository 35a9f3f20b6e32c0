import pytest
from factories import A2J, make_commitment, make_decision, make_plan, make_prediction, make_row
from sqlalchemy import text

from classifier.workspace import Workspace
from classifier.workspace.checks import problems


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(tmp_path) as opened:
        commitment = make_commitment(id="c-1")
        opened.store(make_row(commitments=1), make_plan(commitment), [make_prediction("c-1")])
        opened.store(make_row("/plans/b.pdf", "damaged"))
        opened.decide(make_decision([A2J], commitment_id="c-1"))
        yield opened


def spoil(workspace, *statements):
    with workspace.engine.begin() as connection:
        for statement in ("PRAGMA foreign_keys=OFF", *statements):
            connection.execute(text(statement))


def test_a_sound_workspace_has_no_problems(workspace):
    assert problems(workspace.engine) == []


@pytest.mark.parametrize(
    "statement, expected",
    [
        ("DELETE FROM files WHERE path = '/plans/a.pdf'", "no file stands for it"),
        ("UPDATE files SET commitments = 7 WHERE plan_id = 'p1'", "counts 7 commitments, but 1 are here"),
        ("DELETE FROM commitments", "1 rows of predictions belong to no commitment"),
        ("INSERT INTO contacts VALUES ('c-9', 'x')", "1 rows of contacts belong to no commitment"),
        ("UPDATE commitments SET body = '{}'", "commitments c-1 cannot be read"),
        ("UPDATE decisions SET body = 'no json'", "cannot be read"),
        ("UPDATE files SET plan_id = NULL WHERE path = '/plans/a.pdf'", "its plan is not here"),
    ],
)
def test_each_contradiction_is_found(workspace, statement, expected):
    spoil(workspace, statement)
    assert any(expected in problem for problem in problems(workspace.engine))


def test_a_broken_reference_is_found(workspace):
    spoil(workspace, "UPDATE commitments SET plan_id = 'gone'")
    assert any("points at a row of plans" in problem for problem in problems(workspace.engine))
