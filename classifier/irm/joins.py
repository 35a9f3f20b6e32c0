"""Commitments of ours joined to one or several database files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from classifier.irm.join import Join, Joined, join, member_key
from classifier.irm.results import OgpCommitment
from classifier.judgements import Finding
from classifier.plans import ActionPlan, Level, Member


@dataclass(frozen=True, slots=True)
class Joins:
    """Rows by our commitment's id, how each pair was found, and who found none.

    `alone` holds the ids without a row whose member stands in a file; `absent` those whose
    member stands in none.
    """

    rows: Mapping[str, OgpCommitment]
    pairs: tuple[Joined, ...] = ()
    alone: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def join_findings(findings: Sequence[Finding], databases: Mapping[str, Sequence[OgpCommitment]]) -> Joins:
    """Join findings to each file in turn; the first file that has a row for one wins.

    `databases` holds the rows by file name.
    """
    rows: dict[str, OgpCommitment] = {}
    pairs: list[Joined] = []
    left = [to_join(finding) for finding in findings]
    for theirs in databases.values():
        keyed = {str(number): row for number, row in enumerate(theirs)}
        found, alone = join(left, [_row_join(key, row) for key, row in keyed.items()])
        rows |= {pair.ours: keyed[pair.theirs] for pair in found}
        pairs += [replace(pair, theirs=_name(keyed[pair.theirs])) for pair in found]
        left = [one for one in left if one.key in set(alone)]
    here, absent = _by_membership(left, databases)
    return Joins(rows, tuple(pairs), here, absent, tuple(databases))


def _by_membership(
    left: Sequence[Join], databases: Mapping[str, Sequence[OgpCommitment]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids that found no row: those whose member stands in a file, and those whose does not."""
    members = {member_key(row.member) for row in chain.from_iterable(databases.values())}
    here = tuple(one.key for one in left if member_key(one.member) in members)
    return here, tuple(one.key for one in left if one.key not in set(here))


def to_join(finding: Finding) -> Join:
    """A commitment of ours as it is compared."""
    plan, commitment = finding.plan, finding.commitment
    return Join(
        key=commitment.id,
        member=plan.member.name if plan.member else "",
        title=commitment.title,
        text=commitment.text,
        number=commitment.number,
        plan_number=plan.number,
        year=plan.year,
        ogp_id=commitment.ogp_id or "",
    )


def _row_join(key: str, row: OgpCommitment) -> Join:
    return Join(key, row.member, row.title, row.text, row.number, row.plan_number, row.year, row.ogp_id)


def _name(row: OgpCommitment) -> str:
    return row.ogp_id or f"{row.member}, plan {row.plan_number}, {row.number or row.title[:40]}"


def with_ogp(findings: Iterable[Finding], joins: Joins) -> Iterator[Finding]:
    """Findings with their OGP ids; members with OGP's region where ours was unknown."""
    regions = {member_key(row.member): row for row in joins.rows.values()}
    for finding in findings:
        ogp_id = _ogp_id(joins.rows.get(finding.commitment.id)) or finding.commitment.ogp_id
        plan = finding.plan
        if plan.member and not plan.member.region:
            plan = _placed(plan, plan.member, regions.get(member_key(plan.member.name)))
        yield replace(finding, plan=plan, commitment=replace(finding.commitment, ogp_id=ogp_id))


def _ogp_id(row: OgpCommitment | None) -> str:
    return row.ogp_id if row else ""


def _placed(plan: ActionPlan, member: Member, row: OgpCommitment | None) -> ActionPlan:
    if row is None:
        return plan
    level = Level.LOCAL if "local" in row.level.lower() else member.level
    return replace(plan, member=replace(member, region=row.region, level=level))
