from dataclasses import replace

import numpy as np
import pytest

from classifier.plans import Commitment
from classifier.predict import load_model
from classifier.predict.features import spoken_for
from classifier.predict.heads import FLOOR, dense, feature_parts, transform
from classifier.predict.signals import read
from classifier.taxonomy import JusticeCategory

A2J, OJI, JOG = JusticeCategory
TEXTS = ("We protect whistleblowers.", "We publish bus timetables.", "Free legal aid in villages.")


@pytest.fixture(scope="module")
def heads():
    return load_model()._heads


@pytest.fixture
def parts():
    return feature_parts([read(Commitment.from_text(title="", text=text)) for text in TEXTS])


def test_one_row_for_each_commitment(heads, parts):
    assert transform(heads.vectorizers, *parts).shape[0] == 3


def test_scores_are_probabilities_in_the_order_of_the_categories(heads, parts):
    scores = heads.scores(transform(heads.vectorizers, *parts))
    assert scores.shape == (3, 3)
    assert scores[0].argmax() == 2
    assert ((scores >= 0) & (scores <= 1)).all()


def test_a_higher_margin_is_a_higher_score(heads, parts):
    matrix = transform(heads.vectorizers, *parts)
    margins, scores = heads.margins(matrix), heads.scores(matrix)
    assert (np.argsort(margins[:, 2]) == np.argsort(scores[:, 2])).all()


def test_trees_see_the_concepts_and_not_the_words(heads, parts):
    count = len(heads.vectorizers["concepts"].feature_names_)
    assert {trees.n_features_in_ for trees in heads.trees.values()} == {count}
    seen = dense(transform(heads.vectorizers, *parts), count)
    assert seen.shape == (3, count) and seen.dtype == np.float32


def test_lines_and_trees_are_added_as_log_odds(heads, parts):
    matrix = transform(heads.vectorizers, *parts)
    alone = replace(heads, trees={}).margins(matrix)
    seen = dense(matrix, heads.trees[JOG.value].n_features_in_)
    share = heads.trees[JOG.value].predict_proba(seen)[:, 1]
    assert heads.margins(matrix)[:, 2] == pytest.approx(
        alone[:, 2] + np.log((share + FLOOR) / (1 - share + FLOOR))
    )


def test_where_all_trees_agree_the_margin_stays_finite(heads, parts):
    assert np.isfinite(heads.margins(transform(heads.vectorizers, *parts))).all()


def test_words_unknown_to_the_model_change_nothing(heads):
    strange = feature_parts([read(Commitment.from_text(title="", text="zzyzx qwrtp"))])
    assert transform(heads.vectorizers, *strange).sum() >= 0


@pytest.mark.parametrize("category", JusticeCategory)
def test_the_feature_names_its_category(category):
    assert spoken_for(category).endswith(category.value)
