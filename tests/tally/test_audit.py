from dataclasses import replace

import pytest
from factories import A2J, JOG, OJI, make_finding, make_plan
from hypothesis import given
from hypothesis import strategies as st

from classifier.judgements import AuditItem
from classifier.tally import ANY_JUSTICE, estimates, plan_reading
from classifier.tally.estimate import LEAST_SAMPLE


def sampled(categories=(), decided=None, *, stratum=0, taken=True, **more):
    finding = make_finding(categories, decided=decided, **more)
    return replace(finding, audit=AuditItem(finding.commitment.id, stratum, 0.5, taken))


def forty_read(found, **more):
    return [sampled(decided=[A2J] if n < found else [], **more) for n in range(40)]


def forty_unread(**more):
    return [sampled(taken=False, **more) for _ in range(40)]


def only(findings, by=()):
    (guess,) = estimates(findings, by)
    return guess


def scores(highest, number):
    return [{A2J: highest, OJI: 0.0, JOG: 0.0}] * number


def test_a_half_read_sample_is_doubled():
    guess = only([*forty_read(10), *forty_unread()])
    assert guess.value == 20
    assert 10 <= guess.low < 20 < guess.high <= 50


def test_every_category_has_an_estimate_of_its_own():
    guesses = {g.category: g for g in estimates(forty_read(10), ["category"])}
    assert guesses[A2J].value == guesses[ANY_JUSTICE].value == 10
    assert guesses[JOG].value == 0


def test_without_a_sample_the_reason_is_given():
    guess = only([make_finding([A2J])])
    assert (guess.value, guess.reason) == (None, "no_sample")
    assert "audit plan" in guess.note


def test_commitments_that_came_after_the_sample_are_counted_in_the_reason():
    guess = only([*forty_read(10), make_finding(), make_finding()])
    assert (guess.value, guess.reason) == (None, "late")
    assert guess.note.startswith("2 commitments")


def test_a_late_commitment_that_people_decided_hinders_nothing():
    guess = only([*forty_read(10), make_finding(decided=[A2J])])
    assert guess.value == guess.low == guess.high == 11


def test_too_few_read_gives_no_figure():
    guess = only([sampled(decided=[]) for _ in range(LEAST_SAMPLE - 1)] + forty_unread())
    assert (guess.value, guess.reason, guess.read) == (None, "too_few", LEAST_SAMPLE - 1)


def test_a_stratum_nobody_read_gives_no_figure():
    guess = only([*forty_read(10), *forty_unread(stratum=4)])
    assert (guess.value, guess.reason) == (None, "gap")


def test_what_people_decided_outside_the_sample_counts_as_itself():
    outside = [sampled(decided=[A2J], taken=False) for _ in range(40)]
    assert only([*forty_read(0), *outside]).value == 40


def test_each_cell_is_estimated_from_its_own_commitments():
    there, here = (make_plan(id=str(year), starts=year) for year in (2021, 2023))
    findings = [*forty_read(10, plan=there), *forty_read(0, plan=here)]
    assert {g.keys: g.value for g in estimates(findings, ["year"])} == {("2021",): 10, ("2023",): 0}


@given(st.integers(0, 40), st.integers(0, 60))
def test_an_estimate_never_leaves_what_is_possible(found, unread):
    guess = only(forty_read(found) + [sampled(taken=False) for _ in range(unread)])
    assert found <= guess.low <= guess.value <= guess.high <= found + unread


def test_a_narrower_interval_asks_for_more_reading():
    some = scores(0.01, 900) + scores(0.5, 60) + scores(0.95, 40)
    wide, narrow = plan_reading(some, 0.6), plan_reading(some, 0.15)
    assert wide.total < narrow.total
    assert narrow.width <= 0.15


def test_a_plan_never_reads_more_than_there_is():
    reading = plan_reading(scores(0.5, 50), 0.0)
    assert reading.total == sum(reading.sizes) == 50
    assert all(read <= size for read, size in zip(reading.by_stratum, reading.sizes, strict=True))


def test_nothing_to_plan_for_is_refused():
    with pytest.raises(ValueError, match="no undecided commitment"):
        plan_reading([], 0.2)
