"""Score a model on rows it never saw."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from classifier.cues import field_spans
from classifier.predict import CategoryModel
from classifier.predict.lexicon import WORD, fold, guess_language
from classifier.taxonomy import JusticeCategory
from classifier.train.fit import Nested
from classifier.train.material import Material
from classifier.train.rows import Row, Source
from classifier.train.scores import Scored

# Quartiles of real commitments lie near 30, 60 and 160 words.
LENGTHS = ((25, "under 25 words"), (75, "25-74 words"), (200, "75-199 words"))
LONGEST = "200 words or more"
# Justice commitments a language needs among the rows before the model speaks for it.
ENOUGH_POSITIVES = 15


def score_model(model: CategoryModel, rows: Sequence[Row]) -> Scored:
    """A model's predictions on labelled rows."""
    predictions = model.predict([row.commitment for row in rows])
    return Scored(
        members=np.array([row.member for row in rows]),
        labels=_flags([row.labels for row in rows]),
        found=_flags([p.categories for p in predictions]),
        scores=np.array([list(map(p.scores.__getitem__, JusticeCategory)) for p in predictions]),
        accepted=np.array([p.auto_accepted for p in predictions]),
        spoken=tuple(tuple(dict.fromkeys(e.concept for e in p.evidence)) for p in predictions),
    )


def score_by_member(material: Material, nested: Nested) -> Scored:
    """Every row predicted by a model that never saw its member, thresholds included.

    `material` holds the rows that `nested` was fitted on, read as they are to be read.
    """
    scores = np.zeros(material.labels.shape)
    found = np.zeros(material.labels.shape, dtype=bool)
    accepted = np.zeros(len(material.rows), dtype=bool)
    for held, fitted in nested.parts:
        some = material.some(held)
        scores[held] = fitted.scores(some)
        verdict = fitted.judged(scores[held], some)
        found[held], accepted[held] = verdict.found, verdict.agreed
    known = np.isin(material.languages, covered(material.rows))
    rules = spoken_rules(material)
    return Scored(material.members, material.labels, found, scores, accepted & known, rules)


def of_interest(material: Material, only: Collection[str] = ()) -> NDArray[np.int_]:
    """Places of the real rows, or of those of them with these ids; of all rows where none is real."""
    real = np.flatnonzero(material.real) if material.real.any() else np.arange(len(material.rows))
    return np.array([i for i in real if not only or material.rows[i].id in only], dtype=int)


def row_keys(rows: Sequence[Row], languages: Sequence[str] = ()) -> dict[str, list[str]]:
    """What the figures are broken down by: each row's language, length and template."""
    return {
        "language": list(languages) or [language_of(row) for row in rows],
        "length": [_length(row) for row in rows],
        "template": [_template(row) for row in rows],
    }


def covered(rows: Sequence[Row]) -> list[str]:
    """Languages with enough justice commitments among the rows."""
    return sorted(code for code, count in _positives(rows).items() if count >= ENOUGH_POSITIVES)


def too_little(rows: Sequence[Row]) -> dict[str, int]:
    """Languages with too few justice commitments among the rows to speak for, and how many they have."""
    return {code: count for code, count in sorted(_positives(rows).items()) if count < ENOUGH_POSITIVES}


@lru_cache(maxsize=20_000)
def language_of(row: Row) -> str:
    """The language a row names, or else seems to be in."""
    return row.language or guess_language(row.text)


def unknown_words(learned: Sequence[Row], read: Sequence[Row]) -> float:
    """Share of the words of `read` that `learned` never uses: how far the two drift apart."""
    known = set(chain.from_iterable(map(_words, learned)))
    words = list(chain.from_iterable(map(_words, read)))
    return sum(word not in known for word in words) / max(1, len(words))


def drift(learned: Sequence[Row], others: Mapping[str, Sequence[Row]]) -> dict[str, dict[str, float]]:
    """The share of unknown words in other rows, by language, beside rows in all languages learned from."""
    found: dict[str, dict[str, float]] = {}
    for name, rows in others.items():
        codes = sorted(set(map(language_of, rows)))
        parts = {code: [row for row in rows if language_of(row) == code] for code in codes}
        shares = {code: round(unknown_words(learned, some), 3) for code, some in parts.items()}
        if rows:
            found[name] = {"all": round(unknown_words(learned, rows), 3)} | shares
    return found


def sources(rows: Sequence[Row]) -> dict[str, int]:
    """Rows by source."""
    return {source.value: sum(row.source is source for row in rows) for source in Source}


def spoken_rules(material: Material) -> tuple[tuple[str, ...], ...]:
    """The rules that fired in each row outside its background, by name."""
    names = {i: name.removeprefix("rule ") for i, name in enumerate(material.names) if _is_rule(name)}
    rows = material.concepts
    return tuple(
        tuple(names[i] for i in sorted(rows.indices[start:end]) if i in names)
        for start, end in zip(rows.indptr, rows.indptr[1:], strict=False)
    )


def _is_rule(name: str) -> bool:
    """Whether a feature says that a rule fired, wherever: those of one part name it last."""
    return name.startswith("rule ") and name.count(" ") == 1


def _flags(sets: Sequence[Collection[JusticeCategory]]) -> NDArray[np.bool_]:
    """True where a set holds a category; shape (sets, categories)."""
    return np.array([[category in some for category in JusticeCategory] for some in sets])


def _positives(rows: Sequence[Row]) -> dict[str, int]:
    """Justice commitments by language, none among them where a language has only others."""
    counts = dict.fromkeys(map(language_of, rows), 0)
    for row in rows:
        counts[language_of(row)] += bool(row.labels)
    return counts


def _length(row: Row) -> str:
    count = len(row.text.split())
    return next((name for limit, name in LENGTHS if count < limit), LONGEST)


def _template(row: Row) -> str:
    """The corpus knows its rows' style; of real ones only field labels tell."""
    return row.style or ("labelled fields" if field_spans(row.text) else "free text")


def _words(row: Row) -> list[str]:
    return [fold(word) for word in WORD.findall(f"{row.title} {row.text}")]
