"""`review`: what people decide, in the browser or by way of a workbook."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from socket import gethostname
from typing import TYPE_CHECKING, Any

import click

from classifier.cli.terminal import clean, console, user, workspace_option
from classifier.errors import WorkspaceError

if TYPE_CHECKING:
    from classifier.judgements import Decision
    from classifier.taxonomy import JusticeCategory
    from classifier.workspace import Workspace

# Which commitments an export holds, with the desk's list each is taken from.
CHOICES = {
    "undecided": "undecided",
    "doubtful": "doubtful",
    "second": "second",
    "justice": "all",
    "audit": "audit",
    "all": "all",
}


@click.group("review", invoke_without_command=True, short_help="Read commitments and decide, in the browser.")
@workspace_option
@click.option("--analyst", default="", metavar="NAME", help="Who decides. [default: the user's name]")
@click.option("--irm", type=click.Path(path_type=Path, exists=True), multiple=True, help="OGP's database.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve at.")
@click.option("--port", default=8765, show_default=True, help="The next free one is taken.")
@click.option("--password", envvar="OGP_JUSTICE_PASSWORD", default="", help="Asked of every browser.")
@click.option("--browser/--no-browser", default=True, help="Open the browser.")
@click.pass_context
def review_command(
    context: click.Context, /, workspace: str, analyst: str, irm: tuple[Path, ...], **options: Any
) -> None:
    """Serve the review desk: read commitments beside their pages, and decide.

    Decisions are appended to the workspace, never overwritten. Other machines cannot reach the
    desk, unless --host names another address; then a password is needed. `export` and `import`
    take commitments home in a workbook, and decisions from one workspace into another.
    """
    if context.invoked_subcommand:
        return
    _open_desk(workspace, analyst or user(), irm, options)


def _open_desk(where: str, analyst: str, irm: tuple[Path, ...], options: Mapping[str, Any]) -> None:
    from functools import partial

    from classifier.cli.desk import correct, load, serve, similar
    from classifier.review.desk import Desk
    from classifier.review.web import Setup
    from classifier.review.web.app import LOOPBACK_NAMES
    from classifier.review.web.safety import is_loopback
    from classifier.workspace import Workspace

    host, password = options["host"], options["password"]
    here = is_loopback(host)
    if not here and not password:
        raise click.UsageError(
            f"{host} can be reached from other machines: set a password with --password "
            "or OGP_JUSTICE_PASSWORD, or leave --host away."
        )
    with Workspace.open(where) as opened:
        desk = Desk(opened, partial(load, irm=irm))
        if not desk.cases():
            raise WorkspaceError(f"No commitment is in {where} yet. Run `ogp-justice run PLANS` first.")
        names = LOOPBACK_NAMES | {host} | (frozenset() if here else {gethostname().lower()})
        setup = Setup(desk, analyst, password, names, any_address=not here, correct=correct, similar=similar)
        serve(setup, host, options["port"], browser=options["browser"])


@review_command.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@workspace_option
@click.option("--only", type=click.Choice(list(CHOICES)), default="undecided", show_default=True)
@click.option("--blind", is_flag=True, help="Without predictions; the audit sample is always blind.")
@click.option("--analyst", default="", metavar="NAME", help="For whom; leaves out what they have read.")
def export_command(file: Path, workspace: str, only: str, blind: bool, analyst: str) -> None:
    """Write commitments into the workbook FILE (.xlsx or .csv), the most doubtful first.

    A FILE that ends in .jsonl gets every decision instead, for another workspace.
    """
    from classifier.workspace import Workspace

    with Workspace.open(workspace, make=False) as opened:
        if file.suffix.lower() == ".jsonl":
            return _export_decisions(opened, file)
        _export_workbook(opened, file, only, blind=blind, analyst=analyst)
    return None


def _export_workbook(workspace: "Workspace", file: Path, only: str, *, blind: bool, analyst: str) -> None:
    from classifier.cli.desk import load
    from classifier.review.desk import Desk
    from classifier.review.queue import Filter, by_chance
    from classifier.review.workbook import export_workbook

    blind = blind or only == "audit"
    chosen = Desk(workspace, load).select(Filter(state=CHOICES[only]), analyst)
    if only == "justice":
        chosen = [case for case in chosen if case.categories]
    # The order of a blind workbook must not tell what the model thinks.
    rows = export_workbook(sorted(chosen, key=by_chance) if blind else chosen, file, blind=blind)
    console().print(f"{rows} commitments in {file}. Bring it back: ogp-justice review import {file}")


def _export_decisions(workspace: "Workspace", file: Path) -> None:
    from classifier.files import write_whole
    from classifier.review.exchange import to_lines

    decisions = workspace.decisions()
    write_whole(file, "".join(f"{line}\n" for line in to_lines(decisions)))
    console().print(f"{len(decisions)} decisions in {file}. Elsewhere: ogp-justice review import {file}")


@review_command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@workspace_option
@click.option("--analyst", default="", metavar="NAME", help="Who decided; a .jsonl file says so itself.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def import_command(file: Path, workspace: str, analyst: str, dry_run: bool) -> int:
    """Read decisions back from FILE (.xlsx, .csv, .jsonl); what cannot be applied is named.

    The same decisions brought twice are stored once.
    """
    from classifier.workspace import Workspace

    if file.suffix.lower() != ".jsonl" and not analyst:
        raise click.UsageError("A workbook does not say who decided: name them with --analyst.")
    with Workspace.open(workspace, make=False) as opened:
        if file.suffix.lower() == ".jsonl":
            return _import_decisions(opened, file, dry_run=dry_run)
        return _import_workbook(opened, file, analyst, dry_run=dry_run)


def _import_workbook(workspace: "Workspace", file: Path, analyst: str, *, dry_run: bool) -> int:
    from classifier.cli.desk import load
    from classifier.review.desk import Desk
    from classifier.review.workbook import read_workbook

    cases = {case.id: case for case in Desk(workspace, load).cases()}
    found = read_workbook(file, analyst, cases)
    if dry_run:
        for decision in found.decisions:
            console().print(clean(_change(decision)))
    else:
        for decision in found.decisions:
            workspace.decide(decision)
    return _say(found.decisions, found.problems, "would be stored" if dry_run else "stored")


def _import_decisions(workspace: "Workspace", file: Path, *, dry_run: bool) -> int:
    from classifier.review.exchange import read_lines

    found = read_lines(file, workspace.decisions())
    for decision in () if dry_run else found.new:
        workspace.decide(decision)
    strangers = {d.commitment_id for d in found.new} - {c.id for c in workspace.commitments()}
    if strangers:
        console().print(
            f"{len(strangers)} commitments they speak of are not here (yet); their decisions are kept."
        )
    if found.known:
        console().print(f"{found.known} were here already.")
    return _say(found.new, found.problems, "would be stored" if dry_run else "stored")


def _change(decision: "Decision") -> str:
    """What a decision would change, in one line."""
    before = "unread" if decision.before is None else _codes(decision.before)
    after = "unsure" if decision.categories is None else _codes(decision.categories)
    comment = f" ({decision.comment})" if decision.comment else ""
    return f"{decision.commitment_id}: {before} -> {after}{comment}"


def _codes(categories: frozenset["JusticeCategory"]) -> str:
    return "+".join(sorted(category.short for category in categories)) or "none"


def _say(decisions: Sequence["Decision"], problems: Sequence[str], done: str) -> int:
    for problem in problems:
        console().print(clean(problem))
    console().print(f"{len(decisions)} decisions {done}, {len(problems)} rows not applied.")
    return 2 if problems else 0
