import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.train.fit import band
from classifier.train.scores import (
    Scored,
    any_f1,
    by_category,
    calibration_error,
    difference,
    draws,
    interval,
    macro_f1,
    slices,
)

MEMBERS = np.array([f"m{n // 12}" for n in range(60)])
LABELS = np.array([[n % 3 == 0, n % 4 == 0, n % 5 == 0] for n in range(60)])


def scored(found=LABELS, scores=None):
    return Scored(MEMBERS, LABELS, found, LABELS * 0.98 + 0.01 if scores is None else scores)


def test_a_perfect_model_scores_one():
    assert macro_f1(scored()) == any_f1(scored()) == 1.0
    assert interval(scored(), macro_f1) == (1.0, 1.0)


def test_a_model_that_finds_nothing_scores_zero():
    assert macro_f1(scored(np.zeros_like(LABELS))) == 0.0


def test_figures_of_a_category():
    found = LABELS.copy()
    found[0, 0] = False
    figures = by_category(scored(found))["access_to_justice"]
    assert (figures["precision"], figures["recall"]) == (1.0, 0.95)
    assert (figures["true"], figures["predicted"]) == (20, 19)


def test_a_better_model_is_seen_beyond_the_interval():
    gap, low, high = difference(scored(), scored(np.zeros_like(LABELS)), macro_f1)
    assert (gap, low, high) == (1.0, 1.0, 1.0)


def test_members_are_drawn_whole():
    sizes = {len(places) for places in draws(MEMBERS, seed=1)}
    assert sizes == {60}


def test_draws_are_the_same_for_a_seed():
    assert all(map(np.array_equal, draws(MEMBERS, seed=1), draws(MEMBERS, seed=1)))


def test_calibration_error_is_the_gap_between_score_and_share():
    always = np.full(LABELS.shape, 0.95)
    share = LABELS.mean(axis=0).mean()
    assert calibration_error(scored(scores=always)) == pytest.approx(0.95 - share, abs=1e-6)
    assert calibration_error(scored()) == pytest.approx(0.01, abs=1e-6)


def test_slices_count_rows_and_positives():
    found = slices(scored(), ["en"] * 30 + ["es"] * 30)
    assert found["en"]["rows"] == 30
    assert found["en"]["positives"] == int(LABELS[:30].sum())


def test_a_band_parts_what_is_clear():
    labels = np.array([False] * 50 + [True] * 50)
    scores = np.concatenate([np.linspace(0, 0.4, 50), np.linspace(0.6, 1, 50)])
    found = band(labels, scores)
    assert 0.4 < found["threshold"] <= 0.6
    assert found["low"] <= found["threshold"] <= found["high"]


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 1)), min_size=4, max_size=60))
def test_a_band_is_always_in_order(pairs):
    labels, scores = np.array([p[0] for p in pairs]), np.array([p[1] for p in pairs])
    found = band(labels, scores)
    assert found["low"] <= found["threshold"] <= found["high"]


def test_a_label_that_cannot_be_given_does_not_move_the_threshold():
    labels = np.array([True] * 20 + [False] * 20 + [False] * 60)
    scores = np.array([0.7] * 20 + [0.9] * 20 + [0.1] * 60)
    shown = np.array([True] * 20 + [False] * 20 + [True] * 60)
    assert band(labels, scores, shown)["threshold"] < 0.7 < 0.9


@pytest.mark.parametrize(("value", "taken"), [(0.7, 20), (0.2, 100)])
def test_equal_scores_are_taken_together(value, taken):
    labels = np.array([True] * 20 + [False] * 80)
    scores = np.where(labels, 0.7, value if taken == 100 else 0.1)
    assert (scores >= band(labels, scores)["threshold"]).sum() >= 20
