"""How far the reading has come: today, the queue, the audit sample."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from classifier.review.cases import Case
from classifier.review.queue import Reader, assigned_twice
from classifier.review.settle import effective
from classifier.taxonomy import JusticeCategory


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of commitments; `today` counts the analyst's decisions of this day (UTC)."""

    commitments: int
    decided: int
    disputed: int
    doubtful: int
    doubtful_left: int
    audit: int
    audit_left: int
    second: int
    second_left: int
    today: int
    by_analyst: tuple[tuple[str, int], ...]
    by_category: tuple[tuple[JusticeCategory, int, int], ...]


def progress(cases: Sequence[Case], reader: Reader, today: date) -> Progress:
    """How far all have come, and the analyst today."""
    doubtful = [case for case in cases if case.doubts]
    audit = [case for case in cases if case.sampled]
    second = [case for case in cases if assigned_twice(case.id, reader.second_share) and case.readers]
    made = [decision for case in cases for decision in effective(case.decisions)]
    mine = [d for d in made if d.analyst == reader.analyst and d.made_at.date() == today]
    return Progress(
        commitments=len(cases),
        decided=sum(case.decided for case in cases),
        disputed=sum(case.disputed for case in cases),
        doubtful=len(doubtful),
        doubtful_left=sum(not case.readers for case in doubtful),
        audit=len(audit),
        audit_left=sum(not case.readers for case in audit),
        second=len(second),
        second_left=sum(len(case.readers) < 2 for case in second),
        today=len(mine),
        by_analyst=tuple(Counter(d.analyst for d in made).most_common()),
        by_category=tuple(_category(category, cases) for category in JusticeCategory),
    )


def _category(category: JusticeCategory, cases: Sequence[Case]) -> tuple[JusticeCategory, int, int]:
    here = [case for case in cases if category in case.categories]
    decided = sum(case.decided for case in here)
    return category, decided, len(here) - decided
