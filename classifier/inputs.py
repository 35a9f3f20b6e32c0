"""Which files a run reads, and what the user says of them."""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from classifier.errors import InputError

# What a folder is searched for; those that are no PDF get a ledger row that says so.
DOCUMENT_SUFFIXES = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx"})

# The user's own table of plans, beside the files: file, member, years, OGP plan id.
TABLE_NAME = "plans.csv"


def gather(paths: Iterable[Path]) -> list[Path]:
    """Every document named, or found in the folders named, once, sorted.

    Raises `InputError` for a path that is not there.
    """
    found: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise InputError(f"There is no file or folder {path}. Check the spelling; nothing was read.")
        found.update(_documents(path) if path.is_dir() else [path.absolute()])
    return sorted(found)


def _documents(folder: Path) -> Iterator[Path]:
    for path in folder.absolute().rglob("*"):
        if path.suffix.lower() in DOCUMENT_SUFFIXES and path.is_file():
            yield path


def fingerprint(path: Path) -> str:
    """SHA-256 of the file's bytes; `InputError` if they cannot be read."""
    if not path.is_file():
        raise InputError(f"{path.name} is not a regular file. Copy the plan into a file first.")
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{path.name} cannot be read: {error.strerror}. Check its permissions.") from error


def read_hints(paths: Iterable[Path]) -> dict[Path, dict[str, str]]:
    """What each folder's `plans.csv` says of its files, by absolute path."""
    hints: dict[Path, dict[str, str]] = {}
    for folder in {path.parent for path in paths}:
        table = folder / TABLE_NAME
        if table.is_file():
            with table.open(encoding="utf-8-sig", newline="") as file:
                hints |= {folder / row["file"]: row for row in _rows(csv.DictReader(file), table)}
    return hints


def _rows(reader: "csv.DictReader[str]", table: Path) -> Iterator[dict[str, str]]:
    if "file" not in (reader.fieldnames or ()):
        raise InputError(f"{table} has no column 'file'. Its columns: file, member, years, plan_id.")
    yield from map(_stripped, reader)


def _stripped(row: dict[str, str]) -> dict[str, str]:
    return {key: (value or "").strip() for key, value in row.items() if key}
