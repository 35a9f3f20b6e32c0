"""The database's own commitments as plans, for years without PDFs."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from hashlib import sha256

from classifier.irm.join import member_key
from classifier.irm.results import OgpCommitment
from classifier.plans import ActionPlan, Commitment, Level, Member

# How a plan's commitments were found, where they come from OGP's database.
STYLE = "OGP database"


def to_plans(
    rows: Sequence[OgpCommitment],
    member_of: Callable[[str], Member | None],
    language_of: Callable[[str], str],
) -> list[ActionPlan]:
    """One plan for each member and plan of the rows, in their order.

    `member_of` gives the member of a name, with its region and income group; `language_of` a
    text's language.
    """
    groups: dict[tuple[str, str], list[OgpCommitment]] = defaultdict(list)
    for row in rows:
        groups[member_key(row.member), row.plan_number or str(row.year or "")].append(row)
    return [_plan(group, member_of, language_of) for group in groups.values()]


def is_imported(plan: ActionPlan) -> bool:
    """Whether a plan came from OGP's database and not from a PDF."""
    return plan.style == STYLE


def _plan(
    rows: Sequence[OgpCommitment],
    member_of: Callable[[str], Member | None],
    language_of: Callable[[str], str],
) -> ActionPlan:
    first = rows[0]
    digest = sha256("\n".join(f"{r.ogp_id}|{r.number}|{r.title}|{r.text}" for r in rows).encode()).hexdigest()
    years = [row.year for row in rows if row.year]
    slug = re.sub(r"\W+", "-", member_key(first.member))
    plan_id = f"ogp-{slug}-{first.plan_number or first.year}-{digest[:8]}"
    commitments = tuple(_commitment(plan_id, at, row, language_of) for at, row in enumerate(rows, 1))
    return ActionPlan(
        id=plan_id,
        sha256=digest,
        file_name="",
        member=_member(first, member_of(first.member)),
        commitments=commitments,
        language=commitments[0].language,
        number=first.plan_number,
        starts=min(years, default=None),
        ends=max((row.ends for row in rows if row.ends), default=None),
        submitted=min(years, default=None),
        style=STYLE,
        fit=1.0,
    )


def _member(row: OgpCommitment, known: Member | None) -> Member:
    """The member known by this name; else what the row itself says of it."""
    if known and member_key(known.name) == member_key(row.member):
        return known
    level = Level.LOCAL if "local" in row.level.lower() else Level.NATIONAL
    code = re.match(r"[A-Z]+", row.ogp_id)
    return Member(code[0] if code else "", row.member, level, region=row.region)


def _commitment(plan_id: str, at: int, row: OgpCommitment, language_of: Callable[[str], str]) -> Commitment:
    return Commitment(
        id=f"{plan_id}-{at}-{re.sub(r'[^0-9A-Za-z]+', '.', row.number)}".rstrip("-."),
        plan_id=plan_id,
        order=at,
        number=row.number,
        title=row.title,
        text=row.text,
        lead_institution=row.lead_institution,
        language=language_of(f"{row.title}\n{row.text}"),
        ogp_id=row.ogp_id or None,
    )
