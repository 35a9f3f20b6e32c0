"""`correct`: merge, split, drop or rename commitments of a plan's split, and take it back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypedDict

import click

from classifier.cli.terminal import clean, console, page_span, print_table, user, workspace_option
from classifier.errors import InputError, UnknownId

if TYPE_CHECKING:
    from classifier.judgements import Correction
    from classifier.plans import Commitment
    from classifier.workspace import Workspace


class Signed(TypedDict):
    """Who corrects, and why."""

    analyst: str
    comment: str


# Characters of a correction's id that are shown; any that only one has will do to name it.
SHOWN = 8


def _common(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options every correction takes."""
    comment = click.option("--comment", default="", metavar="TEXT", help="Why; kept with the correction.")
    analyst = click.option("--analyst", default="", metavar="NAME", help="Who corrects. [default: the user]")
    return workspace_option(analyst(comment(function)))


@click.group("correct", short_help="Put a split right: merge, split, drop, rename, undo.")
def correct_command() -> None:
    """Correct how a plan was split into commitments.

    Corrections are kept in the workspace with who and when. They hold after a new run, as those
    made at the review desk do, and can be taken back. `ogp-justice show PLAN` lists the ids.
    """


@correct_command.command("merge")
@click.argument("first")
@click.argument("second")
@_common
def merge_command(first: str, second: str, workspace: str, **said: str) -> None:
    """FIRST and SECOND are one commitment; FIRST keeps its id and title."""
    from classifier.corrections import merge

    _made(workspace, [first, second], said, lambda found, by: merge(found[0], found[1], **by))


@correct_command.command("split")
@click.argument("id")
@click.option("--at", "words", required=True, metavar="TEXT", help="The words the second one begins with.")
@click.option("--title", required=True, help="The title of the second one.")
@click.option("--page", default=0, metavar="N", help="The page the second one begins on.")
@_common
def split_command(id: str, words: str, title: str, page: int, workspace: str, **said: str) -> None:
    """The commitment ID is two; the second begins at the words given."""
    from classifier.corrections import split

    def way(found: list["Commitment"], by: Signed) -> "Correction":
        return split(found[0], _offset(found[0], words), title, page=page, **by)

    _made(workspace, [id], said, way)


@correct_command.command("drop")
@click.argument("id")
@_common
def drop_command(id: str, workspace: str, **said: str) -> None:
    """What was found under ID is no commitment."""
    from classifier.corrections import drop

    _made(workspace, [id], said, lambda found, by: drop(found[0], **by))


@correct_command.command("rename")
@click.argument("id")
@click.argument("title")
@_common
def rename_command(id: str, title: str, workspace: str, **said: str) -> None:
    """The title of the commitment ID is TITLE."""
    from classifier.corrections import rename

    _made(workspace, [id], said, lambda found, by: rename(found[0], title, **by))


@correct_command.command("undo")
@click.argument("correction")
@_common
def undo_command(correction: str, workspace: str, **said: str) -> None:
    """Take CORRECTION back; `list` shows the ids. The plan's file is read again."""
    from classifier.cli.desk import correct
    from classifier.corrections import in_force, undo
    from classifier.workspace import Workspace

    with Workspace.open(workspace, make=False) as opened:
        standing = [one for one in in_force(opened.corrections()) if one.id.startswith(correction)]
        if len(standing) != 1:
            raise UnknownId(
                f"{len(standing)} corrections in force begin with {correction!r}. "
                "`ogp-justice correct list` shows them all."
            )
        correct(opened, undo(standing[0], **_signed(said)))
        _tell(opened, standing[0], "taken back")


@correct_command.command("list")
@click.argument("plan", required=False, default="")
@workspace_option
def list_command(plan: str, workspace: str) -> None:
    """Every correction, of all plans or of one PLAN."""
    from classifier.corrections import in_force
    from classifier.workspace import Workspace

    with Workspace.open(workspace, make=False) as opened:
        made = opened.corrections(plan or None)
    standing = {one.id for one in in_force(made)}
    print_table(
        ["id", "when", "who", "what", "commitment", "holds"],
        [
            (
                one.id[:SHOWN],
                f"{one.made_at:%Y-%m-%d}",
                one.analyst,
                one.kind,
                _what(one),
                _holds(one, standing),
            )
            for one in made
        ],
    )


def _made(
    where: str,
    ids: Sequence[str],
    said: dict[str, str],
    way: Callable[[list["Commitment"], Signed], "Correction"],
) -> None:
    """Make a correction of some commitments, keep it, apply it, and show the plan as it then stands."""
    from classifier.cli.desk import correct
    from classifier.workspace import Workspace

    with Workspace.open(where, make=False) as opened:
        found = [opened.commitment(id) for id in ids]
        if len({one.plan_id for one in found}) > 1 or len(set(ids)) < len(ids):
            raise InputError("Give two commitments of one plan: `ogp-justice show PLAN` lists them.")
        try:
            made = way(found, _signed(said))
        except ValueError as error:
            raise InputError(str(error)) from None
        correct(opened, made)
        _tell(opened, made, "kept")


def _signed(said: dict[str, str]) -> Signed:
    return {"analyst": said["analyst"] or user(), "comment": said["comment"]}


def _offset(commitment: "Commitment", words: str) -> int:
    """Where the words begin in the text, which must hold them once."""
    count = commitment.text.count(words) if words.strip() else 0
    if count != 1:
        raise InputError(
            f"The text of {commitment.id} holds {words!r} {count} times: give words that stand there once."
        )
    return commitment.text.index(words)


def _tell(workspace: "Workspace", made: "Correction", done: str) -> None:
    plan = workspace.plan(made.plan_id)
    console().print(clean(f"{made.kind} {made.id[:SHOWN]} {done}: {_what(made)}"))
    rows = [(c.id, page_span(c.pages), c.title[:90]) for c in plan.commitments]
    print_table(["id", "pages", "title"], rows, title=f"{len(rows)} commitments now")
    for warning in plan.warnings:
        console().print(f"warning: {clean(warning)}")


def _what(made: "Correction") -> str:
    return made.target.title[:60] if made.target else made.undoes[:SHOWN]


def _holds(made: "Correction", standing: set[str]) -> str:
    return "yes" if made.id in standing else "" if made.undoes else "taken back"
