"""The command line: each verb reads arguments, calls one function, prints."""

import os
import sys
from importlib import import_module

import click

from classifier import __version__
from classifier.cli.terminal import clean
from classifier.errors import OgpJusticeError, OutputError
from classifier.files import advice

# Each verb with the module that holds it, in the order of the flow.
VERBS = {
    "run": "run",
    "show": "show",
    "find": "find",
    "correct": "correct",
    "import-ogp": "importing",
    "audit": "audit",
    "review": "review",
    "tally": "tally",
    "report": "report",
    "trace": "report",
    "similar": "similar",
    "train": "train",
    "evaluate": "train",
    "promote": "train",
    "rollback": "train",
    "workspace": "workspace",
    "doctor": "doctor",
}

# What shells say of a program that was stopped by Ctrl+C.
STOPPED = 130


class Verbs(click.Group):
    """Loads a verb's module when it is asked for, so that `--help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order of the flow."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One verb's command."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(
            import_module(f"classifier.cli.{VERBS[cmd_name]}"), f"{cmd_name.replace('-', '_')}_command"
        )
        return command


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, prog_name="ogp-justice")
def verbs() -> None:
    """Find and count the justice commitments in OGP action plans.

    A first run:  ogp-justice run PLANS_FOLDER && ogp-justice report

    \b
    Exit codes: 0 all well; 1 an error; 2 a file could not be used, or wrong
    arguments; 3 the workspace, 4 the model, 5 labelled data cannot be used;
    6 a file could not be written.
    """


def main() -> None:
    """Run one verb and leave with its exit code."""
    try:
        code = verbs(standalone_mode=False)
        sys.stdout.flush()
    except (OgpJusticeError, OSError, click.Abort, click.ClickException) as error:
        code = _told(error)
    sys.exit(code if isinstance(code, int) else 0)


def _told(error: Exception) -> int:
    """Say what went wrong, in words for people; the exit code."""
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, click.Abort):
        click.echo("Stopped. What was done is kept; the same command goes on from there.", err=True)
        return STOPPED
    if isinstance(error, OSError):
        return _told_by_the_system(error)
    click.echo(f"Error: {clean(error)}", err=True)
    return error.exit_code if isinstance(error, OgpJusticeError) else 1


def _told_by_the_system(error: OSError) -> int:
    """Say what the system refused: output nobody takes, a disk or a folder."""
    # Else Python would try once more to write what is left.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not isinstance(error, BrokenPipeError):
        where = error.filename or "The output"
        click.echo(f"Error: {clean(where)} cannot be used: {error.strerror}. {advice(error)}.", err=True)
    return OutputError.exit_code
