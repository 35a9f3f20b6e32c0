"""Three binary heads over one feature matrix, calibrated by Platt's method."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from classifier.predict.features import Features, concept_features, operative_text
from classifier.predict.signals import Reading
from classifier.taxonomy import JusticeCategory

# Added to shares of trees before their logarithm: where all agree, the odds stay finite.
FLOOR = 0.005


@dataclass(frozen=True)
class Heads:
    """Fitted vectorizers and heads; everything scikit-learn, so that skops can keep it.

    `vectorizers` holds "concepts" (a DictVectorizer) and "words" (a TfidfVectorizer); `lines`,
    `calibrators` and `trees` one estimator for each category. Trees see the first columns, the
    concepts; a model may have none.
    """

    vectorizers: Mapping[str, Any]
    lines: Mapping[str, Any]
    calibrators: Mapping[str, Any] = field(default_factory=dict)
    trees: Mapping[str, Any] = field(default_factory=dict)

    def margins(self, matrix: csr_matrix) -> NDArray[np.float64]:
        """How strongly lines and trees together speak; shape (commitments, categories).

        The line's signed distance and the logarithm of the trees' odds are on one scale, log odds,
        and are added.
        """
        margins = np.column_stack([self.lines[c.value].decision_function(matrix) for c in JusticeCategory])
        if not self.trees:
            return margins
        seen = dense(matrix, next(iter(self.trees.values())).n_features_in_)
        shares = np.column_stack([self.trees[c.value].predict_proba(seen)[:, 1] for c in JusticeCategory])
        return margins + np.log((shares + FLOOR) / (1 - shares + FLOOR))

    def calibrated(self, margins: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probabilities that margins stand for; shape (commitments, categories)."""
        return np.column_stack(
            [
                self.calibrators[c.value].predict_proba(margins[:, [k]])[:, 1]
                for k, c in enumerate(JusticeCategory)
            ]
        )

    def scores(self, matrix: csr_matrix) -> NDArray[np.float64]:
        """Calibrated probabilities of shape (commitments, categories)."""
        return self.calibrated(self.margins(matrix))


def dense(matrix: csr_matrix, columns: int) -> NDArray[np.float32]:
    """The first columns as trees want them."""
    found: NDArray[np.float32] = matrix[:, :columns].toarray().astype(np.float32)
    return found


def feature_parts(readings: Sequence[Reading]) -> tuple[list[Features], list[str]]:
    """Concept features and operative text of each reading."""
    return [concept_features(reading) for reading in readings], [operative_text(r) for r in readings]


def transform(vectorizers: Mapping[str, Any], concepts: list[Features], texts: list[str]) -> csr_matrix:
    """One row for each commitment, the vectorizers' columns side by side."""
    # Sparse columns side by side; a word and a concept may say the same, and the penalty shares it.
    return hstack(
        [vectorizers["concepts"].transform(concepts), vectorizers["words"].transform(texts)]
    ).tocsr()


def unknown_words(vectorizers: Mapping[str, Any], texts: Sequence[str]) -> list[float]:
    """The share of each text's different words that the model never learned from."""
    known, analyse = vectorizers["words"].vocabulary_, vectorizers["words"].build_analyzer()
    found = (set(analyse(text)) for text in texts)
    return [sum(word not in known for word in words) / max(1, len(words)) for words in found]
