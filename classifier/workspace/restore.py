"""A backup put back in the workspace's place."""

import shutil
import tempfile
from pathlib import Path

from classifier.workspace.copies import back_up, check_backup, put_back
from classifier.workspace.database import FILE_NAME, exists, open_engine
from classifier.workspace.locks import run_lock


def restore(source: Path, where: str | Path, before: Path) -> Path | None:
    """Put a backup in place; what stood there goes to `before`, which is returned.

    Refused, with a `WorkspaceError`, while a run is at work and for a file that is no whole
    backup; nothing is changed then.
    """
    check_backup(source)
    there = exists(where)
    engine = open_engine(where)
    try:
        with run_lock(engine), tempfile.TemporaryDirectory() as folder:
            kept = back_up(engine, before) if there else None
            put_back(_today(source, Path(folder)), engine)
    finally:
        engine.dispose()
    return kept


def _today(source: Path, folder: Path) -> Path:
    """A copy of the backup, brought to today's schema."""
    shutil.copyfile(source, folder / FILE_NAME)
    open_engine(folder).dispose()
    return folder / FILE_NAME
