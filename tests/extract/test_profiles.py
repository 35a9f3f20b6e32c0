import numpy as np
import pytest

from classifier.extract.profiles import _profiles, scores

ITALIAN = "Il ministero pubblicherà tutti i contratti e risponderà alle domande dei cittadini"


def test_the_likeliest_language_comes_first():
    found = scores(ITALIAN)
    assert next(iter(found)) == "it"
    assert list(found.values()) == sorted(found.values(), reverse=True)


def test_near_languages_come_near_each_other():
    found = scores("O ministério vai publicar todos os contratos e responder às perguntas")
    assert found["pt"] - found["es"] < found["pt"] - found["fi"]


def test_scores_do_not_change_from_call_to_call():
    assert scores(ITALIAN) == scores(ITALIAN)


def test_the_length_of_a_text_does_not_matter():
    once, thrice = scores(ITALIAN), scores(" ".join([ITALIAN] * 3))
    assert once["it"] == pytest.approx(thrice["it"], abs=0.05)


@pytest.mark.parametrize("text", ["", "   ", "12 34", "\u13a0\u13a1"])
def test_what_no_profile_knows_has_no_scores(text):
    assert scores(text) == {}


def test_capitals_are_scored_like_small_letters():
    assert scores("IL MINISTERO PUBBLICHERÀ") == scores("il ministero pubblicherà")


def test_every_n_gram_stands_once_in_order_with_a_share_in_some_language():
    profiles = _profiles()
    assert (np.diff(profiles.grams) > 0).all()
    assert (profiles.logs.max(axis=1) > profiles.logs.min()).all()
