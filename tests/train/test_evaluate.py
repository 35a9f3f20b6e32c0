import dataclasses

import numpy as np
import pytest

from classifier.predict import load_model
from classifier.taxonomy import JusticeCategory
from classifier.train.evaluate import (
    breakdowns,
    confusion,
    score_by_member,
    score_model,
    sources,
    summary,
    unknown_words,
    worst_errors,
)
from classifier.train.fit import prepare
from classifier.train.rows import Source, load_corpus
from classifier.train.scores import Scored


@pytest.fixture(scope="module")
def rows():
    return [row for row in load_corpus() if row.held_out]


@pytest.fixture(scope="module")
def scored(rows):
    return score_model(load_model(), rows)


def flags(*found):
    return np.array([[c in some for c in JusticeCategory] for some in found])


def test_every_row_is_scored(rows, scored):
    assert scored.labels.shape == scored.found.shape == scored.scores.shape == (len(rows), 3)


def test_the_summary_has_an_interval_around_its_figure(scored):
    figures = summary(scored)
    low, high = figures["macro_f1_interval"]
    assert low <= figures["macro_f1"] <= high


def test_breakdowns_cover_every_row(rows, scored):
    for some in breakdowns(scored, rows).values():
        assert sum(figure["rows"] for figure in some.values()) == len(rows)


def test_confusion_counts_truth_against_found():
    labels, found = flags({JusticeCategory.ACCESS_TO_JUSTICE}, set()), flags(set(), set())
    table = confusion(Scored(np.array(["a", "b"]), labels, found, found.astype(float)))
    assert table["A2J"]["none"] == 1
    assert table["none"]["none"] == 1


def test_the_worst_errors_come_first(rows, scored):
    errors = worst_errors(scored, rows)
    gaps = [abs(error["labelled"] - error["score"]) for error in errors]
    assert gaps == sorted(gaps, reverse=True)


def test_a_perfect_model_has_no_worst_errors(rows, scored):
    perfect = Scored(scored.members, scored.labels, scored.labels, scored.labels.astype(float))
    assert worst_errors(perfect, rows) == []


def test_words_never_seen_are_counted(rows):
    assert unknown_words(rows, rows) == 0.0
    strange = [dataclasses.replace(rows[0], title="", text="zzyzx qwrtp the")]
    assert 0.6 < unknown_words(rows, strange) < 0.7
    assert unknown_words(rows, []) == 0.0


def test_rows_are_counted_by_source(rows):
    assert sources(rows) == {"corpus": len(rows), "real": 0}


def test_only_real_rows_are_scored_by_member():
    some = load_corpus()[:240]
    real = [dataclasses.replace(row, source=Source.REAL) for row in some[:60]]
    found = score_by_member(prepare(real + some[60:]))
    assert len(found.members) == 60
