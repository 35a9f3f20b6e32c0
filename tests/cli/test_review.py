import shutil
from hashlib import sha256

import pytest
from click.testing import CliRunner
from factories import SAMPLES
from openpyxl import load_workbook

from classifier.cli import verbs
from classifier.pipeline import findings
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


def decide(path, code):
    book = load_workbook(path)
    for row in range(2, book["commitments"].max_row + 1):
        book["commitments"].cell(row, 9, code)
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
