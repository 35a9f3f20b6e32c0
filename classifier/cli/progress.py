"""How a run tells of itself: a bar, a line for each file, or JSON lines for machines."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from classifier.cli.terminal import clean, console
from classifier.errors import OgpJusticeError

if TYPE_CHECKING:
    from classifier.workspace import FileRow

Rows = Iterator["FileRow"]
# What is told of each file in the log, by the ledger's own names.
LOGGED = ("path", "outcome", "reason", "sha256", "plan_id", "pages", "ocr_pages", "grade", "commitments")


def log_event(event: str, **more: Any) -> None:
    """One JSON line on standard error: when, what, and its particulars."""
    line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **more}
    click.echo(json.dumps(line, ensure_ascii=True), err=True)


@contextmanager
def logged(wanted: bool, **start: Any) -> Iterator[None]:
    """Log the beginning, the end and the error of a run, if that is wanted."""
    if not wanted:
        yield
        return
    began = time.perf_counter()
    log_event("start", **start)
    try:
        yield
    except OgpJusticeError as error:
        log_event("error", message=str(error), kind=type(error).__name__, exit_code=error.exit_code)
        raise
    log_event("end", seconds=round(time.perf_counter() - began, 3))


def watcher(*, as_json: bool, log_json: bool) -> Callable[[Rows, Mapping[str, str]], Rows]:
    """The way this run tells of its files as they end."""
    if log_json:
        return _with_log
    if as_json:
        return lambda rows, why: rows
    return _with_bar if console(stderr=True).is_terminal else _with_lines


def one_line(name: str) -> str:
    """A file's name as one harmless line."""
    return clean(Path(name).name).replace("\n", " ")


def _with_log(rows: Rows, why: Mapping[str, str]) -> Rows:
    for row in rows:
        told = {name: getattr(row, name) for name in LOGGED}
        log_event("file", **told, why=why[row.path], seconds=round(row.seconds, 3), warnings=row.warnings)
        yield row


def _with_bar(rows: Rows, why: Mapping[str, str]) -> Rows:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=len(why))
        for row in rows:
            progress.update(bar, advance=1, description=one_line(row.path)[:40])
            yield row


def _with_lines(rows: Rows, why: Mapping[str, str]) -> Rows:
    for number, row in enumerate(rows, 1):
        told = f"{row.outcome} ({why[row.path]}, {row.seconds:.1f} s)"
        click.echo(f"[{number}/{len(why)}] {one_line(row.path)}: {told}", err=True)
        yield row
