"""How well categories were predicted, with intervals from a bootstrap over members."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score, brier_score_loss, f1_score, precision_score, recall_score

from classifier.taxonomy import JusticeCategory

# Draws of whole members; more change the ends of an interval by less than 0.01.
DRAWS = 500
# The usual ten; with fewer positives than that, bins would be empty.
BINS = 10


@dataclass(frozen=True)
class Scored:
    """Truth and prediction of the same rows; arrays of shape (rows, categories)."""

    members: NDArray[np.str_]
    labels: NDArray[np.bool_]
    found: NDArray[np.bool_]
    scores: NDArray[np.float64]

    def some(self, chosen: NDArray[np.int_] | NDArray[np.bool_]) -> "Scored":
        """The rows at these places."""
        return Scored(self.members[chosen], self.labels[chosen], self.found[chosen], self.scores[chosen])


def macro_f1(scored: Scored) -> float:
    """Mean F1 of the three categories."""
    return float(f1_score(scored.labels, scored.found, average="macro", zero_division=0))


def any_f1(scored: Scored) -> float:
    """F1 of "any justice"."""
    return float(f1_score(scored.labels.any(axis=1), scored.found.any(axis=1), zero_division=0))


def by_category(scored: Scored) -> dict[str, dict[str, float]]:
    """Precision, recall, F1, average precision, Brier score and counts of each category."""
    return {category.value: _figures(scored, k) for k, category in enumerate(JusticeCategory)}


def calibration_error(scored: Scored) -> float:
    """Expected calibration error over ten bins of equal width, mean of the categories.

    Guo et al., On Calibration of Modern Neural Networks, 2017.
    """
    errors = []
    for k in range(len(JusticeCategory)):
        bins = np.minimum((scored.scores[:, k] * BINS).astype(int), BINS - 1)
        gaps = [
            (bins == b).mean() * abs(scored.labels[bins == b, k].mean() - scored.scores[bins == b, k].mean())
            for b in np.unique(bins)
        ]
        errors.append(sum(gaps))
    return float(np.mean(errors))


def interval(scored: Scored, figure: Callable[[Scored], float], *, seed: int = 0) -> tuple[float, float]:
    """The 95% interval of a figure, members drawn with replacement (percentile bootstrap)."""
    values = np.sort([figure(scored.some(places)) for places in draws(scored.members, seed=seed)])
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


def slices(scored: Scored, keys: Sequence[str]) -> dict[str, dict[str, float]]:
    """Macro F1, rows and positives for each value of a key."""
    names = np.array(keys)
    return {
        str(name): {
            "macro_f1": round(macro_f1(scored.some(names == name)), 3),
            "rows": int((names == name).sum()),
            "positives": int(scored.labels[names == name].sum()),
        }
        for name in np.unique(names)
    }


def _figures(scored: Scored, k: int) -> dict[str, float]:
    truth, found, scores = scored.labels[:, k], scored.found[:, k], scored.scores[:, k]
    figures = {
        "precision": precision_score(truth, found, zero_division=0),
        "recall": recall_score(truth, found, zero_division=0),
        "f1": f1_score(truth, found, zero_division=0),
        "average_precision": average_precision_score(truth, scores) if truth.any() else 0.0,
        "brier": brier_score_loss(truth, scores),
    }
    rounded = {name: round(float(value), 3) for name, value in figures.items()}
    return rounded | {"true": int(truth.sum()), "predicted": int(found.sum())}
