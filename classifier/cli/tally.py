"""`tally`: counts on the screen, as CSV or JSON."""

import csv
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from classifier.cli.terminal import clean, console, json_option, print_json, print_table, workspace_option

if TYPE_CHECKING:
    from classifier.judgements import Estimate


@click.command("tally", short_help="Counts of justice commitments, by what you choose.")
@click.option("--by", default="category", show_default=True, help="Breakdowns, with commas between.")
@workspace_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
def tally_command(by: str, workspace: str, as_json: bool, as_csv: bool) -> None:
    """Count commitments: decided by people, predicted only, and all.

    Where an audit sample was read, the true count is estimated with its 95% interval.
    Breakdowns: category, year, active, region, income, member, level, language, plan,
    subtheme, people-centred, group, branch (of the lead institution), means, overlap.
    """
    from classifier.pipeline import findings, lean
    from classifier.report.clean import harmless
    from classifier.tally import estimates, tally
    from classifier.workspace import Workspace

    names = [name.strip() for name in by.split(",") if name.strip()]
    with Workspace.open(workspace) as opened:
        try:
            here = [lean(finding) for finding in findings(opened)]
            counts = tally(here, names)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--by") from error
    guesses = estimates(here, names)
    columns = [name for name in names if name != "category"]
    if as_json:
        pairs = zip(counts, guesses, strict=True)
        return print_json([asdict(count) | {"estimate": asdict(guess)} for count, guess in pairs])
    numbers = ["decided", "predicted", "unread", "commitments"]
    rows = [
        (*c.keys, c.category, c.decided, c.predicted, c.unread, c.commitments, *_figures(guess, as_csv))
        for c, guess in zip(counts, guesses, strict=True)
    ]
    if as_csv:
        head = [*columns, "category", *numbers, "estimate", "low", "high"]
        lines = [
            [harmless(clean(value)) if isinstance(value, str) else value for value in row] for row in rows
        ]
        csv.writer(sys.stdout, lineterminator="\n").writerows([head, *lines])
    else:
        print_table([*columns, "category", *numbers, "estimate (95%)"], rows, right=numbers)
        for note in sorted({guess.note for guess in guesses if guess.note}):
            console().print(f"No estimate where {note}.")
    return None


def _figures(guess: "Estimate", as_csv: bool) -> list[object]:
    if guess.value is None or guess.low is None or guess.high is None:
        return ["", "", ""] if as_csv else ["-"]
    if as_csv:
        return [guess.value, guess.low, guess.high]
    return [f"{guess.value:.0f} ({guess.low:.0f}-{guess.high:.0f})"]
