"""How well categories were predicted, with intervals from a bootstrap over members."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from classifier.taxonomy import JusticeCategory

# Draws of whole members; more change the ends of an interval by less than 0.01.
DRAWS = 500
# The usual ten; with fewer positives than that, bins would be empty.
BINS = 10


@dataclass(frozen=True)
class Scored:
    """Truth and prediction of the same rows; arrays of shape (rows, categories).

    `accepted` says which rows the program would take unread, `spoken` names the rules that spoke
    in each; both may be left out.
    """

    members: NDArray[np.str_]
    labels: NDArray[np.bool_]
    found: NDArray[np.bool_]
    scores: NDArray[np.float64]
    accepted: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=bool))
    spoken: tuple[tuple[str, ...], ...] = ()

    def some(self, chosen: NDArray[np.int_] | NDArray[np.bool_]) -> "Scored":
        """The rows at these places."""
        places = np.arange(len(self.members))[chosen]
        return Scored(
            self.members[places],
            self.labels[places],
            self.found[places],
            self.scores[places],
            self.accepted[places] if len(self.accepted) else self.accepted,
            tuple(self.spoken[i] for i in places) if self.spoken else (),
        )


def macro_f1(scored: Scored) -> float:
    """Mean F1 of the three categories."""
    return float(np.mean([category_f1(k)(scored) for k in range(len(JusticeCategory))]))


def any_f1(scored: Scored) -> float:
    """F1 of "any justice"."""
    truth, found = (np.asarray(flags.any(axis=1)) for flags in (scored.labels, scored.found))
    return _f1(truth, found)


def category_f1(k: int) -> Callable[[Scored], float]:
    """F1 of the category in place `k`."""
    return lambda scored: _f1(scored.labels[:, k], scored.found[:, k])


def average_precision(k: int) -> Callable[[Scored], float]:
    """Average precision of the category in place `k`, as scikit-learn's; 0 where no row carries it."""

    def figure(scored: Scored) -> float:
        order = np.argsort(-scored.scores[:, k], kind="stable")
        truth, ranked = scored.labels[order, k], scored.scores[order, k]
        if not truth.any():
            return 0.0
        # Equal scores are taken together, so that their order tells nothing.
        ends = np.flatnonzero(np.append(ranked[1:] < ranked[:-1], True))
        hits = np.cumsum(truth)[ends]
        return float((np.diff(hits, prepend=0) * hits / (ends + 1)).sum() / truth.sum())

    return figure


def _f1(truth: NDArray[np.bool_], found: NDArray[np.bool_]) -> float:
    """F1; 0 where nothing is true and nothing found."""
    return float(2 * (truth & found).sum() / max(1, truth.sum() + found.sum()))


def calibration_error(scored: Scored) -> float:
    """Expected calibration error over ten bins of equal width, mean of the categories.

    Guo et al., On Calibration of Modern Neural Networks, 2017.
    """
    return float(np.mean([category_calibration_error(scored, k) for k in range(len(JusticeCategory))]))


def category_calibration_error(scored: Scored, k: int) -> float:
    """The same of one category."""
    scores, labels = scored.scores[:, k], scored.labels[:, k]
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    gaps = [(bins == b).mean() * abs(labels[bins == b].mean() - scores[bins == b].mean()) for b in set(bins)]
    return float(sum(gaps))


def interval(scored: Scored, figure: Callable[[Scored], float], *, seed: int = 0) -> tuple[float, float]:
    """The 95% interval of a figure, members drawn with replacement (percentile bootstrap)."""
    # Drawn again and again: only what figures are made of goes with it.
    bare = Scored(scored.members, scored.labels, scored.found, scored.scores)
    values = np.sort([figure(bare.some(places)) for places in draws(scored.members, seed=seed)])
    return float(np.quantile(values, 0.025)), float(np.quantile(values, 0.975))


def difference(
    one: Scored, other: Scored, figure: Callable[[Scored], float], *, seed: int = 0
) -> tuple[float, float, float]:
    """How much more `one` reaches than `other` on the same rows, with its paired interval."""
    gaps = [figure(one.some(p)) - figure(other.some(p)) for p in draws(one.members, seed=seed)]
    low, high = np.quantile(gaps, [0.025, 0.975])
    return figure(one) - figure(other), float(low), float(high)


def draws(members: NDArray[np.str_], *, seed: int) -> list[NDArray[np.int_]]:
    """Places of rows, whole members drawn with replacement."""
    rng = np.random.default_rng(seed)
    names = np.unique(members)
    places: Mapping[str, NDArray[np.int_]] = {name: np.flatnonzero(members == name) for name in names}
    return [
        np.concatenate([places[name] for name in rng.choice(names, size=len(names))]) for _ in range(DRAWS)
    ]


def ratio(
    members: NDArray[np.str_], above: NDArray[np.float64], below: NDArray[np.float64]
) -> list[float] | None:
    """A sum over a sum with its 95% interval by members; none where nothing stands below.

    Precision, recall, F1, Brier score and shares are such ratios; draws in which nothing stands
    below are left out. Where all or none succeeded the interval is Wilson's.
    """
    if not below.sum():
        return None
    names, places = np.unique(members, return_inverse=True)
    sums = np.column_stack([np.bincount(places, part, len(names)) for part in (above, below)])
    rng = np.random.default_rng(0)
    times = rng.multinomial(len(names), np.full(len(names), 1 / len(names)), size=DRAWS)
    drawn = times @ sums
    drawn = drawn[drawn[:, 1] > 0]
    low, high = np.quantile(drawn[:, 0] / drawn[:, 1], [0.025, 0.975])
    value = above.sum() / below.sum()
    if value in (0.0, 1.0):
        low, high = _wilson(value, below.sum())
    return [round(float(x), 3) for x in (value, low, high)]


def _wilson(share: float, count: float) -> tuple[float, float]:
    """Wilson's score interval (1927): where every draw is the same, a bootstrap claims certainty."""
    z = 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * np.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return max(0.0, float(middle - half)), min(1.0, float(middle + half))
