"""One run at a time on one workspace."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

from classifier.errors import WorkspaceError

# Beside the workspace file; only the lock on it means anything, not that it is there.
LOCK_NAME = "run.lock"

# Held on PostgreSQL by whoever runs; any number will do that nobody else uses.
RUNNING = 7_160_302

BUSY = (
    "Another run is at work on this workspace. Wait for it to end, or name another with --workspace. "
    "Nothing was changed."
)


@contextmanager
def run_lock(engine: Engine) -> Iterator[None]:
    """Hold the workspace for one run; `WorkspaceError` if another run holds it.

    The system frees the lock when the process ends, however it ends.
    """
    hold = _hold_file if engine.dialect.name == "sqlite" else _hold_server
    with hold(engine):
        yield


@contextmanager
def _hold_file(engine: Engine) -> Iterator[None]:
    if not engine.url.database:
        yield
        return
    path = Path(engine.url.database).with_name(LOCK_NAME)
    # SQLite's own lock works alike on every system and dies with its process.
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise WorkspaceError(BUSY if "locked" in str(error) else f"{path}: {error}.") from error
        yield


@contextmanager
def _hold_server(engine: Engine) -> Iterator[None]:
    with engine.connect() as connection:
        connection = connection.execution_options(isolation_level="AUTOCOMMIT")
        if not connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": RUNNING}):
            raise WorkspaceError(BUSY)
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": RUNNING})
