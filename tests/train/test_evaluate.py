"""Rows scored by models that never saw them, and what rows are told apart by."""

from dataclasses import replace

import numpy as np
import pytest
from worlds import make_row, small_world

from classifier.predict import load_model
from classifier.taxonomy import JusticeCategory
from classifier.train.evaluate import (
    covered,
    drift,
    of_interest,
    row_keys,
    score_by_member,
    score_model,
    spoken_rules,
    too_little,
    unknown_words,
)
from classifier.train.fit import Settings, fit_nested
from classifier.train.material import prepare
from classifier.train.rows import Source

A2J, OJI, JOG = JusticeCategory
FIELDS = "What is the public problem that the commitment will address? None.\nWhat is the commitment? Trees."


@pytest.fixture(scope="module")
def rows():
    """A small world, half of its members real."""
    made = small_world()
    return [replace(r, source=Source.REAL) if r.member in {"m0", "m1", "m2", "m3"} else r for r in made]


@pytest.fixture(scope="module")
def material(rows):
    return prepare(rows)


@pytest.fixture(scope="module")
def scored(material):
    return score_by_member(material, fit_nested(material, Settings(trees=5)))


def test_a_models_predictions_keep_the_order_of_the_rows(rows):
    some = rows[:20]
    scored = score_model(load_model(), some)
    assert scored.labels.shape == scored.found.shape == scored.scores.shape == (20, 3)
    assert scored.members.tolist() == [row.member for row in some]
    assert len(scored.spoken) == len(scored.accepted) == 20


def test_every_row_is_scored_by_member(scored, rows):
    assert len(scored.members) == len(rows) == len(scored.accepted)
    assert ((scored.scores > 0) & (scored.scores < 1)).all()


def test_real_rows_are_of_interest_or_those_of_them_that_are_named(material, rows):
    assert {rows[i].source for i in of_interest(material)} == {Source.REAL}
    assert [rows[i].id for i in of_interest(material, {"en-3", "en-100"})] == ["en-3"]


def test_where_no_row_is_real_all_are_of_interest():
    invented = prepare(small_world(members=2))
    assert len(of_interest(invented)) == len(invented.rows)


def test_nothing_is_accepted_in_a_language_with_too_little_evidence(material):
    strange = replace(material, rows=tuple(replace(r, language="xx") for r in material.rows))
    nested = fit_nested(material, Settings(trees=5))
    other = replace(strange, languages=("zz",) * len(strange.rows))
    assert not score_by_member(other, nested).accepted.any()


def test_languages_with_enough_and_with_too_little_are_told_apart():
    rows = [make_row(n, labels=[A2J] if n < 20 else [], language="en" if n < 30 else "ka") for n in range(40)]
    assert covered(rows) == ["en"]
    assert too_little(rows) == {"ka": 0}


@pytest.mark.parametrize(
    ("words", "name"),
    [(3, "under 25 words"), (25, "25-74 words"), (75, "75-199 words"), (200, "200 words or more")],
)
def test_lengths_are_told_apart_where_the_quartiles_lie(words, name):
    assert row_keys([make_row(1, "word " * words)])["length"] == [name]


def test_a_template_shows_by_its_style_or_its_labels():
    rows = [make_row(1, style="one_line"), make_row(2, FIELDS), make_row(3)]
    assert row_keys(rows)["template"] == ["one_line", "labelled fields", "free text"]


def test_languages_are_those_given_or_those_of_the_rows():
    assert row_keys([make_row(1)])["language"] == ["en"]
    assert row_keys([make_row(1)], ["es"])["language"] == ["es"]


def test_rules_that_spoke_are_named_without_their_part(material):
    said = spoken_rules(material)
    protected = next(i for i, row in enumerate(material.rows) if "whistleblowers" in row.text)
    assert "whistleblower" in said[protected]
    assert not any(" " in name for names in said for name in names)


def test_words_never_seen_are_counted(rows):
    assert unknown_words(rows, rows) == 0.0
    assert 0.6 < unknown_words(rows, [make_row(1, "zzyzx qwrtp the", title="")]) < 0.7
    assert unknown_words(rows, []) == 0.0


def test_drift_is_told_by_language(rows):
    strange = [make_row(1, "zzyzx qwrtp plomf", title="", language="xx")]
    found = drift(rows, {"real": [*rows[:9], *strange], "none": []})
    assert set(found) == {"real"}
    assert found["real"]["xx"] == 1.0 and found["real"]["en"] == 0.0
    assert 0 < found["real"]["all"] < 1


def test_labels_are_kept_as_they_were(scored, material):
    assert np.array_equal(scored.labels, material.labels)
