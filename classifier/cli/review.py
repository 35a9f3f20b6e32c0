"""`review`: what people decide, in the browser or by way of a workbook."""

from collections import Counter
from collections.abc import Iterator, Mapping
from getpass import getuser
from hashlib import sha256
from pathlib import Path
from socket import gethostname
from typing import TYPE_CHECKING, Any

import click

from classifier.cli.terminal import console, workspace_option
from classifier.errors import WorkspaceError

if TYPE_CHECKING:
    from classifier.judgements import Finding
    from classifier.review.workbook import Import
    from classifier.workspace import Workspace

# Which commitments an export holds.
CHOICES = ("undecided", "doubtful", "justice", "audit", "all")


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
    _open_desk(workspace, analyst or getuser(), irm, options)


def _open_desk(where: str, analyst: str, irm: tuple[Path, ...], options: Mapping[str, Any]) -> None:
    from functools import partial

    from classifier.cli.desk import correct, load, serve
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
        setup = Setup(desk, analyst, password, names, any_address=not here, correct=correct)
        serve(setup, host, options["port"], browser=options["browser"])


@review_command.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@workspace_option
@click.option("--only", type=click.Choice(CHOICES), default="undecided", show_default=True)
@click.option("--blind", is_flag=True, help="Without predictions; the audit sample is always blind.")
def export_command(file: Path, workspace: str, only: str, blind: bool) -> None:
    """Write commitments into the workbook FILE (.xlsx), the most doubtful first."""
    from classifier.review.workbook import export_workbook
    from classifier.workspace import Workspace

    with Workspace.open(workspace) as opened:
        blind = blind or only == "audit"
        # The order of a blind workbook must not tell what the model thinks.
        chosen = sorted(_chosen(opened, only), key=_by_chance if blind else _certainty)
        rows = export_workbook(chosen, _counts(opened), file, blind=blind)
    console().print(f"{rows} commitments in {file}. Bring it back: ogp-justice review import {file}")


@review_command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@workspace_option
@click.option("--analyst", required=True, metavar="NAME", help="Who decided.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def import_command(file: Path, workspace: str, analyst: str, dry_run: bool) -> int:
    """Read decisions back from the workbook FILE; rows that cannot be applied are named."""
    from classifier.pipeline import findings
    from classifier.review.workbook import read_workbook
    from classifier.workspace import Workspace

    with Workspace.open(workspace) as opened:
        standing = {f.commitment.id: f.label.categories for f in findings(opened) if f.label}
        found = read_workbook(file, analyst, _counts(opened), standing)
        for decision in () if dry_run else found.decisions:
            opened.decide(decision)
    return _say(found, "would be stored" if dry_run else "stored")


def _say(found: "Import", done: str) -> int:
    for problem in found.problems:
        console().print(problem)
    console().print(f"{len(found.decisions)} decisions {done}, {len(found.problems)} rows not applied.")
    return 2 if found.problems else 0


def _chosen(workspace: "Workspace", only: str) -> Iterator["Finding"]:
    from classifier.pipeline import findings

    wanted = {
        "undecided": lambda f: not (f.label and f.label.decided),
        "doubtful": lambda f: bool(f.prediction and f.prediction.doubtful),
        "justice": lambda f: bool(f.label and f.label.categories),
        "audit": lambda f: bool(f.audit and f.audit.sampled),
        "all": lambda f: True,
    }[only]
    return filter(wanted, findings(workspace))


def _certainty(finding: "Finding") -> tuple[bool, float]:
    """Doubtful commitments first, and among them those with the highest score."""
    prediction = finding.prediction
    if prediction is None:
        return False, -1.0
    return not prediction.doubtful, -max(prediction.scores.values())


def _by_chance(finding: "Finding") -> str:
    """An order that has nothing to do with scores, and is the same each time."""
    return sha256(finding.commitment.id.encode()).hexdigest()


def _counts(workspace: "Workspace") -> dict[str, int]:
    """Every commitment with how many decisions it has."""
    made = Counter(decision.commitment_id for decision in workspace.decisions())
    return {commitment.id: made[commitment.id] for commitment in workspace.commitments()}
