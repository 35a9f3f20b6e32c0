from dataclasses import replace

import pytest

from classifier.plans import Commitment, Field, FieldName
from classifier.predict.evidence import (
    background_evidence,
    evidence,
    groups,
    means,
    people_centred,
    promised,
    rules_and_subthemes,
)
from classifier.predict.signals import read
from classifier.taxonomy import Group, JusticeCategory, Means, PeopleCentred

A2J, OJI, JOG = JusticeCategory
HELP = Commitment.from_text(
    title="Legal aid in villages",
    text="Paralegals give free legal advice to rural women in local languages. Court data stay closed.",
)


@pytest.fixture
def reading():
    return read(HELP)


def test_evidence_is_a_span_of_title_or_text(reading):
    for item in evidence(reading, HELP, [A2J]):
        whole = HELP.title if item.part == "title" else HELP.text
        assert whole[item.start : item.end] == item.text


def test_the_title_is_shown_first(reading):
    assert evidence(reading, HELP, [A2J])[0].part == "title"


def test_only_wanted_categories_are_shown(reading):
    assert {item.category for item in evidence(reading, HELP, [A2J])} == {A2J}


def test_the_rules_likely_involved_are_named(reading):
    rules, subthemes = rules_and_subthemes(reading, [A2J])
    assert "B4" in rules
    assert "legal_help" in subthemes


def test_groups_and_means_come_from_what_is_promised(reading):
    concepts = promised(reading)
    assert {Group.WOMEN, Group.POOR_OR_RURAL} <= groups(concepts)
    assert means(frozenset({"technology", "openness"})) == {Means.TECHNOLOGY, Means.TRANSPARENCY}


def test_two_indicators_make_it_people_centred(reading):
    flag, indicators = people_centred(promised(reading))
    assert flag is PeopleCentred.YES
    assert "help beyond lawyers" in indicators


@pytest.mark.parametrize(
    ("concepts", "flag"),
    [
        (frozenset(), PeopleCentred.NO),
        (frozenset({"barrier"}), PeopleCentred.UNCLEAR),
        (frozenset({"barrier", "women"}), PeopleCentred.YES),
    ],
)
def test_one_indicator_is_not_enough(concepts, flag):
    assert people_centred(concepts)[0] is flag


def in_background(title):
    text = "Paralegals give free legal advice to rural women."
    return replace(HELP, title=title, text=text, fields=(Field(FieldName.PROBLEM, 0, len(text)),))


def test_words_of_the_background_are_shown_where_nothing_is_promised():
    commitment = in_background("Publish bus timetables")
    (found, *_) = background_evidence(read(commitment), commitment)
    assert found.category is A2J
    assert commitment.text[found.start : found.end] == found.text


def test_a_promise_outweighs_the_background():
    commitment = in_background("Legal aid in villages")
    assert A2J not in {item.category for item in background_evidence(read(commitment), commitment)}
