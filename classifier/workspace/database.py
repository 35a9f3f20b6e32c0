"""Opening the database: SQLite in a folder by default, PostgreSQL by URL."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, insert, inspect, select, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError, IntegrityError, NoSuchModuleError

from classifier.errors import WorkspaceError
from classifier.workspace.copies import back_up
from classifier.workspace.migrations import SCHEMA_VERSION, migrate
from classifier.workspace.schema import meta, metadata

# The SQLite file inside a workspace folder.
FILE_NAME = "workspace.sqlite"

# What a database says when something is wrong, and what a person can do then.
ADVICE = {
    "disk is full": "Free some space and run again; what was stored is kept.",
    "disk I/O error": "Check the disk and its free space and run again; what was stored is kept.",
    "readonly": "Make the folder writable, or name another with --workspace.",
    "read-only": "Make the folder writable, or name another with --workspace.",
    "unable to open": "Check that the folder may be written, or name another with --workspace.",
    "locked": "Another program is writing to it; wait for it to end and run again.",
    "malformed": "Restore a backup: `ogp-justice workspace restore FILE`.",
    "not a database": "Restore a backup, or name another folder with --workspace.",
    "connect": "Check the address, and that the server is up.",
    "authentication": "Check the user and password in the URL.",
}

# Seconds to wait for another program's lock, and between two tries where SQLite does not wait itself.
PATIENCE, PAUSE = 30, 0.02

# Opening is taken in turns on PostgreSQL; any number will do that nobody else uses.
OPENING = 7_160_301


def open_engine(where: str | Path) -> Engine:
    """An engine with every table there, brought to today's schema.

    Raises `WorkspaceError` if the database cannot be used.
    """
    engine = _engine(where)
    event.listen(engine, "handle_error", _explainer(_shown(where)))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
    _bring_up(engine)
    return engine


def exists(where: str | Path) -> bool:
    """Whether a folder holds a workspace; one behind a URL is taken to be there."""
    return "://" in str(where) or (Path(where) / FILE_NAME).is_file()


def _engine(where: str | Path) -> Engine:
    try:
        return create_engine(_url(where))
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise WorkspaceError(
            f"The database {_shown(where)} cannot be used: {error}. A URL looks like "
            "postgresql+pg8000://user:password@host/name and needs the extra 'scale'."
        ) from error


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


def _shown(where: str | Path) -> str:
    """The place without the password a URL may hold."""
    head, found, tail = str(where).partition("://")
    return f"{head}://{tail.rpartition('@')[2]}" if found else head


def _set_pragmas(connection: sqlite3.Connection, _record: Any) -> None:
    # FULL keeps a stored decision through a power cut.
    for pragma in (f"busy_timeout={PATIENCE * 1000}", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to a write-ahead log, which lets an analyst read while a run writes."""
    began = monotonic()
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            # SQLite does not wait its busy timeout for this one lock, which others hold for moments.
            if "locked" not in str(error) or monotonic() - began > PATIENCE:
                raise
            sleep(PAUSE)


def _explainer(place: str) -> Callable[[ExceptionContext], None]:
    def explain(context: ExceptionContext) -> None:
        error = context.original_exception
        if context.sqlalchemy_exception is None or isinstance(context.sqlalchemy_exception, IntegrityError):
            return
        said = str(error)
        advice = next((what for sign, what in ADVICE.items() if sign in said), "Check the database.")
        raise WorkspaceError(f"The workspace {place} cannot be used: {said}. {advice}") from error

    return explain


def _bring_up(engine: Engine) -> None:
    """Make what is missing and migrate what is old, one opener at a time."""
    if _stands(engine):
        return
    with engine.begin() as connection:
        _take_turns(connection)
        found = _version(connection)
        if found is not None and found < SCHEMA_VERSION:
            back_up(engine, _before_migration(engine, found))
            migrate(connection, found)
        metadata.create_all(connection)
        connection.execute(delete(meta).where(meta.c.key == "schema"))
        connection.execute(insert(meta).values(key="schema", value=str(SCHEMA_VERSION)))


def _stands(engine: Engine) -> bool:
    with engine.connect() as connection:
        found = _version(connection)
        there = set(inspect(connection).get_table_names())
    if found is not None and found > SCHEMA_VERSION:
        raise WorkspaceError(
            f"The workspace has schema version {found}, this program needs {SCHEMA_VERSION}. "
            "Use the program version that made it, or start a new workspace with --workspace."
        )
    return found == SCHEMA_VERSION and there >= set(metadata.tables)


def _version(connection: Connection) -> int | None:
    if not inspect(connection).has_table(meta.name):
        return None
    found = connection.scalar(select(meta.c.value).where(meta.c.key == "schema"))
    return None if found is None else int(found)


def _take_turns(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": OPENING})


def _before_migration(engine: Engine, found: int) -> Path:
    """Where an older workspace is kept: beside it, or here where it is on a server."""
    home = Path(engine.url.database or "").parent if engine.dialect.name == "sqlite" else Path()
    return home / "backups" / f"schema-{found}-{datetime.now(UTC):%Y%m%d-%H%M%S}.sqlite"
