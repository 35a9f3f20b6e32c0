"""`tally`: counts on the screen, as CSV or JSON."""

import csv
import sys
from dataclasses import asdict

import click

from classifier.cli.terminal import json_option, print_json, print_table, workspace_option


@click.command("tally", short_help="Counts of justice commitments, by what you choose.")
@click.option("--by", default="category", show_default=True, help="Breakdowns, with commas between.")
@workspace_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
def tally_command(by: str, workspace: str, as_json: bool, as_csv: bool) -> None:
    """Count commitments: decided by people, predicted only, and all.

    Breakdowns: category, year, region, income, member, level, language, plan, subtheme,
    people-centred, group.
    """
    from classifier.pipeline import findings
    from classifier.tally import tally
    from classifier.workspace import Workspace

    names = [name.strip() for name in by.split(",") if name.strip()]
    with Workspace.open(workspace) as opened:
        try:
            counts = tally(findings(opened), names)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--by") from error
    columns = [name for name in names if name != "category"]
    if as_json:
        return print_json([asdict(count) for count in counts])
    numbers = ["decided", "predicted", "unread", "commitments"]
    rows = [(*c.keys, c.category, c.decided, c.predicted, c.unread, c.commitments) for c in counts]
    if as_csv:
        csv.writer(sys.stdout, lineterminator="\n").writerows([[*columns, "category", *numbers], *rows])
    else:
        print_table([*columns, "category", *numbers], rows, right=numbers)
    return None
