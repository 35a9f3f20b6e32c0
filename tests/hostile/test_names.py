"""Odd names, links and things that are no files: each accounted for, none believed."""

import os
import re
import tempfile
from importlib import import_module
from pathlib import Path

import pytest
from factories import KeywordModel, make_plan
from hostile_files import essay
from killing import write_plans
from pdfs import Pages

from classifier import pipeline
from classifier.errors import InputError
from classifier.fences import Fence
from classifier.inputs import fingerprint, gather, printable
from classifier.pipeline import Bounds, Reading, process
from classifier.tasks import plan_tasks
from classifier.workspace import Workspace

NAMES = {
    "a line break": "two\nlines.pdf",
    "quotes": 'it\'s "quoted" `here`.pdf',
    "a leading dash": "--workspace=x.pdf",
    "a shell command": "$(touch pwned); rm -rf x.pdf",
    "SQL": "'); DROP TABLE files; --.pdf",
    "markup": "<script>alert(1)<|script>[bold]{{7*7}}.pdf",
    "terminal control": "\x1b[2J\x1b]0;owned\x07.pdf",
    "text turned round": "plan\u202efdp.exe.pdf",
    "255 bytes": "x" * 251 + ".pdf",
    "bytes that are no UTF-8": os.fsdecode(b"pl\xe1n\xff.pdf"),
    "only an ending": ".pdf",
    "spaces at both ends": "  plan  .pdf",
}

HERE, INPUTS = "hostile.test_names", "test_inputs"
# The tests behind each row of the table, in its order.
TESTED = (
    [(HERE, "test_what_is_no_file_gets_a_row_that_says_so")],
    [(INPUTS, "test_linked_folders_are_read_once_and_loops_end")],
    [
        (INPUTS, "test_a_folder_that_may_not_be_read_is_said_so"),
        (HERE, "test_a_file_that_may_not_be_read_costs_itself_alone"),
    ],
    [
        (HERE, "test_a_link_to_a_plan_is_a_copy_of_it"),
        ("test_pipeline", "test_a_copy_is_counted_once"),
    ],
    [(HERE, "test_equal_names_in_two_folders_are_two_rows")],
    [
        (HERE, "test_a_file_that_changes_while_it_is_read_stands_for_what_was_read"),
        (HERE, "test_a_file_that_goes_away_before_it_is_read_is_said_so"),
    ],
    [(HERE, "test_every_odd_name_is_read_and_known_again")],
)


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(tmp_path / "ws") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "plans").mkdir()
    return tmp_path / "plans"


def run(folder, workspace):
    tasks = plan_tasks(gather([folder]), workspace, KeywordModel.id)
    bounds = Bounds(Fence(seconds=60))
    return list(process(tasks, workspace, KeywordModel(), jobs=2, bounds=bounds))


def test_every_odd_name_is_read_and_known_again(folder, workspace):
    for number, name in enumerate(NAMES.values()):
        (folder / name).write_bytes(
            Pages().prose(50, 100 + number, lines=30).write(folder / "t").read_bytes()
        )
    (folder / "t").unlink()
    before = set(Path.cwd().iterdir())
    rows = {row.path: row.outcome for row in run(folder, workspace)}
    assert set(rows) == {printable(str(folder / name)) for name in NAMES.values()}
    assert set(rows.values()) == {"no commitments found"}
    assert run(folder, workspace) == []
    assert set(Path.cwd().iterdir()) == before


def test_a_plan_under_an_odd_name_is_kept_with_it(folder, workspace, monkeypatch):
    path = folder / NAMES["bytes that are no UTF-8"]
    monkeypatch.setattr(pipeline, "extract_document", lambda path, limits: Pages)
    monkeypatch.setattr(Pages, "pages", (), raising=False)
    monkeypatch.setattr(Pages, "grade", "good", raising=False)
    monkeypatch.setattr(Pages, "warnings", (), raising=False)
    monkeypatch.setattr(pipeline, "find_plan", lambda document, hints: make_plan(file_name=path.name))
    reading = pipeline.read_document(path, None)
    assert isinstance(reading, Reading)
    assert reading.plan.file_name == printable(path.name)


def test_what_is_no_file_gets_a_row_that_says_so(folder, workspace):
    os.mkfifo(folder / "pipe.pdf")
    (folder / "device.pdf").symlink_to("/dev/zero")
    (folder / "lost.pdf").symlink_to(folder / "gone")
    (folder / "round.pdf").symlink_to(folder / "round.pdf")
    rows = run(folder, workspace)
    assert [row.outcome for row in rows] == ["unreadable"] * 4
    assert all("not a regular file" in row.reason for row in rows)


def test_a_folder_named_like_a_plan_is_searched(folder, workspace):
    (folder / "plans.pdf").mkdir()
    (folder / "plans.pdf" / "inner.pdf").write_bytes(b"no PDF")
    assert [Path(row.path).name for row in run(folder, workspace)] == ["inner.pdf"]


def test_a_link_to_a_plan_is_a_copy_of_it(folder, workspace, tmp_path):
    plan = write_plans(tmp_path / "made", 2) / "plan-000.pdf"
    (folder / "a.pdf").write_bytes(plan.read_bytes())
    (folder / "b.pdf").symlink_to(folder / "a.pdf")
    rows = {Path(row.path).name: row.outcome for row in run(folder, workspace)}
    assert rows == {"a.pdf": "read", "b.pdf": "duplicate"}
    assert len(workspace.plans()) == 1 and len(workspace.files()) == 2


def test_a_link_to_what_holds_no_plan_has_its_own_row(folder, workspace):
    (folder / "a.pdf").write_bytes(essay())
    (folder / "b.pdf").symlink_to(folder / "a.pdf")
    assert sorted(Path(row.path).name for row in run(folder, workspace)) == ["a.pdf", "b.pdf"]
    assert len(workspace.files()) == 2


def test_a_file_that_may_not_be_read_costs_itself_alone(workspace):
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)
        (Path(home) / "closed.pdf").write_bytes(b"x")
        (Path(home) / "closed.pdf").chmod(0)
        os.seteuid(65534)
        try:
            with pytest.raises(InputError, match=r"closed\.pdf cannot be read: Permission denied"):
                fingerprint(Path(home) / "closed.pdf")
        finally:
            os.seteuid(0)


def test_every_row_of_the_second_table_has_its_test():
    docs = (Path(__file__).parents[2] / "docs" / "reliability.md").read_text(encoding="utf-8")
    section = docs.partition("## What is no file, and odd names")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| .+ \|$", section, re.MULTILINE)[2:]
    assert len(rows) == len(TESTED)
    for row, tests in zip(rows, TESTED, strict=True):
        for module, name in tests:
            assert hasattr(import_module(module), name), row


def test_equal_names_in_two_folders_are_two_rows(folder, workspace):
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "plan.pdf").write_bytes(name.encode())
    assert len(run(folder, workspace)) == 2


def test_a_file_that_changes_while_it_is_read_stands_for_what_was_read(folder, workspace, monkeypatch):
    path = folder / "plan.pdf"
    path.write_bytes(b"before")

    def change_and_read(*_, fence):
        path.write_bytes(b"while it was read")
        return Reading(make_plan(sha256=fingerprint(path)), pages=1, ocr_pages=0, grade="good", warnings=())

    monkeypatch.setattr(pipeline, "fenced", change_and_read)
    (row,) = run(folder, workspace)
    assert row.sha256 == fingerprint(path)
    assert run(folder, workspace) == []
    path.write_bytes(b"after")
    assert len(plan_tasks([path], workspace, KeywordModel.id)) == 1


def test_a_file_that_goes_away_before_it_is_read_is_said_so(folder, workspace):
    (folder / "plan.pdf").write_bytes(b"x")
    tasks = plan_tasks(gather([folder]), workspace, KeywordModel.id)
    (folder / "plan.pdf").unlink()
    (row,) = process(tasks, workspace, KeywordModel())
    assert (row.outcome, "not a regular file" in row.reason) == ("unreadable", True)


def test_a_prediction_that_fails_costs_its_plan_alone(folder, workspace, monkeypatch):
    class Failing(KeywordModel):
        def predict(self, commitments):
            raise RuntimeError("no idea")

    (folder / "plan.pdf").write_bytes(b"x")
    reading = Reading(make_plan(), pages=1, ocr_pages=0, grade="good", warnings=())
    monkeypatch.setattr(pipeline, "fenced", lambda *_, fence: reading)
    tasks = plan_tasks(gather([folder]), workspace, KeywordModel.id)
    (row,) = process(tasks, workspace, Failing())
    assert (row.outcome, "no idea" in row.reason) == ("failed", True)
    assert workspace.plans() == []
