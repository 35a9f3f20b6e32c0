"""Fitting on a small invented world, where what must come out is known beforehand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import make_row, small_world

from classifier.taxonomy import JusticeCategory
from classifier.train.evaluate import breakdowns, confusion, score_by_member, sources, summary, suspects
from classifier.train.fit import FOLDS, band, fit, folds, out_of_fold_margins, prepare
from classifier.train.rows import Source
from classifier.train.scores import macro_f1

A2J, OJI, JOG = JusticeCategory


@pytest.fixture(scope="module")
def material():
    return prepare(small_world())


@pytest.fixture(scope="module")
def fitted(material):
    return fit(material)


@pytest.fixture(scope="module")
def by_member(material):
    return score_by_member(material)


def test_labels_stand_in_the_order_of_the_codebook(material):
    for row, flags in zip(material.rows, material.labels, strict=True):
        assert row.labels == {c for c, flag in zip(JusticeCategory, flags, strict=True) if flag}


def test_folds_part_members_and_hold_every_row_out_once(material):
    held = [place for _, some in folds(material) for place in some]
    assert sorted(held) == list(range(len(material.rows)))
    for learn, out in folds(material):
        assert not set(material.members[learn]) & set(material.members[out])


def test_there_are_no_more_folds_than_members():
    few = prepare([make_row(n, member=f"m{n % 2}") for n in range(6)])
    assert len(list(folds(few))) == 2 < FOLDS


def test_a_world_that_words_explain_is_learned(material, fitted):
    found = fitted.predicted(fitted.scores(material), material)
    assert (found == material.labels).mean() > 0.97


def test_a_member_never_seen_is_read_nearly_as_well(by_member):
    assert macro_f1(by_member) > 0.9


def test_margins_of_a_held_back_member_part_the_labels(material):
    margins = out_of_fold_margins(material)
    for k in range(3):
        labels = material.labels[:, k]
        assert margins[labels, k].mean() > margins[~labels, k].mean()


def test_calibrated_scores_are_as_high_as_the_labels_are_common(material, fitted):
    gaps = fitted.scores(material).mean(axis=0) - material.labels.mean(axis=0)
    assert np.abs(gaps).max() < 0.1


def test_every_category_has_a_band_in_order(fitted):
    assert set(fitted.bands) == set(JusticeCategory)
    assert all(0 <= b["low"] <= b["threshold"] <= b["high"] for b in fitted.bands.values())


def test_fitting_twice_gives_the_same_model(material, fitted):
    again = fit(material)
    assert again.bands == fitted.bands
    assert (again.scores(material) == fitted.scores(material)).all()


def test_the_order_of_the_rows_hardly_moves_the_scores(material, fitted):
    turned = prepare(small_world()[::-1])
    assert np.abs(fit(turned).scores(material) - fitted.scores(material)).max() < 0.15


def test_rows_are_counted_by_where_they_come_from():
    rows = [make_row(1), make_row(2, source=Source.REAL), make_row(3, source=Source.REAL)]
    assert sources(rows) == {"corpus": 1, "real": 2}


def test_only_what_is_firmly_contradicted_is_suspected(material, by_member):
    assert len(suspects(material, by_member)) < 0.05 * len(material.rows)


def test_a_wrong_label_is_suspected():
    wrong = [make_row(n, "We will protect whistleblowers.", member=f"m{n % 9}") for n in range(700, 701)]
    material = prepare(small_world() + wrong)
    assert {"id": "en-700", "category": JOG.value} in suspects(material, score_by_member(material))


def test_a_summary_counts_rows_and_members(by_member, material):
    figures = summary(by_member)
    assert (figures["rows"], figures["members"]) == (
        len(material.rows),
        len({r.member for r in material.rows}),
    )
    for category, k in zip(JusticeCategory, range(3), strict=True):
        assert figures["categories"][category.value]["true"] == material.labels[:, k].sum()


def test_lengths_are_told_apart_where_the_quartiles_lie(by_member, material):
    rows = list(material.rows)
    found = breakdowns(by_member, rows)
    assert set(found["length"]) == {"under 25 words"}
    assert found["language"].keys() == {"en"} and found["style"].keys() == {"unknown"}


def test_every_row_stands_in_the_confusion_table(by_member, material):
    table = confusion(by_member)
    nones = sum(table["none"].values())
    assert list(table) == ["A2J", "OJI", "JOG", "none"]
    assert nones >= (~material.labels.any(axis=1)).sum()


scores = st.lists(st.tuples(st.booleans(), st.integers(0, 100)), min_size=8, max_size=40)


@given(scores)
def test_a_band_never_leaves_the_scale(pairs):
    labels = np.array([one for one, _ in pairs])
    found = band(labels, np.array([score / 100 for _, score in pairs]))
    assert 0 <= found["low"] <= found["threshold"] <= found["high"] <= 1


@given(scores)
def test_nearly_every_true_one_lies_above_the_low_end(pairs):
    labels = np.array([one for one, _ in pairs])
    values = np.array([score / 100 for _, score in pairs])
    assert (values[labels] < band(labels, values)["low"]).sum() <= 0.03 * labels.sum()


def test_a_band_lies_between_classes_that_lie_apart():
    labels = np.array([True] * 40 + [False] * 160)
    apart = band(labels, np.where(labels, 0.95, 0.02))
    assert apart["high"] <= 0.95 and 0.02 < apart["threshold"] < 0.95
