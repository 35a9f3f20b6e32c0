"""How far our categories and OGP's own tags agree."""

from classifier.report.context import Context, has
from classifier.report.outcomes import pairs
from classifier.report.tables import ReportTable, Rows, counted
from classifier.taxonomy import JusticeCategory

# OGP's justice tags with the category nearest to each; the third category has none.
TAGS = {
    "Access to Justice": JusticeCategory.ACCESS_TO_JUSTICE,
    "Open Justice": JusticeCategory.OPEN_JUSTICE_INSTITUTIONS,
    "Judiciary": JusticeCategory.OPEN_JUSTICE_INSTITUTIONS,
    "Policing & Corrections": JusticeCategory.OPEN_JUSTICE_INSTITUTIONS,
    "Law Enforcement & Justice": JusticeCategory.OPEN_JUSTICE_INSTITUTIONS,
}


def agreement(context: Context) -> ReportTable:
    """Each OGP justice tag beside our nearest category: a confusion table."""
    tagged = [(f, row.tags) for f, row in pairs(context) if row.tags is not None]
    known = {tag for _, tags in tagged for tag in tags or ()}
    found: Rows = []
    for tag, category in TAGS.items():
        if tag not in known:
            continue
        cells = [
            counted(f for f, tags in tagged if (tag in (tags or ()), has(f, category)) == sides)
            for sides in ((True, True), (True, False), (False, True), (False, False))
        ]
        found.append((tag, (tag, context.category(category), *cells)))
    columns = ("ogp_tag", "ours", "both", "only_ogp", "only_ours", "neither")
    return context.table("agreement", columns, found, note=context.words("note.agreement"), main=("both",))
