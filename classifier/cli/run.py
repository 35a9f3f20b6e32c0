"""`run`: extract, find and predict, one ledger row for each file."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from classifier.cli.terminal import (
    clean,
    console,
    json_option,
    model_option,
    print_json,
    print_table,
    workspace_option,
)
from classifier.taxonomy import JusticeCategory

if TYPE_CHECKING:
    from classifier.pipeline import Predictor
    from classifier.tasks import Task
    from classifier.workspace import FileRow, Workspace


@click.command("run", short_help="Read plans, find and classify their commitments.")
@click.argument("plans", nargs=-1, required=True, type=click.Path(path_type=Path))
@workspace_option
@model_option
@json_option
@click.option("--jobs", default=os.cpu_count() or 1, show_default="all cores", help="Plans read at a time.")
@click.option("--seconds", default=600.0, show_default=True, help="Limit for one file.")
@click.option("--memory", default=4096, show_default=True, metavar="MIB", help="Limit for one file.")
@click.option("--redo", is_flag=True, help="Process files again that are done and unchanged.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and why.")
def run_command(plans: tuple[Path, ...], workspace: str, as_json: bool, dry_run: bool, **options: Any) -> int:
    """Read PLANS (PDF files or folders) into a workspace.

    Reads the PDFs, and a table plans.csv beside them if there is one (file, member, years,
    plan_id). Writes commitments and predictions to the workspace, with one ledger row for each
    file. Safe to stop and repeat: only what is new or changed is done again.
    """
    from classifier.inputs import gather
    from classifier.predict import load_model
    from classifier.tasks import plan_tasks
    from classifier.workspace import Workspace
    from classifier.workspace.database import exists
    from classifier.workspace.locks import run_lock

    model = load_model(options["model"])
    paths = gather(plans)
    if dry_run:
        # Looking changes nothing: where there is no workspace, an empty one in memory stands for it.
        with Workspace.open(workspace if exists(workspace) else "sqlite://") as opened:
            tasks = plan_tasks(paths, opened, model.id, redo=options["redo"])
        return _say_tasks(tasks, len(paths), as_json)
    with Workspace.open(workspace) as opened, run_lock(opened.engine):
        tasks = plan_tasks(paths, opened, model.id, redo=options["redo"])
        rows = list(_watch(tasks, opened, model, options, quiet=as_json))
        return _close(rows, paths, opened, as_json)


def _say_tasks(tasks: Sequence["Task"], files: int, as_json: bool) -> int:
    if as_json:
        print_json([{"path": str(task.path), "why": task.why} for task in tasks])
    else:
        print_table(["file", "why"], [(task.path.name, task.why) for task in tasks])
        click.echo(f"{len(tasks)} of {files} files would be processed.")
    return 0


def _watch(
    tasks: Sequence["Task"],
    workspace: "Workspace",
    model: "Predictor",
    options: dict[str, Any],
    *,
    quiet: bool,
) -> Iterator["FileRow"]:
    from classifier.fences import Fence
    from classifier.inputs import read_hints
    from classifier.pipeline import process

    fence = Fence(options["seconds"], options["memory"] * 2**20)
    hints = read_hints([task.path for task in tasks])
    rows = process(tasks, workspace, model, jobs=options["jobs"], fence=fence, hints=hints)
    why = {str(task.path): task.why for task in tasks}
    if quiet:
        yield from rows
    elif console(stderr=True).is_terminal:
        yield from _with_bar(rows, len(tasks))
    else:
        yield from _with_lines(rows, why)


def _with_bar(rows: Iterator["FileRow"], total: int) -> Iterator["FileRow"]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=total)
        for row in rows:
            progress.update(bar, advance=1, description=clean(Path(row.path).name)[:40])
            yield row


def _with_lines(rows: Iterator["FileRow"], why: dict[str, str]) -> Iterator["FileRow"]:
    for number, row in enumerate(rows, 1):
        name = clean(Path(row.path).name)
        click.echo(
            f"[{number}/{len(why)}] {name}: {row.outcome} ({why[row.path]}, {row.seconds:.1f} s)", err=True
        )
        yield row


def _close(rows: Sequence["FileRow"], paths: Sequence[Path], workspace: "Workspace", as_json: bool) -> int:
    ledger = {row.path: row for row in workspace.files()}
    here = [ledger[str(path)] for path in paths]
    counts = _justice_counts(workspace)
    if as_json:
        print_json([_as_dict(row, counts) for row in here])
    else:
        _print_closing(here, counts, done=len(rows))
    return _exit_code(here)


def _exit_code(here: Sequence["FileRow"]) -> int:
    return 0 if all(row.ok for row in here) else 2


def _justice_counts(workspace: "Workspace") -> dict[str, dict[str, int]]:
    from classifier.pipeline import findings
    from classifier.tally import tally

    counts: dict[str, dict[str, int]] = {}
    for count in tally(findings(workspace), by=["plan", "category"]):
        counts.setdefault(count.keys[0], {})[count.category] = count.decided + count.predicted
    return counts


def _print_closing(rows: Sequence["FileRow"], counts: dict[str, dict[str, int]], *, done: int) -> None:
    numbers = ["pages", "commitments", *(category.short for category in JusticeCategory), "any", "warnings"]
    lines = [_line(row, counts.get(row.plan_id or "", {})) for row in rows if row.ok]
    if lines:
        print_table(["plan", "lang", *numbers], lines, right=numbers)
    for row in rows:
        if not row.ok:
            console().print(f"{Path(row.path).name}: {row.outcome}. {clean(row.reason)}")
        for warning in row.warnings:
            console().print(f"{Path(row.path).name}: warning: {clean(warning)}", style="dim")
    failed = sum(not row.ok for row in rows)
    console().print(
        f"{len(rows)} files: {len(rows) - failed} read, {failed} not. "
        f"{done} processed now, {len(rows) - done} unchanged since the last run."
    )


def _line(row: "FileRow", counts: dict[str, int]) -> list[object]:
    categories = [counts.get(category, 0) for category in (*JusticeCategory, "any_justice")]
    return [Path(row.path).name, row.language, row.pages, row.commitments, *categories, len(row.warnings)]


def _as_dict(row: "FileRow", counts: dict[str, dict[str, int]]) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(row) | {"justice": counts.get(row.plan_id or "", {})}
