"""How far the reading has come: today, the queue, the audit sample."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TypeVar

from classifier.review.cases import Case
from classifier.review.queue import Reader, assigned_twice
from classifier.review.settle import effective
from classifier.taxonomy import JusticeCategory

T = TypeVar("T")


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
    doubtful = _those(cases, lambda case: bool(case.doubts))
    audit = _those(cases, lambda case: case.sampled)
    second = _those(cases, lambda case: bool(case.readers) and assigned_twice(case.id, reader.second_share))
    made = list(chain.from_iterable(effective(case.decisions) for case in cases))
    return Progress(
        commitments=len(cases),
        decided=_number(cases, lambda case: case.decided),
        disputed=_number(cases, lambda case: case.disputed),
        doubtful=len(doubtful),
        doubtful_left=_number(doubtful, lambda case: not case.readers),
        audit=len(audit),
        audit_left=_number(audit, lambda case: not case.readers),
        second=len(second),
        second_left=_number(second, lambda case: len(case.readers) == 1),
        today=_number(made, lambda d: (d.analyst, d.made_at.date()) == (reader.analyst, today)),
        by_analyst=tuple(Counter(decision.analyst for decision in made).most_common()),
        by_category=tuple(_category(category, cases) for category in JusticeCategory),
    )


def _those(cases: Sequence[Case], test: Callable[[Case], bool]) -> Sequence[Case]:
    return list(filter(test, cases))


def _number(some: Iterable[T], test: Callable[[T], bool]) -> int:
    return sum(map(test, some))


def _category(category: JusticeCategory, cases: Sequence[Case]) -> tuple[JusticeCategory, int, int]:
    here = [case for case in cases if category in case.categories]
    decided = sum(case.decided for case in here)
    return category, decided, len(here) - decided
