from threading import Event, Thread

import pytest
from factories import make_commitment, make_plan, make_row

from classifier.errors import WorkspaceError
from classifier.workspace import Workspace
from classifier.workspace.copies import back_up
from classifier.workspace.locks import run_lock
from classifier.workspace.restore import restore


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(tmp_path / "ws") as opened:
        opened.store(make_row(), make_plan(make_commitment(title="kept")))
        yield opened


def titles(where):
    with Workspace.open(where) as opened:
        return [commitment.title for commitment in opened.commitments()]


def test_a_backup_is_a_workspace_in_one_file(workspace, tmp_path):
    back_up(workspace.engine, tmp_path / "other" / "workspace.sqlite")
    assert titles(tmp_path / "other") == ["kept"]


def test_a_restore_brings_back_what_was_there(workspace, tmp_path):
    back_up(workspace.engine, tmp_path / "b.sqlite")
    workspace.store(make_row(), make_plan(make_commitment(title="spoilt")))
    before = restore(tmp_path / "b.sqlite", tmp_path / "ws", tmp_path / "before.sqlite")
    assert titles(tmp_path / "ws") == ["kept"]
    restore(before, tmp_path / "again", tmp_path / "unused.sqlite")
    assert titles(tmp_path / "again") == ["spoilt"]


def test_a_backup_of_a_running_workspace_is_of_one_moment(workspace, tmp_path):
    stop = Event()

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            plan = make_plan(make_commitment(id=f"c-{number}", plan_id=f"q{number}"), id=f"q{number}")
            workspace.store(make_row(f"/plans/{number}.pdf", plan_id=plan.id, commitments=1), plan)

    writer = Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            back_up(workspace.engine, tmp_path / f"{number}" / "workspace.sqlite")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        with Workspace.open(tmp_path / f"{number}") as copy:
            assert len(copy.files()) == len(copy.plans())


@pytest.mark.parametrize("content", [b"", b"no database" * 50, None])
def test_a_file_that_is_no_backup_changes_nothing(workspace, tmp_path, content):
    if content is not None:
        (tmp_path / "b.sqlite").write_bytes(content)
    with pytest.raises(WorkspaceError, match="Nothing was changed"):
        restore(tmp_path / "b.sqlite", tmp_path / "ws", tmp_path / "before.sqlite")
    assert titles(tmp_path / "ws") == ["kept"]


def test_a_damaged_backup_is_refused(workspace, tmp_path):
    path = back_up(workspace.engine, tmp_path / "b.sqlite")
    path.write_bytes(path.read_bytes()[:9000] + b"\xff" * 4096 + path.read_bytes()[13096:])
    with pytest.raises(WorkspaceError, match="Nothing was changed"):
        restore(path, tmp_path / "ws", tmp_path / "before.sqlite")


def test_a_restore_waits_for_no_run(workspace, tmp_path):
    back_up(workspace.engine, tmp_path / "b.sqlite")
    with run_lock(workspace.engine), pytest.raises(WorkspaceError, match="Another run"):
        restore(tmp_path / "b.sqlite", tmp_path / "ws", tmp_path / "before.sqlite")


def test_a_place_that_cannot_be_written_is_said_so(workspace, tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(WorkspaceError, match="cannot be written"):
        back_up(workspace.engine, tmp_path / "taken" / "b.sqlite")
