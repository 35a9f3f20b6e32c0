from classifier.plans import Commitment
from classifier.predict.features import concept_features, operative_text
from classifier.predict.signals import read


def reading(title="", text=""):
    return read(Commitment.from_text(title=title, text=text))


def test_a_rule_counts_once_however_often_it_fires():
    text = "We protect whistleblowers. " * 30
    assert concept_features(reading(text=text))["rule whistleblower operative"] == 1.0


def test_concepts_are_told_apart_by_part():
    found = concept_features(reading("Open courts", "The prisons stay closed to visitors."))
    assert "concept court title" in found
    assert "concept prison operative" in found


def test_rules_that_agree_are_noticed():
    found = concept_features(reading("Whistleblowers", "Protect whistleblowers who report corruption."))
    assert found["rules for justice_for_open_government agree"] == 1.0


def test_one_liners_are_marked():
    assert "short" in concept_features(reading("Budget online"))
    assert "short" not in concept_features(reading("Budget", "many words " * 20))


def test_operative_text_leaves_background_out():
    text = "Status quo or problem: Courts are slow. Description: We will publish budgets."
    words = operative_text(reading("Open Données", text))
    assert words.startswith("open donnees open donnees")
    assert "slow" not in words
