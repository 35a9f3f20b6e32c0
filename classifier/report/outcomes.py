"""IRM results: justice commitments beside all others, and OGP's tags."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from classifier.irm import IrmResult, OgpCommitment
from classifier.irm.results import Missing, missing
from classifier.judgements import Finding
from classifier.report.context import Context, has, is_justice
from classifier.report.tables import ReportTable, ids, share
from classifier.taxonomy import JusticeCategory

MEASURES: dict[str, Callable[[IrmResult], bool | None]] = {
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

# OGP's justice tags with the category nearest to each; the third category has none.
TAGS = {
    "Access to Justice": JusticeCategory.ACCESS_TO_JUSTICE,
    "Open Justice": JusticeCategory.OPEN_JUSTICE_INSTITUTIONS,
    "Judiciary": JusticeCategory.OPEN_JUSTICE_INSTITUTIONS,
    "Policing & Corrections": JusticeCategory.OPEN_JUSTICE_INSTITUTIONS,
    "Law Enforcement & Justice": JusticeCategory.OPEN_JUSTICE_INSTITUTIONS,
}


def irm_table(context: Context) -> ReportTable:
    """High ambition, completion and early results, over assessed commitments only."""
    say = context.words
    rows, sources = [], []
    for name, measure in MEASURES.items():
        justice, others = (_high(context, measure, wanted) for wanted in (True, False))
        numbers = [part for high, assessed in (justice, others) for part in _cells(high, assessed)]
        rows.append((say(f"value.{name}"), *numbers))
        sources.append(ids(justice[0]))
    heads = ("measure", "justice", "justice_of", "share", "others", "others_of", "share")
    note = say("note.irm") if context.ogp is not None else say("note.irm_absent")
    return ReportTable(
        "irm",
        say("table.irm"),
        tuple(say(f"column.{head}") for head in heads),
        tuple(rows) if context.ogp else (),
        f"{note} {_join_note(context)}".strip(),
        tuple(sources) if context.ogp else (),
    )


def _cells(high: Sequence[Finding], assessed: Sequence[Finding]) -> tuple[object, ...]:
    return len(high), len(assessed), share(len(high), len(assessed))


def _high(
    context: Context, measure: Callable[[IrmResult], bool | None], justice: bool
) -> tuple[list[Finding], list[Finding]]:
    """Findings that read high on a measure, and those assessed on it."""
    assessed = [
        (finding, measure(row.irm))
        for finding, row in _joined(context)
        if is_justice(finding) is justice and measure(row.irm) is not None
    ]
    return [finding for finding, high in assessed if high], [finding for finding, _ in assessed]


def _joined(context: Context) -> Iterable[tuple[Finding, OgpCommitment]]:
    for finding in context.findings:
        row = (context.ogp or {}).get(finding.commitment.id)
        if row is not None:
            yield finding, row


def _join_note(context: Context) -> str:
    if context.ogp is None:
        return ""
    joined = sum(1 for _ in _joined(context))
    every = len(context.findings)
    return context.words("note.irm_join", joined=joined, all=every, alone=every - joined)


def areas_table(context: Context) -> ReportTable:
    """High ambition of justice commitments beside OGP's own policy areas."""
    say = context.words
    groups = {say("column.justice"): [row for f, row in _joined(context) if is_justice(f)]}
    for area in AREAS:
        groups[area] = [row for _, row in _joined(context) if row.tags and area in row.tags]
    rows = []
    for name, found in groups.items():
        assessed = [row for row in found if row.irm.high_ambition is not None]
        high = sum(bool(row.irm.high_ambition) for row in assessed)
        rows.append((name, high, len(assessed), share(high, len(assessed))))
    heads = ("area", "number", "justice_of", "share")
    return ReportTable(
        "irm_areas",
        say("table.irm_areas"),
        tuple(say(f"column.{head}") for head in heads),
        tuple(rows) if context.ogp else (),
    )


def missing_table(context: Context) -> ReportTable:
    """How many values of each scale are ND, NR or NA: three kinds, never merged."""
    kinds = [kind for kind in Missing if kind]
    rows = []
    for scale in SCALES if context.ogp else ():
        found = Counter(missing(getattr(row.irm, scale)) for _, row in _joined(context))
        rows.append((scale.replace("_", " "), *(found[kind] for kind in kinds), found[None]))
    heads = (context.words("column.measure"), *map(str, kinds), context.words("column.number"))
    return ReportTable("irm_missing", context.words("table.irm_missing"), heads, tuple(rows))


def agreement_table(context: Context) -> ReportTable:
    """Each OGP justice tag beside our nearest category."""
    say = context.words
    rows = []
    tagged = [(f, row) for f, row in _joined(context) if row.tags is not None]
    for tag, category in TAGS.items():
        theirs = {f.commitment.id for f, row in tagged if tag in (row.tags or ())}
        ours = {f.commitment.id for f, _ in tagged if has(f, category)}
        if theirs:
            both = theirs & ours
            rows.append((tag, context.category(category), len(both), len(theirs - ours), len(ours - theirs)))
    heads = ("ogp_tag", "ours", "both", "only_ogp", "only_ours")
    return ReportTable(
        "agreement",
        say("table.agreement"),
        tuple(say(f"column.{head}") for head in heads),
        tuple(rows),
        say("note.agreement"),
    )
