"""What counts can be broken down by, each a function of a finding."""

from collections.abc import Callable, Mapping

from classifier.judgements import Finding
from classifier.plans import ActionPlan
from classifier.tally.branch import branch_of
from classifier.taxonomy import JusticeCategory

# Shown where the plan or the member table does not say.
UNKNOWN = "unknown"

# Years an action plan runs by OGP's rules, unless it says otherwise.
USUAL_YEARS = 2

Dimension = Callable[[Finding], tuple[str, ...]]


def year(finding: Finding) -> tuple[str, ...]:
    """Year of submission, else the year the plan starts."""
    return (str(finding.plan.year or UNKNOWN),)


def active(finding: Finding) -> tuple[str, ...]:
    """Every year the plan runs; a commitment counts in each."""
    return tuple(map(str, running(finding.plan))) or (UNKNOWN,)


def running(plan: ActionPlan) -> range:
    """The years a plan runs; two where it does not say, as OGP's plans do; none if undated."""
    if plan.starts is None:
        return range(0)
    ends = plan.ends or plan.starts + USUAL_YEARS - 1
    return range(plan.starts, max(plan.starts, ends) + 1)


def member(finding: Finding) -> tuple[str, ...]:
    """The member's name."""
    return (finding.plan.member.name if finding.plan.member else UNKNOWN,)


def region(finding: Finding) -> tuple[str, ...]:
    """OGP's own region, which is not the United Nations'."""
    return ((finding.plan.member.region if finding.plan.member else "") or UNKNOWN,)


def income(finding: Finding) -> tuple[str, ...]:
    """The World Bank's income group."""
    return ((finding.plan.member.income if finding.plan.member else "") or UNKNOWN,)


def level(finding: Finding) -> tuple[str, ...]:
    """National or local."""
    return (str(finding.plan.member.level) if finding.plan.member else UNKNOWN,)


def language(finding: Finding) -> tuple[str, ...]:
    """The language the commitment was read in."""
    return (finding.commitment.language or finding.plan.language or UNKNOWN,)


def branch(finding: Finding) -> tuple[str, ...]:
    """The branch of the state in the lead, from the institution's name."""
    commitment = finding.commitment
    return (str(branch_of(commitment.lead_institution, *language(finding)) or UNKNOWN),)


def overlap(finding: Finding) -> tuple[str, ...]:
    """Exactly which categories stand together, as "A2J+OJI"; nothing without any."""
    mine = finding.label.categories if finding.label else frozenset()
    return ("+".join(one.short for one in JusticeCategory if one in mine),) if mine else ()


def plan(finding: Finding) -> tuple[str, ...]:
    """The plan's id."""
    return (finding.plan.id,)


def subtheme(finding: Finding) -> tuple[str, ...]:
    """The codebook's sub-themes; several may apply, or none."""
    return finding.prediction.subthemes if finding.prediction else ()


def people_centred(finding: Finding) -> tuple[str, ...]:
    """Whether the commitment starts from people's needs."""
    return (str(finding.prediction.people_centred) if finding.prediction else UNKNOWN,)


def group(finding: Finding) -> tuple[str, ...]:
    """The people it is aimed at; several may apply, or none."""
    return tuple(sorted(finding.prediction.groups)) if finding.prediction else ()


def means(finding: Finding) -> tuple[str, ...]:
    """The Coalition's levers it uses; several may apply, or none."""
    return tuple(sorted(finding.prediction.means)) if finding.prediction else ()


# By the name used on the command line; `category` is handled by the count itself.
DIMENSIONS: Mapping[str, Dimension] = {
    "year": year,
    "active": active,
    "region": region,
    "income": income,
    "member": member,
    "level": level,
    "language": language,
    "plan": plan,
    "subtheme": subtheme,
    "people-centred": people_centred,
    "group": group,
    "branch": branch,
    "means": means,
    "overlap": overlap,
}
