import json

import pytest
from click.testing import CliRunner
from factories import make_commitment, make_plan, make_row
from sqlalchemy import text

from classifier.cli import verbs
from classifier.errors import WorkspaceError
from classifier.workspace import Workspace


def call(*arguments):
    return CliRunner().invoke(verbs, ["workspace", *map(str, arguments)], standalone_mode=False)


@pytest.fixture
def folder(tmp_path):
    with Workspace.open(tmp_path / "ws") as opened:
        opened.store(make_row(commitments=1), make_plan(make_commitment(id="c-1", contact="a@b.example")))
    return tmp_path / "ws"


def test_a_sound_workspace_ends_with_0(folder):
    result = call("check", "--workspace", folder)
    assert result.return_value == 0
    assert "1 files, 1 plans, 0 problems." in result.output


def test_a_contradiction_ends_with_3(folder):
    with Workspace.open(folder) as opened, opened.engine.begin() as connection:
        connection.execute(text("UPDATE files SET commitments = 2"))
    result = call("check", "--workspace", folder, "--json")
    assert result.return_value == 3
    assert len(json.loads(result.output)["problems"]) == 1


def test_backup_and_restore_by_default_names(folder):
    assert "Backed up to" in call("backup", "--workspace", folder).output
    (backup,) = (folder / "backups").iterdir()
    result = call("restore", backup, "--workspace", folder)
    assert "What was there before" in result.output
    assert len(list((folder / "backups").iterdir())) == 2


def test_contacts_are_forgotten_after_a_question(folder):
    asked = CliRunner().invoke(
        verbs, ["workspace", "forget-contacts", "--workspace", str(folder)], input="n\n"
    )
    assert asked.exit_code != 0
    assert "1 contact details erased" in call("forget-contacts", "--workspace", folder, "--yes").output


@pytest.mark.parametrize("verb", [("check",), ("backup",), ("forget-contacts", "--yes")])
def test_a_workspace_that_is_not_there_is_not_made(tmp_path, verb):
    result = call(*verb, "--workspace", tmp_path / "typo")
    assert isinstance(result.exception, WorkspaceError)
    assert not (tmp_path / "typo").exists()
