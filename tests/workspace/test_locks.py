import subprocess
import sys

import pytest

from classifier.errors import WorkspaceError
from classifier.workspace import Workspace
from classifier.workspace.locks import run_lock

HOLD = """
import sys, time
from classifier.workspace import Workspace
from classifier.workspace.locks import run_lock
with run_lock(Workspace.open(sys.argv[1]).engine):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def other(tmp_path):
    """Another process that holds the workspace for a run."""
    with subprocess.Popen([sys.executable, "-c", HOLD, tmp_path], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_a_second_run_is_refused(tmp_path, other):
    with (
        Workspace.open(tmp_path) as opened,
        pytest.raises(WorkspaceError, match="Another run is at work"),
        run_lock(opened.engine),
    ):
        pass


def test_a_run_that_was_killed_holds_nothing(tmp_path, other):
    other.kill()
    other.wait()
    with Workspace.open(tmp_path) as opened, run_lock(opened.engine):
        pass


def test_the_lock_is_free_after_a_run(tmp_path):
    with Workspace.open(tmp_path) as opened:
        for _ in range(2):
            with run_lock(opened.engine):
                pass


def test_reading_and_deciding_go_on_during_a_run(tmp_path, other):
    with Workspace.open(tmp_path) as opened:
        assert opened.files() == []
