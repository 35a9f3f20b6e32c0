"""What the Coalition asks: participants, SDG targets, means, people."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from classifier.judgements import Finding
from classifier.report.context import Context, has, member_name
from classifier.report.tables import ReportTable, ids, ranked, share
from classifier.taxonomy import SDG16_TARGETS, JusticeCategory, Means, PeopleCentred


def active_in(finding: Finding, year: int) -> bool:
    """Whether the finding's plan runs in a year."""
    starts, ends = finding.plan.starts, finding.plan.ends
    return starts is not None and starts <= year <= (ends or starts)


def participants(context: Context) -> ReportTable:
    """Members with justice commitments in plans that run in the year, and the change."""
    say = context.words
    now, before = (_justice_members(context, year) for year in (context.year, context.year - 1))
    others = {member_name(f) for f in context.findings if active_in(f, context.year)}
    rows: list[tuple[object, ...]] = []
    sources = []
    for name in sorted({*now, *before, *others} - {""}):
        found = now.get(name, [])
        rows.append((name, len(found), say(f"value.{_status(name, now, before)}")))
        sources.append(ids(found))
    order = sorted(range(len(rows)), key=lambda i: (-int(str(rows[i][1])), str(rows[i][0])))
    heads = ("member", "number", "status")
    return ReportTable(
        "participants",
        say("table.participants", year=context.year),
        tuple(say(f"column.{head}") for head in heads),
        tuple(rows[i] for i in order),
        say("note.participants"),
        tuple(sources[i] for i in order),
    )


def _justice_members(context: Context, year: int) -> dict[str, list[Finding]]:
    members: dict[str, list[Finding]] = defaultdict(list)
    for finding in context.justice:
        if active_in(finding, year):
            members[member_name(finding)].append(finding)
    return members


def _status(name: str, now: Iterable[str], before: Iterable[str]) -> str:
    if name in now:
        return "stays" if name in before else "new"
    return "left" if name in before else "observer"


def _table(
    context: Context, name: str, head: str, groups: Sequence[tuple[str, Sequence[Finding]]], note: str = ""
) -> ReportTable:
    total = len(context.justice_here)
    heads = (head, "number", "share")
    return ReportTable(
        name,
        context.words(f"table.{name}"),
        tuple(context.words(f"column.{one}") for one in heads),
        tuple((label, len(found), share(len(found), total)) for label, found in groups),
        note,
        tuple(ids(found) for _, found in groups),
    )


def sdg_table(context: Context) -> ReportTable:
    """Justice commitments of the year by the SDG 16 targets they can serve."""
    groups = []
    for target, categories in SDG16_TARGETS.items():
        found = [f for f in context.justice_here if _serves(f, target, categories)]
        groups.append((f"{target} {context.words(f'sdg.{target}')}", found))
    return _table(context, "sdg", "target", groups, context.words("note.sdg"))


# Targets beyond the category's own core that a sub-theme serves.
SUBTHEME_TARGETS = {
    "police": ("16.1",),
    "legal_identity": ("16.9",),
    "corrections": ("16.3",),
    "information_enforcement": ("16.10",),
    "civic_space": ("16.10",),
    "anti_corruption_enforcement": ("16.4", "16.5"),
    "procurement_and_fiscal": ("16.5",),
    "elections_and_political_finance": ("16.5", "16.7"),
    "participation_and_regulation": ("16.7",),
    "ombuds_and_audit_redress": ("16.a",),
}

CORE_TARGETS = {"16.3": "access_to_justice", "16.6": "open_justice_institutions", "16.5": ""}


def _serves(finding: Finding, target: str, categories: frozenset[JusticeCategory]) -> bool:
    """Whether a commitment prints the target, or its category or sub-theme stands for it."""
    if target in finding.commitment.sdg_targets:
        return True
    core = CORE_TARGETS.get(target)
    if core and has(finding, JusticeCategory(core)):
        return True
    names = finding.prediction.subthemes if finding.prediction else ()
    served = any(target in SUBTHEME_TARGETS.get(name, ()) for name in names)
    return served and any(has(finding, category) for category in categories)


def means_table(context: Context) -> ReportTable:
    """Justice commitments of the year by the Coalition's levers."""
    groups = [
        (context.words(f"value.{means}"), _with(context, lambda f, m=means: m in f.prediction.means))
        for means in Means
    ]
    return _table(context, "means", "means", groups)


def people_table(context: Context) -> ReportTable:
    """Justice commitments of the year that start from people's needs."""
    groups = [
        (
            context.words(f"value.{state}"),
            _with(context, lambda f, s=state: f.prediction.people_centred is s),
        )
        for state in PeopleCentred
    ]
    return _table(context, "people_centred", "people-centred", groups, context.words("note.people_centred"))


def _with(context: Context, test: Callable[..., bool]) -> list[Finding]:
    return [f for f in context.justice_here if f.prediction and test(f)]


def un_table(context: Context) -> ReportTable:
    """The fields of the UN Acceleration Action progress report, as far as data fill them."""
    say, justice = context.words, context.justice_here
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in justice:
        for group in finding.prediction.groups if finding.prediction else ():
            groups[say(f"group.{group}")].append(finding)
    by_kind = [sum(has(f, category) for f in justice) for category in JusticeCategory]
    people = len(_with(context, lambda f: f.prediction.people_centred is PeopleCentred.YES))
    values = {
        "justice": len(justice),
        "plans": len({f.plan.id for f in context.here}),
        "year": context.year,
        "members": len({member_name(f) for f in justice} - {""}),
        "decided": sum(bool(f.label and f.label.decided) for f in context.here),
        "people": people,
        "groups": ", ".join(name for name, _ in ranked(groups.items())[:5]) or say("page.none").rstrip("."),
        **dict(zip(("a2j", "oji", "jog"), by_kind, strict=True)),
    }
    fields = ("glance", "actions", "measures", "beneficiaries", "next")
    return ReportTable(
        "un",
        say("table.un"),
        (say("column.field"), say("column.entry")),
        tuple((say(f"un.{name}"), say(f"un.{name}_text", **values)) for name in fields),
    )
