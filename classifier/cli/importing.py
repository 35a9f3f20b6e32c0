"""`import-ogp`: the database's own commitments, classified."""

from pathlib import Path

import click

from classifier.cli.terminal import (
    console,
    json_option,
    model_option,
    print_json,
    print_table,
    workspace_option,
)


@click.command("import-ogp", short_help="Classify the commitments of OGP's own database.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@workspace_option
@model_option
@json_option
@click.option(
    "--member", "members", multiple=True, metavar="NAME", help="Only this member; may be given again."
)
@click.option("--years", default="", metavar="FIRST-LAST", help="Only plans submitted in these years.")
def import_ogp_command(
    file: Path, workspace: str, model: Path | None, as_json: bool, members: tuple[str, ...], years: str
) -> None:
    """Classify the commitments of OGP's database, CSV or XLSX, for years without PDFs.

    Each plan gets a ledger row. A plan read from its PDF, now or later, is counted and the
    database's is set aside. Importing a file again brings only what is new or changed.
    """
    from classifier.importing import import_database
    from classifier.predict import load_model
    from classifier.workspace import Workspace

    wanted = _years(years)
    with Workspace.open(workspace) as opened:
        done = import_database(file, opened, load_model(model), members=members, years=wanted)
    if as_json:
        return print_json([{"plan": row.plan_id, "commitments": row.commitments} for row in done.rows])
    print_table(
        ["plan", "lang", "commitments"],
        [(row.plan_id, row.language, row.commitments) for row in done.rows],
        right=["commitments"],
    )
    console().print(
        f"{done.plans} plans in {file.name}: {len(done.rows)} brought in, {done.unchanged} unchanged since "
        f"the last import, {done.outside} outside what was asked for."
    )
    return None


def _years(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    parts = text.replace("–", "-").split("-")
    if len(parts) > 2 or not all(part.strip().isdigit() for part in parts):
        raise click.BadParameter(f"{text!r} is not a year or two with a dash between, such as 2021-2023")
    return int(parts[0]), int(parts[-1])
