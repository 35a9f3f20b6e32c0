import json
import resource
import shutil
from subprocess import run

import pytest
from click.testing import CliRunner
from factories import SAMPLES

from classifier.cli import verbs
from classifier.workspace import Workspace
from classifier.workspace.locks import run_lock

PLANS = ("valdore_2018-2020_fr", "puerto_lirio_2021-2022_es")


def call(*arguments):
    return CliRunner().invoke(verbs, [str(a) for a in arguments], standalone_mode=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    plans = tmp_path_factory.mktemp("plans")
    for name in PLANS:
        shutil.copy(SAMPLES / f"{name}.pdf", plans)
    shutil.copy(SAMPLES / "plans.csv", plans)
    (plans / "broken.pdf").write_text("no PDF")
    return plans


@pytest.fixture(scope="module")
def workspace(folder, tmp_path_factory):
    where = tmp_path_factory.mktemp("work") / "workspace"
    result = call("run", folder, "--workspace", where, "--jobs", 2)
    assert result.return_value == 2
    return where


def test_the_closing_table_names_every_plan(folder, workspace):
    output = call("run", folder, "--workspace", workspace).output
    assert all(name[:12] in output for name in PLANS)
    assert "not a PDF" in output
    assert "3 files: 2 read, 1 not." in output


def test_json_for_scripts(folder, workspace):
    rows = json.loads(call("run", folder, "--workspace", workspace, "--json").output)
    assert {row["outcome"] for row in rows} == {"read", "not a PDF"}


def test_a_dry_run_says_what_and_why(folder, tmp_path):
    output = call("run", folder, "--workspace", tmp_path / "new", "--dry-run").output
    assert "new file" in output
    assert "3 of 3 files would be processed." in output
    assert not (tmp_path / "new").exists()


def test_a_second_run_at_the_same_time_is_refused(folder, tmp_path):
    with Workspace.open(tmp_path) as opened, run_lock(opened.engine):
        result = call("run", folder, "--workspace", tmp_path)
    assert "Another run is at work" in str(result.exception)


def test_show_lists_plans_and_a_plan_its_commitments(workspace):
    plans = json.loads(call("show", "--workspace", workspace, "--json").output)
    shown = call("show", plans[0]["id"], "--workspace", workspace)
    assert shown.exception is None
    assert "1" in shown.output


def test_tally_counts_by_category(workspace):
    rows = json.loads(call("tally", "--workspace", workspace, "--json").output)
    assert "any_justice" in json.dumps(rows)


def test_the_report_is_written(workspace, tmp_path):
    result = call("report", "--workspace", workspace, "--out", tmp_path / "report")
    assert "report.html" in result.output
    assert (tmp_path / "report" / "report.html").stat().st_size > 5_000


def test_find_prints_the_split(tmp_path):
    page = tmp_path / "split.html"
    output = call("find", SAMPLES / f"{PLANS[0]}.pdf", "--html", page).output
    assert "9 commitments" in output
    assert page.read_text(encoding="utf-8").count("<figure") == 11


def test_doctor_finds_the_model():
    states = {row["what"]: row["state"] for row in json.loads(call("doctor", "--json").output)}
    assert states["model"] == "ok"


def test_a_missing_folder_is_an_error_for_people(tmp_path):
    result = run(
        ["ogp-justice", "run", str(tmp_path / "gone")],
        capture_output=True,
        text=True,
        check=False,
        env=_env(),
    )
    assert result.returncode == 2
    assert "There is no file or folder" in result.stderr
    assert "Traceback" not in result.stderr


def test_help_is_quick():
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    result = run(["ogp-justice", "--help"], capture_output=True, text=True, check=True, env=_env())
    # Half a second is the promise; of the processor, since this machine may be busy.
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 0.5
    assert "run " in result.stdout


def _env():
    import os
    import sys
    from pathlib import Path

    return os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}


def test_find_prints_no_contacts():
    plan = json.loads(call("find", SAMPLES / f"{PLANS[0]}.pdf", "--json").output)
    assert len(plan["commitments"]) == 9
    assert not [c for c in plan["commitments"] if c["contact"] or "@" in json.dumps(c)]


def logged(*arguments):
    """What a run tells machines: its events, and how it ended."""
    result = call("run", *arguments, "--log-json")
    return [json.loads(line) for line in result.stderr.splitlines() if line.startswith("{")], result


def test_the_log_of_a_run_is_json_from_start_to_end(folder, workspace):
    (folder / "broken.pdf").write_text("still no PDF")
    events, result = logged(folder, "--workspace", workspace)
    assert [event["event"] for event in events] == ["start", "file", "end"]
    assert (events[1]["outcome"], events[1]["why"]) == ("not a PDF", "file changed")
    assert result.return_value == 2


def test_the_log_of_a_run_that_cannot_begin_ends_with_the_error(tmp_path):
    events, _ = logged(tmp_path / "gone", "--workspace", tmp_path / "ws")
    assert [event["event"] for event in events] == ["start", "error"]
    assert events[-1]["exit_code"] == 2 and "no file or folder" in events[-1]["message"]


def test_a_dry_run_says_why_each_file_would_be_read_again(folder, workspace):
    (folder / "broken.pdf").write_text("no PDF, once more")
    tasks = json.loads(call("run", folder, "--workspace", workspace, "--dry-run", "--json").output)
    assert [task["why"] for task in tasks] == ["file changed"]
    again = json.loads(call("run", folder, "--workspace", workspace, "--dry-run", "--redo", "--json").output)
    assert sorted(task["why"] for task in again) == ["asked for", "asked for", "file changed"]


def test_a_dry_run_leaves_the_workspace_as_it_was(folder, workspace):
    before = {path.name: path.read_bytes() for path in workspace.glob("*.sqlite")}
    call("run", folder, "--workspace", workspace, "--dry-run", "--redo")
    assert {path.name: path.read_bytes() for path in workspace.glob("*.sqlite")} == before
