"""`review`: what people decide, by way of a workbook."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from classifier.cli.terminal import console, workspace_option

if TYPE_CHECKING:
    from classifier.judgements import Finding
    from classifier.review.workbook import Import
    from classifier.workspace import Workspace

# Which commitments an export holds.
CHOICES = ("undecided", "doubtful", "justice", "audit", "all")


@click.group("review", short_help="Read commitments and decide: workbook out, workbook in.")
def review_command() -> None:
    """Take commitments home in a workbook and bring the decisions back.

    Decisions are appended, never overwritten; what stands is settled anew after each import.
    """


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
