"""From the audit sample to estimates, and how many to read for them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from classifier.judgements import Estimate, Finding
from classifier.tally.cells import ANY_JUSTICE, carries, cells, rows
from classifier.tally.estimate import LEAST_SAMPLE, estimate
from classifier.tally.strata import BOUNDS, Stratum, allocate, stratum_of
from classifier.taxonomy import JusticeCategory

STRATA = range(len(BOUNDS) + 1)


def estimates(findings: Iterable[Finding], by: Sequence[str] = ()) -> list[Estimate]:
    """True counts with intervals, for each cell and category that `tally` would count.

    A cell whose commitments came after the sample was drawn, or of which too few were read,
    gets no figure but the reason.
    """
    return [
        replace(_estimate(row, cell), keys=keys)
        for keys, cell in cells(findings, by).items()
        for row in rows(by)
    ]


def _estimate(row: str, findings: Sequence[Finding]) -> Estimate:
    reason, note = _refused(findings)
    if reason:
        return Estimate(row, None, None, None, sum(map(_in_sample, findings)), note, reason=reason)
    return estimate(row, _strata(row, findings))


def _refused(findings: Sequence[Finding]) -> tuple[str, str]:
    """Why a cell cannot be estimated whatever was read of it; empty where it can."""
    late = sum(finding.audit is None and not _decided(finding) for finding in findings)
    if not late:
        return "", ""
    if not any(finding.audit for finding in findings):
        return "no_sample", "no audit sample was drawn; `ogp-justice audit plan` says how many to read"
    return "late", f"{late} commitments came after the audit sample was drawn; draw a new one"


def _decided(finding: Finding) -> bool:
    return bool(finding.label and finding.label.decided)


def _in_sample(finding: Finding) -> bool:
    return bool(finding.audit and finding.audit.sampled and _decided(finding))


def _strata(row: str, findings: Sequence[Finding]) -> list[Stratum]:
    """Those of the sample, then what people decided of all that came after it was drawn."""
    groups: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.audit.stratum if finding.audit else len(STRATA)].append(finding)
    return [_stratum(row, groups[number]) for number in sorted(groups)]


def _stratum(row: str, findings: Sequence[Finding]) -> Stratum:
    decided = list(filter(_decided, findings))
    read = list(filter(_in_sample, decided))
    found, every = (sum(carries(row, finding) for finding in some) for some in (read, decided))
    return Stratum(len(findings), len(read), found, len(decided) - len(read), every - found)


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan for an audit: commitments to read by stratum, and the width to expect.

    `width` is the interval's full width as a share of the any-justice count.
    """

    by_stratum: tuple[int, ...]
    sizes: tuple[int, ...]
    width: float

    @property
    def total(self) -> int:
        """Commitments to read in all."""
        return sum(self.by_stratum)


def plan_reading(scores: Sequence[dict[JusticeCategory, float]], width: float) -> Reading:
    """The smallest sample whose interval should be as narrow as wanted.

    `scores` holds one mapping for each commitment not yet decided; `width` is the full width
    wanted, as a share of the count. Expected rates are the scores' own means, never taken for
    less than the planner's floor. Raises `ValueError` without commitments.
    """
    if not scores:
        raise ValueError("no undecided commitment to draw from")
    numbers = [stratum_of(one) for one in scores]
    sizes = [numbers.count(number) for number in STRATA]
    rates = [_rate([max(s.values()) for s, n in zip(scores, numbers, strict=True) if n == k]) for k in STRATA]
    low, high = LEAST_SAMPLE, len(scores)
    while low < high:
        middle = (low + high) // 2
        if _expected(sizes, rates, middle).width <= width:
            high = middle
        else:
            low = middle + 1
    return _expected(sizes, rates, low)


def _rate(scores: Sequence[float]) -> float:
    return sum(scores) / len(scores) if scores else 0.0


def _expected(sizes: Sequence[int], rates: Sequence[float], total: int) -> Reading:
    read = allocate(sizes, rates, total)
    strata = [
        Stratum(size, number, round(number * rate))
        for size, number, rate in zip(sizes, read, rates, strict=True)
        if size
    ]
    result = estimate(ANY_JUSTICE, strata)
    if result.value is None or result.high is None or result.low is None:
        return Reading(tuple(read), tuple(sizes), float("inf"))
    return Reading(tuple(read), tuple(sizes), (result.high - result.low) / max(result.value, 1.0))
