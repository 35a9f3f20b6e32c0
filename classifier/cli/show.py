"""`show`: a plan or a commitment, with all that is known of it."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from classifier.cli.terminal import (
    clean,
    console,
    json_option,
    page_span,
    print_json,
    print_table,
    workspace_option,
)
from classifier.errors import UnknownId

if TYPE_CHECKING:
    from classifier.judgements import Finding
    from classifier.plans import ActionPlan
    from classifier.workspace import Workspace


@click.command("show", short_help="A plan or a commitment, with all that is known.")
@click.argument("id", required=False, default="")
@workspace_option
@json_option
@click.option("--contact", is_flag=True, help="Print the contact details a commitment names.")
def show_command(id: str, workspace: str, as_json: bool, contact: bool) -> None:
    """Show the plan or commitment with this ID; without one, list the plans."""
    from classifier.pipeline import findings
    from classifier.workspace import Workspace

    with Workspace.open(workspace) as opened:
        if not id:
            return _list_plans(opened, as_json)
        here = list(findings(opened))
        one = {finding.commitment.id: finding for finding in here}.get(id)
        if one is None:
            return _show_plan(opened.plan(_known(id, here)), here, as_json)
        _show_commitment(one, opened, as_json)
        if contact:
            click.echo(f"contact: {clean(opened.contact(id)) or 'none printed, or forgotten'}")
    return None


def _known(id: str, here: list["Finding"]) -> str:
    if all(finding.plan.id != id for finding in here):
        raise UnknownId(f"Nothing here is called {id!r}. `ogp-justice show` lists the plans.")
    return id


def _list_plans(workspace: "Workspace", as_json: bool) -> None:
    plans = workspace.plans()
    if as_json:
        return print_json([asdict(plan) for plan in plans])
    print_table(
        ["id", "member", "year", "lang", "file"],
        [(p.id, p.member.name if p.member else "?", p.year or "?", p.language, p.file_name) for p in plans],
    )
    return None


def _show_plan(plan: "ActionPlan", here: list["Finding"], as_json: bool) -> None:
    if as_json:
        return print_json(asdict(plan))
    console().print(clean(f"{_whose(plan)} ({plan.file_name}, {plan.pages} pages, {plan.language})"))
    console().print(f"found by {plan.style}, fit {plan.fit:.2f}; {plan.kind}, {plan.edition}")
    rows = [
        (f.commitment.id, _pages(f), _categories(f), clean(f.commitment.title)[:90])
        for f in here
        if f.plan.id == plan.id
    ]
    print_table(["id", "pages", "justice", "title"], rows)
    for warning in plan.warnings:
        console().print(f"warning: {clean(warning)}")
    return None


def _whose(plan: "ActionPlan") -> str:
    member = plan.member.name if plan.member else "member unknown"
    return f"{member}, {plan.starts or '?'}-{plan.ends or '?'}"


def _show_commitment(finding: "Finding", workspace: "Workspace", as_json: bool) -> None:
    decisions = workspace.decisions(finding.commitment.id)
    if as_json:
        parts = {"commitment": finding.commitment, "prediction": finding.prediction, "label": finding.label}
        shown = {name: asdict(part) if part else None for name, part in parts.items()}
        return print_json(shown | {"decisions": [asdict(decision) for decision in decisions]})
    commitment, prediction = finding.commitment, finding.prediction
    out = console()
    out.print(clean(f"{commitment.number} {commitment.title}".strip()), style="bold")
    where = f"{finding.plan.file_name}, page {_pages(finding)}; {_categories(finding) or 'no category'}"
    out.print(clean(where))
    if prediction:
        scores = ", ".join(f"{category.short} {score:.2f}" for category, score in prediction.scores.items())
        out.print(f"scores: {scores} (model {prediction.model_id})")
        for evidence in prediction.evidence:
            out.print(clean(f"  {evidence.category.short} [{evidence.concept}] {evidence.text}"))
    out.print(clean(commitment.text))
    for decision in decisions:
        codes = "unsure" if decision.categories is None else ", ".join(sorted(decision.categories)) or "none"
        out.print(clean(f"{decision.made_at:%Y-%m-%d} {decision.analyst}: {codes} {decision.comment}"))
    return None


def _pages(finding: "Finding") -> str:
    return page_span(finding.commitment.pages)


def _categories(finding: "Finding") -> str:
    if finding.label is None:
        return "unread"
    said = "decided" if finding.label.decided else "predicted"
    codes = " ".join(category.short for category in sorted(finding.label.categories))
    return f"{codes} ({said})" if codes else ""
