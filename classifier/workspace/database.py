"""Opening the database: SQLite in a folder by default, PostgreSQL by URL."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, insert, select
from sqlalchemy.exc import DatabaseError

from classifier.errors import WorkspaceError
from classifier.workspace.schema import SCHEMA_VERSION, meta, metadata

# The SQLite file inside a workspace folder.
FILE_NAME = "workspace.sqlite"


def open_engine(where: str | Path) -> Engine:
    """An engine with every table there; `WorkspaceError` if it cannot be used."""
    engine = create_engine(_url(where))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
    try:
        metadata.create_all(engine)
        _check_version(engine)
    except DatabaseError as error:
        raise WorkspaceError(
            f"The workspace {where} cannot be opened: {error.orig}. "
            "Check that the folder may be written and the disk is not full, or name another with --workspace."
        ) from error
    return engine


def _url(where: str | Path) -> str:
    if "://" in str(where):
        return str(where)
    folder = Path(where)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(
            f"The workspace folder {folder} cannot be made: {error.strerror}. Name another with --workspace."
        ) from error
    return f"sqlite:///{folder.absolute() / FILE_NAME}"


def _set_pragmas(connection: Any, _record: Any) -> None:
    # WAL lets an analyst read while a run writes; FULL keeps a stored decision through a power cut.
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _check_version(engine: Engine) -> None:
    with engine.begin() as connection:
        found = connection.scalar(select(meta.c.value).where(meta.c.key == "schema"))
        if found is None:
            connection.execute(insert(meta).values(key="schema", value=str(SCHEMA_VERSION)))
        elif int(found) != SCHEMA_VERSION:
            raise WorkspaceError(
                f"The workspace has schema version {found}, this program needs {SCHEMA_VERSION}. "
                "Use the program version that made it, or start a new workspace with --workspace."
            )
