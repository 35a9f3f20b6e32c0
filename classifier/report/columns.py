"""What each column of the report's tables holds: text, a share, a number, else a count."""

from classifier.report.tables import Kind

# fmt: off
TEXTS = frozenset((
    "category", "region", "income", "level", "member", "subtheme", "group", "people-centred", "combination",
    "measure", "area", "target", "means", "status", "categories", "id", "ogp_id", "file", "title",
    "said_by", "results", "outcome", "language", "grade", "remarks", "ogp_tag", "ours", "field", "entry",
    "breakdown", "value", "cohort", "first", "scale", "reading", "year", "why", "previous_label",
    "now_label", "branch", "period",
))
SHARES = frozenset((
    "share", "share_before", "justice_share", "justice_low", "justice_high", "others_share",
    "confirmed_share",
))
# fmt: on
NUMBERS = frozenset(("estimate", "low", "high"))


def kind_of(name: str) -> Kind:
    """The kind of a column by its name; most are counts."""
    for names, kind in ((TEXTS, Kind.TEXT), (SHARES, Kind.SHARE), (NUMBERS, Kind.NUMBER)):
        if name in names:
            return kind
    return Kind.COUNT
