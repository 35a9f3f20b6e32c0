"""The figures of a card, on small tables whose figures are known by hand."""

import numpy as np
import pytest

from classifier.taxonomy import JusticeCategory
from classifier.train.figures import (
    acceptance,
    by_key,
    category_figures,
    confusion,
    curve,
    in_full,
    summary,
    suspects,
    worst_errors,
)
from classifier.train.scores import Scored, ratio

A2J, OJI, JOG = JusticeCategory
MEMBERS = np.array([f"m{n // 12}" for n in range(60)])
LABELS = np.array([[n % 3 == 0, n % 4 == 0, n % 5 == 0] for n in range(60)])
IDS = [f"r{n}" for n in range(60)]


def scored(found=LABELS, scores=None, accepted=None, spoken=()):
    taken = np.ones(60, dtype=bool) if accepted is None else accepted
    return Scored(MEMBERS, LABELS, found, LABELS * 0.98 + 0.01 if scores is None else scores, taken, spoken)


def without(places, k=0):
    """What a model finds that misses category `k` at some places."""
    found = LABELS.copy()
    found[places, k] = False
    return found


def test_figures_of_a_category():
    figures = category_figures(scored(without([0])), 0)
    assert (figures["precision"], figures["recall"]) == (1.0, 0.95)
    assert (figures["rows"], figures["true"], figures["predicted"]) == (60, 20, 19)
    assert figures["f1"] == pytest.approx(38 / 39, abs=1e-3)
    assert figures["recall_interval"][0] <= 0.95 <= figures["recall_interval"][1]


def test_the_adjusted_count_is_the_sum_of_the_probabilities():
    assert category_figures(scored(), 0)["adjusted"] == pytest.approx(20 * 0.99 + 40 * 0.01, abs=0.05)


def test_a_figure_without_a_denominator_is_none():
    some = scored(np.zeros_like(LABELS)).some(np.array([1, 2]))
    figures = category_figures(some, 0)
    assert figures["precision"] is figures["recall"] is figures["average_precision"] is None
    assert figures["brier"] is not None


def test_every_slice_holds_its_own_rows():
    found = by_key(scored(), ["short"] * 20 + ["long"] * 40)
    assert {name: cells[A2J]["rows"] for name, cells in found.items()} == {"short": 20, "long": 40}
    assert sum(cells[JOG]["true"] for cells in found.values()) == LABELS[:, 2].sum()


def test_a_calibration_curve_holds_every_row_once():
    points = curve(scored(), 1)
    assert sum(point["rows"] for point in points) == 60
    assert [point["share"][0] for point in points] == [0.0, 1.0]
    assert all(low <= share <= high for share, low, high in (point["share"] for point in points))


def test_what_is_accepted_is_counted_with_what_it_hides():
    taken = np.arange(60) < 30
    figures = acceptance(scored(without([0, 3, 33]), accepted=taken))
    assert figures["rows"] == 30
    assert figures["share"][0] == 0.5
    assert figures["precision"][0] == 1.0
    assert figures["missed"][0] == pytest.approx(2 / LABELS.sum(), abs=1e-3)
    assert figures["right"][0] == pytest.approx(28 / 30, abs=1e-3)


def test_a_wrong_label_that_is_accepted_costs_precision():
    found = LABELS.copy()
    found[1, 0] = True
    figures = acceptance(scored(found))
    assert figures["precision"][0] == pytest.approx(LABELS.sum() / (LABELS.sum() + 1), abs=1e-3)


def test_where_acceptance_was_not_measured_nothing_is_said():
    assert acceptance(Scored(MEMBERS, LABELS, LABELS, LABELS * 1.0)) == {}


def test_confusion_counts_truth_against_found():
    table = confusion(scored(without([3])))
    assert table["A2J"]["none"] == 1
    assert table["none"]["none"] == (~LABELS.any(axis=1)).sum()
    assert list(table) == ["A2J", "OJI", "JOG", "none"]


def test_the_worst_errors_come_first_and_say_what_spoke():
    scores = LABELS * 0.98 + 0.01
    scores[[0, 3], 0] = 0.1, 0.3
    spoken = tuple(("legal_aid",) if n == 3 else () for n in range(60))
    errors = worst_errors(scored(without([0, 3]), scores, spoken=spoken), IDS)
    assert [(error["id"], error["spoke"]) for error in errors] == [("r0", []), ("r3", ["legal_aid"])]
    assert errors[0] == {"id": "r0", "category": A2J, "labelled": True, "score": 0.1, "spoke": []}


def test_a_perfect_model_has_no_errors_and_no_suspects():
    assert worst_errors(scored(), IDS) == suspects(scored(), IDS) == []


def test_suspects_are_firmly_contradicted_whatever_was_found():
    scores = LABELS * 0.98 + 0.01
    scores[1, 2], scores[2, 2] = 0.95, 0.8
    assert [one["id"] for one in suspects(scored(scores=scores), IDS)] == ["r1"]
    assert suspects(scored(scores=scores), IDS)[0]["labelled"] is False


def test_the_summary_has_intervals_around_its_figures():
    figures = summary(scored(without([0, 12, 24])))
    for name in ("macro_f1", "any_justice_f1"):
        low, high = figures[f"{name}_interval"]
        assert low <= figures[name] <= high
    assert figures["members"] == 5
    assert set(figures["categories"]) == set(JusticeCategory)


def test_in_full_adds_slices_curve_and_confusion():
    figures = in_full(scored(), {"language": ["en"] * 60})
    assert set(figures["by"]) == {"language"}
    assert set(figures["calibration"]) == set(JusticeCategory)
    assert figures["confusion"]["A2J"]["A2J"] == 20


def test_a_ratio_without_successes_or_failures_is_not_certain():
    ones, zeros = np.ones(60), np.zeros(60)
    assert ratio(MEMBERS, ones, ones) == [1.0, 0.94, 1.0]
    assert ratio(MEMBERS, zeros, ones) == [0.0, 0.0, 0.06]
    assert ratio(MEMBERS, ones, zeros) is None


def test_a_ratio_varies_with_the_members():
    own = (MEMBERS == "m0") * 1.0
    share, low, high = ratio(MEMBERS, own, np.ones(60))
    assert share == 0.2
    assert low == 0.0 and high > 0.4
