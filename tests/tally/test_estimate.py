import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.tally.estimate import LEAST_SAMPLE, draw_totals, estimate
from classifier.tally.strata import Stratum


@st.composite
def strata(draw):
    size = draw(st.integers(1, 500))
    read = draw(st.integers(1, size))
    known = draw(st.integers(0, size - read))
    return Stratum(size, read, draw(st.integers(0, read)), known, draw(st.integers(0, known)))


@given(st.lists(strata(), min_size=1, max_size=5))
def test_the_interval_holds_the_estimate_and_what_is_known(some):
    result = estimate("any", some)
    if result.value is not None:
        assert result.low <= result.value <= result.high
        assert result.low >= sum(s.found + s.known_found for s in some)
        assert result.high <= sum(s.size for s in some)


def test_a_sample_of_everything_leaves_no_doubt():
    result = estimate("any", [Stratum(40, 40, 7)])
    assert (result.low, result.value, result.high) == (7, 7, 7)


def test_what_people_decided_counts_as_itself():
    result = estimate("any", [Stratum(100, 40, 0, known=60, known_found=9)])
    assert (result.low, result.high) == (9, 9)


def test_the_estimate_weighs_by_stratum():
    assert estimate("any", [Stratum(1000, 100, 1), Stratum(50, 25, 20)]).value == 10 + 40


def test_nothing_found_is_not_surely_nothing():
    assert estimate("any", [Stratum(1000, 100, 0)]).high > 0


@pytest.mark.parametrize(
    "some, reason",
    [
        ([Stratum(500, LEAST_SAMPLE - 1, 3)], "only 29"),
        ([Stratum(500, 60, 3), Stratum(20, 0, 0)], "of some scores"),
    ],
)
def test_a_sample_that_carries_no_figure_says_why(some, reason):
    result = estimate("any", some)
    assert result.value is None and reason in result.note


def test_the_same_sample_gives_the_same_interval():
    assert np.array_equal(draw_totals([Stratum(300, 50, 5)]), draw_totals([Stratum(300, 50, 5)]))


def test_intervals_cover_the_truth():
    rng = np.random.default_rng(5)
    covered = 0
    for _ in range(120):
        truth = rng.random(2000) < 0.05
        read = truth[rng.permutation(2000)[:300]]
        result = estimate("any", [Stratum(2000, 300, int(read.sum()))])
        covered += result.low <= truth.sum() <= result.high
    assert covered >= 108
