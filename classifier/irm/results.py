"""What IRM found of a commitment, on the scales of its time.

ND (no such indicator), NR (not reported) and NA (not applicable) are three different answers, and
none of them is a zero.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from classifier.irm.layouts import settings


class Missing(StrEnum):
    """Why a value is not there; never merged."""

    ND = "ND"
    NR = "NR"
    NA = "NA"
    BLANK = ""


@dataclass(frozen=True, slots=True)
class IrmResult:
    """Raw values, kept by scale: impact and results regimes are not averaged.

    Potential impact and DIOG belong to plans up to 2019, potential for results and early
    results to later ones. A value that is missing is a `Missing`.
    """

    relevant: str = ""
    verifiable: str = ""
    specificity: str = ""
    potential_impact: str = ""
    potential_for_results: str = ""
    completion_progress: str = ""
    completion_end: str = ""
    diog: str = ""
    early_results: str = ""
    ogp_high_ambition: str = ""

    @property
    def completion(self) -> str:
        """Completion at the latest assessment: end of term, else progress report."""
        return (
            self.completion_end if _assessed("completion", self.completion_end) else self.completion_progress
        )

    @property
    def is_relevant(self) -> bool | None:
        """Whether IRM found it relevant to open government; `None` if it did not say."""
        return {"1": True, "yes": True, "0": False, "no": False}.get(plain(self.relevant))

    @property
    def is_verifiable(self) -> bool | None:
        """Whether it can be checked; for older plans medium or high specificity."""
        return _high_of(("verifiable", self.verifiable), ("specificity", self.specificity))

    @property
    def high_ambition(self) -> bool | None:
        """Moderate or transformative impact, or substantial potential; `None` if not assessed.

        What IRM found not relevant to open government is never high, as in OGP's own flag.
        """
        high = _high_of(
            ("potential_for_results", self.potential_for_results), ("potential_impact", self.potential_impact)
        )
        return high and self.is_relevant is not False

    @property
    def high_completion(self) -> bool | None:
        """Substantial or complete; `None` if not assessed."""
        return _high_of(("completion", self.completion))

    @property
    def high_early_results(self) -> bool | None:
        """Major or outstanding DIOG, or significant results; `None` if not assessed."""
        return _high_of(("early_results", self.early_results), ("diog", self.diog))


@dataclass(frozen=True, slots=True)
class OgpCommitment:
    """One row of the database; `tags` is `None` where the snapshot has no tag for it.

    `ogp_id` is empty in layouts older than OGP's identifiers.
    """

    ogp_id: str
    member: str
    plan_number: str
    number: str
    title: str
    text: str
    year: int | None = None
    ends: int | None = None
    plan_id: str = ""
    region: str = ""
    level: str = ""
    lead_institution: str = ""
    tags: frozenset[str] | None = None
    irm: IrmResult = field(default_factory=IrmResult)


def missing(value: str) -> Missing | None:
    """Which kind of missing a raw value is; `None` for a real value."""
    found = value.strip().upper()
    return Missing(found) if found in {kind.value for kind in Missing} else None


def plain(value: str) -> str:
    """A scale's value without the letter that old files set before it ("c. Marginal")."""
    return re.sub(r"^[a-z]\.\s*", "", value.strip().lower())


def _assessed(scale: str, value: str) -> bool:
    return missing(value) is None and plain(value) in settings()["assessed"][scale]


def _high_of(*pairs: tuple[str, str]) -> bool | None:
    """Whether the first scale that was assessed reads high."""
    for scale, value in pairs:
        if _assessed(scale, value):
            return plain(value) in settings()["high"][scale]
    return None
