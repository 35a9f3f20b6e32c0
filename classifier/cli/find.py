"""`find`: one plan's commitments, to judge the split."""

from dataclasses import asdict, replace
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import click

from classifier.cli.limits import limit_options, limits_of
from classifier.cli.terminal import clean, console, json_option, page_span, print_json, print_table

if TYPE_CHECKING:
    from classifier.plans import ActionPlan

# Characters of a title that are shown: two lines of a narrow terminal.
LONGEST_TITLE = 110


@click.command("find", short_help="One plan's commitments, to judge the split.")
@click.argument("plan", type=click.Path(path_type=Path))
@json_option
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write the pages, outlined.")
@limit_options
def find_command(plan: Path, as_json: bool, html: Path | None, **options: Any) -> None:
    """Find the commitments of one PLAN (a PDF) without a workspace.

    Prints number, pages, confidence and title. With --html it also writes one page that shows
    the plan's pages with every commitment outlined.
    """
    from classifier.extract import extract_document
    from classifier.files import write_whole
    from classifier.find import find_plan, render_html

    document = extract_document(plan, limits=limits_of(options))
    found = find_plan(document)
    if html:
        write_whole(html, render_html(found, document))
    if as_json:
        return print_json(asdict(_without_contacts(found)))
    rows = [
        (
            c.number,
            page_span(c.pages),
            f"{c.confidence:.2f}",
            shorten(clean(c.title), LONGEST_TITLE, placeholder=" …"),
        )
        for c in found.commitments
    ]
    print_table(["no.", "pages", "sure", "title"], rows)
    member = found.member.name if found.member else "member unknown"
    number = f", plan {found.number}" if found.number else ""
    console().print(
        f"{len(rows)} commitments, {member} {found.starts or '?'}-{found.ends or '?'}{number}, "
        f"{found.edition}, {found.language}; style: {found.style}, fit {found.fit:.2f}; "
        f"{found.outside:.0%} of the words lie outside."
    )
    console().print(f"Taken for {clean(found.kind_reason)}.")
    for warning in found.warnings:
        console().print(f"warning: {clean(warning)}")
    if html:
        console().print(f"The outlined pages are in {html}")
    return None


def _without_contacts(plan: "ActionPlan") -> "ActionPlan":
    return replace(plan, commitments=tuple(replace(c, contact="") for c in plan.commitments))
