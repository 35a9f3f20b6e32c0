"""From scores to labels, doubt and acceptance: one reading of the bands for all who use them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from classifier.predict.features import Features, spoken_for, strongly_spoken_for
from classifier.taxonomy import JusticeCategory


@dataclass(frozen=True, slots=True)
class Band:
    """One category's threshold, and the scores between which a person should look."""

    low: float
    threshold: float
    high: float


@dataclass(frozen=True, slots=True)
class Signals:
    """Where rules speak for a category, any rule or a strong one; shape (commitments, categories)."""

    shown: NDArray[np.bool_]
    strong: NDArray[np.bool_]

    def some(self, chosen: NDArray[np.int_]) -> "Signals":
        """Those of the commitments at these places."""
        return Signals(self.shown[chosen], self.strong[chosen])


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows from scores and rules.

    `found` and `doubtful` have the shape (commitments, categories); `agreed` says of each
    commitment whether nothing is in doubt and the rules alone say just what the heads say.
    """

    found: NDArray[np.bool_]
    doubtful: NDArray[np.bool_]
    agreed: NDArray[np.bool_]


def signals(concepts: Sequence[Features]) -> Signals:
    """Where rules speak, by the concept features of each commitment."""
    return Signals(_flags(concepts, spoken_for), _flags(concepts, strongly_spoken_for))


def judge(scores: NDArray[np.float64], spoken: Signals, bands: Mapping[JusticeCategory, Band]) -> Verdict:
    """Labels, doubt and agreement.

    A high score without any words to show for it sends a commitment to review and never labels it.
    """
    low, threshold, high = (
        np.array([getattr(bands[c], end) for c in JusticeCategory]) for end in ("low", "threshold", "high")
    )
    likely = scores >= threshold
    found = likely & spoken.shown
    doubtful = (likely & ~spoken.shown) | ((scores >= low) & (scores < high))
    agreed = (found == spoken.strong).all(axis=1) & ~doubtful.any(axis=1)
    return Verdict(found, doubtful, agreed)


def _flags(concepts: Sequence[Features], feature: Callable[[JusticeCategory], str]) -> NDArray[np.bool_]:
    return np.array([[feature(c) in found for c in JusticeCategory] for found in concepts])
