"""How far two analysts agree, by category, with intervals.

Justice commitments are rare, and where one answer is rare Cohen's kappa falls even though people
agree nearly always. Gwet's AC1 (2008, "Computing inter-rater reliability and its variance in the
presence of high agreement") holds steady there; both are shown.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from classifier.judgements import Decision
from classifier.review.settle import ADJUDICATION, effective
from classifier.taxonomy import JusticeCategory

# Bootstrap samples behind each interval.
RESAMPLES = 2000
# Commitments read twice below which an interval says nothing.
LEAST_PAIRS = 10
# What is compared besides the categories: any of them.
ANY = "any_justice"

_CELLS = ((True, True), (True, False), (False, True), (False, False))

Vote = frozenset[JusticeCategory]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measure:
    """A coefficient with its 95% interval; `None` where it is not defined or too little was read."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two readings agree on one question.

    `both`, `first`, `second`, `neither` count commitments by who said yes; `observed` is the share
    on which they agree, `None` without any.
    """

    question: str
    both: int
    first: int
    second: int
    neither: int
    observed: float | None
    ac1: Measure
    kappa: Measure

    @property
    def pairs(self) -> int:
        """Commitments that both read."""
        return self.both + self.first + self.second + self.neither


def readings(decisions: Iterable[Decision]) -> dict[str, Vote]:
    """Each analyst's own vote on one commitment; adjudications are no independent reading."""
    own = (d for d in effective(decisions) if d.reason != ADJUDICATION and d.categories is not None)
    return {d.analyst: d.categories for d in own if d.categories is not None}


def pairs(cases: Iterable[Iterable[Decision]], first: str = "", second: str = "") -> list[tuple[Vote, Vote]]:
    """Two votes on each commitment read twice: of two named analysts, or of the first two who read it."""
    votes = map(readings, cases)
    if first and second:
        return [(vote[first], vote[second]) for vote in votes if {first, second} <= vote.keys()]
    read_twice = filter(_is_pair, (tuple(vote.values()) for vote in votes))
    return [(one, other) for one, other, *_ in read_twice]


def _is_pair(votes: Sequence[Vote]) -> bool:
    return len(votes) > 1


def agreement(votes: Sequence[tuple[Vote, Vote]], *, seed: int = 0) -> list[Agreement]:
    """One row for each category and for any justice, with bootstrap intervals over commitments."""
    rows = [(c.value, [(c in a, c in b) for a, b in votes]) for c in JusticeCategory]
    rows.append((ANY, [(bool(a), bool(b)) for a, b in votes]))
    return [_one(question, answers, seed) for question, answers in rows]


def exact(votes: Sequence[tuple[Vote, Vote]]) -> float | None:
    """The share of commitments given the very same set of categories; `None` without any."""
    return sum(a == b for a, b in votes) / len(votes) if votes else None


def _one(question: str, answers: Sequence[tuple[bool, bool]], seed: int) -> Agreement:
    both, first, second, neither = map(answers.count, _CELLS)
    n, cells = len(answers), np.array([[both, first, second, neither]], dtype=float)
    # Resampling commitments one by one is a multinomial draw over the four cells.
    draws = np.random.default_rng(seed).multinomial(n, cells[0] / n, RESAMPLES) if n >= LEAST_PAIRS else None
    observed = (both + neither) / n if n else None
    ac1, kappa = _measure(gwet_ac1, cells, draws), _measure(cohen_kappa, cells, draws)
    return Agreement(question, both, first, second, neither, observed, ac1, kappa)


def _measure(
    coefficient: Callable[[Floats], Floats], cells: Floats, draws: NDArray[np.int64] | None
) -> Measure:
    value = float(coefficient(cells)[0]) if cells.sum() else float("nan")
    if np.isnan(value):
        return Measure(None)
    if draws is None:
        return Measure(value)
    found = coefficient(draws.astype(float))
    low, high = np.nanpercentile(found, [2.5, 97.5])
    return Measure(value, float(low), float(high))


def gwet_ac1(tables: Floats) -> Floats:
    """AC1 of tables of shape (n, 4): yes-yes, yes-no, no-yes, no-no."""
    total = tables.sum(axis=1)
    observed = (tables[:, 0] + tables[:, 3]) / total
    share = (2 * tables[:, 0] + tables[:, 1] + tables[:, 2]) / (2 * total)
    by_chance = 2 * share * (1 - share)
    return np.asarray((observed - by_chance) / (1 - by_chance))


def cohen_kappa(tables: Floats) -> Floats:
    """Kappa of tables of shape (n, 4); not a number where both always say the same thing."""
    total = tables.sum(axis=1)
    observed = (tables[:, 0] + tables[:, 3]) / total
    first = (tables[:, 0] + tables[:, 1]) / total
    second = (tables[:, 0] + tables[:, 2]) / total
    by_chance = first * second + (1 - first) * (1 - second)
    room = 1 - by_chance
    undefined = np.full_like(room, np.nan)
    return np.asarray(np.divide(observed - by_chance, room, out=undefined, where=room > 0))
