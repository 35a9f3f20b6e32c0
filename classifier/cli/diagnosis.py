"""What can be wrong with this machine and this workspace, looked at before a run is."""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from classifier.cli.terminal import without_password
from classifier.errors import OgpJusticeError, WorkspaceError

# Free space below which a run may not end: a plan takes about 50 KiB, a backup as much again.
LEAST_SPACE = 2**30
# What extras are for; without one the rest works.
EXTRAS = {"distributed": "`run --scheduler`", "pg8000": "a workspace on PostgreSQL"}
LOCK = Path(__file__).parents[2] / "requirements.lock"


class Check(NamedTuple):
    """One thing looked at: `state` is "ok", or what is wrong and what to do; `code` the exit code then."""

    what: str
    found: str
    state: str = "ok"
    code: int = 0


def machine() -> Iterator[Check]:
    """Encoding, temporary files, disk, memory, extras, locked versions."""
    yield _encoding()
    yield _space("temporary files", Path(tempfile.gettempdir()))
    yield _processes()
    yield from map(_extra, EXTRAS)
    yield _locked()


def workspace(where: str) -> Iterator[Check]:
    """The workspace: whether it can be opened and what is wrong in it."""
    from classifier.workspace import Workspace
    from classifier.workspace.checks import problems
    from classifier.workspace.database import exists

    shown, failed = without_password(where), WorkspaceError.exit_code
    if not exists(where):
        yield Check("workspace", f"{shown}: none yet", "ok")
        return
    if "://" not in where:
        yield _space("workspace folder", Path(where))
    try:
        with Workspace.open(where) as opened:
            wrong = problems(opened.engine)
    except WorkspaceError as error:
        yield Check("workspace", shown, str(error), failed)
        return
    state = f"{len(wrong)} problems: ogp-justice workspace check" if wrong else "ok"
    yield Check("workspace", shown, state, failed if wrong else 0)


def _encoding() -> Check:
    found = f"files {sys.getfilesystemencoding()}, output {sys.stdout.encoding}"
    sound = "utf" in sys.getfilesystemencoding().lower()
    state = "ok" if sound else "names and text may be garbled; set LANG=C.UTF-8 or PYTHONUTF8=1"
    return Check("text encoding", found, state, 0 if sound else 1)


def _space(what: str, folder: Path) -> Check:
    if not os.access(folder, os.W_OK):
        return Check(what, str(folder), "may not be written; change its permissions or name another", 3)
    free = shutil.disk_usage(folder).free
    state = "ok" if free >= LEAST_SPACE else "little space is left; free some before a large run"
    return Check(what, f"{folder}, {free / 2**30:.1f} GiB free", state, 0 if state == "ok" else 3)


def _processes() -> Check:
    """Whether documents can be fenced here."""
    from classifier.fences import Fence, fenced

    try:
        fenced(len, "abc", fence=Fence(seconds=60))
    except OgpJusticeError as error:
        return Check("fences", "no process can be started", str(error), 1)
    limited = "seconds and memory" if sys.platform != "win32" else "seconds (no memory limit on Windows)"
    return Check("fences", limited)


def _extra(name: str) -> Check:
    try:
        return Check(name, version(name))
    except PackageNotFoundError:
        return Check(name, "not installed", f"only for {EXTRAS[name]}: pip install ogp-justice[scale]")


def _locked() -> Check:
    """Installed versions beside those of the lock file, where there is one."""
    if not LOCK.is_file():
        return Check("locked versions", "no lock file here")
    pins: dict[str, set[str]] = {}
    # One package may be locked twice, for older and newer Pythons.
    for name, pin in re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE):
        pins.setdefault(name, set()).add(pin)
    other = [
        f"{name} {found}, not {min(pins[name])}"
        for name, found in _installed(pins)
        if found not in pins[name]
    ]
    state = f"{', '.join(other[:4])}: `make run` installs the locked ones" if other else "ok"
    return Check("locked versions", f"{len(pins)} locked, {len(other)} differ", state)


def _installed(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue
