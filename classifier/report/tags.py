"""How far our categories and OGP's own tags agree."""

from classifier.judgements import Finding
from classifier.report.context import Context, has
from classifier.report.outcomes import pairs
from classifier.report.tables import Counted, ReportTable, Rows, counted
from classifier.taxonomy import JusticeCategory

# OGP's justice tags with the category nearest to each; the third category has none.
TAGS = {
    "Access to Justice": JusticeCategory.ACCESS_TO_JUSTICE,
    "Open Justice": JusticeCategory.OPEN_JUSTICE_INSTITUTIONS,
    "Judiciary": JusticeCategory.OPEN_JUSTICE_INSTITUTIONS,
    "Policing & Corrections": JusticeCategory.OPEN_JUSTICE_INSTITUTIONS,
    "Law Enforcement & Justice": JusticeCategory.OPEN_JUSTICE_INSTITUTIONS,
}


# Where a commitment may stand: tagged and labelled, only one of the two, neither.
SIDES = ((True, True), (True, False), (False, True), (False, False))

Tagged = list[tuple[Finding, frozenset[str]]]


def agreement(context: Context) -> ReportTable:
    """Each OGP justice tag beside our nearest category: a confusion table."""
    tagged = [(finding, row.tags) for finding, row in pairs(context) if row.tags is not None]
    known = frozenset[str]().union(*(tags for _, tags in tagged))
    found: Rows = [
        (tag, (tag, context.category(category), *_sides(tagged, tag, category)))
        for tag, category in TAGS.items()
        if tag in known
    ]
    columns = ("ogp_tag", "ours", "both", "only_ogp", "only_ours", "neither")
    return context.table("agreement", columns, found, note=context.words("note.agreement"), main=("both",))


def _sides(tagged: Tagged, tag: str, category: JusticeCategory) -> list[Counted]:
    return [counted(f for f, tags in tagged if (tag in tags, has(f, category)) == side) for side in SIDES]
