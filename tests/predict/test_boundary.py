"""The codebook's boundary rules, each as a model in use must decide it."""

import pytest
from factories import A2J, JOG, OJI
from predict.boundary import CASES, SPOKEN, SUBTLE

from classifier.plans import Commitment
from classifier.predict import load_model
from classifier.taxonomy import RULES

TABLE = [(rule, *case) for rule, cases in CASES.items() for case in cases]
TONGUES = [(code, *case) for code, cases in SPOKEN.items() for case in cases]


@pytest.fixture(scope="module")
def model():
    return load_model()


def predict(model, title, text, language="en"):
    (found,) = model.predict([Commitment.from_text(title=title, text=text, language=language)])
    return found


def test_every_rule_of_the_codebook_has_its_cases():
    assert tuple(CASES) == RULES


def test_most_rules_are_shown_on_both_sides():
    sides = {rule: {bool(labels) for _, _, labels in cases} for rule, cases in CASES.items()}
    assert {rule for rule, seen in sides.items() if len(seen) == 1} <= {"B10", "B18", "B19"}


def test_every_category_is_among_the_cases():
    assert {category for *_, labels in TABLE for category in labels} == {A2J, OJI, JOG}


@pytest.mark.parametrize(("rule", "title", "text", "labels"), TABLE, ids=[f"{r}-{t}" for r, t, *_ in TABLE])
def test_a_boundary_is_drawn_where_the_codebook_draws_it(model, rule, title, text, labels):
    assert predict(model, title, text).categories == frozenset(labels)


@pytest.mark.parametrize(
    ("code", "title", "text", "labels"), TONGUES, ids=[f"{c}-{t}" for c, t, *_ in TONGUES]
)
def test_boundaries_are_the_same_in_other_languages(model, code, title, text, labels):
    assert predict(model, title, text, code).categories == frozenset(labels)


@pytest.mark.parametrize(("rule", "title", "text", "labels"), SUBTLE, ids=[f"{r}-{t}" for r, t, *_ in SUBTLE])
def test_what_few_words_show_is_never_dropped_unread(model, rule, title, text, labels):
    found = predict(model, title, text)
    assert frozenset(labels) <= found.categories | found.doubtful
    assert not found.auto_accepted


LABELLED = [case for case in TABLE if case[3]]


@pytest.mark.parametrize(
    ("rule", "title", "text", "labels"), LABELLED, ids=[f"{r}-{t}" for r, t, *_ in LABELLED]
)
def test_every_label_shows_words_that_stand_in_the_commitment(model, rule, title, text, labels):
    found = predict(model, title, text)
    assert {item.category for item in found.evidence} >= set(labels)
    for item in found.evidence:
        whole = title if item.part == "title" else text
        assert whole[item.start : item.end] == item.text != ""


@pytest.mark.parametrize(("rule", "title", "text", "labels"), LABELLED[::4])
def test_a_justice_ministry_as_lead_adds_no_label(model, rule, title, text, labels):
    led = Commitment.from_text(title=title, text=text, lead_institution="Ministry of Justice", language="en")
    assert model.predict([led])[0].categories == predict(model, title, text).categories


NOISE = "\nThe work will be done in 2027 by the office that is in charge of it."


@pytest.mark.parametrize(("rule", "title", "text", "labels"), LABELLED[1::4])
def test_an_empty_sentence_more_takes_no_label_away(model, rule, title, text, labels):
    assert predict(model, title, text + NOISE).categories >= set(labels)
