"""Counts: headline, by year, region, member, sub-theme; overlaps."""

from collections import defaultdict
from collections.abc import Sequence

from classifier.judgements import Estimate, Finding
from classifier.report.context import Context, has, is_justice
from classifier.report.tables import ReportTable, ids, ranked
from classifier.tally import estimates, tally
from classifier.tally.cells import carries, cells, rows
from classifier.taxonomy import SUBTHEMES, JusticeCategory


def headline(context: Context) -> ReportTable:
    """Each category of the reporting year: confirmed, predicted, estimated."""
    counts = tally(context.here, ["category"])
    guesses = estimates(context.here, ["category"])
    say = context.words
    reasons = sorted({guess.note for guess in guesses if guess.note})
    notes = [say("note.headline"), *(say("note.no_estimate", reason=reason) for reason in reasons)]
    columns = ("category", "decided", "predicted", "estimate", "interval", "commitments")
    return ReportTable(
        "headline",
        say("table.headline", year=context.year),
        tuple(say(f"column.{name}") for name in columns),
        tuple(
            (context.category(c.category), c.decided, c.predicted, *_figures(guess), c.commitments)
            for c, guess in zip(counts, guesses, strict=True)
        ),
        " ".join(notes),
        tuple(ids(f for f in context.here if carries(row, f)) for row in rows(["category"]) if counts),
    )


def _figures(guess: Estimate) -> tuple[str, str]:
    if guess.value is None or guess.low is None or guess.high is None:
        return "–", "–"
    return f"{guess.value:.0f}", f"{guess.low:.0f}–{guess.high:.0f}"


def breakdown(context: Context, by: str, findings: Sequence[Finding], note: str = "") -> ReportTable:
    """One row for each value: every category, any justice, confirmed, all."""
    say = context.words
    table, sources = [], []
    for (value,), cell in cells(findings, [by]).items():
        numbers = [sum(carries(row, f) for f in cell) for row in rows(["category"])]
        confirmed = sum(is_justice(f) and bool(f.label and f.label.decided) for f in cell)
        table.append((say.value(by if by != "level" else "value", value), *numbers, confirmed, len(cell)))
        sources.append(ids(f for f in cell if is_justice(f)))
    columns = ("any_justice", "any_decided", "commitments")
    heads = (
        say(f"column.{by}"),
        *map(context.category, JusticeCategory),
        *(say(f"column.{c}") for c in columns),
    )
    return ReportTable(f"by_{by}", say(f"table.by_{by}"), heads, tuple(table), note, tuple(sources))


def by_year(context: Context) -> ReportTable:
    """All years in the workspace, each with every category."""
    return breakdown(context, "year", context.findings, context.words("note.by_year"))


def by_subtheme(context: Context) -> ReportTable:
    """Justice commitments of the reporting year by sub-theme."""
    say = context.words
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in context.justice_here:
        for name in finding.prediction.subthemes if finding.prediction else ():
            if has(finding, SUBTHEMES[name]):
                groups[name].append(finding)
    order = sorted(groups, key=list(SUBTHEMES).index)
    return ReportTable(
        "by_subtheme",
        say("table.by_subtheme"),
        (say("column.category"), say("column.subtheme"), say("column.number")),
        tuple((context.category(SUBTHEMES[n]), say(f"subtheme.{n}"), len(groups[n])) for n in order),
        say("note.subtheme"),
        tuple(ids(groups[name]) for name in order),
    )


def by_group(context: Context) -> ReportTable:
    """Justice commitments of the reporting year by the people they are aimed at."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in context.justice_here:
        for group in finding.prediction.groups if finding.prediction else ():
            groups[group].append(finding)
    order = ranked(groups.items())
    say = context.words
    return ReportTable(
        "by_group",
        say("table.by_group"),
        (say("column.group"), say("column.number")),
        tuple((say(f"group.{name}"), len(found)) for name, found in order),
        sources=tuple(ids(found) for _, found in order),
    )


def overlap(context: Context) -> ReportTable:
    """How many justice commitments of all years carry exactly which categories."""
    sets: dict[str, list[Finding]] = defaultdict(list)
    for finding in context.justice:
        names = [context.category(c) for c in JusticeCategory if has(finding, c)]
        sets[context.words("page.and").join(names)].append(finding)
    order = ranked(sets.items())
    return ReportTable(
        "overlap",
        context.words("table.overlap"),
        (context.words("column.combination"), context.words("column.number")),
        tuple((name, len(found)) for name, found in order),
        sources=tuple(ids(found) for _, found in order),
    )
