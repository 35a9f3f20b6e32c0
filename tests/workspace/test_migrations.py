import sqlite3
from contextlib import closing

import pytest
from factories import make_commitment, make_plan, make_prediction, make_row
from sqlalchemy import inspect

from classifier.workspace import Workspace, migrations
from classifier.workspace.database import FILE_NAME
from classifier.workspace.migrations import SCHEMA_VERSION


@pytest.fixture
def old(tmp_path):
    """A workspace as version 1 wrote it, with one plan."""
    commitment = make_commitment()
    with Workspace.open(tmp_path) as opened:
        opened.store(make_row(), make_plan(commitment), [make_prediction(commitment.id)])
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as raw:
        raw.execute("DROP INDEX ix_predictions_model_id")
        raw.execute("ALTER TABLE files DROP COLUMN limits")
        raw.execute("UPDATE meta SET value = '1' WHERE key = 'schema'")
        raw.commit()
    return tmp_path


def version(path):
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()[0]


def indexes(workspace):
    return {index["name"] for index in inspect(workspace.engine).get_indexes("predictions")}


def test_an_old_workspace_is_brought_to_today(old):
    with Workspace.open(old) as opened:
        assert len(opened.plan("p1").commitments) == 1
        assert "ix_predictions_model_id" in indexes(opened)
    assert version(old / FILE_NAME) == str(SCHEMA_VERSION)


def test_it_is_backed_up_first(old):
    Workspace.open(old).engine.dispose()
    (backup,) = (old / "backups").glob("schema-1-*.sqlite")
    assert version(backup) == "1"


def test_a_migration_that_fails_changes_nothing(old, monkeypatch):
    def fail(connection):
        migrations._index_predictions(connection)
        raise RuntimeError("power cut")

    monkeypatch.setattr(migrations, "STEPS", (fail,))
    with pytest.raises(RuntimeError):
        Workspace.open(old)
    assert version(old / FILE_NAME) == "1"
    with closing(sqlite3.connect(old / FILE_NAME)) as raw:
        assert not raw.execute("SELECT 1 FROM sqlite_master WHERE name LIKE 'ix_predictions%'").fetchall()


def test_a_table_of_a_newer_program_is_made_on_opening(tmp_path):
    Workspace.open(tmp_path).engine.dispose()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as raw:
        raw.execute("DROP TABLE audit")
    with Workspace.open(tmp_path) as opened:
        assert opened.audit() == {}


def test_a_new_workspace_equals_a_migrated_one(old, tmp_path_factory):
    with Workspace.open(old) as migrated, Workspace.open(tmp_path_factory.mktemp("new")) as new:
        assert indexes(migrated) == indexes(new)
