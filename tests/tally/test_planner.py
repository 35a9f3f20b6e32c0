"""What the planner promises, a sample drawn and read keeps."""

from dataclasses import replace

import numpy as np
import pytest
from factories import A2J, JOG, OJI, make_finding

from classifier.judgements import Label
from classifier.review import draw_audit
from classifier.tally import ANY_JUSTICE, estimates, plan_reading
from classifier.tally.strata import LEAST_READ, stratum_of
from classifier.taxonomy import JusticeCategory


def world(number=2500, prevalence=0.06, distance=3.0, seed=1):
    """Calibrated scores with the truth behind them."""
    rng = np.random.default_rng(seed)
    truth = rng.random(number) < prevalence
    signal = rng.normal(0, 1, number) + distance * truth
    odds = np.exp(distance * signal - distance**2 / 2) * prevalence / (1 - prevalence)
    return truth, [{A2J: float(odd / (1 + odd)), OJI: 0.0, JOG: 0.0} for odd in odds]


def read(truth, scores, reading, seed):
    """Findings after the sample was drawn as `audit draw` does and read without an error."""
    ids = [f"c{n:05}" for n in range(len(truth))]
    strata = [(one, stratum_of(score)) for one, score in zip(ids, scores, strict=True)]
    items = {item.commitment_id: item for item in draw_audit(strata, reading.by_stratum, seed=seed)}
    found = []
    for one, is_justice in zip(ids, truth, strict=True):
        label = Label(one, frozenset({A2J} if is_justice else ()), decided=items[one].sampled)
        found.append(replace(BLANK, label=label, audit=items[one]))
    return found


BLANK = make_finding()


@pytest.mark.parametrize("wanted", [0.25, 0.5])
def test_the_interval_is_about_as_wide_as_planned(wanted):
    truth, scores = world()
    reading = plan_reading(scores, wanted)
    widths = []
    for seed in range(8):
        (guess,) = estimates(read(truth, scores, reading, seed))
        widths.append((guess.high - guess.low) / guess.value)
    assert np.mean(widths) == pytest.approx(wanted, rel=0.3)


@pytest.fixture(scope="module")
def many():
    """The true count, and what forty samples say of it."""
    truth, scores = world()
    reading = plan_reading(scores, 0.4)
    return truth.sum(), [estimates(read(truth, scores, reading, seed))[0] for seed in range(40)]


def test_estimates_of_many_samples_average_to_the_truth(many):
    truth, guesses = many
    assert np.mean([one.value for one in guesses]) == pytest.approx(truth, rel=0.06)


def test_intervals_of_many_samples_hold_the_truth(many):
    truth, guesses = many
    assert sum(one.low <= truth <= one.high for one in guesses) >= 35


def test_cells_of_a_breakdown_sum_to_the_whole():
    truth, scores = world()
    found = read(truth, scores, plan_reading(scores, 0.4), 3)
    cells = estimates(found, ["language"])
    assert sum(one.value for one in cells) == pytest.approx(estimates(found)[0].value)


def test_every_category_is_read_from_one_sample():
    truth, scores = world()
    found = read(truth, scores, plan_reading(scores, 0.4), 4)
    by_category = {one.category: one for one in estimates(found, ["category"])}
    assert by_category[A2J].value == by_category[ANY_JUSTICE].value > 0
    assert by_category[OJI].value == 0 and by_category[OJI].high > 0
    assert set(by_category) == {*JusticeCategory, ANY_JUSTICE}


def test_a_better_model_asks_for_less_reading():
    totals = [plan_reading(world(distance=distance)[1], 0.3).total for distance in (2.0, 3.0, 4.0)]
    assert totals == sorted(totals, reverse=True) and totals[0] > 1.3 * totals[2]


def test_every_stratum_is_read_even_where_the_model_is_sure():
    reading = plan_reading(world()[1], 0.5)
    for size, number in zip(reading.sizes, reading.by_stratum, strict=True):
        assert number >= min(LEAST_READ, size)


def test_the_sample_is_the_same_for_one_seed_and_another_for_another():
    strata = [(f"c{n}", n % 3) for n in range(90)]
    drawn = [
        {item.commitment_id for item in draw_audit(some, [5, 5, 5], seed=seed) if item.sampled}
        for some, seed in ((strata, 1), (strata[::-1], 1), (strata, 2))
    ]
    assert drawn[0] == drawn[1] != drawn[2]


def test_the_chance_that_is_stored_is_the_share_that_was_drawn():
    items = draw_audit([(f"c{n}", n // 40) for n in range(120)], [10, 40, 4])
    for stratum, share in ((0, 0.25), (1, 1.0), (2, 0.1)):
        mine = [item for item in items if item.stratum == stratum]
        assert {item.probability for item in mine} == {share}
        assert sum(item.sampled for item in mine) == share * len(mine)
