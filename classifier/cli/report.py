"""`report`: the annual report from a workspace; `trace`: a figure's commitments."""

from pathlib import Path
from typing import Any

import click

from classifier.cli.terminal import console, json_option, print_json, print_table, workspace_option

irm_option = click.option(
    "--irm",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="OGP's commitments database, CSV or XLSX; may be given again. The first file with a row wins.",
)
year_option = click.option("--year", type=int, help="Reporting year; else the latest in the workspace.")


class Formats(click.ParamType[tuple[str, ...]]):
    """Names of formats with commas between."""

    name = "formats"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The names, each one there is."""
        from classifier.report import FORMATS

        names = tuple(name.strip() for name in str(value).split(",") if name.strip())
        unknown = [name for name in names if name not in FORMATS]
        if unknown or not names:
            self.fail(
                f"no format {', '.join(unknown) or 'named'}; there are: {', '.join(FORMATS)}", param, ctx
            )
        return names


@click.command("report", short_help="The annual report, in every format.")
@workspace_option
@json_option
@year_option
@irm_option
@click.option(
    "--previous",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Folder of an earlier report to compare with.",
)
@click.option("--language", default="en", show_default=True, help="Language of the report: en, es or fr.")
@click.option("--formats", type=Formats(), metavar="NAMES", help="Only these, with commas between; else all.")
@click.option("--pdfs", default="", metavar="URL", help="Where readers find the plans' PDFs, for page links.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("ogp-justice-report"),
    show_default=True,
    metavar="DIR",
    help="Folder for the report's files.",
)
def report_command(
    workspace: str, as_json: bool, out: Path, formats: tuple[str, ...] | None, **options: Any
) -> None:
    """Write the report of one year from the workspace.

    Reads the workspace. Writes report.html, which stands alone, report.docx, report.xlsx, a CSV
    of every table, figures.json, commitments.parquet and datapackage.json into --out.
    """
    from classifier.report import FORMATS, write_report
    from classifier.reporting import figures_of
    from classifier.workspace import Workspace

    with Workspace.open(workspace) as opened:
        try:
            figures = figures_of(opened, out=out, **options)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
    written = write_report(figures, out, formats or tuple(FORMATS))
    if as_json:
        return print_json([str(path) for path in written])
    for warning in figures.warnings:
        console().print(f"warning: {warning}")
    console().print(figures.sentences["cover"])
    console().print(f"Report: {written[0].absolute()}", soft_wrap=True)
    console().print(f"{len(written)} files in {out.absolute()}", soft_wrap=True)
    return None


@click.command("trace", short_help="The commitments behind one figure of the report.")
@click.argument("figure", metavar="FIGURE")
@workspace_option
@json_option
@year_option
@irm_option
def trace_command(
    figure: str, workspace: str, as_json: bool, year: int | None, irm: tuple[Path, ...]
) -> None:
    """List the commitments behind a figure: TABLE.ROW or TABLE.ROW.COLUMN.

    Names are those of the CSV files: their name, the row's key, the column's head. For example
    "headline.access_to_justice" or "by_region.Europe.any_all".
    """
    from classifier.report import trace
    from classifier.reporting import figures_of
    from classifier.workspace import Workspace

    with Workspace.open(workspace) as opened:
        try:
            figures = figures_of(opened, year=year, irm=irm)
            ids = trace(figures, figure)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
    known = {str(record["id"]): record for record in figures.records}
    found = [
        {name: known[i][name] for name in ("id", "member", "year", "title", "decided", "file", "first_page")}
        for i in ids
    ]
    if as_json:
        return print_json(found)
    rows = [
        (r["id"], r["member"], r["year"], r["title"], "people" if r["decided"] else "model") for r in found
    ]
    print_table(["id", "member", "year", "title", "said by"], rows)
    console().print(f"{figure}: {len(found)} commitments.")
    return None
