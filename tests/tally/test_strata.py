import pytest
from factories import A2J, JOG, OJI
from hypothesis import given
from hypothesis import strategies as st

from classifier.tally.strata import LEAST_READ, Stratum, allocate, stratum_of

sizes = st.lists(st.integers(0, 3000), min_size=1, max_size=6)


@given(sizes, st.integers(0, 2000), st.floats(0, 1))
def test_every_stratum_is_read_enough_and_none_too_much(some, total, rate):
    read = allocate(some, [rate] * len(some), total)
    assert all(min(LEAST_READ, size) <= number <= size for number, size in zip(read, some, strict=True))


@given(sizes, st.integers(100, 2000))
def test_the_whole_allowance_is_used(some, total):
    read = sum(allocate(some, [0.1] * len(some), total))
    assert read == min(sum(some), max(total, sum(min(LEAST_READ, size) for size in some)))


def test_reading_goes_where_the_doubt_is():
    sure, doubtful = allocate([500, 500], [0.001, 0.5], 200)
    assert doubtful > 4 * sure


def test_the_highest_score_names_the_stratum():
    assert stratum_of({A2J: 0.004, OJI: 0.0, JOG: 0.001}) == 0
    assert stratum_of({A2J: 0.01, OJI: 0.9, JOG: 0.2}) == 6


@pytest.mark.parametrize("numbers", [(10, 5, 6), (10, 8, 1, 3), (10, 2, 1, 3, 4)])
def test_numbers_that_cannot_be_are_refused(numbers):
    with pytest.raises(ValueError):
        Stratum(*numbers)
