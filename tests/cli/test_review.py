import shutil
from hashlib import sha256

import pytest
from click import UsageError
from click.testing import CliRunner
from factories import SAMPLES
from openpyxl import load_workbook

from classifier.cli import verbs
from classifier.errors import WorkspaceError
from classifier.pipeline import findings
from classifier.review.workbook.columns import COLUMNS
from classifier.workspace import Workspace


def call(*arguments):
    return CliRunner().invoke(verbs, [str(a) for a in arguments], standalone_mode=False)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plans")
    shutil.copy(SAMPLES / "arvenia_2019-2021_en.pdf", folder)
    where = tmp_path_factory.mktemp("work") / "workspace"
    assert call("run", folder, "--workspace", where, "--jobs", 1).return_value == 0
    return where


COLUMN = [name for name, _ in COLUMNS].index("decision") + 1


def decide(path, code):
    book = load_workbook(path)
    for row in range(2, book["commitments"].max_row + 1):
        book["commitments"].cell(row, COLUMN, code)
    book.save(path)


def test_decisions_go_out_and_come_back(workspace, tmp_path):
    path = tmp_path / "plans.xlsx"
    assert "10 commitments in" in call("review", "export", path, "--workspace", workspace).output
    decide(path, "none")
    back = ("review", "import", path, "--workspace", workspace, "--analyst", "ana")
    assert "10 decisions would be stored" in call(*back, "--dry-run").output
    assert "10 decisions stored, 0 rows not applied." in call(*back).output
    with Workspace.open(workspace) as opened:
        assert all(f.label.decided and not f.label.categories for f in findings(opened))


def test_a_second_import_of_the_same_file_is_refused_row_by_row(workspace, tmp_path):
    path = tmp_path / "again.xlsx"
    call("review", "export", path, "--workspace", workspace, "--only", "all")
    decide(path, "A2J")
    back = ("review", "import", path, "--workspace", workspace, "--analyst", "bo")
    assert call(*back).return_value == 0
    result = call(*back)
    assert result.return_value == 2
    assert "0 decisions stored, 10 rows not applied." in result.output


def test_what_is_decided_is_no_longer_undecided(workspace, tmp_path):
    output = call("review", "export", tmp_path / "rest.xlsx", "--workspace", workspace).output
    assert "commitments in" in output


def test_the_audit_sample_goes_out_blind(workspace, tmp_path):
    path = tmp_path / "audit.xlsx"
    call("review", "export", path, "--workspace", workspace, "--only", "audit")
    assert load_workbook(path)["commitments"].max_row >= 1


def test_the_order_of_a_blind_workbook_tells_nothing(workspace, tmp_path):
    path = tmp_path / "blind.xlsx"
    call("review", "export", path, "--workspace", workspace, "--only", "all", "--blind")
    ids = [row[0] for row in load_workbook(path)["commitments"].iter_rows(min_row=2, values_only=True)]
    assert ids == sorted(ids, key=lambda name: sha256(name.encode()).hexdigest())


def lines(workspace, path):
    call("review", "export", path, "--workspace", workspace)
    return path.read_text(encoding="utf-8").splitlines()


def test_decisions_leave_as_json_lines_and_come_twice_without_harm(workspace, tmp_path):
    first = lines(workspace, tmp_path / "d.jsonl")
    elsewhere = tmp_path / "other"
    Workspace.open(elsewhere).engine.dispose()
    back = ("review", "import", tmp_path / "d.jsonl", "--workspace", elsewhere)
    assert f"{len(first)} decisions stored" in call(*back).output
    output = call(*back).output
    assert f"{len(first)} were here already" in output and "0 decisions stored" in output
    assert lines(elsewhere, tmp_path / "again.jsonl") == first


def test_a_dry_run_says_what_would_change_and_changes_nothing(workspace, tmp_path):
    path = tmp_path / "dry.csv"
    call("review", "export", path, "--workspace", workspace, "--only", "all")
    before = lines(workspace, tmp_path / "before.jsonl")
    text = path.read_text(encoding="utf-8-sig").splitlines()
    first = text[1].split(",")[0]
    book = path.with_suffix(".xlsx")
    call("review", "export", book, "--workspace", workspace, "--only", "all")
    decide(book, "JOG")
    result = call("review", "import", book, "--workspace", workspace, "--analyst", "cleo", "--dry-run")
    assert f"{first}: " in result.output and "-> JOG" in result.output
    assert lines(workspace, tmp_path / "after.jsonl") == before


def test_a_workbook_needs_a_name_for_its_decisions(workspace, tmp_path):
    path = tmp_path / "nameless.xlsx"
    call("review", "export", path, "--workspace", workspace)
    assert isinstance(call("review", "import", path, "--workspace", workspace).exception, UsageError)


def test_another_address_needs_a_password(workspace):
    result = call("review", "--workspace", workspace, "--host", "0.0.0.0")
    assert isinstance(result.exception, UsageError) and "password" in str(result.exception)


def test_an_empty_workspace_says_what_to_do_first(tmp_path):
    Workspace.open(tmp_path).engine.dispose()
    with pytest.raises(WorkspaceError, match="ogp-justice run"):
        raise call("review", "--workspace", tmp_path).exception
