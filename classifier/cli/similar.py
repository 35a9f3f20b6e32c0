"""`similar`: commitments of other members like one."""

from pathlib import Path

import click

from classifier.cli.report import irm_option
from classifier.cli.terminal import console, json_option, print_json, print_table, workspace_option


@click.command("similar", short_help="Commitments of other members most like one.")
@click.argument("commitment_id", metavar="ID")
@workspace_option
@json_option
@irm_option
@click.option("--limit", default=10, show_default=True, help="How many to list.")
@click.option("--all", "every", is_flag=True, help="Compare with every commitment, not only justice.")
def similar_command(
    commitment_id: str, workspace: str, as_json: bool, irm: tuple[Path, ...], limit: int, every: bool
) -> None:
    """List the commitments of other members most like ID, in any language.

    Likeness (0 to 1) is by category, sub-theme, the lexicon's concepts, and, within one
    language, words. With --irm, what IRM found of each is shown where it is known.
    """
    from classifier.reporting import irm_words, most_similar
    from classifier.workspace import Workspace

    with Workspace.open(workspace) as opened:
        target, found = most_similar(opened, commitment_id, limit=limit, every=every)
        results = irm_words([one.finding for one in found], irm)
    rows = [
        {
            "score": one.score,
            "id": one.finding.commitment.id,
            "member": one.finding.plan.member.name if one.finding.plan.member else "",
            "year": one.finding.plan.year,
            "language": one.finding.commitment.language,
            "title": one.finding.commitment.title,
            "irm": results.get(one.finding.commitment.id, ""),
            "parts": dict(one.parts),
        }
        for one in found
    ]
    if as_json:
        return print_json(rows)
    console().print(f"Like: {target.commitment.title}")
    columns = ["score", "id", "member", "year", "language", "title", *(["irm"] if irm else [])]
    print_table(columns, [[row[name] for name in columns] for row in rows], right=["score"])
    return None
