"""Fitting on a small invented world, where what must come out is known beforehand."""

from dataclasses import replace

import numpy as np
import pytest
from worlds import make_row, small_world

from classifier.errors import CorpusError
from classifier.taxonomy import JusticeCategory
from classifier.train.evaluate import score_by_member, sources
from classifier.train.figures import suspects
from classifier.train.fit import FOLDS, Settings, fit, fit_nested, folds, learn, out_of_fold_margins
from classifier.train.material import prepare
from classifier.train.rows import Source
from classifier.train.scores import macro_f1

A2J, OJI, JOG = JusticeCategory
# As the shipped settings, with fewer trees: a small world needs no more.
QUICK = Settings(trees=5)


@pytest.fixture(scope="module")
def material():
    return prepare(small_world())


@pytest.fixture(scope="module")
def nested(material):
    return fit_nested(material, QUICK)


@pytest.fixture(scope="module")
def fitted(material, nested):
    return fit(material, QUICK, nested)


@pytest.fixture(scope="module")
def by_member(material, nested):
    return score_by_member(material, nested)


def test_labels_stand_in_the_order_of_the_codebook(material):
    for row, flags in zip(material.rows, material.labels, strict=True):
        assert row.labels == {c for c, flag in zip(JusticeCategory, flags, strict=True) if flag}


def test_folds_part_members_and_hold_every_row_out_once(material):
    held = [place for _, some in folds(material) for place in some]
    assert sorted(held) == list(range(len(material.rows)))
    for places, out in folds(material):
        assert not set(material.members[places]) & set(material.members[out])


def test_there_are_no_more_folds_than_members():
    few = prepare([make_row(n, member=f"m{n % 2}") for n in range(6)])
    assert len(list(folds(few))) == 2 < FOLDS


def test_two_members_are_too_few_to_score_by_member():
    few = prepare([make_row(n, member=f"m{n % 2}") for n in range(6)])
    with pytest.raises(CorpusError, match="three members or more"):
        fit_nested(few, QUICK)


def test_a_world_that_words_explain_is_learned(material, fitted):
    found = fitted.judged(fitted.scores(material), material).found
    assert (found == material.labels).mean() > 0.97


def test_a_member_never_seen_is_read_nearly_as_well(by_member):
    assert macro_f1(by_member) > 0.9


def test_margins_of_a_held_back_member_part_the_labels(material, nested):
    for k in range(3):
        labels = material.labels[:, k]
        assert nested.margins[labels, k].mean() > nested.margins[~labels, k].mean()


def test_nested_margins_are_those_of_folds_one_by_one(material, nested):
    """Ten fits of pairs and five of folds stand for twenty-five: the outer margins show it."""
    assert np.allclose(nested.margins, out_of_fold_margins(material, QUICK))


def test_the_model_without_a_fold_never_saw_it(material, nested):
    held, part = nested.parts[0]
    rows = [
        replace(row, labels=frozenset(), text="Nothing.") if i in set(held) else row
        for i, row in enumerate(material.rows)
    ]
    again = fit_nested(prepare(rows), QUICK).parts[0][1]
    assert again.bands == part.bands


def test_calibrated_scores_are_as_high_as_the_labels_are_common(material, fitted):
    gaps = fitted.scores(material).mean(axis=0) - material.labels.mean(axis=0)
    assert np.abs(gaps).max() < 0.1


def test_every_category_has_a_band_in_order(fitted):
    assert set(fitted.bands) == set(JusticeCategory)
    assert all(0 <= b.low <= b.threshold <= b.high for b in fitted.bands.values())


def test_fitting_twice_gives_the_same_model(material, fitted, nested):
    again = fit(material, QUICK, nested)
    assert again.bands == fitted.bands
    assert (again.scores(material) == fitted.scores(material)).all()


def test_the_order_of_the_rows_hardly_moves_the_scores(material, fitted):
    turned = prepare(small_world()[::-1])
    assert np.abs(fit(turned, QUICK).scores(material) - fitted.scores(material)).max() < 0.3


def test_without_trees_the_lines_stand_alone(material):
    heads = learn(material, replace(QUICK, trees=0))
    assert heads.trees == {} and len(heads.lines) == 3


@pytest.mark.parametrize("left_out", [("rule",), ("concept",), ("rule", "spoken", "rules")])
def test_features_can_be_left_out_by_kind(material, left_out):
    heads = learn(material, replace(QUICK, left_out=left_out))
    assert not [i for i in heads.columns.concepts if material.names[i].startswith(left_out)]


def test_words_can_be_left_out(material):
    heads = learn(material, replace(QUICK, words=False))
    assert len(heads.columns.words) == 0
    assert heads.margins(material.supported, material.words).shape == (len(material.rows), 3)


def test_what_fewer_than_three_rows_have_teaches_nothing(material, fitted):
    columns = fitted.learned.columns
    assert material.supported[:, columns.concepts].getnnz(axis=0).min() >= 3
    assert material.words[:, columns.words].getnnz(axis=0).min() >= 3


def test_an_invented_row_weighs_less_than_a_real_one():
    rows = [replace(r, source=Source.REAL) if A2J in r.labels else r for r in small_world()]
    light, heavy = (
        learn(prepare(rows), replace(QUICK, trees=0, corpus_weight=weight)).lines[A2J].intercept_[0]
        for weight in (0.1, 1.0)
    )
    assert light > heavy


def test_the_stored_heads_say_what_the_fitted_ones_say(material, fitted):
    from classifier.predict.heads import feature_parts, transform
    from classifier.predict.signals import read

    heads = fitted.stored(material)
    parts = feature_parts([read(row.commitment) for row in material.rows[:20]])
    assert np.allclose(heads.scores(transform(heads.vectorizers, *parts)), fitted.scores(material)[:20])


def test_rows_are_counted_by_where_they_come_from():
    rows = [make_row(1), make_row(2, source=Source.REAL), make_row(3, source=Source.REAL)]
    assert sources(rows) == {"corpus": 1, "real": 2}


def test_only_what_is_firmly_contradicted_is_suspected(material, by_member):
    assert len(suspects(by_member, [row.id for row in material.rows])) < 0.05 * len(material.rows)


def test_a_wrong_label_is_suspected():
    material = prepare([*small_world(), make_row(700, "We will protect whistleblowers.", member="m7")])
    found = suspects(score_by_member(material, fit_nested(material, QUICK)), [r.id for r in material.rows])
    wrong = [one for one in found if one["id"] == "en-700"]
    assert wrong[0]["category"] == JOG and "whistleblower" in " ".join(wrong[0]["spoke"])
