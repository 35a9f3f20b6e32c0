from datetime import date

import pytest
from factories import A2J, make_commitment, make_decision, make_plan, make_prediction
from hypothesis import given
from hypothesis import strategies as st

from classifier.documents import Box
from classifier.plans import Commitment, Milestone
from classifier.workspace.records import from_json, to_json

texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), max_size=40)
commitments = st.builds(
    make_commitment,
    title=texts,
    text=texts,
    start=st.none() | st.dates(),
    milestones=st.tuples(st.builds(Milestone, texts, texts, st.none() | st.dates())),
    boxes=st.just((Box(0, 1, 2, 3),)),
)


@given(commitments)
def test_any_commitment_survives_the_way_there_and_back(commitment):
    assert from_json(Commitment, to_json(commitment)) == commitment


@pytest.mark.parametrize(
    "record", [make_prediction("c", [A2J]), make_decision(None), make_plan(submitted=2023)]
)
def test_each_kind_survives(record):
    assert from_json(type(record), to_json(record)) == record


def test_dates_stay_dates():
    kept = from_json(Commitment, to_json(make_commitment(end=date(2024, 5, 1))))
    assert kept.end == date(2024, 5, 1)


def test_text_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="Commitment"):
        from_json(Commitment, '{"id": 1}')


def test_half_a_character_does_not_lose_the_rest():
    kept = from_json(Commitment, to_json(make_commitment(title="half \ud800 of it")))
    assert kept.title == "half ? of it"


@pytest.mark.parametrize("hostile", ["\0", "\x1b", "\x9b", "\u202e", "\u2066", "\x7f", "\b", "\f"])
def test_text_that_steers_a_screen_becomes_a_space_in_its_place(hostile):
    kept = from_json(Commitment, to_json(make_commitment(title=f"one{hostile}two\\u001b\\b")))
    assert kept.title == "one two\\u001b\\b"


@given(st.text())
def test_spans_stay_true_whatever_a_text_holds(text):
    kept = from_json(Commitment, to_json(make_commitment(text=text)))
    assert len(kept.text) == len(text)
    assert all(a == b or b in " ?" for a, b in zip(text, kept.text, strict=True))
