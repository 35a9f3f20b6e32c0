"""`run`: extract, find and predict, one ledger row for each file."""

import os
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from classifier import __version__
from classifier.cli.limits import limit_options, limits_of
from classifier.cli.progress import logged, one_line, watcher
from classifier.cli.terminal import (
    clean,
    console,
    json_option,
    model_option,
    print_json,
    print_table,
    without_password,
    workspace_option,
)
from classifier.taxonomy import JusticeCategory

if TYPE_CHECKING:
    from classifier.pipeline import Bounds, Predictor
    from classifier.tasks import Task
    from classifier.workspace import FileRow, Workspace

# Columns of the closing table that hold numbers.
NUMBERS = ["pages", "commitments", *(category.short for category in JusticeCategory), "any", "warnings"]


@click.command("run", short_help="Read plans, find and classify their commitments.")
@click.argument("plans", nargs=-1, required=True, type=click.Path(path_type=Path))
@workspace_option
@model_option
@json_option
@click.option("--jobs", default=os.cpu_count() or 1, show_default="all cores", help="Plans read at a time.")
@limit_options
@click.option("--scheduler", default="", metavar="ADDRESS", help="Read on a Dask cluster, tcp://HOST:PORT.")
@click.option("--redo", is_flag=True, help="Process files again that are done and unchanged.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and why.")
@click.option("--log-json", is_flag=True, help="Log to standard error, one JSON object a line.")
def run_command(plans: tuple[Path, ...], workspace: str, as_json: bool, dry_run: bool, **options: Any) -> int:
    """Read PLANS (PDF files or folders) into a workspace.

    Reads the PDFs, and a table plans.csv beside them if there is one (file, member, years,
    plan_id). Writes commitments and predictions to the workspace, with one ledger row for each
    file. Safe to stop and repeat: only what is new or changed is done again.
    """
    from classifier.inputs import gather
    from classifier.predict import load_model
    from classifier.workspace import Workspace
    from classifier.workspace.database import exists
    from classifier.workspace.locks import run_lock

    with logged(options["log_json"], version=__version__, workspace=without_password(workspace)):
        model = load_model(options["model"])
        paths = gather(plans)
        if dry_run:
            # Looking changes nothing: where there is no workspace, an empty one in memory stands for it.
            with Workspace.open(workspace if exists(workspace) else "sqlite://") as opened:
                return _say_tasks(_tasks(paths, opened, model.id, options), len(paths), as_json)
        with Workspace.open(workspace) as opened, run_lock(opened.engine):
            done = _work(_tasks(paths, opened, model.id, options), opened, model, options, as_json)
            return _close(done, paths, opened, as_json)


def _bounds(options: dict[str, Any]) -> "Bounds":
    from classifier.fences import Fence
    from classifier.pipeline import Bounds

    limits = limits_of(options)
    return Bounds(Fence(limits.seconds, limits.memory), limits)


def _tasks(
    paths: Sequence[Path], workspace: "Workspace", model_id: str, options: dict[str, Any]
) -> list["Task"]:
    from classifier.tasks import plan_tasks

    return plan_tasks(paths, workspace, model_id, redo=options["redo"], limits=str(_bounds(options)))


def _say_tasks(tasks: Sequence["Task"], files: int, as_json: bool) -> int:
    from classifier.inputs import printable

    if as_json:
        print_json([{"path": printable(str(task.path)), "why": task.why} for task in tasks])
    else:
        print_table(["file", "why"], [(one_line(str(task.path)), task.why) for task in tasks])
        click.echo(f"{len(tasks)} of {files} files would be processed.")
    return 0


def _work(
    tasks: Sequence["Task"],
    workspace: "Workspace",
    model: "Predictor",
    options: dict[str, Any],
    as_json: bool,
) -> int:
    """Process the tasks, telling of each; how many were done."""
    from classifier.inputs import printable, read_hints
    from classifier.pipeline import process

    rows = process(
        tasks,
        workspace,
        model,
        jobs=options["jobs"],
        scheduler=options["scheduler"],
        bounds=_bounds(options),
        hints=read_hints([task.path for task in tasks]),
    )
    watch = watcher(as_json=as_json, log_json=options["log_json"])
    return sum(1 for _ in watch(rows, {printable(str(task.path)): task.why for task in tasks}))


def _close(done: int, paths: Sequence[Path], workspace: "Workspace", as_json: bool) -> int:
    from classifier.inputs import printable

    ledger = {row.path: row for row in workspace.files()}
    here = [ledger[printable(str(path))] for path in paths]
    counts = _justice_counts(workspace)
    if as_json:
        print_json([_as_dict(row, counts) for row in here])
    else:
        _print_closing(here, counts, done=done)
    return _exit_code(here)


def _exit_code(here: Sequence["FileRow"]) -> int:
    return 0 if all(row.ok for row in here) else 2


def _justice_counts(workspace: "Workspace") -> dict[str, dict[str, int]]:
    from classifier.pipeline import findings
    from classifier.tally import tally

    counts: dict[str, dict[str, int]] = {}
    # A plan's findings follow each other: one plan at a time keeps memory flat.
    for plan_id, here in groupby(findings(workspace), key=lambda finding: finding.plan.id):
        found = tally(here, by=["category"])
        counts[plan_id] = {count.category: count.decided + count.predicted for count in found}
    return counts


def _print_closing(rows: Sequence["FileRow"], counts: dict[str, dict[str, int]], *, done: int) -> None:
    lines = [_line(row, counts.get(row.plan_id or "", {})) for row in rows if row.ok]
    if lines:
        print_table(["plan", "lang", *NUMBERS], lines, right=NUMBERS)
    for row in rows:
        _print_remarks(row)
    console().print(
        f"{len(rows)} files: {len(lines)} read, {len(rows) - len(lines)} not. "
        f"{done} processed now, {len(rows) - done} unchanged since the last run."
    )


def _print_remarks(row: "FileRow") -> None:
    if not row.ok:
        console().print(f"{one_line(row.path)}: {row.outcome}. {clean(row.reason)}")
    for warning in row.warnings:
        console().print(f"{one_line(row.path)}: warning: {clean(warning)}", style="dim")


def _line(row: "FileRow", counts: dict[str, int]) -> list[object]:
    categories = [counts.get(category, 0) for category in (*JusticeCategory, "any_justice")]
    return [one_line(row.path), row.language, row.pages, row.commitments, *categories, len(row.warnings)]


def _as_dict(row: "FileRow", counts: dict[str, dict[str, int]]) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(row) | {"justice": counts.get(row.plan_id or "", {})}
