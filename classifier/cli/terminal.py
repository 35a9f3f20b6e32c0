"""What the verbs share on the terminal: tables, JSON, options."""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console

# Where results are kept unless `--workspace` says otherwise.
DEFAULT_WORKSPACE = Path("ogp-justice-workspace")

# Controls that JSON leaves as they are, and marks that turn the direction of text.
STEERING = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

workspace_option = click.option(
    "--workspace",
    envvar="OGP_JUSTICE_WORKSPACE",
    default=str(DEFAULT_WORKSPACE),
    show_default=True,
    metavar="DIR",
    help="Folder that keeps the results, or a database URL.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")
model_option = click.option(
    "--model", type=click.Path(path_type=Path), metavar="DIR", help="A model folder; else models/current."
)


def user() -> str:
    """The name of whoever is logged in."""
    try:
        return getuser()
    except (KeyError, OSError):
        # A container may run under a number that has no name.
        raise click.UsageError("Say who decides: --analyst NAME.") from None


def clean(text: object) -> str:
    """Text without control characters, which could steer a terminal."""
    return "".join(c if c == "\n" or unicodedata.category(c)[0] != "C" else " " for c in str(text))


def page_span(pages: Sequence[int]) -> str:
    """The first and last of some pages: "3-5", "3", or nothing."""
    return "-".join(map(str, dict.fromkeys((pages[0], pages[-1])))) if pages else ""


def without_password(workspace: str) -> str:
    """A workspace's folder or URL, as it may be shown."""
    head, found, tail = workspace.partition("://")
    return f"{head}://{tail.rpartition('@')[2]}" if found else workspace


def console(*, stderr: bool = False) -> "Console":
    """A console that takes text as it is: no markup, no emoji codes."""
    from rich.console import Console

    piped = not (sys.stderr if stderr else sys.stdout).isatty()
    return Console(stderr=stderr, markup=False, emoji=False, highlight=False, width=100 if piped else None)


def print_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    right: Sequence[str] = (),
    title: str = "",
) -> None:
    """A table that fits the terminal; columns named in `right` hold numbers."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False, padding=(0, 1))
    for column in columns:
        number = column in right
        table.add_column(column, justify="right" if number else "left", no_wrap=number, overflow="fold")
    for row in rows:
        table.add_row(*(clean(value) for value in row))
    console().print(table)


def print_json(value: Any) -> None:
    """Indented JSON; dates and enums as text, sets as sorted lists."""
    text = json.dumps(value, ensure_ascii=False, indent=1, default=_plain)
    click.echo(STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset | set):
        return sorted(value)
    return str(value)
