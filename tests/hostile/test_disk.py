"""Disks that fill up and files that may not grow, in the middle of a real run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from killing import write_plans

from classifier.workspace import Workspace
from classifier.workspace.checks import problems

ROOT = Path(__file__).parents[2]
PLANS = 9


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    return write_plans(tmp_path_factory.mktemp("disk") / "plans", PLANS)


def run(plans, workspace, before=""):
    """The verb in a shell of its own, after what the shell is told first: exit code and words."""
    line = f"{before} exec {sys.executable} -m classifier run {plans} --workspace {workspace} --jobs 2"
    done = subprocess.run(
        ["bash", "-c", line],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def stored(workspace):
    """How many plans stand there, each of them whole."""
    with Workspace.open(workspace) as opened:
        assert problems(opened.engine) == []
        return len(opened.plans())


@pytest.mark.parametrize("small_disk", ["400k"], indirect=True)
def test_a_disk_that_fills_up_stops_the_run_and_more_room_lets_it_go_on(plans, small_disk):
    code, said = run(plans, small_disk / "ws")
    assert code == 3 and "what was stored is kept" in said
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    before = stored(small_disk / "ws")
    assert 0 < before < PLANS
    code, said = run(plans, small_disk / "ws")
    assert code == 2 and stored(small_disk / "ws") == PLANS
    assert said.count(": read (") == PLANS - before


def test_a_file_that_may_not_grow_stops_the_run_with_a_reason(plans, tmp_path):
    code, said = run(plans, tmp_path / "ws", before="ulimit -f 130;")
    assert code == 3 and "Check the disk and its free space and run again" in said
    assert stored(tmp_path / "ws") < PLANS
