"""IRM results: justice commitments beside all others and policy areas."""

from collections.abc import Callable, Iterator, Sequence

from classifier.irm import IrmResult, OgpCommitment
from classifier.irm.results import Missing, missing, plain
from classifier.judgements import Finding
from classifier.report.context import Context, is_justice
from classifier.report.tables import Cell, ReportTable, Rows, counted, share

# 95% of a normal distribution lies within this many standard deviations.
Z = 1.96

Measure = Callable[[IrmResult], bool | None]
Pair = tuple[Finding, OgpCommitment]

# Results made comparable across regimes, in the order of the report.
MEASURES: dict[str, Measure] = {
    "relevant": lambda result: result.is_relevant,
    "verifiable": lambda result: result.is_verifiable,
    "high_ambition": lambda result: result.high_ambition,
    "high_completion": lambda result: result.high_completion,
    "high_early_results": lambda result: result.high_early_results,
}
SCALES = (
    "potential_impact",
    "potential_for_results",
    "completion_progress",
    "completion_end",
    "diog",
    "early_results",
)
# Policy areas of OGP's own that justice commitments are held beside.
AREAS = (
    "Anti-Corruption and Integrity",
    "Civic Space and Enabling Environment",
    "Fiscal Openness",
    "Public Service Delivery",
    "Digital Governance",
)
# The three that IRM rates by level, on scales that changed with time.
RATED = ("high_ambition", "high_completion", "high_early_results")
# Plans up to 2019 are rated by potential impact and DIOG, those from 2021 by potential for results and early
# results; those of 2020 stand between.
TURN = 2020
HEADS = (
    "justice",
    "justice_of",
    "justice_share",
    "justice_low",
    "justice_high",
    "others",
    "others_of",
    "others_share",
)


def wilson(part: int, whole: int) -> tuple[float | None, float | None]:
    """The 95% interval of a share (Wilson, 1927); nothing where nothing was assessed."""
    if not whole:
        return None, None
    rate, weight = part / whole, Z * Z / whole
    middle = (rate + weight / 2) / (1 + weight)
    half = Z / (1 + weight) * (rate * (1 - rate) / whole + weight / (4 * whole)) ** 0.5
    return round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)


def pairs(context: Context) -> Iterator[Pair]:
    """Each finding with its row of OGP's database, where it has one."""
    rows = context.joins.rows if context.joins else {}
    for finding in context.findings:
        if finding.commitment.id in rows:
            yield finding, rows[finding.commitment.id]


def irm(context: Context) -> ReportTable:
    """High ambition, completion and early results, over assessed commitments only."""
    here = list(pairs(context))
    say = context.words
    found = [(name, (say(f"value.{name}"), *_sides(here, measure))) for name, measure in MEASURES.items()]
    return context.table(
        "irm", ("measure", *HEADS), found if context.joins else (), note=_note(context), main=("justice",)
    )


def _sides(here: Sequence[Pair], measure: Measure) -> tuple[Cell, ...]:
    justice, assessed = _high(here, measure, lambda f, _: is_justice(f))
    others, others_assessed = _high(here, measure, lambda f, _: not is_justice(f))
    return (
        counted(justice),
        counted(assessed),
        share(len(justice), len(assessed)),
        *wilson(len(justice), len(assessed)),
        counted(others),
        counted(others_assessed),
        share(len(others), len(others_assessed)),
    )


def _high(
    here: Sequence[Pair], measure: Measure, wanted: Callable[[Finding, OgpCommitment], bool]
) -> tuple[list[Finding], list[Finding]]:
    """Findings that read high on a measure, and those assessed on it."""
    some = [(f, measure(row.irm)) for f, row in here if wanted(f, row)]
    return [f for f, high in some if high], [f for f, high in some if high is not None]


def _note(context: Context) -> str:
    if context.joins is None:
        return context.words("note.irm_absent")
    joins, ids = context.joins, {finding.commitment.id for finding in context.findings}
    numbers = [len(ids.intersection(some)) for some in (joins.rows, joins.alone, joins.absent)]
    sides = dict(zip(("joined", "alone", "absent"), numbers, strict=True))
    counts = context.words("note.irm_join", all=len(ids), **sides)
    return f"{context.words('note.irm')} {counts}"


def irm_areas(context: Context) -> ReportTable:
    """Justice commitments beside named policy areas of OGP's, on three measures."""
    here = list(pairs(context))
    kinds: dict[str, Callable[[Finding, OgpCommitment], bool]] = {"justice": lambda f, _: is_justice(f)}
    kinds |= {area: lambda _, row, a=area: bool(row.tags and a in row.tags) for area in AREAS}  # type: ignore[misc]
    found: Rows = []
    for name, wanted in kinds.items():
        title = context.words("column.justice") if name == "justice" else context.words.value("area", name)
        cells: list[Cell] = [title]
        for measure in RATED:
            high, assessed = _high(here, MEASURES[measure], wanted)
            cells += [counted(high), counted(assessed)]
        found.append((name, tuple(cells)))
    columns = ("area", "ambition", "ambition_of", "completion", "completion_of", "early", "early_of")
    return context.table(
        "irm_areas",
        columns,
        found if found and context.joins else (),
        note=context.words("note.irm_areas"),
        main=("ambition",),
    )


def irm_periods(context: Context) -> ReportTable:
    """The same measures within each period of IRM's scales, which are never added together."""
    groups: dict[str, list[Pair]] = {"before_2020": [], "in_2020": [], "after_2020": []}
    for finding, row in pairs(context):
        if year := row.year or finding.plan.year:
            groups[_period(year)].append((finding, row))
    found = [
        (f"{period}:{name}", (context.words(f"value.{period}"), context.words(f"value.{name}"), *sides))
        for period, some in groups.items()
        for name in RATED
        for sides in [_sides(some, MEASURES[name])]
        if any(part is not None for part in sides[2::5])
    ]
    note = context.words("note.irm_periods")
    return context.table("irm_periods", ("period", "measure", *HEADS), found, note=note, main=("justice",))


def _period(year: int) -> str:
    return "in_2020" if year == TURN else "before_2020" if year < TURN else "after_2020"


def irm_levels(context: Context) -> ReportTable:
    """Each period's own scale, level by level, with what is missing and why."""
    here = list(pairs(context))
    found: Rows = []
    for scale in SCALES if context.joins else ():
        for level in _levels(here, scale):
            sides = [
                counted(f for f, row in here if is_justice(f) is wanted and _level(row, scale) == level)
                for wanted in (True, False)
            ]
            title = context.words.value("level_of_scale", level)
            found.append((f"{scale}:{level}", (context.words(f"value.{scale}"), title, *sides)))
    return context.table(
        "irm_levels",
        ("scale", "reading", "justice", "others"),
        found,
        note=context.words("note.irm_levels"),
        main=("justice",),
    )


def _level(row: OgpCommitment, scale: str) -> str:
    value = getattr(row.irm, scale)
    kind = missing(value)
    return (kind.value or "blank") if kind is not None else plain(value)


def _levels(here: Sequence[Pair], scale: str) -> list[str]:
    """The levels that occur: those assessed by name, then ND, NR, NA and blank."""
    seen = {_level(row, scale) for _, row in here}
    last = [*(kind.value for kind in Missing if kind), "blank"]
    return sorted(seen - set(last)) + [kind for kind in last if kind in seen]
