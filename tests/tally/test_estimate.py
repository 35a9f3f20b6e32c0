import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import betabinom

from classifier.tally.estimate import LEAST_SAMPLE, PRIOR, chances, estimate
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


@given(st.lists(strata(), min_size=1, max_size=4))
def test_chances_cover_all_that_is_unread_and_sum_to_one(some):
    likely = chances(some)
    assert len(likely) == 1 + sum(s.unread for s in some)
    assert likely.min() >= 0 and likely.sum() == pytest.approx(1)


def test_one_stratum_has_the_chances_of_a_beta_binomial():
    expected = betabinom.pmf(np.arange(71), 70, PRIOR + 4, PRIOR + 26)
    assert chances([Stratum(100, 30, 4)]) == pytest.approx(expected)


def test_strata_add_up_as_drawing_from_each_would():
    some = [Stratum(400, 60, 3), Stratum(80, 30, 20)]
    rng, prior = np.random.default_rng(2), PRIOR / 2**0.5
    rates = [rng.beta(prior + s.found, prior + s.read - s.found, 200_000) for s in some]
    drawn = sum(rng.binomial(s.unread, rate) for s, rate in zip(some, rates, strict=True))
    likely = chances(some)
    assert np.average(np.arange(len(likely)), weights=likely) == pytest.approx(drawn.mean(), rel=0.01)
    assert np.cumsum(likely)[int(np.quantile(drawn, 0.9))] == pytest.approx(0.9, abs=0.01)


def test_what_is_known_outside_the_sample_bounds_what_is_open():
    # The sample says half; outside of it 60 were decided and none of them is justice.
    result = estimate("any", [Stratum(100, 30, 15, known=60, known_found=0)])
    assert result.value == result.high == 25


def test_a_wider_promise_gives_a_wider_interval():
    some = [Stratum(800, 120, 9)]
    narrow, wide = (estimate("any", some, level=level) for level in (0.8, 0.99))
    assert wide.low < narrow.low < narrow.high < wide.high


def test_reading_more_of_the_same_narrows_the_interval():
    widths = [
        (r.high - r.low) for n in (40, 160, 640) for r in [estimate("any", [Stratum(2000, n, n // 10)])]
    ]
    assert widths == sorted(widths, reverse=True)


def test_many_empty_strata_do_not_invent_commitments():
    one = estimate("any", [Stratum(3000, 300, 0)]).high
    five = estimate("any", [Stratum(600, 60, 0)] * 5).high
    assert five <= 2 * one


def test_intervals_cover_the_truth():
    rng = np.random.default_rng(5)
    covered = 0
    for _ in range(120):
        truth = rng.random(2000) < 0.05
        read = truth[rng.permutation(2000)[:300]]
        result = estimate("any", [Stratum(2000, 300, int(read.sum()))])
        covered += result.low <= truth.sum() <= result.high
    assert covered >= 108
