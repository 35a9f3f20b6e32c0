"""`workspace`: check, back up, restore, forget contacts."""

from datetime import UTC, datetime
from pathlib import Path

import click

from classifier.cli.terminal import clean, json_option, print_json, workspace_option
from classifier.errors import WorkspaceError


@click.group("workspace", short_help="Check, back up, restore; forget contacts.")
def workspace_command() -> None:
    """Look after the database that keeps the results."""


@workspace_command.command("check")
@workspace_option
@json_option
def check_command(workspace: str, as_json: bool) -> int:
    """Look for damage and for rows that contradict each other; exit code 3 if any."""
    from classifier.workspace import Workspace
    from classifier.workspace.checks import problems

    with Workspace.open(workspace, make=False) as opened:
        found = problems(opened.engine)
        files, plans = len(opened.files()), len(opened.plans())
    if as_json:
        print_json({"files": files, "plans": plans, "problems": found})
    else:
        for problem in found:
            click.echo(clean(problem))
        click.echo(f"{files} files, {plans} plans, {len(found)} problems.")
    return WorkspaceError.exit_code if found else 0


@workspace_command.command("backup")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@workspace_option
def backup_command(file: Path | None, workspace: str) -> int:
    """Copy the whole workspace into FILE, also while a run is at work.

    FILE is an SQLite database, also where the workspace is on PostgreSQL.
    [default: a new file in the folder `backups` of the workspace]
    """
    from classifier.workspace import Workspace
    from classifier.workspace.copies import back_up

    with Workspace.open(workspace, make=False) as opened:
        target = back_up(opened.engine, file or _default(workspace))
    click.echo(f"Backed up to {target} ({target.stat().st_size // 1024} KiB).")
    return 0


@workspace_command.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@workspace_option
def restore_command(file: Path, workspace: str) -> int:
    """Put the backup FILE in the workspace's place; what was there is backed up first."""
    from classifier.workspace.restore import restore

    before = restore(file, workspace, _default(workspace, "before-restore-"))
    click.echo(f"Restored {file}." + (f" What was there before: {before}." if before else ""))
    return 0


@workspace_command.command("forget-contacts")
@workspace_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget_contacts_command(workspace: str, yes: bool) -> int:
    """Erase every contact detail found in plans, for good.

    Plans read later bring none back. Backups made before still hold them.
    """
    from classifier.workspace import Workspace
    from classifier.workspace.privacy import forget_contacts

    if not yes:
        click.confirm("Erase every contact detail in this workspace?", abort=True)
    with Workspace.open(workspace, make=False) as opened:
        click.echo(f"{forget_contacts(opened.engine)} contact details erased.")
    return 0


def _default(workspace: str, prefix: str = "workspace-") -> Path:
    home = Path() if "://" in workspace else Path(workspace)
    return home / "backups" / f"{prefix}{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.sqlite"
