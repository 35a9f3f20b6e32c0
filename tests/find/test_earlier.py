import pytest

from classifier.cues import languages, load_cues
from classifier.find.earlier import Own, heads_another, names_earlier, of_another

FOURTH = Own("4", 2031)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The previous national action plan had five commitments", "en"),
        ("Bilan du précédent plan d'action", "fr"),
        ("Los compromisos del plan de acción anterior", "es"),
        ("Балансът на предишния план", "bg"),
        ("Realizarea planului național precedent", "ro"),
    ],
)
def test_an_earlier_plan_is_named_in_its_own_words(text, language):
    assert names_earlier(text, (language,))


@pytest.mark.parametrize("text", ["This plan goes beyond previous years", "Our plan has five commitments"])
def test_the_plan_itself_is_not_an_earlier_one(text):
    assert not names_earlier(text, ("en",))


@pytest.mark.parametrize("code", languages())
def test_every_language_can_say_previous_plan(code):
    cues = load_cues(code).terms["earlier"]
    assert all(names_earlier(cue.text, (code,)) for cue in cues)


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("The third national action plan had nine commitments", True),
        ("In 2029 the government made nine commitments", True),
        ("The fourth national action plan has nine commitments", False),
        ("In 2031 the government makes nine commitments", False),
    ],
)
def test_a_sentence_tells_whose_commitments_it_counts(sentence, other):
    assert of_another(sentence, ("en",), FOURTH) is other


@pytest.mark.parametrize(
    ("heading", "other"),
    [
        ("Review of National Action Plan III", True),
        ("Results of the action plan 2029-2031", True),
        ("Results of the action plan 2027-2029", True),
        ("What was achieved since 2015", False),
        ("National action plan, December 2030", False),
        ("Commitments of National Action Plan IV", False),
        ("National action plan 2031-2033", False),
    ],
)
def test_a_heading_tells_whose_chapter_it_is(heading, other):
    assert heads_another(heading, ("en",), FOURTH) is other


def test_nothing_is_earlier_than_a_plan_of_unknown_years():
    assert not heads_another("Results of the action plan 2016-2018", ("en",), Own())
