"""The same workspace gives the same bytes, whatever Python hashes and however often it is asked."""

import os
import subprocess
import sys
from hashlib import sha256

import pytest
from click.testing import CliRunner
from factories import A2J, JOG
from workspaces import decide, draw, made_workspace

from classifier.cli import verbs
from classifier.report import FORMATS

ROOT = os.pathsep.join(path for path in sys.path if path)


def report(workspace, out, seed):
    """Every file of a report by name, written by a process with a hash seed of its own."""
    command = [sys.executable, "-m", "classifier", "report", "--workspace", str(workspace), "--out", str(out)]
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": ROOT}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = made_workspace(tmp_path_factory.mktemp("ws"))
    decide(folder, "p1-1", [A2J])
    draw(folder, {"p1-1", "p2-1"})
    return folder


@pytest.fixture(scope="module")
def written(workspace, tmp_path_factory):
    return report(workspace, tmp_path_factory.mktemp("first"), "1")


def test_two_processes_write_the_same_bytes(workspace, written, tmp_path):
    again = report(workspace, tmp_path, "2")
    assert [name for name in written if written[name] != again[name]] == []
    assert again.keys() == written.keys()


def test_every_format_is_there(written):
    endings = {name.rpartition(".")[2] for name in written}
    assert endings == set(FORMATS)


def test_a_decision_changes_the_bytes_of_what_counts_it(workspace, written, tmp_path):
    decide(workspace, "p1-3", [JOG], day=2)
    result = CliRunner().invoke(verbs, ["report", "--workspace", str(workspace), "--out", str(tmp_path)])
    assert result.exit_code == 0, result.output
    now = {path.name: sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir()}
    changed = {name for name in written if now[name] != written[name]}
    assert {"headline.csv", "commitments.csv", "report.html", "report.docx", "report.xlsx"} <= changed
    assert "coverage.csv" not in changed
