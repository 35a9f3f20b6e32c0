from dataclasses import replace

import pytest
from factories import make_plan, make_row

from classifier import tasks
from classifier.inputs import fingerprint
from classifier.tasks import code_version, plan_tasks
from classifier.workspace import Workspace


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(tmp_path / "ws") as opened:
        yield opened


@pytest.fixture
def path(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"first")
    return tmp_path / "a.pdf"


@pytest.fixture
def row(path):
    return make_row(str(path), sha256=fingerprint(path), code=code_version(), model_id="m1")


def why(path, workspace, model="m1", **more):
    return [task.why for task in plan_tasks([path], workspace, model, **more)]


def test_a_new_file_is_read(path, workspace):
    assert why(path, workspace) == ["new file"]


def test_a_file_that_is_done_is_left(path, workspace, row):
    workspace.store(row, make_plan())
    assert why(path, workspace) == []
    assert why(path, workspace, redo=True) == ["asked for"]


def test_a_changed_file_is_read_again(path, workspace, row):
    workspace.store(row, make_plan())
    path.write_bytes(b"second")
    assert why(path, workspace) == ["file changed"]


def test_a_newer_program_reads_again(path, workspace, row):
    workspace.store(replace(row, code="older"), make_plan())
    assert why(path, workspace) == ["reading changed in this program version"]


def test_a_newer_model_predicts_without_reading_again(path, workspace, row):
    workspace.store(row, make_plan())
    (task,) = plan_tasks([path], workspace, "m2")
    assert task.why == "model changed from m1"
    assert not task.reread


@pytest.mark.parametrize("program, expected", [("/usr/bin/tesseract", ["OCR is now at hand"]), (None, [])])
def test_a_scan_waits_for_ocr(path, workspace, row, monkeypatch, program, expected):
    monkeypatch.setattr(tasks.shutil, "which", lambda name: program)
    workspace.store(replace(row, outcome="needs OCR", plan_id=None))
    assert why(path, workspace) == expected


def test_a_file_whose_process_was_killed_is_tried_again(path, workspace, row):
    workspace.store(replace(row, outcome="worker died", plan_id=None))
    assert why(path, workspace) == ["its process was killed last time"]


def test_a_file_over_a_limit_waits_for_other_limits(path, workspace, row):
    workspace.store(replace(row, outcome="over a limit", plan_id=None, limits="1 s"))
    assert why(path, workspace, limits="1 s") == []
    assert why(path, workspace, limits="9 s") == ["limits changed from 1 s"]
    workspace.store(replace(row, outcome="crashed the reader", plan_id=None, limits="1 s"))
    assert why(path, workspace, limits="9 s") == ["limits changed from 1 s"]


@pytest.mark.parametrize("outcome", ["damaged", "not a PDF", "locked", "no commitments found", "failed"])
def test_a_file_that_is_bad_in_itself_is_left_alone(path, workspace, row, outcome):
    workspace.store(replace(row, outcome=outcome, plan_id=None))
    assert why(path, workspace, limits="9 s") == []
