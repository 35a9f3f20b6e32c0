"""The workspace on a real PostgreSQL, with several analysts and a run at once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from factories import (
    A2J,
    SAMPLES,
    KeywordModel,
    make_commitment,
    make_decision,
    make_plan,
    make_prediction,
    make_row,
)
from review.desks import load
from servers import postgres
from sqlalchemy import inspect, text

from classifier.errors import WorkspaceError
from classifier.fences import Fence
from classifier.inputs import gather
from classifier.pipeline import Bounds, findings, process
from classifier.review.desk import Desk
from classifier.tasks import plan_tasks
from classifier.workspace import Workspace
from classifier.workspace.checks import problems
from classifier.workspace.copies import back_up
from classifier.workspace.desk import claim, held_by_others
from classifier.workspace.locks import run_lock
from classifier.workspace.migrations import SCHEMA_VERSION
from classifier.workspace.privacy import forget_contacts
from classifier.workspace.restore import restore
from classifier.workspace.schema import metadata


@pytest.fixture(scope="module")
def url():
    with postgres() as where:
        yield where


@pytest.fixture
def workspace(url):
    with Workspace.open(url) as opened:
        yield opened
        metadata.drop_all(opened.engine)


def fill(workspace):
    commitment = make_commitment(id="c-1", contact="wanda@harrowmere.example")
    prediction = make_prediction("c-1", [A2J])
    workspace.store(make_row(commitments=1, model_id="m1"), make_plan(commitment), [prediction])
    return commitment, prediction


def test_all_comes_back_as_it_was_stored(workspace):
    commitment, prediction = fill(workspace)
    decision = make_decision([A2J], commitment_id="c-1")
    workspace.decide(decision)
    assert workspace.plan("p1").commitments == (replace(commitment, contact=""),)
    assert workspace.predictions("m1") == {"c-1": prediction}
    assert workspace.decisions("c-1") == [decision]
    assert workspace.file("/plans/a.pdf") == make_row(
        commitments=1, model_id="m1", processed_at=workspace.file("/plans/a.pdf").processed_at
    )


def test_text_that_postgresql_refuses_is_kept_without_it(workspace):
    plan = make_plan(make_commitment(title="null \0 and half \ud800", contact="a\0b"))
    workspace.store(make_row("/plans/\udcff.pdf", reason="\0"), plan)
    assert workspace.file("/plans/\udcff.pdf").path == r"/plans/\udcff.pdf"


def test_hostile_text_stays_text(workspace):
    hostile = "'); DROP TABLE files; --"
    workspace.store(make_row(hostile, reason=hostile), make_plan(make_commitment(title=hostile, id=hostile)))
    assert workspace.file(hostile).reason == hostile
    assert workspace.commitment(hostile).title == hostile


def test_one_run_at_a_time(workspace, url):
    with (
        Workspace.open(url) as other,
        run_lock(workspace.engine),
        pytest.raises(WorkspaceError, match="Another run"),
        run_lock(other.engine),
    ):
        pass
    with run_lock(workspace.engine):
        pass


def test_an_old_database_is_backed_up_and_migrated(workspace, url, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    fill(workspace)
    with workspace.engine.begin() as connection:
        connection.execute(text("DROP INDEX ix_predictions_model_id"))
        connection.execute(text("ALTER TABLE files DROP COLUMN limits"))
        connection.execute(text("UPDATE meta SET value = '1'"))
    with Workspace.open(url) as opened:
        assert opened.files()[0].limits == ""
        assert inspect(opened.engine).get_indexes("predictions")
        with opened.engine.connect() as connection:
            assert connection.scalar(text("SELECT value FROM meta")) == str(SCHEMA_VERSION)
    assert len(list((tmp_path / "backups").glob("schema-1-*.sqlite"))) == 1


def test_many_may_open_an_empty_database_at_once(url, workspace):
    metadata.drop_all(workspace.engine)
    with ThreadPoolExecutor(6) as pool:
        for opened in pool.map(lambda _: Workspace.open(url), range(6)):
            with opened:
                assert opened.files() == []


def test_backup_and_restore_go_through_one_file(workspace, url, tmp_path):
    fill(workspace)
    workspace.decide(make_decision([A2J], commitment_id="c-1"))
    back_up(workspace.engine, tmp_path / "copy" / "workspace.sqlite")
    with Workspace.open(tmp_path / "copy") as copy:
        assert copy.plan("p1") == workspace.plan("p1")
        assert copy.decisions() == workspace.decisions()
    workspace.store(make_row(outcome="damaged"))
    restore(tmp_path / "copy" / "workspace.sqlite", url, tmp_path / "before.sqlite")
    assert len(workspace.plan("p1").commitments) == 1
    assert (tmp_path / "before.sqlite").exists()


def test_contradictions_are_found_and_contacts_forgotten(workspace):
    fill(workspace)
    assert problems(workspace.engine) == []
    assert forget_contacts(workspace.engine) == 1
    assert workspace.contact("c-1") == ""
    with workspace.engine.begin() as connection:
        connection.execute(text("UPDATE files SET commitments = 5"))
    assert len(problems(workspace.engine)) == 1


def test_a_server_that_goes_away_is_said_so(workspace, url):
    refused = pytest.raises(WorkspaceError, match="cannot be used")
    with Workspace.open(url) as other, refused, other.engine.connect() as connection:
        ours = connection.scalar(text("SELECT pg_backend_pid()"))
        with workspace.engine.begin() as killer:
            killer.execute(text(f"SELECT pg_terminate_backend({ours})"))
        connection.execute(text("SELECT 1"))


def decide_all(url, analyst, ids, stop):
    """What an analyst does meanwhile: look at the queue, decide, look again."""
    with Workspace.open(url) as opened:
        made = []
        while not stop.is_set() or len(made) < 20:
            list(findings(opened))
            number = len(made)
            made.append(
                make_decision([A2J], analyst, commitment_id=ids[number % len(ids)], day=1 + number % 28)
            )
            opened.decide(replace(made[-1], id=f"{analyst}-{number}"))
        return len(made)


def test_several_analysts_and_a_run_at_once(workspace, url):
    fill(workspace)
    stop = threading.Event()
    tasks = plan_tasks(gather([SAMPLES / "valdore_2018-2020_fr.pdf"]), workspace, KeywordModel.id)
    with ThreadPoolExecutor(4) as pool:
        analysts = [
            pool.submit(decide_all, url, name, ["c-1", "c-2"], stop) for name in ("ana", "ben", "cem", "dora")
        ]
        with run_lock(workspace.engine):
            rows = list(process(tasks, workspace, KeywordModel(), bounds=Bounds(Fence(seconds=60))))
        stop.set()
        made = sum(analyst.result() for analyst in analysts)
    assert [row.outcome for row in rows] == ["read"]
    assert len(workspace.decisions()) == made
    assert problems(workspace.engine) == []


def test_two_desks_on_one_server_see_each_other(workspace, url):
    fill(workspace)
    with Workspace.open(url) as other:
        ana, ben = Desk(workspace, load), Desk(other, load)
        claim(workspace, "c-1", "ana")
        claim(other, "c-1", "ben")
        assert held_by_others(other, "ben") == {"c-1": "ana"}
        ana.decide(ana.case("c-1"), frozenset({A2J}), "ana")
        ben.catch_up()
        assert ben.case("c-1").decided
        assert [decision.analyst for decision in ben.case("c-1").decisions] == ["ana"]


def analyst_at_a_desk(url, name, ids, turns):
    """One analyst's whole desk: open it, read, decide, catch up with the others."""
    with Workspace.open(url) as opened:
        desk = Desk(opened, load)
        for turn in range(turns):
            desk.catch_up()
            desk.decide(desk.case(ids[turn % len(ids)]), frozenset({A2J}), name, id=f"{name}-{turn}")
            claim(opened, ids[turn % len(ids)], name)
        return desk.last_decision(name).id


def test_desks_of_three_analysts_lose_no_decision(workspace, url):
    plan = make_plan(*(make_commitment(id=f"c-{n}") for n in range(6)))
    workspace.store(
        make_row(commitments=6, model_id="m1"), plan, [make_prediction(c.id) for c in plan.commitments]
    )
    ids = [commitment.id for commitment in plan.commitments]
    with ThreadPoolExecutor(3) as pool:
        ended = pool.map(lambda name: analyst_at_a_desk(url, name, ids, 12), ("ana", "ben", "cem"))
        assert list(ended) == ["ana-11", "ben-11", "cem-11"]
    made = {f"{name}-{turn}" for name in ("ana", "ben", "cem") for turn in range(12)}
    assert {decision.id for decision in workspace.decisions()} == made
    assert problems(workspace.engine) == []
