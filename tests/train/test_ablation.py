"""Variants measured on a small world: what they leave out is missed."""

from dataclasses import replace

import pytest
from worlds import small_world

from classifier.train.ablation import VARIANTS, ablation
from classifier.train.fit import Settings
from classifier.train.material import prepare
from classifier.train.rows import Source

BLIND = Settings(trees=0, words=False, left_out=("rule", "spoken", "concept"))


@pytest.fixture(scope="module")
def measured():
    rows = [replace(row, source=Source.REAL, hard=row.member == "m0") for row in small_world()]
    return ablation(prepare(rows), [("lines", Settings(trees=0)), ("blind", BLIND)])


def test_each_variant_is_measured_on_both_readings(measured):
    assert [row["variant"] for row in measured] == ["lines", "blind"]
    assert all(set(row) == {"variant", "whole lexicon", "as if new"} for row in measured)


def test_a_variant_that_sees_nothing_does_worse(measured):
    lines, blind = (row["whole lexicon"] for row in measured)
    assert lines["macro_f1"] > 0.9 > 0.7 > blind["macro_f1"]
    assert lines["average_precision"] > blind["average_precision"]


def test_hard_rows_are_measured_apart(measured):
    assert measured[0]["whole lexicon"]["hard_macro_f1"] is not None


def test_the_first_variant_is_the_model_itself():
    assert VARIANTS[0][1] == Settings()
    assert len({name for name, _ in VARIANTS}) == len(VARIANTS)
