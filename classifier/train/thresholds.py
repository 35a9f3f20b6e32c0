"""Where a category's label begins, and between which scores a person should look."""

import numpy as np
from numpy.typing import NDArray

from classifier.predict.bands import Band

# Resamples whose thresholds are averaged.
RESAMPLES = 101
# Share of true positives that may lie below the band of doubt.
MISSED = 0.03
# Precision wanted above the band of doubt; no fewer than 18 right labels can show it.
SURE = 0.95


def band(
    labels: NDArray[np.bool_], scores: NDArray[np.float64], shown: NDArray[np.bool_] | None = None
) -> Band:
    """The threshold of the best F1, and the scores between which a person should look.

    `shown` says where a label could be given at all. The best threshold of one sample follows its
    accidents: the median over resamples is taken halfway to half the best F1, where theory puts it
    for calibrated scores (Lipton, Elkan, Naryanaswamy, Optimal Thresholding of Classifiers to
    Maximize F1, 2014).
    """
    given = scores if shown is None else np.where(shown, scores, 0.0)
    rng = np.random.default_rng(0)
    places = (rng.integers(0, len(labels), len(labels)) for _ in range(RESAMPLES))
    seen, best = np.median([_best_threshold(labels[some], given[some]) for some in places], axis=0)
    threshold = float((seen + best / 2) / 2)
    positives = np.sort(scores[labels])
    low = float(positives[int(MISSED * len(positives))]) if len(positives) else threshold
    cuts = np.unique(given[given >= threshold])
    sure = [cut for cut in cuts if _succession(labels[given >= cut]) >= SURE]
    return Band(min(low, threshold), threshold, float(sure[0]) if sure else max(1.0, threshold))


def _succession(labels: NDArray[np.bool_]) -> float:
    """Laplace's rule of succession: how likely the next one is right. A few right ones prove little."""
    return float((labels.sum() + 1) / (len(labels) + 2))


def _best_threshold(labels: NDArray[np.bool_], scores: NDArray[np.float64]) -> tuple[float, float]:
    """Halfway between the last score taken and the first left out where F1 is highest, and that F1."""
    order = np.argsort(-scores, kind="stable")
    ranked = scores[order]
    f1 = 2 * np.cumsum(labels[order]) / (np.arange(1, len(labels) + 1) + labels.sum())
    # Equal scores are taken together or not at all.
    ends = np.flatnonzero(np.append(ranked[1:] < ranked[:-1], True))
    best = int(ends[np.argmax(f1[ends])])
    after = ranked[best + 1] if best + 1 < len(ranked) else 0.0
    return float((ranked[best] + after) / 2), float(f1[best])
