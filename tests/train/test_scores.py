import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, f1_score

from classifier.train.scores import (
    Scored,
    any_f1,
    average_precision,
    calibration_error,
    category_f1,
    difference,
    draws,
    interval,
    macro_f1,
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


def test_rows_are_chosen_by_place_or_by_flag_with_all_that_belongs_to_them():
    taken, spoken = np.arange(60) % 2 == 0, tuple((f"rule{n}",) for n in range(60))
    whole = Scored(MEMBERS, LABELS, LABELS, LABELS * 1.0, taken, spoken)
    by_place, by_flag = whole.some(np.array([4, 5])), whole.some((np.arange(60) == 4) | (np.arange(60) == 5))
    assert by_place.spoken == by_flag.spoken == (("rule4",), ("rule5",))
    assert by_place.accepted.tolist() == [True, False]


def test_average_precision_is_one_where_the_order_is_right():
    assert average_precision(0)(scored()) == 1.0
    assert average_precision(0)(scored().some(np.array([1, 2]))) == 0.0


def test_a_categorys_f1_is_its_own():
    found = LABELS.copy()
    found[:, 1] = False
    assert [category_f1(k)(scored(found)) for k in range(3)] == [1.0, 0.0, 1.0]


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.integers(0, 9)), min_size=2, max_size=40))
def test_figures_are_those_of_scikit_learn(rows):
    truth, found, scores = (np.array(part) for part in zip(*rows, strict=True))
    three = Scored(
        np.array(["m"] * len(rows)), *(np.column_stack([x] * 3) for x in (truth, found, scores / 9))
    )
    assert category_f1(1)(three) == pytest.approx(f1_score(truth, found, zero_division=0))
    if truth.any():
        assert average_precision(2)(three) == pytest.approx(average_precision_score(truth, scores))
