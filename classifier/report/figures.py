"""Every figure of the report, worked out once for all formats."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from classifier.irm import Joins, with_ogp
from classifier.judgements import Finding
from classifier.plans import ActionPlan
from classifier.report import breakdowns, coalition, coverage, outcomes, subjects, tags
from classifier.report.context import Concepts, Context
from classifier.report.examples import Example, commitments_table, examples
from classifier.report.joined import unjoined
from classifier.report.previous import Previous, changed_table, changes_table
from classifier.report.records import Record, record
from classifier.report.summary import facts, sentences
from classifier.report.tables import Counted, Plain, ReportTable
from classifier.report.words import Messages, load_messages
from classifier.workspace import FileRow

# Every table of a report, in its order; those on changes come after, where there is an earlier report.
TABLES: tuple[Callable[[Context], ReportTable], ...] = (
    breakdowns.headline,
    breakdowns.cohorts,
    breakdowns.year_parts,
    breakdowns.by_year,
    breakdowns.region_category,
    lambda context: breakdowns.breakdown(context, "region"),
    lambda context: breakdowns.breakdown(context, "income"),
    lambda context: breakdowns.breakdown(context, "level"),
    breakdowns.by_first,
    lambda context: breakdowns.breakdown(context, "branch"),
    lambda context: breakdowns.breakdown(context, "member"),
    subjects.overlap,
    subjects.by_subtheme,
    subjects.people_centred,
    subjects.by_group,
    subjects.means,
    outcomes.irm,
    outcomes.irm_areas,
    outcomes.irm_periods,
    outcomes.irm_levels,
    coalition.participants,
    coalition.strategies,
    coalition.sdg,
    coalition.un,
    tags.agreement,
    coverage.coverage,
    coverage.languages,
    coverage.quality,
    unjoined,
    breakdowns.estimates_table,
    commitments_table,
    coverage.files,
)


# Plans set aside that a warning names.
NAMED = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a report says: facts, sentences, tables, examples, records, versions.

    `year` is the reporting year; `facts` are the cover's numbers by name; `sentences` open the
    chapters; `records` are all commitments.
    """

    year: int
    words: Messages
    facts: Mapping[str, Plain]
    sentences: Mapping[str, str]
    tables: tuple[ReportTable, ...]
    examples: tuple[Example, ...]
    records: tuple[Record, ...]
    versions: Mapping[str, str]
    warnings: tuple[str, ...] = ()

    def table(self, name: str) -> ReportTable:
        """The table with this name; `KeyError` if there is none."""
        return {table.name: table for table in self.tables}[name]

    def has(self, name: str) -> bool:
        """Whether there is such a table."""
        return any(table.name == name for table in self.tables)


@dataclass(frozen=True)
class Sources:
    """What stands beside the findings of a report: all of it optional."""

    files: Sequence[FileRow] = ()
    joins: Joins | None = None
    previous: Previous | None = None
    versions: Mapping[str, str] | None = None
    links: Mapping[str, str] | None = None
    concepts: Concepts | None = None
    language: str = "en"


def compute(
    findings: Sequence[Finding], sources: Sources | None = None, *, year: int | None = None
) -> Figures:
    """The figures of one reporting year, with earlier years beside it.

    `year` defaults to the latest in the workspace. Raises `ValueError` where nothing was read.
    """
    sources = sources or Sources()
    kept, aside = coverage.counted_once(list(findings))
    if not kept:
        raise ValueError("no commitment has been read yet; run `ogp-justice run PLANS` first")
    years = _years(kept)
    context = _context(kept, sources, year or max(years, default=0))
    records = tuple(record(context, finding) for finding in context.findings)
    tables = [make(context) for make in TABLES] + _changes(context, sources.previous, records)
    return Figures(
        year=context.year,
        words=context.words,
        facts=facts(context, tables),
        sentences=sentences(context, {table.name: table for table in tables}),
        tables=tuple(tables),
        examples=examples(context),
        records=records,
        versions=context.versions,
        warnings=_warnings(context, years, [_plan_name(plan) for plan in aside]),
    )


def _context(findings: Sequence[Finding], sources: Sources, year: int) -> Context:
    joined = tuple(with_ogp(findings, sources.joins)) if sources.joins else tuple(findings)
    models = sorted({f.prediction.model_id for f in joined if f.prediction})
    # The newest file's time, not the clock's: the same workspace gives the same report.
    latest = max((row.processed_at for row in sources.files), default=None)
    versions = dict.fromkeys(("program", "code", "database"), "")
    versions |= {"model": ", ".join(models), "read": latest.date().isoformat() if latest else ""}
    context = Context(joined, sources.files, year, load_messages(sources.language), sources.joins)
    return replace(
        context,
        versions=versions | dict(sources.versions or {}),
        links=sources.links or {},
        concepts=sources.concepts or {},
    )


def _years(findings: Sequence[Finding]) -> list[int]:
    return sorted({finding.plan.year for finding in findings if finding.plan.year})


def _changes(context: Context, previous: Previous | None, records: Sequence[Record]) -> list[ReportTable]:
    """The tables on what changed; none without an earlier report."""
    return [make(context, previous, records) for make in (changes_table, changed_table)] if previous else []


def _plan_name(plan: ActionPlan) -> str:
    """The file's name; for a plan from OGP's database whose it is and when."""
    return plan.file_name or f"{plan.member.name if plan.member else plan.id} {plan.year or ''}".strip()


def _warnings(context: Context, years: Sequence[int], aside: Sequence[str]) -> tuple[str, ...]:
    say, found = context.words, []
    if not context.here:
        found.append(say("warning.no_plan", year=context.year, years=", ".join(map(str, years)) or "–"))
    if aside:
        found.append(say("warning.aside", number=len(aside), files=", ".join(sorted(aside)[:NAMED])))
    failed = [row for row in context.files if not row.ok]
    if failed:
        found.append(say("warning.failed", number=len(failed)))
    return tuple(found)


def trace(figures: Figures, path: str) -> tuple[str, ...]:
    """The ids of the commitments behind a figure, as "table.row" or "table.row.column".

    Raises `ValueError` that says what there is, for a table, row or column that is not.
    """
    name, _, rest = path.partition(".")
    known = {table.name: table for table in figures.tables}
    if name not in known:
        raise ValueError(f"no table {name!r}; there are: {', '.join(known)}")
    return _trace(known[name], rest)


def _trace(table: ReportTable, rest: str) -> tuple[str, ...]:
    key, column = _split(table, rest)
    counts = _counts(table, key)
    if column and column not in counts:
        known = ", ".join(counts) or "none"
        raise ValueError(f"no count {column!r} in {table.name}.{key}; there are: {known}")
    wanted = [column] if column else [name for name in table.main if name in counts]
    return tuple(dict.fromkeys(one for name in wanted for one in counts[name].ids))


def _split(table: ReportTable, rest: str) -> tuple[str, str]:
    """A row's key and a column's name, empty where none is named; keys may hold points."""
    keys = [row.key for row in table.rows]
    key, _, column = (rest, "", "") if rest in keys else rest.rpartition(".")
    if key not in keys:
        raise ValueError(f"no row {rest!r} in {table.name}; there are: {', '.join(keys)}")
    return key, column


def _counts(table: ReportTable, key: str) -> dict[str, Counted]:
    """The cells of a row that name their commitments, by column."""
    row = next(row for row in table.rows if row.key == key)
    pairs = zip(table.columns, row.cells, strict=True)
    return {column.name: cell for column, cell in pairs if isinstance(cell, Counted)}
