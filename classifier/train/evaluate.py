"""Score a model on rows it never saw, and what the card says of it."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifier.predict import CategoryModel
from classifier.predict.lexicon import WORD, fold, guess_language
from classifier.taxonomy import JusticeCategory
from classifier.train.fit import Material, fit, folds
from classifier.train.rows import Row, Source
from classifier.train.scores import (
    Scored,
    any_f1,
    by_category,
    calibration_error,
    interval,
    macro_f1,
    slices,
)

# Quartiles of real commitments lie near 30, 60 and 160 words.
LENGTHS = ((25, "under 25 words"), (75, "25-74 words"), (200, "75-199 words"))
LONGEST = "200 words or more"
# As many as a person reads in one sitting.
WORST = 20


def score_model(model: CategoryModel, rows: Sequence[Row]) -> Scored:
    """A model's predictions on labelled rows."""
    predictions = model.predict([row.commitment for row in rows])
    return Scored(
        members=np.array([row.member for row in rows]),
        labels=_flags([row.labels for row in rows]),
        found=_flags([p.categories for p in predictions]),
        scores=np.array([list(map(p.scores.__getitem__, JusticeCategory)) for p in predictions]),
    )


def _flags(sets: Sequence[Collection[JusticeCategory]]) -> NDArray[np.bool_]:
    """True where a set holds a category; shape (sets, categories)."""
    return np.array([[category in some for category in JusticeCategory] for some in sets])


def score_by_member(
    material: Material, read_as: Material | None = None, *, only: Collection[str] = ()
) -> Scored:
    """Every real row predicted by a model that never saw its member, thresholds included.

    `read_as` holds the same rows as they are to be read when predicted; `only` the ids to hand back,
    if not all. Corpus rows are learned from in every fold and never scored.
    """
    seen = read_as or material
    scores = np.zeros(material.labels.shape)
    found = np.zeros(material.labels.shape, dtype=bool)
    for learn, held in folds(material):
        fitted = fit(material.some(learn))
        scores[held] = fitted.scores(seen.some(held))
        found[held] = fitted.predicted(scores[held], seen.some(held))
    real = np.flatnonzero(material.real) if material.real.any() else np.arange(len(material.rows))
    wanted = [i for i in real if not only or material.rows[i].id in only]
    return Scored(material.members, material.labels, found, scores).some(np.array(wanted, dtype=int))


def summary(scored: Scored) -> dict[str, Any]:
    """The figures a card shows: by category, macro and any-justice F1 with intervals."""
    return {
        "rows": len(scored.members),
        "members": len(set(scored.members)),
        "categories": by_category(scored),
        "macro_f1": round(macro_f1(scored), 3),
        "macro_f1_interval": [round(x, 3) for x in interval(scored, macro_f1)],
        "any_justice_f1": round(any_f1(scored), 3),
        "any_justice_f1_interval": [round(x, 3) for x in interval(scored, any_f1)],
        "expected_calibration_error": round(calibration_error(scored), 3),
    }


def breakdowns(scored: Scored, rows: Sequence[Row]) -> dict[str, dict[str, dict[str, float]]]:
    """Macro F1 by language, length and style."""
    return {
        "language": slices(scored, [row.language or guess_language(row.text) for row in rows]),
        "length": slices(scored, [_length(row) for row in rows]),
        "style": slices(scored, [row.style or "unknown" for row in rows]),
    }


def confusion(scored: Scored) -> dict[str, dict[str, int]]:
    """For each true category (or none), how often each category (or none) was found."""
    names = [c.short for c in JusticeCategory]
    truth, found = _with_none(scored.labels), _with_none(scored.found)
    table = truth.T.astype(int) @ found.astype(int)
    return {
        row: dict(zip([*names, "none"], map(int, line), strict=True))
        for row, line in zip([*names, "none"], table, strict=True)
    }


def worst_errors(scored: Scored, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The errors the model was surest of; rows are named by id only."""
    gaps = np.where(scored.labels != scored.found, np.abs(scored.labels - scored.scores), 0.0)
    places = np.argsort(-gaps, axis=None, kind="stable")[:WORST]
    return [
        {
            "id": rows[i].id,
            "category": list(JusticeCategory)[k].value,
            "labelled": bool(scored.labels[i, k]),
            "score": round(float(scored.scores[i, k]), 3),
        }
        for i, k in (divmod(int(place), len(JusticeCategory)) for place in places)
        if gaps[i, k] > 0
    ]


def unknown_words(learned: Sequence[Row], read: Sequence[Row]) -> float:
    """Share of the words of `read` that `learned` never uses: how far the two drift apart."""
    known = set(chain.from_iterable(map(_words, learned)))
    words = list(chain.from_iterable(map(_words, read)))
    return sum(word not in known for word in words) / max(1, len(words))


def suspects(material: Material, scored: Scored) -> list[Mapping[str, Any]]:
    """Corpus and real rows whose label a model that never saw them firmly contradicts."""
    far = np.abs(material.labels - scored.scores) > 0.9
    return [
        {"id": material.rows[i].id, "category": list(JusticeCategory)[k].value}
        for i, k in zip(*np.nonzero(far), strict=True)
    ]


def sources(rows: Sequence[Row]) -> dict[str, int]:
    """Rows by source."""
    return {source.value: sum(row.source is source for row in rows) for source in Source}


def _length(row: Row) -> str:
    count = len(row.text.split())
    return next((name for limit, name in LENGTHS if count < limit), LONGEST)


def _words(row: Row) -> list[str]:
    return [fold(word) for word in WORD.findall(f"{row.title} {row.text}")]


def _with_none(flags: Any) -> Any:
    return np.column_stack([flags, ~flags.any(axis=1)])
