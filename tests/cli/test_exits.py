"""Every way a command ends: its exit code, and words instead of a traceback."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from factories import make_commitment, make_plan, make_row
from killing import write_plans

from classifier import cli, errors
from classifier.cli import main
from classifier.workspace import Workspace
from classifier.workspace.checks import problems

DOCS = Path(__file__).parents[2] / "docs" / "reliability.md"


@pytest.fixture
def ended(monkeypatch, capfd):
    """Run the program as from a shell: its exit code, and all it said."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["ogp-justice", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capfd.readouterr()
        return left.value.code, said.out + said.err

    return run


@pytest.fixture
def folder(tmp_path):
    with Workspace.open(tmp_path / "ws") as opened:
        opened.store(make_row(commitments=1), make_plan(make_commitment(id="c-1")))
    return tmp_path / "ws"


def test_0_where_all_is_well(ended, folder):
    assert ended("workspace", "check", "--workspace", folder) == (0, "1 files, 1 plans, 0 problems.\n")


def test_1_where_nothing_can_be_reported(ended, tmp_path):
    code, said = ended("report", "--workspace", tmp_path / "none", "--out", tmp_path / "report")
    assert code == 1
    assert "ogp-justice run" in said


@pytest.mark.parametrize("arguments", [("run",), ("run", "/no/such.pdf"), ("frobnicate",)])
def test_2_for_a_file_that_is_not_there_and_for_wrong_arguments(ended, arguments):
    assert ended(*arguments)[0] == 2


def test_3_for_a_workspace_that_is_not_there(ended, tmp_path):
    code, said = ended("workspace", "check", "--workspace", tmp_path / "none")
    assert code == 3
    assert "There is no workspace" in said


def test_4_for_a_model_that_cannot_be_used(ended, tmp_path):
    (tmp_path / "model").mkdir()
    (tmp_path / "plan.pdf").write_bytes(b"x")
    where = tmp_path / "ws"
    assert ended("run", tmp_path / "plan.pdf", "--model", tmp_path / "model", "--workspace", where)[0] == 4
    assert not where.exists()


def test_5_for_labelled_data_that_cannot_be_used(ended, tmp_path):
    (tmp_path / "gold.jsonl").write_text("no json\n")
    assert ended("train", "--name", "x", "--gold", tmp_path / "gold.jsonl")[0] == 5


def test_6_for_a_place_that_takes_no_file(ended, folder, tmp_path):
    (tmp_path / "taken").write_text("a file")
    code, said = ended("review", "export", tmp_path / "taken" / "book.xlsx", "--workspace", folder)
    assert code == 6
    assert "cannot be written" in said and "Traceback" not in said


def test_130_for_one_who_stops_it(ended, folder, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(Workspace, "open", stop)
    code, said = ended("workspace", "check", "--workspace", folder)
    assert code == cli.STOPPED == 130
    assert "the same command goes on" in said


def test_130_for_one_who_stops_a_run_that_reads(tmp_path):
    plans = write_plans(tmp_path / "plans", 20)
    command = [
        sys.executable,
        "-m",
        "classifier",
        "run",
        plans,
        "--workspace",
        tmp_path / "ws",
        "--jobs",
        "2",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=DOCS.parents[1]) as process:
        told = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        told += process.stderr.read()
    assert process.returncode == cli.STOPPED, told
    assert "the same command goes on" in told and "Warning" not in told
    with Workspace.open(tmp_path / "ws") as opened:
        assert problems(opened.engine) == [] and opened.files()


@pytest.mark.parametrize(
    "out, said", [("/dev/full", "No space left on device. Free some space"), ("pipe", "")]
)
def test_output_that_nobody_takes_ends_without_a_traceback(folder, out, said):
    command = [sys.executable, "-m", "classifier", "show", "--workspace", str(folder)]
    shell = f"{' '.join(command)} > {out}" if out != "pipe" else f"{' '.join(command)} | true"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", shell],
        capture_output=True,
        text=True,
        check=False,
        cwd=DOCS.parents[1],
    )
    assert done.returncode in ({6} if said else {0, 1, 6})
    assert said in done.stderr
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr


def test_the_docs_name_every_exit_code():
    told = set(map(int, re.findall(r"^\| (\d+) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)))
    families = {getattr(kind, "exit_code", None) for kind in vars(errors).values()} - {None}
    assert told == families | {0, cli.STOPPED}
