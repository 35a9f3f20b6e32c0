"""Every figure of the report, worked out once for all formats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from classifier.judgements import Count, Finding
from classifier.report.coverage import coverage_table, reading_table
from classifier.report.examples import commitments_table, examples
from classifier.report.tables import ReportTable
from classifier.tally import ANY_JUSTICE, tally
from classifier.taxonomy import JusticeCategory
from classifier.workspace import FileRow

# How a count's category is written in reports.
NAMES = {category: category.full_name for category in JusticeCategory} | {
    ANY_JUSTICE: "Any justice category (each commitment once)"
}


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a report says: headline, tables, examples, versions.

    `year` is the reporting year; `headline` has one row for each category.
    """

    year: int
    plans: int
    members: int
    commitments: int
    decided: int
    headline: ReportTable
    tables: tuple[ReportTable, ...]
    examples: tuple[dict[str, str], ...]
    model_id: str
    warnings: tuple[str, ...] = ()

    def table(self, name: str) -> ReportTable:
        """The table with this name; `KeyError` if there is none."""
        return {table.name: table for table in (self.headline, *self.tables)}[name]


def compute(findings: Iterable[Finding], files: Sequence[FileRow], *, year: int | None = None) -> Figures:
    """The figures of one reporting year, with earlier years beside it.

    `year` defaults to the latest in the workspace. Raises `ValueError` where nothing was read.
    """
    everything = list(findings)
    years = sorted({finding.plan.year for finding in everything if finding.plan.year})
    if not everything:
        raise ValueError("no commitment has been read yet; run `ogp-justice run PLANS` first")
    year = year or (years[-1] if years else 0)
    here = [finding for finding in everything if finding.plan.year == year]
    return Figures(
        year=year,
        plans=len({finding.plan.id for finding in here}),
        members=len({finding.plan.member.code for finding in here if finding.plan.member}),
        commitments=len(here),
        decided=sum(bool(finding.label and finding.label.decided) for finding in here),
        headline=_headline(here, year),
        tables=(
            _by_year(everything),
            _breakdown(everything, "region", "By region, as OGP assigns it"),
            _breakdown(everything, "income", "By income group"),
            _breakdown(everything, "level", "National and local members"),
            _breakdown(everything, "member", "By member"),
            _overlap(everything),
            commitments_table(everything),
            coverage_table(files),
            reading_table(files),
        ),
        examples=examples(here or everything),
        model_id=next((f.prediction.model_id for f in everything if f.prediction), ""),
        warnings=_warnings(here, year, years),
    )


def _warnings(here: Sequence[Finding], year: int, years: Sequence[int]) -> tuple[str, ...]:
    if here:
        return ()
    known = ", ".join(map(str, years)) or "none"
    return (f"No plan of {year} is in the workspace. Years there: {known}.",)


def _headline(findings: Sequence[Finding], year: int) -> ReportTable:
    counts = tally(findings, ["category"])
    return ReportTable(
        "headline",
        f"Justice commitments in plans of {year}",
        ("Category", "Confirmed by people", "Predicted, not yet read by people", "Of commitments"),
        tuple((NAMES[c.category], c.decided, c.predicted, c.commitments) for c in counts),
        "Predicted counts are the model's own and carry its errors; "
        "only confirmed counts were read by a person.",
    )


def _wide(count: Sequence[Count]) -> tuple[object, ...]:
    totals = {c.category: c.decided + c.predicted for c in count}
    order = (*JusticeCategory, ANY_JUSTICE)
    return (*(totals[name] for name in order), sum(c.decided for c in count[-1:]), count[-1].commitments)


# Columns after the breakdown's own, in every breakdown table.
WIDE_COLUMNS = (
    *(category.full_name for category in JusticeCategory),
    "Any justice",
    "Any justice, confirmed",
    "All commitments",
)


def _breakdown(findings: Sequence[Finding], by: str, title: str) -> ReportTable:
    rows: dict[tuple[str, ...], list[Count]] = {}
    for count in tally(findings, [by, "category"]):
        rows.setdefault(count.keys, []).append(count)
    table = tuple((*keys, *_wide(counts)) for keys, counts in rows.items())
    return ReportTable(f"by_{by}", title, (by.capitalize(), *WIDE_COLUMNS), table)


def _by_year(findings: Sequence[Finding]) -> ReportTable:
    table = _breakdown(findings, "year", "By year of submission")
    return ReportTable(
        table.name, table.title, table.columns, table.rows, "A plan counts in the year it starts."
    )


def _overlap(findings: Sequence[Finding]) -> ReportTable:
    sets: dict[frozenset[JusticeCategory], int] = {}
    for finding in findings:
        if finding.label and finding.label.categories:
            sets[finding.label.categories] = sets.get(finding.label.categories, 0) + 1
    ranked = sorted(sets.items(), key=lambda item: (-item[1], sorted(item[0])))
    rows = tuple((" + ".join(c.full_name for c in sorted(names)), count) for names, count in ranked)
    return ReportTable(
        "overlap", "Which categories stand together", ("Categories, and no other", "Commitments"), rows
    )
