"""The order of the report: chapters with their charts and tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: `charts` are shown with the table named beside, then the other tables.

    `sentence` names the summary sentence it opens with.
    """

    name: str
    sentence: str = ""
    charts: tuple[tuple[str, str], ...] = ()
    tables: tuple[str, ...] = ()


# The last chapter: its tables fold away on the page and lie on their side in print.
ANNEX = "annex"
ANNEX_TABLES = ("estimates", "by_member", "justice_commitments", "changed", "irm_levels", "unjoined", "files")
# Charts are pairs of the chart's name and the table that holds its figures.
CHAPTERS: tuple[Chapter, ...] = (
    Chapter("headline", "headline", (("headline", "headline"),), ("cohorts",)),
    Chapter("trend", "trend", (("years", "year_parts"),), ("by_year",)),
    Chapter(
        "where",
        "where",
        (("regions", "region_category"),),
        ("by_region", "by_income", "by_level", "by_first", "by_branch"),
    ),
    Chapter("what", "what", (("overlap", "overlap"), ("subthemes", "by_subtheme")), ("means",)),
    Chapter("people", "people", (), ("people_centred", "by_group")),
    Chapter("irm", "irm", (("irm", "irm"),), ("irm_areas", "irm_periods")),
    Chapter("participants", "participants", (("members", "participants"),), ("strategies",)),
    Chapter("global", "", (), ("sdg", "un")),
    Chapter("examples"),
    Chapter("changes", "", (), ("changes",)),
    Chapter("trust", "trust", (), ("agreement", "coverage", "languages", "quality")),
    Chapter(ANNEX, "", (), ANNEX_TABLES),
)
