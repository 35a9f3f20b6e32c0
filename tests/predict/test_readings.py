"""Sentences, their parts, rules near and far, and what the heads see of them."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.plans import OPERATIVE_FIELDS, Commitment, Field, FieldName
from classifier.predict.features import concept_features, operative_text
from classifier.predict.sentences import LONGEST, Part, sentences
from classifier.predict.signals import load_rules, read
from classifier.taxonomy import JusticeCategory

words = st.text(st.sampled_from("abc court whistleblower.;\n•-, "), max_size=300)
HELP = "Free legal aid in villages."


def made(title="", text="", **more):
    return replace(Commitment.from_text(title=title, text=text, language="en"), **more)


def parts(commitment):
    return [sentence.part for sentence in sentences(commitment)]


@given(words, words)
def test_every_sentence_stands_where_it_says(title, text):
    for sentence in sentences(made(title, text)):
        whole = title if sentence.part is Part.TITLE else text
        assert whole[sentence.start : sentence.start + len(sentence.text)] == sentence.text


@given(words)
def test_sentences_never_overlap_and_are_never_empty(text):
    found = [s for s in sentences(made(text=text)) if s.part is not Part.TITLE]
    ends = [(s.start, s.start + len(s.text)) for s in found]
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(ends))
    assert all(s.text.strip() for s in found)


@given(st.integers(1, 40))
def test_a_list_without_stops_is_parted_into_pieces_one_can_read(items):
    found = sentences(made(text="wells and roads of the district, " * items * 4))
    assert all(len(s.text) <= LONGEST for s in found)


@pytest.mark.parametrize(
    "text",
    ["One thing. Another thing", "One thing; another thing", "One thing\nAnother thing", "One • Another"],
)
def test_stops_lines_and_bullets_part_sentences(text):
    assert len(sentences(made(text=text))) == 2


@pytest.mark.parametrize("text", ["Art. 5 applies", "Costs 3.5 million"])
def test_a_stop_within_a_number_parts_nothing_from_it(text):
    assert all("5" in s.text or "Art" in s.text for s in sentences(made(text=text)))


@pytest.mark.parametrize("name", FieldName)
def test_a_field_is_a_promise_where_the_template_asks_for_one(name):
    commitment = made(text=HELP, fields=(Field(name, 0, len(HELP)),))
    assert parts(commitment) == [Part.OPERATIVE if name in OPERATIVE_FIELDS else Part.BACKGROUND]


@pytest.mark.parametrize("name", sorted(set(FieldName) - OPERATIVE_FIELDS))
def test_justice_words_outside_a_promise_speak_for_nothing(name):
    commitment = made("Bus lanes", HELP, fields=(Field(name, 0, len(HELP)),))
    found = concept_features(read(commitment))
    assert not [feature for feature in found if feature.startswith(("spoken for", "rules for"))]
    assert "legal" not in operative_text(read(commitment))


@pytest.mark.parametrize("name", sorted(OPERATIVE_FIELDS))
def test_justice_words_in_a_promise_speak_for_their_category(name):
    commitment = made("Bus lanes", HELP, fields=(Field(name, 0, len(HELP)),))
    assert concept_features(read(commitment))[f"rules for {JusticeCategory.ACCESS_TO_JUSTICE}"] == 1.0


def test_a_text_without_fields_is_all_promise():
    assert set(parts(made("Title", "One thing. Another thing."))) == {Part.TITLE, Part.OPERATIVE}


def test_an_empty_commitment_has_no_sentence_and_no_signal():
    assert sentences(made(" ", " \n ")) == []
    assert read(made()).signals == ()


def rule(name):
    return next(one for one in load_rules() if one.name == name)


def fired(text):
    return {signal.rule.name for signal in read(made(text=text)).signals}


def test_two_sentences_do_not_add_up_to_one_promise():
    assert "information_appeal" in fired("A refusal of information may be appealed.")
    assert "information_appeal" not in fired("Information may be refused.\nTennis players may appeal.")


def test_words_too_far_apart_do_not_add_up():
    far = "word " * (rule("information_appeal").near + 5)
    assert "information_appeal" not in fired(f"A refusal of information {far} an appeal")


def test_a_sentence_a_rule_forbids_is_silent():
    barred = [one for one in load_rules() if one.none]
    assert barred
    assert all(not one.none & group for one in barred for group in one.groups)


@pytest.mark.parametrize("one", load_rules(), ids=lambda one: one.name)
def test_every_rule_can_fire_in_english(one):
    from classifier.predict.lexicon import load_lexicon

    known = load_lexicon("en").concepts
    assert all(group & known for group in one.groups)


@given(words)
def test_a_signal_lies_within_its_sentence(text):
    commitment = made(text=text)
    for signal in read(commitment).signals:
        assert any(
            s.start <= signal.start < signal.end <= s.start + len(s.text) for s in sentences(commitment)
        )


@given(words)
def test_features_are_present_or_absent(text):
    assert set(concept_features(read(made(text=text))).values()) <= {1.0}


def test_saying_it_twice_shows_the_heads_no_more():
    once, twice = (concept_features(read(made(text=HELP * n))) for n in (1, 2))
    assert set(once) == set(twice)


def test_the_heads_read_words_without_case_and_accents():
    assert operative_text(read(made("ÓRGÃO", "Ação!"))) == "orgao orgao acao"


def test_a_language_without_a_lexicon_is_guessed_from_the_words():
    commitment = replace(made("Registro", "El Ministerio publicará los datos de la ciudad."), language="")
    assert read(commitment).language == "es"
