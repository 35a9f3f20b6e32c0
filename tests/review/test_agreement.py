import numpy as np
import pytest
from factories import A2J, JOG, OJI, make_decision

from classifier.review.agreement import agreement, cohen_kappa, exact, gwet_ac1, pairs, readings
from classifier.review.settle import ADJUDICATION

YES, NO = frozenset({A2J}), frozenset()


def table(*cells):
    return np.array([cells], dtype=float)


def test_the_coefficients_by_hand():
    # 40 yes-yes, 5 and 5 split, 50 no-no: 0.9 observed; chance 2 * 0.45 * 0.55 and 0.45^2 + 0.55^2.
    assert gwet_ac1(table(40, 5, 5, 50))[0] == pytest.approx((0.9 - 0.495) / (1 - 0.495))
    assert cohen_kappa(table(40, 5, 5, 50))[0] == pytest.approx((0.9 - 0.505) / (1 - 0.505))


def test_rare_labels_sink_kappa_and_not_ac1():
    rare = table(0, 3, 2, 95)
    assert cohen_kappa(rare)[0] < 0
    assert gwet_ac1(rare)[0] > 0.94


def test_kappa_is_undefined_where_all_say_no():
    row = agreement([(NO, NO)] * 20)[0]
    assert row.kappa.value is None
    assert row.ac1.value == 1.0


def test_intervals_hold_the_value():
    votes = [(YES, YES)] * 12 + [(YES, NO)] * 3 + [(NO, NO)] * 25
    row = agreement(votes)[0]
    assert row.ac1.low < row.ac1.value < row.ac1.high
    assert row.kappa.low < row.kappa.value < row.kappa.high
    assert (row.both, row.first, row.second, row.neither) == (12, 3, 0, 25)


def test_the_same_votes_give_the_same_interval():
    votes = [(YES, YES)] * 8 + [(YES, NO)] * 4
    assert agreement(votes) == agreement(votes)


def test_too_few_commitments_give_no_interval():
    row = agreement([(YES, YES), (YES, NO)])[0]
    assert row.observed == 0.5 and row.ac1.low is None


def test_any_justice_looks_past_the_category():
    rows = {row.question: row for row in agreement([(YES, frozenset({OJI}))] * 4)}
    assert rows["any_justice"].observed == 1.0
    assert rows[A2J.value].observed == 0.0


def test_nothing_read_twice():
    assert [row.observed for row in agreement([])] == [None] * 4
    assert exact([]) is None


def test_the_very_same_answer():
    assert exact([(YES, YES), (YES, frozenset({A2J, JOG}))]) == 0.5


def test_an_adjudication_is_no_independent_reading():
    decisions = [make_decision([A2J]), make_decision([JOG], "cleo", day=2, reason=ADJUDICATION)]
    assert readings(decisions) == {"ana": {A2J}}


def test_unsure_is_no_reading():
    assert pairs([[make_decision(None), make_decision([A2J], "ben")]]) == []


def test_pairs_of_two_named_analysts():
    decisions = [make_decision([A2J]), make_decision([], "ben", day=2), make_decision([JOG], "cleo", day=3)]
    assert pairs([decisions], "cleo", "ana") == [({JOG}, {A2J})]
    assert pairs([decisions]) == [({A2J}, frozenset())]


def test_bootstrap_intervals_cover_the_truth():
    rng = np.random.default_rng(7)
    truth = gwet_ac1(table(0.1, 0.04, 0.04, 0.82))[0]
    covered = 0
    for _ in range(60):
        draw = rng.multinomial(200, [0.1, 0.04, 0.04, 0.82])
        votes = [
            pair
            for pair, n in zip([(YES, YES), (YES, NO), (NO, YES), (NO, NO)], draw, strict=True)
            for _ in range(n)
        ]
        row = agreement(votes)[0]
        covered += row.ac1.low <= truth <= row.ac1.high
    assert covered >= 52
