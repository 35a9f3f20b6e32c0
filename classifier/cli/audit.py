"""`audit`: how many to read for an honest interval, and which."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import click

from classifier.cli.terminal import console, json_option, print_json, print_table, workspace_option
from classifier.errors import WorkspaceError

if TYPE_CHECKING:
    from classifier.judgements import Finding
    from classifier.tally.audit import Reading
    from classifier.workspace import Workspace


class Share(click.ParamType[float]):
    """A share written as a percentage."""

    name = "percent"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The share as a number, 0.2 for "20%"."""
        try:
            share = float(str(value).strip().removesuffix("%")) / 100
        except ValueError:
            self.fail(f"{value!r} is not a percentage such as 20%", param, ctx)
        if not 0 < share <= 2:
            self.fail("the width must be above 0% and at most 200%", param, ctx)
        return share


width_option = click.option(
    "--width",
    type=Share(),
    default="20%",
    show_default=True,
    help="Full width of the interval wanted, as a share of the count.",
)


@click.group("audit", short_help="The sample people read, so that counts carry an interval.")
def audit_command() -> None:
    """Plan and draw the audit sample.

    People read it blind, without the model's scores; from what they find, the true counts are
    estimated with a 95% interval.
    """


@audit_command.command("plan")
@width_option
@workspace_option
@json_option
def plan_command(width: float, workspace: str, as_json: bool) -> None:
    """Say how many commitments to read for an interval of this width."""
    from classifier.workspace import Workspace

    with Workspace.open(workspace) as opened:
        reading = _plan(_undecided(opened), width)
    if as_json:
        return print_json({"read": reading.total, "by_stratum": reading.by_stratum, "width": reading.width})
    _print_reading(reading)
    return None


@audit_command.command("draw")
@width_option
@workspace_option
@click.option("--again", is_flag=True, help="Replace a sample that was drawn before.")
@click.option("--seed", default=0, show_default=True, help="Another seed, another sample.")
def draw_command(width: float, workspace: str, again: bool, seed: int) -> None:
    """Draw the sample and fix it, with the chance each commitment had."""
    from classifier.review import draw_audit
    from classifier.tally.strata import stratum_of
    from classifier.workspace import Workspace

    with Workspace.open(workspace) as opened:
        if opened.audit() and not again:
            raise WorkspaceError(
                "An audit sample was drawn before, and people may have read some of it. "
                "Read on with `ogp-justice review export --only audit`, or draw anew with --again."
            )
        undecided = _undecided(opened)
        reading = _plan(undecided, width)
        strata = [(f.commitment.id, stratum_of(f.prediction.scores)) for f in undecided if f.prediction]
        opened.store_audit(draw_audit(strata, reading.by_stratum, seed=seed))
    _print_reading(reading)
    console().print(
        f"Drawn: {reading.total} commitments to read. "
        "Take them home: ogp-justice review export FILE.xlsx --only audit"
    )


def _undecided(workspace: "Workspace") -> list["Finding"]:
    from classifier.pipeline import findings

    return [f for f in findings(workspace) if f.prediction and not (f.label and f.label.decided)]


def _plan(undecided: Sequence["Finding"], width: float) -> "Reading":
    from classifier.tally import plan_reading

    try:
        return plan_reading([dict(f.prediction.scores) for f in undecided if f.prediction], width)
    except ValueError as error:
        raise WorkspaceError(f"No sample can be planned: {error}. Run `ogp-justice run` first.") from error


def _print_reading(reading: "Reading") -> None:
    from classifier.tally.strata import BOUNDS

    edges = [0.0, *BOUNDS, 1.0]
    names = [f"{low:.2f} to {high:.2f}" for low, high in pairwise(edges)]
    rows = zip(names, reading.sizes, reading.by_stratum, strict=True)
    print_table(["highest score", "commitments", "to read"], rows, right=["commitments", "to read"])
    console().print(
        f"Reading {reading.total} of {sum(reading.sizes)} commitments should give an interval "
        f"{reading.width:.0%} as wide as the count."
    )
