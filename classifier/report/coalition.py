"""What the Coalition asks: participants, strategies, SDG 16, UN fields."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from classifier.judgements import Finding
from classifier.report.context import (
    Context,
    active_in,
    carrying,
    chosen,
    decided,
    has,
    is_justice,
    member_name,
)
from classifier.report.subjects import shares
from classifier.report.tables import Cell, ReportTable, Rows, counted, ranked, share
from classifier.taxonomy import SDG16_TARGETS, Group, JusticeCategory, Means, PeopleCentred

# SDG 16 targets that every commitment of a category serves.
BY_CATEGORY = {
    JusticeCategory.ACCESS_TO_JUSTICE: ("16.3",),
    JusticeCategory.OPEN_JUSTICE_INSTITUTIONS: ("16.6",),
}
# Targets that a sub-theme, a group or a means serves besides.
BY_CODE: dict[str, tuple[str, ...]] = {
    "legal_identity": ("16.9",),
    "courts_and_judiciary": ("16.10",),
    "judges_and_councils": ("16.5",),
    "police": ("16.1",),
    "corrections": ("16.3",),
    "information_enforcement": ("16.10",),
    "anti_corruption_enforcement": ("16.5",),
    "ombuds_and_audit_redress": ("16.6", "16.a"),
    "procurement_and_fiscal": ("16.5", "16.6"),
    "elections_and_political_finance": ("16.7",),
    "civic_space": ("16.10",),
    "participation_and_regulation": ("16.7",),
    Group.GBV_SURVIVORS: ("16.1",),
    Group.CHILDREN_AND_YOUTH: ("16.2",),
    Means.PARTICIPATION: ("16.7",),
}
# Groups named in the UN report's field on beneficiaries.
MOST_GROUPS = 5


def participants(context: Context) -> ReportTable:
    """Members with justice commitments in plans that run in the year, and the change."""
    now, before = (justice_members(context, year) for year in (context.year, context.year - 1))
    others = {member_name(f) for f in context.active}
    found: Rows = []
    everyone = sorted({*now, *before, *others} - {""})
    everyone.sort(key=lambda one: (-len(now.get(one, ())), one not in before))
    for name in everyone:
        mine, status = now.get(name, []), _status(name, now, before)
        kinds = [counted(carrying(mine, category)) for category in JusticeCategory]
        confirmed = counted(chosen(mine, decided))
        found.append((name, (name, context.words(f"value.{status}"), counted(mine), *kinds, confirmed)))
    columns = ("member", "status", "number", *JusticeCategory, "decided")
    return context.table("participants", columns, found, note=context.words("note.participants"))


def justice_members(context: Context, year: int) -> dict[str, list[Finding]]:
    """Members with justice commitments in plans that run in a year."""
    members: dict[str, list[Finding]] = defaultdict(list)
    for finding in context.justice:
        if active_in(finding, year) and member_name(finding):
            members[member_name(finding)].append(finding)
    return members


def _status(name: str, now: Iterable[str], before: Iterable[str]) -> str:
    if name in now:
        return "stays" if name in before else "joined"
    return "left" if name in before else "observer"


def strategies(context: Context) -> ReportTable:
    """What the data show of the Coalition's strategies: this year beside the last."""
    before = chosen(context.before, is_justice)
    found: Rows = []
    for key, test in _measures().items():
        whole = (context.before, context.here) if key == "growth" else (before, context.justice_here)
        sides = [_side(chosen(some, test), some) for some in whole]
        found.append((key, (context.words(f"value.{key}"), *sides[0], *sides[1])))
    columns = ("measure", "number_before", "of_before", "share_before", "number", "of", "share")
    return context.table(
        "strategies", columns, found, note=context.words("note.strategies", before=context.year - 1)
    )


def _side(found: Sequence[Finding], some: Sequence[Finding]) -> tuple[Cell, ...]:
    return counted(found), len(some), share(len(found), len(some))


def _measures() -> dict[str, Callable[[Finding], bool]]:
    return {
        "growth": is_justice,
        "people_centred": lambda f: bool(f.prediction and f.prediction.people_centred is PeopleCentred.YES),
        **{str(one): lambda f, m=one: bool(f.prediction and m in f.prediction.means) for one in Means},  # type: ignore[misc]
    }


def sdg(context: Context) -> ReportTable:
    """Justice commitments of the year by the SDG 16 targets they can serve."""
    groups = [
        (
            target,
            f"{target} {context.words(f'sdg.{target}')}",
            [f for f in context.justice_here if target in targets(f)],
        )
        for target in SDG16_TARGETS
    ]
    return shares(context, "sdg", "target", groups, context.words("note.sdg"))


def targets(finding: Finding) -> frozenset[str]:
    """SDG 16 targets a commitment prints, or its labels stand for."""
    said, printed = finding.prediction, finding.commitment.sdg_targets
    found = {target for target in printed if target in SDG16_TARGETS}
    found.update(*(BY_CATEGORY[c] for c in BY_CATEGORY if has(finding, c)))
    if said and is_justice(finding):
        found.update(*(BY_CODE.get(code, ()) for code in (*said.subthemes, *said.groups, *said.means)))
    return frozenset(t for t in found if any(has(finding, c) for c in SDG16_TARGETS[t]))


def un(context: Context) -> ReportTable:
    """The fields of the UN Acceleration Action progress report, as far as data fill them."""
    say, values = context.words, _un_values(context)
    fields = ("glance", "actions", "measures", "beneficiaries", "deliverables", "next")
    found = [(name, (say(f"un.{name}"), say(f"un.{name}_text", **values))) for name in fields]
    return context.table("un", ("field", "entry"), found, note=say("note.un"), main=())


def _un_values(context: Context) -> dict[str, object]:
    say, justice = context.words, context.justice_here
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in justice:
        for group in finding.prediction.groups if finding.prediction else ():
            groups[say(f"group.{group}")].append(finding)
    kinds = {c.short.lower(): len(carrying(justice, c)) for c in JusticeCategory}
    named = ", ".join(name for name, _ in ranked(groups.items())[:MOST_GROUPS])
    return {
        "justice": len(justice),
        "plans": len({f.plan.id for f in context.here}),
        "commitments": len(context.here),
        "year": context.year,
        "members": len({member_name(f) for f in justice} - {""}),
        "participants": len(justice_members(context, context.year)),
        "decided": len(chosen(context.here, decided)),
        "people": len(chosen(justice, _measures()["people_centred"])),
        "groups": named or say("page.none_named"),
        **kinds,
    }
