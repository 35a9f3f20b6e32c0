"""Fit vectorizers, heads, calibration and thresholds; nothing tuned on what it is scored on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import normalize

from classifier.errors import CorpusError
from classifier.predict.bands import Band, Signals, Verdict, judge
from classifier.predict.heads import Heads, dense
from classifier.taxonomy import JusticeCategory
from classifier.train.material import FEWEST_ROWS, Material
from classifier.train.thresholds import band

# With fewer than some eight members in a fold, its thresholds are noise; each more costs a model.
FOLDS = 5
# More words add nothing on held-back members and make the file large.
MOST_WORDS = 6_000
# Positives from which a category's threshold rests on real rows alone.
ENOUGH_REAL = 20
# Trees that share the work; the machine the project is measured on has two cores.
JOBS = 2


@dataclass(frozen=True)
class Settings:
    """What may be chosen about a fit; the ablation in the card varies these.

    `strength` is the lines' inverse regularisation (scikit-learn's C), `corpus_weight` that of an
    invented row beside a real one, `share` that of the features a tree tries at a split; `left_out`
    names kinds of feature ("rule", "concept") by how their names begin.
    """

    strength: float = 0.3
    corpus_weight: float = 0.5
    words: bool = True
    trees: int = 30
    share: float = 0.2
    leaf: int = 2
    left_out: tuple[str, ...] = ()
    gate: bool = True


@dataclass(frozen=True)
class Columns:
    """What some rows can teach: places of concept features and words, and how rare each word is."""

    concepts: NDArray[np.int_]
    words: NDArray[np.int_]
    rarity: NDArray[np.float64]

    def matrix(self, concepts: csr_matrix, words: csr_matrix) -> csr_matrix:
        """Concepts beside words weighed by TF-IDF, as `TfidfVectorizer(sublinear_tf=True)` would."""
        if not len(self.words):
            return concepts[:, self.concepts]
        counts = words[:, self.words].copy()
        counts.data = 1 + np.log(counts.data)
        return hstack([concepts[:, self.concepts], normalize(counts @ diags(self.rarity))]).tocsr()


@dataclass(frozen=True)
class Learned:
    """Heads fitted on some rows, not yet calibrated."""

    columns: Columns
    lines: dict[str, LogisticRegression]
    trees: dict[str, ExtraTreesClassifier]

    def margins(self, concepts: csr_matrix, words: csr_matrix) -> NDArray[np.float64]:
        """How strongly the heads speak for each category; shape (rows, categories)."""
        return Heads({}, self.lines, {}, self.trees).margins(self.columns.matrix(concepts, words))


@dataclass(frozen=True)
class Fitted:
    """Fitted heads with the calibration and the band of each category."""

    learned: Learned
    calibrators: dict[str, LogisticRegression]
    bands: Mapping[JusticeCategory, Band]
    settings: Settings = Settings()

    def scores(self, material: Material) -> NDArray[np.float64]:
        """Calibrated probabilities of shape (rows, categories)."""
        margins = self.learned.margins(material.concepts, material.words)
        return Heads({}, {}, self.calibrators).calibrated(margins)

    def judged(self, scores: NDArray[np.float64], material: Material) -> Verdict:
        """What the program would say of rows with these scores."""
        return judge(scores, _gated(material.spoken, self.settings), self.bands)

    def stored(self, material: Material) -> Heads:
        """The heads with vectorizers that read commitments as the columns did."""
        columns = self.learned.columns
        names = [material.names[i] for i in columns.concepts]
        words = TfidfVectorizer(vocabulary=[material.vocabulary[i] for i in columns.words], sublinear_tf=True)
        words.idf_ = columns.rarity
        vectorizers = {"concepts": DictVectorizer().fit([dict.fromkeys(names, 1.0)]), "words": words}
        return Heads(vectorizers, self.learned.lines, self.calibrators, self.learned.trees)


@dataclass(frozen=True)
class Nested:
    """Models that never saw one fold of members each, and the margins they give to it.

    `parts` holds the fold's places and the model fitted, calibrated and tuned without it; `margins`
    every row's, by the model that never saw its member.
    """

    parts: tuple[tuple[NDArray[np.int_], Fitted], ...]
    margins: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, len(JusticeCategory))))


def fit(material: Material, settings: Settings | None = None, nested: Nested | None = None) -> Fitted:
    """Fit on all rows; calibration and thresholds come from folds by member."""
    chosen = settings or Settings()
    margins = nested.margins if nested else out_of_fold_margins(material, chosen)
    # The heads learn from all rows; only calibration and thresholds need rows they never saw.
    return _tuned(learn(material, chosen), material, margins, chosen)


def out_of_fold_margins(material: Material, settings: Settings) -> NDArray[np.float64]:
    """Each row's margins by heads that never saw its member; shape (rows, categories)."""
    margins = np.zeros((len(material.rows), len(JusticeCategory)))
    for places, held in folds(material):
        margins[held] = _margins(learn(material.some(places), settings), material, held)
    return margins


def fit_nested(material: Material, settings: Settings | None = None) -> Nested:
    """A model without each fold, tuned on margins of folds that neither it nor they have seen.

    Heads without two folds give margins to both, so five folds take ten and five fits, not
    twenty and five. Raises `CorpusError` with fewer than three members.
    """
    chosen = settings or Settings()
    held = [out for _, out in folds(material)]
    if len(held) < 3:
        raise CorpusError("Scoring by member needs rows of three members or more; give more with --gold.")
    everyone = np.arange(len(material.rows))
    inner = np.zeros((len(held), len(material.rows), len(JusticeCategory)))
    for one, other in combinations(range(len(held)), 2):
        rest = np.setdiff1d(everyone, np.concatenate([held[one], held[other]]))
        heads = learn(material.some(rest), chosen)
        inner[one][held[other]] = _margins(heads, material, held[other])
        inner[other][held[one]] = _margins(heads, material, held[one])
    margins = np.zeros(inner.shape[1:])
    parts = []
    for out, seen in zip(held, inner, strict=True):
        rest = np.setdiff1d(everyone, out)
        heads = learn(material.some(rest), chosen)
        margins[out] = _margins(heads, material, out)
        parts.append((out, _tuned(heads, material.some(rest), seen[rest], chosen)))
    return Nested(tuple(parts), margins)


def folds(material: Material) -> Iterator[tuple[NDArray[np.int_], NDArray[np.int_]]]:
    """Places to learn from and places held out, no member on both sides."""
    members = material.members
    count = min(FOLDS, len(set(members)))
    yield from GroupKFold(count).split(members, groups=members)


def learn(material: Material, settings: Settings) -> Learned:
    """A line and trees for each category.

    The lines weigh rules, concepts and words one by one and reach terms few rows use; the trees
    (Geurts, Ernst, Wehenkel, Extremely Randomized Trees, 2006) see which stand together.
    """
    columns = _columns(material, settings)
    matrix = columns.matrix(material.supported, material.words)
    seen = dense(matrix, len(columns.concepts))
    weights = np.where(material.real, 1.0, settings.corpus_weight)
    labels = {c.value: material.labels[:, k] for k, c in enumerate(JusticeCategory)}
    lines = {
        name: LogisticRegression(C=settings.strength, solver="liblinear", random_state=0, max_iter=1000).fit(
            matrix, truth, sample_weight=weights
        )
        for name, truth in labels.items()
    }
    trees = {name: _grown(seen, truth, weights, settings) for name, truth in labels.items() if settings.trees}
    return Learned(columns, lines, trees)


def _grown(
    seen: NDArray[np.float32], truth: NDArray[np.bool_], weights: NDArray[np.float64], settings: Settings
) -> ExtraTreesClassifier:
    trees = ExtraTreesClassifier(
        settings.trees,
        min_samples_leaf=settings.leaf,
        max_features=settings.share,
        random_state=0,
        n_jobs=JOBS,
    ).fit(seen, truth, sample_weight=weights)
    # Grown side by side, asked one after another: a thread for a commitment costs more than it saves.
    return trees.set_params(n_jobs=None)


def _columns(material: Material, settings: Settings) -> Columns:
    """The features and the commonest words that several rows have."""
    common = np.flatnonzero(material.supported.getnnz(axis=0) >= FEWEST_ROWS)
    concepts = np.array([i for i in common if not material.names[i].startswith(settings.left_out)], dtype=int)
    rows_with = material.words.getnnz(axis=0)
    words = np.flatnonzero(rows_with >= FEWEST_ROWS) if settings.words else np.array([], dtype=int)
    if len(words) > MOST_WORDS:
        total = np.asarray(material.words.sum(axis=0)).ravel()
        words = np.sort(words[np.argsort(-total[words], kind="stable")[:MOST_WORDS]])
    # scikit-learn's smoothed inverse document frequency.
    rarity = np.log((1 + len(material.rows)) / (1 + rows_with[words])) + 1
    return Columns(concepts, words, rarity)


def _margins(heads: Learned, material: Material, places: NDArray[np.int_]) -> NDArray[np.float64]:
    return heads.margins(material.supported[places], material.words[places])


def _tuned(heads: Learned, material: Material, margins: NDArray[np.float64], settings: Settings) -> Fitted:
    """Heads with the calibration and bands that margins of rows they never saw give."""
    calibrators: dict[str, Any] = {}
    bands = {}
    spoken = _gated(material.spoken_supported, settings)
    for k, category in enumerate(JusticeCategory):
        chosen = _measured_on(material, k)
        labels, held = material.labels[chosen, k], margins[chosen, k]
        # Platt scaling is a logistic regression on the margin, hardly regularised.
        calibrator = LogisticRegression(C=1e3).fit(held[:, None], labels)
        calibrators[category.value] = calibrator
        scores = calibrator.predict_proba(held[:, None])[:, 1]
        bands[category] = band(labels, scores, spoken.shown[chosen, k])
    return Fitted(heads, calibrators, bands, settings)


def _gated(spoken: Signals, settings: Settings) -> Signals:
    """Where a label may be given: anywhere, if nothing need be shown for it."""
    return spoken if settings.gate else Signals(np.ones_like(spoken.shown), spoken.strong)


def _measured_on(material: Material, k: int) -> NDArray[np.int_]:
    """Real rows where they hold enough of a category, since their shares are the world's."""
    real = np.flatnonzero(material.real)
    return real if material.labels[real, k].sum() >= ENOUGH_REAL else np.arange(len(material.rows))
