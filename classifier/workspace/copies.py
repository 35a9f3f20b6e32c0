"""Backups: the whole workspace in one SQLite file, wherever it came from, and back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData, create_engine, delete, insert, select

from classifier.errors import WorkspaceError
from classifier.workspace.migrations import SCHEMA_VERSION

# Rows held in memory at a time while copying from a server.
BATCH = 1000


def back_up(engine: Engine, target: Path) -> Path:
    """Write everything into one SQLite file, complete or not at all.

    The copy is of one moment, also while a run writes. Raises `WorkspaceError` if the file
    cannot be written.
    """
    part = target.with_name(f"{target.name}.part")
    with _telling(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        if engine.dialect.name == "sqlite":
            _copy_file(engine, part)
        else:
            _copy_tables_out(engine, part)
        part.replace(target)
    return target


def check_backup(source: Path) -> None:
    """Refuse, with a `WorkspaceError`, a file that is no whole backup for this program."""
    if not source.is_file():
        raise WorkspaceError(f"There is no backup {source}. Nothing was changed.")
    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            (state,) = opened.execute("PRAGMA integrity_check").fetchone()
            (version,) = opened.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    except (sqlite3.Error, TypeError) as error:
        raise WorkspaceError(
            f"{source} is no backup of a workspace ({error}). Nothing was changed."
        ) from error
    if state != "ok":
        raise WorkspaceError(f"{source} is damaged ({state}). Nothing was changed; use another backup.")
    if int(version) > SCHEMA_VERSION:
        raise WorkspaceError(
            f"{source} has schema version {version}, this program reads up to {SCHEMA_VERSION}. "
            "Nothing was changed; use a newer program."
        )


def put_back(source: Path, engine: Engine) -> None:
    """Replace everything in the workspace by a checked backup, in one transaction.

    The backup must have this program's schema where the workspace is on a server.
    """
    if engine.dialect.name == "sqlite":
        engine.dispose()
        with closing(sqlite3.connect(source)) as kept, closing(sqlite3.connect(_file(engine))) as here:
            kept.backup(here)
    else:
        _copy_tables_in(source, engine)


def _copy_file(engine: Engine, target: Path) -> None:
    with closing(sqlite3.connect(_file(engine))) as here, closing(sqlite3.connect(target)) as copy:
        here.backup(copy)
        # A backup is one file: no log beside it.
        copy.execute("PRAGMA journal_mode=DELETE")


def _file(engine: Engine) -> str:
    return engine.url.database or ""


def _copy_tables_out(engine: Engine, target: Path) -> None:
    there = engine.execution_options(isolation_level="REPEATABLE READ")
    copy = create_engine(f"sqlite:///{target.absolute()}")
    with there.connect() as source, copy.begin() as sink:
        tables = MetaData()
        tables.reflect(source)
        for table in tables.tables.values():
            for column in table.columns:
                # Written in the server's own dialect, and every row comes with its values.
                column.server_default = None
        tables.create_all(sink)
        _copy_rows(source, sink, tables)
    copy.dispose()


def _copy_tables_in(source: Path, engine: Engine) -> None:
    kept = create_engine(f"sqlite:///{source.absolute()}")
    with kept.connect() as backup, engine.begin() as sink:
        tables = MetaData()
        tables.reflect(sink)
        for table in reversed(tables.sorted_tables):
            sink.execute(delete(table))
        _copy_rows(backup, sink, tables)
    kept.dispose()


def _copy_rows(source: Connection, sink: Connection, tables: MetaData) -> None:
    for table in tables.sorted_tables:
        rows = source.execution_options(yield_per=BATCH).execute(select(table)).mappings()
        for batch in rows.partitions():
            sink.execute(insert(table), [dict(row) for row in batch])


@contextmanager
def _telling(target: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise WorkspaceError(
            f"The backup {target} cannot be written: {error}. Name another place, or free some space."
        ) from error
