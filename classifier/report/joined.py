"""The commitments that found no row in OGP's database."""

from classifier.report.clean import without_contacts
from classifier.report.context import Context, member_name
from classifier.report.tables import ReportTable, Rows


def unjoined(context: Context) -> ReportTable:
    """Every commitment without a row although its member stands in the file."""
    alone = set(context.joins.alone if context.joins else ())
    found: Rows = [
        (
            f.commitment.id,
            (f.commitment.id, member_name(f), str(f.plan.year or ""), without_contacts(f.commitment.title)),
        )
        for f in context.findings
        if f.commitment.id in alone
    ]
    return context.table(
        "unjoined", ("id", "member", "year", "title"), found, note=context.words("note.unjoined"), main=()
    )
