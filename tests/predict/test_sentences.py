from hypothesis import given
from hypothesis import strategies as st

from classifier.plans import Commitment
from classifier.predict.sentences import LONGEST, Part, sentences

TEMPLATE = (
    "Status quo or problem: Courts are slow. "
    "Description: We will publish contracts. "
    "Lead institution: Ministry of Justice. "
)


def commitment(text, title="Title"):
    return Commitment.from_text(title=title, text=text)


def test_title_comes_first():
    first = sentences(commitment("We will publish."))[0]
    assert (first.part, first.text) == (Part.TITLE, "Title")


def test_a_text_without_fields_is_all_promise():
    found = sentences(commitment("One thing. Another thing."))
    assert [s.part for s in found[1:]] == [Part.OPERATIVE, Part.OPERATIVE]


def test_in_a_template_the_field_decides():
    parts = {s.text.split()[0]: s.part for s in sentences(commitment(TEMPLATE))[1:]}
    assert parts == {"Courts": Part.BACKGROUND, "We": Part.OPERATIVE, "Ministry": Part.BACKGROUND}


def test_what_stands_before_the_first_label_is_promise():
    first = sentences(commitment("We open data. " + TEMPLATE))[1]
    assert (first.text.strip(), first.part) == ("We open data.", Part.OPERATIVE)


def test_list_items_are_sentences():
    assert len(sentences(commitment("• publish the list • train the staff", title=""))) == 2


def test_no_sentence_is_endless():
    long = ", ".join(f"item number {n}" for n in range(200))
    assert max(len(s.text) for s in sentences(commitment(long))) <= LONGEST


@given(st.text(max_size=600))
def test_sentences_are_spans_of_the_text(text):
    made = commitment(text, title="")
    assert all(made.text[s.start : s.start + len(s.text)] == s.text for s in sentences(made))
