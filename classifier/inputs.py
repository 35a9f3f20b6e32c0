"""Which files a run reads, and what the user says of them."""

import csv
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from classifier.errors import InputError

# What a folder is searched for; those that are no PDF get a ledger row that says so.
DOCUMENT_SUFFIXES = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx")

# The user's own table of plans, beside the files: file, member, years, OGP plan id.
TABLE_NAME = "plans.csv"


def gather(paths: Sequence[Path]) -> list[Path]:
    """Every document named, or found in the folders named, once, sorted.

    Raises `InputError` for a path that is not there, and where there is no document at all.
    """
    found: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise InputError(f"There is no file or folder {path}. Check the spelling; nothing was read.")
        found.update(_documents(path) if path.is_dir() else [path.absolute()])
    if not found:
        where, looked_for = ", ".join(map(str, paths)), " ".join(sorted(DOCUMENT_SUFFIXES))
        raise InputError(f"There is no document in {where} (looked for {looked_for}).")
    return sorted(found)


def _documents(folder: Path) -> Iterator[Path]:
    """Documents by their ending, linked folders too, each folder once.

    Broken links and pipes are among them: they get a ledger row that says so.
    """
    seen: set[tuple[int, int]] = set()
    for place, folders, names in os.walk(folder.absolute(), onerror=_unreadable, followlinks=True):
        here = Path(place).stat()
        if (here.st_dev, here.st_ino) in seen:
            folders.clear()
            continue
        seen.add((here.st_dev, here.st_ino))
        for name in names:
            # A name that is only an ending counts too.
            if name.lower().endswith(DOCUMENT_SUFFIXES):
                yield Path(place, name)


def _unreadable(error: OSError) -> None:
    raise InputError(
        f"The folder {error.filename} cannot be read: {error.strerror}. "
        "Make it readable or name the other folders one by one; nothing was read."
    ) from error


def printable(text: str) -> str:
    """Text with lone surrogates written out, as names that are not UTF-8 have them."""
    return text.encode("utf-8", "backslashreplace").decode()


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
            hints |= {folder / row["file"]: row for row in _table(table)}
    return hints


def _table(table: Path) -> list[dict[str, str]]:
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            return list(_rows(csv.DictReader(file), table))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(
            f"{table} cannot be read: {error}. Save it as CSV in UTF-8 and run again; nothing was read."
        ) from error


def _rows(reader: "csv.DictReader[str]", table: Path) -> Iterator[dict[str, str]]:
    if "file" not in (reader.fieldnames or ()):
        raise InputError(f"{table} has no column 'file'. Its columns: file, member, years, plan_id.")
    yield from map(_stripped, reader)


def _stripped(row: dict[str, str]) -> dict[str, str]:
    return {key: (value or "").strip() for key, value in row.items() if key}
