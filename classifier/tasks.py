"""What a run has to do: files that are new or changed, and why."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from classifier.errors import InputError, LimitExceeded, NeedsOcr
from classifier.fences import ReaderCrashed, WorkerDied
from classifier.inputs import fingerprint
from classifier.workspace import FileRow, Workspace
from classifier.workspace.ledger import READ

# The code and language data that read plans.
READERS = ("documents.py", "plans.py", "cues.py", "extract", "find")


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be processed, and why."""

    path: Path
    sha256: str
    why: str
    reread: bool = True


@cache
def code_version() -> str:
    """A digest of the code and language data that read plans.

    When it changes, plans already in a workspace are read again.
    """
    home = Path(__file__).parent
    digest = sha256()
    for name in READERS:
        part = home / name
        for file in [part] if part.is_file() else sorted(part.rglob("*")):
            if file.suffix in (".py", ".toml", ".csv", ".json"):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def plan_tasks(
    paths: Iterable[Path], workspace: Workspace, model_id: str, *, redo: bool = False, limits: str = ""
) -> list[Task]:
    """The files that are new or changed since the last run, each with the reason.

    `limits` are this run's, in words: a file that was over others is tried again.
    """
    tasks = (_task(path, workspace.file(str(path)), (model_id, limits), redo) for path in paths)
    return [task for task in tasks if task is not None]


def _task(path: Path, row: FileRow | None, run: tuple[str, str], redo: bool) -> Task | None:
    try:
        digest = fingerprint(path)
    except InputError:
        digest = ""
    if row is None:
        return Task(path, digest, "new file")
    if row.sha256 != digest:
        return Task(path, digest, "file changed")
    if redo:
        return Task(path, digest, "asked for")
    return _stale(Task(path, digest, ""), row, *run)


def _stale(task: Task, row: FileRow, model_id: str, limits: str) -> Task | None:
    if row.code != code_version():
        return replace(task, why="reading changed in this program version")
    if row.outcome == READ and row.model_id != model_id:
        return replace(task, why=f"model changed from {row.model_id}", reread=False)
    why = _worth_a_retry(row, limits)
    return replace(task, why=why) if why else None


def _worth_a_retry(row: FileRow, limits: str) -> str:
    """Why a file that could not be read may be readable now; empty if nothing changed."""
    if row.outcome == WorkerDied.outcome:
        return "its process was killed last time"
    if row.outcome in (LimitExceeded.outcome, ReaderCrashed.outcome) and row.limits != limits:
        return f"limits changed from {row.limits}"
    if row.outcome == NeedsOcr.outcome and _ocr_at_hand():
        return "OCR is now at hand"
    return ""


def _ocr_at_hand() -> bool:
    return shutil.which("tesseract") is not None
