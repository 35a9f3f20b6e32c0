"""Labelled rows as matrices, read once for every fold that learns from them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import CountVectorizer

from classifier.predict.bands import Signals, signals
from classifier.predict.heads import feature_parts
from classifier.predict.lexicon import Known, load_lexicon
from classifier.predict.signals import Reading, read, read_without
from classifier.taxonomy import JusticeCategory
from classifier.train.rows import Row, Source

# Rows a word must stand in before anything is learned from it.
FEWEST_ROWS = 3

# A term as one language's lexicon holds it: language, concept, words.
Term = tuple[str, str, str]


@dataclass(frozen=True)
class Material:
    """Rows with their features; matrices have one line for each row.

    `concepts` are the features of the full lexicon. `supported` are those a member's rows have
    without the terms that no other member's text uses: a term only one member ever used may have
    been written down from that member's text, and would make the lexicon look surer than it is
    on members it never met. Heads learn from `supported`.
    """

    rows: tuple[Row, ...]
    concepts: csr_matrix
    supported: csr_matrix
    words: csr_matrix
    names: tuple[str, ...]
    vocabulary: tuple[str, ...]
    spoken: Signals
    spoken_supported: Signals
    languages: tuple[str, ...]

    @property
    def labels(self) -> NDArray[np.bool_]:
        """True where a row carries a category; shape (rows, categories)."""
        return np.array([[c in row.labels for c in JusticeCategory] for row in self.rows])

    @property
    def members(self) -> NDArray[np.str_]:
        """The member of each row."""
        return np.array([row.member for row in self.rows])

    @property
    def real(self) -> NDArray[np.bool_]:
        """True for real rows."""
        return np.array([row.source is Source.REAL for row in self.rows])

    def some(self, chosen: NDArray[np.int_]) -> "Material":
        """The rows at these places."""
        return Material(
            tuple(self.rows[i] for i in chosen),
            self.concepts[chosen],
            self.supported[chosen],
            self.words[chosen],
            self.names,
            self.vocabulary,
            self.spoken.some(chosen),
            self.spoken_supported.some(chosen),
            tuple(self.languages[i] for i in chosen),
        )

    def as_if_new(self) -> "Material":
        """The same rows, read as members would be whose texts nobody saw before the lexicon was written."""
        return Material(
            self.rows,
            self.supported,
            self.supported,
            self.words,
            self.names,
            self.vocabulary,
            self.spoken_supported,
            self.spoken_supported,
            self.languages,
        )


def prepare(rows: Sequence[Row]) -> Material:
    """Read every row once; real rows also without the terms only their member uses."""
    readings = [read(row.commitment) for row in rows]
    full, texts = feature_parts(readings)
    supported, _ = feature_parts(_supported_readings(rows, readings))
    names = DictVectorizer().fit([*full, *supported])
    counter = CountVectorizer(min_df=FEWEST_ROWS)
    return Material(
        tuple(rows),
        names.transform(full).tocsr(),
        names.transform(supported).tocsr(),
        counter.fit_transform(texts).astype(float).tocsr(),
        tuple(names.get_feature_names_out()),
        tuple(counter.get_feature_names_out()),
        signals(full),
        signals(supported),
        tuple(reading.language for reading in readings),
    )


def _supported_readings(rows: Sequence[Row], readings: Sequence[Reading]) -> list[Reading]:
    users: dict[Term, set[str]] = defaultdict(set)
    used = [_terms(reading) for reading in readings]
    for row, terms in zip(rows, used, strict=True):
        for term in terms:
            users[term].add(row.member)
    return [
        _without(reading, {term[1:] for term in terms if users[term] == {row.member}})
        if row.source is Source.REAL
        else reading
        for row, reading, terms in zip(rows, readings, used, strict=True)
    ]


def _terms(reading: Reading) -> set[Term]:
    """Every term in a commitment, hidden ones too: a shorter term may have no other user either."""
    found = map(load_lexicon(reading.language).terms, (sentence.text for sentence, _ in reading.sentences))
    return {(reading.language, concept, words) for terms in found for concept, words in terms}


def _without(reading: Reading, dropped: set[Known]) -> Reading:
    return read_without(reading, dropped) if dropped else reading
