"""The model as the other verbs use it: commitments in, predictions out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifier.judgements import Prediction
from classifier.plans import Commitment
from classifier.predict import bundle
from classifier.predict.evidence import (
    background_evidence,
    evidence,
    groups,
    means,
    people_centred,
    promised,
    rules_and_subthemes,
    strong_signals,
)
from classifier.predict.heads import Heads, evident, feature_parts, transform, unknown_words
from classifier.predict.lexicon import languages
from classifier.predict.signals import Reading, read
from classifier.taxonomy import JusticeCategory, PeopleCentred

# Commitments vectorized at a time, so that memory stays flat.
BATCH = 256


@dataclass(frozen=True, slots=True)
class Band:
    """One category's threshold, and the scores between which a person should look."""

    low: float
    threshold: float
    high: float


class CategoryModel:
    """A fitted model with its card."""

    def __init__(self, heads: Heads, card: Mapping[str, Any]) -> None:
        self.card = card
        self.id: str = card["id"]
        self._heads = heads
        self._bands = {JusticeCategory(c): Band(**band) for c, band in card["bands"].items()}
        self._covered = frozenset(card["languages_covered"])

    def predict(self, commitments: Iterable[Commitment]) -> list[Prediction]:
        """One prediction for each commitment, in their order."""
        todo = iter(commitments)
        found: list[Prediction] = []
        while batch := list(islice(todo, BATCH)):
            found += self._predict(batch)
        return found

    def _predict(self, commitments: Sequence[Commitment]) -> list[Prediction]:
        readings = [read(commitment) for commitment in commitments]
        concepts, texts = feature_parts(readings)
        scores = self._heads.scores(transform(self._heads.vectorizers, concepts, texts))
        unknown = unknown_words(self._heads.vectorizers, texts)
        rows = zip(commitments, readings, scores, evident(concepts), unknown, strict=True)
        return [
            replace(self._one(commitment, reading, *_by_category(row, shown)), unknown_words=round(share, 3))
            for commitment, reading, row, shown, share in rows
        ]

    def _one(
        self,
        commitment: Commitment,
        reading: Reading,
        scores: dict[JusticeCategory, float],
        evident: frozenset[JusticeCategory],
    ) -> Prediction:
        likely = frozenset(c for c, score in scores.items() if score >= self._bands[c].threshold)
        categories = likely & evident
        doubtful = (likely - evident) | {c for c, score in scores.items() if self._in_band(c, score)}
        shown = [c for c in JusticeCategory if c in categories | doubtful]
        concepts = promised(reading)
        flag, indicators = people_centred(concepts) if categories else (PeopleCentred.UNCLEAR, ())
        rules, subthemes = rules_and_subthemes(reading, categories or doubtful)
        # A language the model hardly knows is never accepted unread.
        warnings = self._warnings(commitment, reading)
        return Prediction(
            commitment_id=commitment.id,
            model_id=self.id,
            scores=scores,
            categories=categories,
            doubtful=doubtful,
            auto_accepted=not doubtful and not warnings and self._agree(reading, categories),
            evidence=evidence(reading, commitment, shown),
            rules=rules,
            subthemes=subthemes,
            people_centred=flag,
            indicators=indicators,
            groups=groups(concepts),
            means=means(concepts) if categories else frozenset(),
            warnings=warnings,
            background=background_evidence(reading, commitment),
        )

    def _in_band(self, category: JusticeCategory, score: float) -> bool:
        return self._bands[category].low <= score < self._bands[category].high

    def _agree(self, reading: Reading, categories: frozenset[JusticeCategory]) -> bool:
        """Whether the rules alone say just what the heads say."""
        return categories == {c for c in JusticeCategory if strong_signals(reading, c)}

    def _warnings(self, commitment: Commitment, reading: Reading) -> tuple[str, ...]:
        """Named where the text's language is one the model has seen too little of."""
        language = commitment.language or reading.language
        if language in languages() and language in self._covered:
            return ()
        return (f"The model has seen little text in this language ({language}); read it yourself.",)


def _by_category(
    scores: NDArray[np.float64], shown: NDArray[np.bool_]
) -> tuple[dict[JusticeCategory, float], frozenset[JusticeCategory]]:
    """One commitment's row of scores, and the categories there are words to show for."""
    found = {c: float(score) for c, score in zip(JusticeCategory, scores, strict=True)}
    return found, frozenset(c for c, flag in zip(JusticeCategory, shown, strict=True) if flag)


def load_model(name: str | Path | None = None, *, models: Path = bundle.MODELS) -> CategoryModel:
    """The model in use, or the one of this id or folder.

    Raises `ModelError` for a model that is missing or of another version, `UntrustedModel` for
    a file that its card does not vouch for; nothing is executed either way.
    """
    folder = Path(name) if name and Path(name).is_dir() else models / str(name or bundle.current(models))
    return CategoryModel(*bundle.load(folder))
