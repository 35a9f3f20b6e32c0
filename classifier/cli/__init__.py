"""The command line: each verb reads arguments, calls one function, prints."""

import sys
from importlib import import_module

import click

from classifier import __version__
from classifier.cli.terminal import clean
from classifier.errors import OgpJusticeError

# Each verb with the module that holds it, in the order of the flow.
VERBS = {
    "run": "run",
    "show": "show",
    "find": "find",
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
    arguments; 3 the workspace, 4 the model, 5 labelled data cannot be used.
    """


def main() -> None:
    """Run one verb and leave with its exit code."""
    try:
        code = verbs(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Stopped. What was done is kept; the same command goes on from there.", err=True)
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except OgpJusticeError as error:
        click.echo(f"Error: {clean(error)}", err=True)
        code = error.exit_code
    sys.exit(code if isinstance(code, int) else 0)
