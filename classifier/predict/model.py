"""The model as the other verbs use it: commitments in, predictions out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifier.judgements import Prediction
from classifier.plans import Commitment
from classifier.predict import bundle
from classifier.predict.bands import Band, judge, signals
from classifier.predict.evidence import (
    background_evidence,
    evidence,
    groups,
    means,
    people_centred,
    promised,
    rules_and_subthemes,
)
from classifier.predict.heads import Heads, feature_parts, transform, unknown_words
from classifier.predict.lexicon import languages
from classifier.predict.signals import Reading, read
from classifier.taxonomy import JusticeCategory, PeopleCentred

# Commitments vectorized at a time, so that memory stays flat.
BATCH = 256


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
        verdict = judge(scores, signals(concepts), self._bands)
        unknown = unknown_words(self._heads.vectorizers, texts)
        said = zip(verdict.found, verdict.doubtful, verdict.agreed, strict=True)
        rows = zip(commitments, readings, scores, said, unknown, strict=True)
        return [
            replace(
                self._one(commitment, reading, _those(found), _those(doubtful)),
                scores=dict(zip(JusticeCategory, map(float, row), strict=True)),
                auto_accepted=bool(agreed) and not self._warnings(commitment, reading),
                unknown_words=round(share, 3),
            )
            for commitment, reading, row, (found, doubtful, agreed), share in rows
        ]

    def _one(
        self,
        commitment: Commitment,
        reading: Reading,
        categories: frozenset[JusticeCategory],
        doubtful: frozenset[JusticeCategory],
    ) -> Prediction:
        """All but the figures."""
        shown = [c for c in JusticeCategory if c in categories | doubtful]
        concepts = promised(reading)
        flag, indicators = people_centred(concepts) if categories else (PeopleCentred.UNCLEAR, ())
        rules, subthemes = rules_and_subthemes(reading, categories or doubtful)
        return Prediction(
            commitment_id=commitment.id,
            model_id=self.id,
            scores={},
            categories=categories,
            doubtful=doubtful,
            evidence=evidence(reading, commitment, shown),
            rules=rules,
            subthemes=subthemes,
            people_centred=flag,
            indicators=indicators,
            groups=groups(concepts),
            means=means(concepts) if categories else frozenset(),
            # A language the model hardly knows is never accepted unread.
            warnings=self._warnings(commitment, reading),
            background=background_evidence(reading, commitment),
        )

    def _warnings(self, commitment: Commitment, reading: Reading) -> tuple[str, ...]:
        """Named where the text's language is one the model has seen too little of."""
        language = commitment.language or reading.language
        if language in languages() and language in self._covered:
            return ()
        return (f"The model has seen little text in this language ({language}); read it yourself.",)


def _those(flags: NDArray[np.bool_]) -> frozenset[JusticeCategory]:
    """The categories whose flag is set."""
    return frozenset(c for c, flag in zip(JusticeCategory, flags, strict=True) if flag)


def load_model(name: str | Path | None = None, *, models: Path = bundle.MODELS) -> CategoryModel:
    """The model in use, or the one of this id or folder.

    Raises `ModelError` for a model that is missing or of another version, `UntrustedModel` for
    a file that its card does not vouch for; nothing is executed either way.
    """
    folder = Path(name) if name and Path(name).is_dir() else models / str(name or bundle.current(models))
    return CategoryModel(*bundle.load(folder))
