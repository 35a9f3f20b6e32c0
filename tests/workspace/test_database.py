import pytest
from sqlalchemy import text

from classifier.errors import WorkspaceError
from classifier.workspace import Workspace
from classifier.workspace.database import FILE_NAME


def test_a_file_where_the_folder_should_be_is_refused(tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(WorkspaceError, match="cannot be made"):
        Workspace.open(tmp_path / "taken")


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"not a database" * 100)
    with pytest.raises(WorkspaceError, match="cannot be opened"):
        Workspace.open(tmp_path)


def test_a_workspace_of_another_schema_is_refused(tmp_path):
    with Workspace.open(tmp_path) as opened, opened.engine.begin() as connection:
        connection.execute(text("UPDATE meta SET value = '999'"))
    with pytest.raises(WorkspaceError, match="schema version 999"):
        Workspace.open(tmp_path)
