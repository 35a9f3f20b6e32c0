"""`report`: the annual report from a workspace."""

from pathlib import Path

import click

from classifier.cli.terminal import console, json_option, print_json, workspace_option


@click.command("report", short_help="The annual report, as HTML and CSV.")
@workspace_option
@json_option
@click.option("--year", type=int, help="Reporting year; else the latest in the workspace.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("ogp-justice-report"),
    show_default=True,
    metavar="DIR",
    help="Folder for the report's files.",
)
def report_command(workspace: str, as_json: bool, year: int | None, out: Path) -> None:
    """Write the report of one year from the workspace.

    Reads the workspace. Writes report.html, which stands alone, a CSV of every table, and
    figures.json, into the folder named by --out.
    """
    from classifier.pipeline import findings
    from classifier.report import compute, write_report
    from classifier.workspace import Workspace

    with Workspace.open(workspace) as opened:
        try:
            figures = compute(findings(opened), opened.files(), year=year)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
    written = write_report(figures, out)
    if as_json:
        return print_json([str(path) for path in written])
    for warning in figures.warnings:
        console().print(f"warning: {warning}")
    console().print(f"{figures.commitments} commitments of {figures.year} in {figures.plans} plans.")
    console().print(f"Report: {written[0].absolute()}", soft_wrap=True)
    return None
