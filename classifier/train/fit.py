"""Fit vectorizers, heads, calibration and thresholds; nothing tuned on what it is scored on."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import normalize

from classifier.predict.heads import Heads
from classifier.taxonomy import JusticeCategory
from classifier.train.material import FEWEST_ROWS, Material, prepare

__all__ = ["Fitted", "Material", "band", "fit", "folds", "prepare"]

# With fewer than some eight members in a fold, its thresholds are noise.
FOLDS = 6
# More words add nothing on held-back members and make the file large.
MOST_WORDS = 6_000
# Inverse regularisation of the heads (scikit-learn's C).
STRENGTH = 0.3
# Weight of an invented row beside a real one.
CORPUS_WEIGHT = 0.25
# Positives from which a category's threshold rests on real rows alone.
ENOUGH_REAL = 20
# Resamples whose thresholds are averaged.
RESAMPLES = 101
# Share of true positives that may lie below the band of doubt.
MISSED = 0.03
# Precision wanted above the band of doubt.
SURE = 0.95


@dataclass(frozen=True)
class Columns:
    """What some rows can teach: places of concept features and words, and how rare each word is."""

    concepts: NDArray[np.int_]
    words: NDArray[np.int_]
    rarity: NDArray[np.float64]

    def matrix(self, concepts: csr_matrix, words: csr_matrix) -> csr_matrix:
        """Concepts beside words weighed by TF-IDF, as `TfidfVectorizer(sublinear_tf=True)` would."""
        counts = words[:, self.words].copy()
        counts.data = 1 + np.log(counts.data)
        return hstack([concepts[:, self.concepts], normalize(counts @ diags(self.rarity))]).tocsr()


@dataclass(frozen=True)
class Fitted:
    """Fitted heads with the calibration and the band of each category."""

    columns: Columns
    heads: dict[str, LogisticRegression]
    calibrators: dict[str, LogisticRegression]
    bands: dict[str, dict[str, float]]

    def scores(self, material: Material) -> NDArray[np.float64]:
        """Calibrated probabilities of shape (rows, categories)."""
        matrix = self.columns.matrix(material.concepts, material.words)
        return Heads({}, self.heads, self.calibrators).scores(matrix)

    def predicted(self, scores: NDArray[np.float64], material: Material) -> NDArray[np.bool_]:
        """Scores at or above each category's threshold, where there are words to show for it."""
        return material.shown & (scores >= [self.bands[c.value]["threshold"] for c in JusticeCategory])

    def stored(self, material: Material) -> Heads:
        """The heads with vectorizers that read commitments as the columns did."""
        names = [material.names[i] for i in self.columns.concepts]
        words = TfidfVectorizer(
            vocabulary=[material.vocabulary[i] for i in self.columns.words], sublinear_tf=True
        )
        words.idf_ = self.columns.rarity
        vectorizers = {"concepts": DictVectorizer().fit([dict.fromkeys(names, 1.0)]), "words": words}
        return Heads(vectorizers, self.heads, self.calibrators)


def fit(material: Material) -> Fitted:
    """Fit on all rows; calibration and thresholds come from folds by member."""
    # The heads learn from all rows; only calibration and thresholds need rows they never saw.
    columns, heads = _fit_heads(material)
    margins = out_of_fold_margins(material)
    calibrators = {}
    bands = {}
    for k, category in enumerate(JusticeCategory):
        chosen = _measured_on(material, k)
        labels, held = material.labels[chosen, k], margins[chosen, k]
        # Platt scaling is a logistic regression on the margin, hardly regularised.
        calibrator = LogisticRegression(C=1e3).fit(held[:, None], labels)
        calibrators[category.value] = calibrator
        scores = calibrator.predict_proba(held[:, None])[:, 1]
        bands[category.value] = band(labels, scores, material.shown_supported[chosen, k])
    return Fitted(columns, heads, calibrators, bands)


def out_of_fold_margins(material: Material) -> NDArray[np.float64]:
    """Each row's margins by heads that never saw its member; shape (rows, categories)."""
    margins = np.zeros((len(material.rows), len(JusticeCategory)))
    for learn, held in folds(material):
        columns, heads = _fit_heads(material.some(learn))
        matrix = columns.matrix(material.supported[held], material.words[held])
        margins[held] = Heads({}, heads).margins(matrix)
    return margins


def folds(material: Material) -> Iterator[tuple[NDArray[np.int_], NDArray[np.int_]]]:
    """Places to learn from and places held out, no member on both sides."""
    members = material.members
    count = min(FOLDS, len(set(members)))
    yield from GroupKFold(count).split(members, groups=members)


def band(
    labels: NDArray[np.bool_], scores: NDArray[np.float64], shown: NDArray[np.bool_] | None = None
) -> dict[str, float]:
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
    sure = [cut for cut in cuts if labels[given >= cut].mean() >= SURE]
    return {
        "low": min(low, threshold),
        "threshold": threshold,
        "high": float(sure[0]) if sure else max(1.0, threshold),
    }


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


def _fit_heads(material: Material) -> tuple[Columns, dict[str, LogisticRegression]]:
    columns = _columns(material)
    matrix = columns.matrix(material.supported, material.words)
    weights = np.where(material.real, 1.0, CORPUS_WEIGHT)
    heads = {
        category.value: LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0, max_iter=1000).fit(
            matrix, material.labels[:, k], sample_weight=weights
        )
        for k, category in enumerate(JusticeCategory)
    }
    return columns, heads


def _columns(material: Material) -> Columns:
    """Concept features that occur, and the commonest of the words that several rows use."""
    rows_with = material.words.getnnz(axis=0)
    words = np.flatnonzero(rows_with >= FEWEST_ROWS)
    if len(words) > MOST_WORDS:
        total = np.asarray(material.words.sum(axis=0)).ravel()
        words = np.sort(words[np.argsort(-total[words], kind="stable")[:MOST_WORDS]])
    # scikit-learn's smoothed inverse document frequency.
    rarity = np.log((1 + len(material.rows)) / (1 + rows_with[words])) + 1
    return Columns(np.flatnonzero(material.supported.getnnz(axis=0)), words, rarity)


def _measured_on(material: Material, k: int) -> NDArray[np.int_]:
    """Real rows where they hold enough of a category, since their shares are the world's."""
    real = np.flatnonzero(material.real)
    return real if material.labels[real, k].sum() >= ENOUGH_REAL else np.arange(len(material.rows))
