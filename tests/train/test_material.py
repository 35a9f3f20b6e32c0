"""What a member's rows look like without the terms that only this member uses."""

from dataclasses import replace

import pytest
from worlds import make_row

from classifier.train.material import prepare
from classifier.train.rows import Source

OWN = "Protected disclosures will be shielded from reprisals."
SHARED = "The supreme court will publish its judgments."


def real(number, member, text):
    return replace(make_row(number, member=member), title="", text=text, source=Source.REAL, language="en")


@pytest.fixture(scope="module")
def material():
    return prepare([real(1, "a", OWN), real(2, "a", SHARED), real(3, "b", SHARED)])


def columns(matrix, row):
    return set(matrix[row].indices)


def test_a_term_of_one_member_alone_teaches_nothing(material):
    assert columns(material.supported, 0) < columns(material.concepts, 0)
    assert not material.spoken_supported.shown[0].any()
    assert material.spoken.shown[0].any()


def test_a_term_that_two_members_use_stays(material):
    assert columns(material.supported, 1) == columns(material.concepts, 1)


def test_a_shorter_term_that_others_use_takes_the_place_of_the_dropped_one():
    texts = {"a": "The supreme court is open.", "b": "The court is open.", "c": "The court is open."}
    material = prepare([real(n, member, text) for n, (member, text) in enumerate(texts.items())])
    court = material.names.index("concept court operative")
    assert material.supported[0, court] == 1.0


def test_reading_as_if_new_drops_them_from_what_is_predicted(material):
    seen = material.as_if_new()
    assert (seen.concepts != material.supported).nnz == 0
    assert (seen.spoken.shown == material.spoken_supported.shown).all()
