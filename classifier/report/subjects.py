"""What justice commitments are about: overlap, sub-themes, people, means."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from classifier.judgements import Finding, Prediction
from classifier.report.context import Context, chosen, decided, has
from classifier.report.tables import Cell, ReportTable, Rows, counted, ranked, share
from classifier.taxonomy import SUBTHEMES, JusticeCategory, Means, PeopleCentred


def overlap(context: Context) -> ReportTable:
    """How many justice commitments carry exactly which categories."""
    sets: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for finding in context.justice:
        sets[tuple(c for c in JusticeCategory if has(finding, c))].append(finding)
    order = sorted(sets.items(), key=lambda item: (-len(item[1]), item[0]))
    joined = context.words("page.and")
    return context.table(
        "overlap",
        ("combination", "number", "number_all"),
        [
            ("+".join(names), (joined.join(map(context.category, names)), *_both(context, found)))
            for names, found in order
        ],
        note=context.words("note.overlap"),
        main=("number_all",),
    )


def _both(context: Context, found: Sequence[Finding]) -> tuple[Cell, Cell]:
    return counted(f for f in found if f.plan.year == context.year), counted(found)


def by_subtheme(context: Context) -> ReportTable:
    """Justice commitments by sub-theme: the year, and all years."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in context.justice:
        for name in _said(finding).subthemes if _said(finding) else ():
            if has(finding, SUBTHEMES[name]):
                groups[name].append(finding)
    say = context.words
    order = sorted(groups, key=list(SUBTHEMES).index)
    return context.table(
        "by_subtheme",
        ("category", "subtheme", "number", "number_all"),
        [
            (n, (context.category(SUBTHEMES[n]), say(f"subtheme.{n}"), *_both(context, groups[n])))
            for n in order
        ],
        note=say("note.subtheme"),
    )


def _said(finding: Finding) -> Prediction:
    """The prediction; one that says nothing where no model has read the commitment."""
    return finding.prediction or Prediction(finding.commitment.id, "", {}, frozenset())


def by_group(context: Context) -> ReportTable:
    """Justice commitments of the year by the people they are aimed at."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in context.justice_here:
        for group in _said(finding).groups:
            groups[group].append(finding)
    order = [(name, context.words(f"group.{name}"), found) for name, found in ranked(groups.items())]
    return shares(context, "by_group", "group", order, context.words("note.by_group"))


def people_centred(context: Context) -> ReportTable:
    """Justice commitments of the year that start from people's needs."""
    return _states(
        context, "people_centred", "people-centred", PeopleCentred, lambda f, s: _said(f).people_centred == s
    )


def means(context: Context) -> ReportTable:
    """Justice commitments of the year by the Coalition's levers."""
    return _states(context, "means", "means", Means, lambda f, one: one in _said(f).means)


def _states(
    context: Context, name: str, head: str, states: Iterable[str], test: Callable[[Finding, str], bool]
) -> ReportTable:
    groups = [
        (
            str(state),
            context.words(f"value.{state}"),
            [f for f in context.justice_here if test(f, str(state))],
        )
        for state in states
    ]
    return shares(context, name, head, groups, context.words(f"note.{name}"))


def shares(
    context: Context,
    name: str,
    head: str,
    groups: Iterable[tuple[str, str, Sequence[Finding]]],
    note: str = "",
) -> ReportTable:
    """A table of groups of the year's justice commitments: number, confirmed, share of all."""
    total = len(context.justice_here)
    found: Rows = [
        (key, (title, counted(group), counted(chosen(group, decided)), share(len(group), total)))
        for key, title, group in groups
    ]
    return context.table(name, (head, "number", "decided", "share"), found, note=note)
