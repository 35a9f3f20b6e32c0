"""Three binary linear heads over one feature matrix, calibrated by Platt's method."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from classifier.predict.features import Features, concept_features, operative_text, spoken_for
from classifier.predict.signals import Reading
from classifier.taxonomy import JusticeCategory


@dataclass(frozen=True)
class Heads:
    """Fitted vectorizers and heads; everything scikit-learn, so that skops can keep it.

    `vectorizers` holds "concepts" (a DictVectorizer), "words" and "characters" (TfidfVectorizers);
    `heads` and `calibrators` one logistic regression for each category.
    """

    vectorizers: Mapping[str, Any]
    heads: Mapping[str, Any]
    calibrators: Mapping[str, Any] = field(default_factory=dict)

    def margins(self, matrix: csr_matrix) -> NDArray[np.float64]:
        """Signed distances of shape (commitments, categories)."""
        return np.column_stack([self.heads[c.value].decision_function(matrix) for c in JusticeCategory])

    def scores(self, matrix: csr_matrix) -> NDArray[np.float64]:
        """Calibrated probabilities of shape (commitments, categories)."""
        margins = self.margins(matrix)
        return np.column_stack(
            [
                self.calibrators[c.value].predict_proba(margins[:, [k]])[:, 1]
                for k, c in enumerate(JusticeCategory)
            ]
        )


def evident(concepts: Sequence[Features]) -> NDArray[np.bool_]:
    """Where there are words to show for a category; shape (commitments, categories).

    Without any, a high score sends a commitment to review and never labels it.
    """
    return np.array([[spoken_for(c) in found for c in JusticeCategory] for found in concepts])


def feature_parts(readings: Sequence[Reading]) -> tuple[list[Features], list[str]]:
    """Concept features and operative text of each reading."""
    return [concept_features(reading) for reading in readings], [operative_text(r) for r in readings]


def transform(vectorizers: Mapping[str, Any], concepts: list[Features], texts: list[str]) -> csr_matrix:
    """One row for each commitment, the vectorizers' columns side by side."""
    # Sparse columns side by side; a word and a concept may say the same, and the penalty shares it.
    columns = [vectorizers["concepts"].transform(concepts)]
    columns += [vectorizers[name].transform(texts) for name in ("words", "characters") if name in vectorizers]
    return hstack(columns).tocsr()


def unknown_words(vectorizers: Mapping[str, Any], texts: Sequence[str]) -> list[float]:
    """The share of each text's different words that the model never learned from; 0 without words."""
    if "words" not in vectorizers:
        return [0.0] * len(texts)
    known, analyse = vectorizers["words"].vocabulary_, vectorizers["words"].build_analyzer()
    found = (set(analyse(text)) for text in texts)
    return [sum(word not in known for word in words) / max(1, len(words)) for words in found]
