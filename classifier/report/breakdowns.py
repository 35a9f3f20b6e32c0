"""Counts: headline, cohorts, by year, region, income, level, member."""

from collections.abc import Callable, Iterator, Sequence

from classifier.judgements import Estimate, Finding
from classifier.report.context import Context, carrying, chosen, decided, is_justice, member_name
from classifier.report.tables import Cell, ReportTable, Rows, counted, share
from classifier.tally import ANY_JUSTICE, DIMENSIONS, estimates, tally
from classifier.tally.cells import cells
from classifier.taxonomy import JusticeCategory

# The categories and the row in which a commitment counts once.
EVERY = (*JusticeCategory, ANY_JUSTICE)
# Breakdowns that get estimates of their own.
ESTIMATED = ("year", "active", "region", "income", "level", "language", "branch", "member")

Groups = dict[str, list[Finding]]


def headline(context: Context) -> ReportTable:
    """Each category of the reporting year: estimated, confirmed, predicted."""
    none = [Estimate(row, None, None, None, 0) for row in EVERY]
    guesses = estimates(context.here, ["category"]) or none
    say = context.words
    reasons = sorted({guess.reason for guess in guesses if guess.reason})
    notes = [say("note.headline"), *(say(f"note.{reason}") for reason in reasons)]
    found: Rows = [
        (row, (context.category(row), *_figures(guess), *_who(row, context.here), len(context.here)))
        for row, guess in zip(EVERY, guesses, strict=True)
    ]
    return context.table(
        "headline",
        ("category", "estimate", "low", "high", "decided", "predicted", "confirmed_share", "commitments"),
        found,
        note=" ".join(notes),
        main=("decided", "predicted"),
    )


def _figures(guess: Estimate) -> tuple[float | None, float | None, float | None]:
    return guess.value, guess.low, guess.high


def _who(row: str, findings: Sequence[Finding]) -> tuple[Cell, Cell, Cell]:
    labelled = carrying(findings, row)
    people = chosen(labelled, decided)
    model = [f for f in labelled if not decided(f)]
    return counted(people), counted(model), share(len(people), len(labelled))


def cohorts(context: Context) -> ReportTable:
    """Plans new in the year, and all plans that run in it."""
    groups = {"new": context.here, "active": context.active}
    return context.table(
        "cohorts",
        ("cohort", "plans", *EVERY, "any_decided", "commitments", "estimate", "low", "high"),
        [(key, _estimated(context.words(f"value.cohort_{key}"), group)) for key, group in groups.items()],
        note=context.words("note.cohorts"),
        main=(ANY_JUSTICE,),
    )


def by_year(context: Context) -> ReportTable:
    """All years in the workspace, each with every category."""
    groups = _groups(context.findings, "year")
    return context.table(
        "by_year",
        ("year", "plans", *EVERY, "any_decided", "commitments", "estimate", "low", "high"),
        [(year, _estimated(context.words.value("year", year), group)) for year, group in groups.items()],
        note=context.words("note.by_year"),
        main=(ANY_JUSTICE,),
    )


def _estimated(title: str, findings: Sequence[Finding]) -> tuple[Cell, ...]:
    guess = next(iter(estimates(findings)), Estimate(ANY_JUSTICE, None, None, None, 0))
    plans = len({f.plan.id for f in findings})
    return title, plans, *_counts(findings), *_figures(guess)


def _counts(findings: Sequence[Finding]) -> tuple[Cell, ...]:
    numbers = [counted(carrying(findings, row)) for row in EVERY]
    people = counted(f for f in findings if is_justice(f) and decided(f))
    return *numbers, people, counted(findings)


def year_parts(context: Context) -> ReportTable:
    """Each year's justice commitments in parts that add up, for the stacked bars."""
    only = {f"only_{c.short.lower()}": frozenset({c}) for c in JusticeCategory}
    found: Rows = []
    for year, group in _groups(context.findings, "year").items():
        parts = [counted(f for f in group if _set(f) == wanted) for wanted in only.values()]
        several = counted(f for f in group if len(_set(f)) > 1)
        every = counted(chosen(group, is_justice))
        low, high = _figures(estimates(group)[0])[1:]
        found.append((year, (context.words.value("year", year), *parts, several, every, low, high)))
    return context.table(
        "year_parts",
        ("year", *only, "several", ANY_JUSTICE, "low", "high"),
        found,
        note=context.words("note.year_parts"),
        main=(ANY_JUSTICE,),
    )


def _set(finding: Finding) -> frozenset[JusticeCategory]:
    return finding.label.categories if finding.label else frozenset()


def breakdown(context: Context, by: str) -> ReportTable:
    """One row for each value: the year's categories, and all years beside it."""
    section = "value" if by == "level" else by
    return _year_and_all(
        context, by, _groups(context.findings, by), lambda v: context.words.value(section, v)
    )


def by_first(context: Context) -> ReportTable:
    """Members whose first plan this is beside those that had one before."""
    earliest: dict[str, int] = {}
    for finding in context.findings:
        name, year = member_name(finding), finding.plan.year
        if name and year:
            earliest[name] = min(year, earliest.get(name, year))
    groups: Groups = {"first": [], "returning": []}
    for finding in context.findings:
        new = earliest.get(member_name(finding)) == finding.plan.year
        groups["first" if new else "returning"].append(finding)
    return _year_and_all(context, "first", groups, lambda value: context.words(f"value.{value}"))


def _year_and_all(context: Context, by: str, groups: Groups, title: Callable[[str], str]) -> ReportTable:
    found: Rows = []
    for value, group in groups.items():
        now = [f for f in group if f.plan.year == context.year]
        everywhere = counted(chosen(group, is_justice))
        found.append((value, (title(value), *_counts(now), everywhere, counted(group))))
    return context.table(
        f"by_{by}",
        (by, *EVERY, "any_decided", "commitments", "any_all", "commitments_all"),
        found,
        note=context.words("note.breakdown", year=context.year),
        main=(ANY_JUSTICE,),
    )


def region_category(context: Context) -> ReportTable:
    """Regions and categories: the year, and all years."""
    found: Rows = []
    for region, group in _groups(context.findings, "region").items():
        now = [f for f in group if f.plan.year == context.year]
        numbers = (*_by_category(now), *_by_category(group))
        found.append((region, (context.words.value("region", region), *numbers)))
    everywhere = [f"{category}_all" for category in JusticeCategory]
    columns = ("region", *JusticeCategory, *everywhere)
    return context.table("region_category", columns, found, main=tuple(JusticeCategory))


def _by_category(findings: Sequence[Finding]) -> list[Cell]:
    return [counted(carrying(findings, category)) for category in JusticeCategory]


def estimates_table(context: Context) -> ReportTable:
    """Counts and estimates of each category, overall and by every breakdown."""
    return context.table(
        "estimates",
        (
            "breakdown",
            "value",
            "category",
            "decided",
            "predicted",
            "unread",
            "commitments",
            "estimate",
            "low",
            "high",
        ),
        list(_all_estimates(context)),
        note=context.words("note.estimates"),
        main=("decided", "predicted"),
    )


def _all_estimates(context: Context) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    for by in ("", *ESTIMATED):
        names = [by, "category"] if by else ["category"]
        groups = cells(context.findings, names)
        counts, guesses = tally(context.findings, names), estimates(context.findings, names)
        for count, guess in zip(counts, guesses, strict=True):
            value, found = "".join(count.keys), groups[count.keys]
            title = context.words.value("value" if by == "level" else by, value) if by else ""
            people, model, _ = _who(count.category, found)
            label = context.words(f"column.{by}") if by else context.words("value.overall")
            key = ":".join(part for part in (by or "overall", value, count.category) if part)
            cells_ = (
                label,
                title,
                context.category(count.category),
                people,
                model,
                count.unread,
                count.commitments,
            )
            yield key, (*cells_, *_figures(guess))


def _groups(findings: Sequence[Finding], by: str) -> Groups:
    return {value: group for (value,), group in cells(findings, [by]).items()} if by in DIMENSIONS else {}
