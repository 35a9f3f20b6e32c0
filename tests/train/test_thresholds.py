"""Bands on scores whose best threshold is known, and properties that always hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.train.thresholds import MISSED, SURE, band

scores = st.lists(st.tuples(st.booleans(), st.integers(0, 100)), min_size=8, max_size=40)


def arrays(pairs):
    return np.array([one for one, _ in pairs]), np.array([score / 100 for _, score in pairs])


@given(scores)
def test_a_band_never_leaves_the_scale(pairs):
    found = band(*arrays(pairs))
    assert 0 <= found.low <= found.threshold <= found.high <= 1


@given(scores)
def test_nearly_every_true_one_lies_above_the_low_end(pairs):
    labels, values = arrays(pairs)
    assert (values[labels] < band(labels, values).low).sum() <= MISSED * labels.sum()


@given(scores)
def test_above_the_high_end_nearly_all_are_true(pairs):
    labels, values = arrays(pairs)
    above = values >= band(labels, values).high
    assert not above.any() or band(labels, values).high == 1 or labels[above].mean() >= SURE


def test_a_band_lies_between_classes_that_lie_apart():
    labels = np.array([True] * 40 + [False] * 160)
    apart = band(labels, np.where(labels, 0.95, 0.02))
    assert apart.high <= 0.95 and 0.02 < apart.threshold < 0.95


@pytest.mark.parametrize(("right", "sure"), [(17, False), (18, True)])
def test_a_few_right_labels_are_no_proof(right, sure):
    labels = np.array([True] * right + [False] * 160)
    assert (band(labels, np.where(labels, 0.95, 0.02)).high < 1) is sure


def test_where_no_label_could_be_given_a_score_moves_no_threshold():
    labels = np.array([True] * 20 + [False] * 80)
    values = np.where(labels, 0.9, 0.1)
    values[60:] = 0.95
    shown = np.arange(100) < 60
    assert 0.1 < band(labels, values, shown).threshold < 0.9


@pytest.mark.parametrize(("value", "taken"), [(0.7, 20), (0.2, 100)])
def test_equal_scores_are_taken_together(value, taken):
    labels = np.array([True] * 20 + [False] * 80)
    given_scores = np.where(labels, 0.7, value if taken == 100 else 0.1)
    assert (given_scores >= band(labels, given_scores).threshold).sum() >= 20


def test_without_a_true_row_the_band_begins_at_the_threshold():
    found = band(np.zeros(20, dtype=bool), np.linspace(0, 0.5, 20))
    assert found.low == found.threshold
