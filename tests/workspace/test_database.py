import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from factories import make_commitment, make_plan, make_row
from sqlalchemy import text

from classifier.errors import WorkspaceError
from classifier.workspace import Workspace
from classifier.workspace.database import FILE_NAME


def test_a_file_where_the_folder_should_be_is_refused(tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(WorkspaceError, match="cannot be made"):
        Workspace.open(tmp_path / "taken")


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"not a database" * 100)
    with pytest.raises(WorkspaceError, match=r"not a database\. Restore a backup"):
        Workspace.open(tmp_path)


def test_a_workspace_of_another_schema_is_refused(tmp_path):
    with Workspace.open(tmp_path) as opened, opened.engine.begin() as connection:
        connection.execute(text("UPDATE meta SET value = '999'"))
    with pytest.raises(WorkspaceError, match="schema version 999"):
        Workspace.open(tmp_path)


@pytest.fixture
def nobody():
    """A folder of root's, and this process as a user who may only read it."""
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder, lambda: os.seteuid(65534)
    os.seteuid(0)
    shutil.rmtree(folder)


def test_a_folder_that_may_only_be_read_is_said_so(nobody):
    folder, become = nobody
    become()
    with pytest.raises(WorkspaceError, match="may be written, or name another"):
        Workspace.open(folder)


def test_a_workspace_that_may_only_be_read_keeps_what_it_holds(nobody):
    folder, become = nobody
    with Workspace.open(folder) as opened:
        opened.store(make_row(), make_plan())
        become()
        opened.engine.dispose()
        with pytest.raises(WorkspaceError, match="name another with --workspace"):
            opened.store(make_row("/plans/b.pdf"))
    os.seteuid(0)
    with Workspace.open(folder) as again:
        assert [row.path for row in again.files()] == ["/plans/a.pdf"]


def fill(workspace):
    for number in range(1000):
        commitment = make_commitment(id=f"c-{number}", plan_id=f"p{number}", text="word " * 20_000)
        plan = make_plan(commitment, id=f"p{number}")
        workspace.store(make_row(f"/plans/{number}.pdf", plan_id=plan.id, commitments=1), plan)


@pytest.mark.parametrize("small_disk", ["1m"], indirect=True)
def test_a_full_disk_is_said_so_and_loses_nothing(small_disk):
    with Workspace.open(small_disk) as opened:
        with pytest.raises(WorkspaceError, match="Free some space and run again"):
            fill(opened)
        stored = opened.files()
    with Workspace.open(small_disk) as again:
        assert again.files() == stored
        assert len(list(again.commitments())) == len(stored) > 0


def test_a_database_that_may_not_grow_is_said_so(tmp_path):
    with Workspace.open(tmp_path) as opened:
        with opened.engine.connect() as connection:
            connection.execute(text("PRAGMA max_page_count = 60"))
        with pytest.raises(WorkspaceError, match="disk is full"):
            fill(opened)


def test_many_may_open_a_new_workspace_at_once(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _: Workspace.open(tmp_path), range(8)))
    for workspace in opened:
        with workspace:
            assert workspace.files() == []


def test_a_lost_workspace_is_not_made_silently(tmp_path):
    with pytest.raises(WorkspaceError, match="There is no workspace"):
        Workspace.open(tmp_path / "typo", make=False)
    assert not (tmp_path / "typo").exists()


@pytest.mark.parametrize("url", ["nonsense://x", "postgresql+nodriver://x/y", "://"])
def test_a_url_that_is_none_is_refused(url):
    with pytest.raises(WorkspaceError, match="A URL looks like"):
        Workspace.open(url)


def test_a_password_in_a_url_is_never_shown():
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open("postgresql+pg8000://ana:secret@127.0.0.1:1/none")
    assert "secret" not in str(caught.value)
    assert "that the server is up" in str(caught.value)
