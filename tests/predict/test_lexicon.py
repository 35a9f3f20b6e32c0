import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.predict.lexicon import FOLDER, fold, guess_language, languages, load_lexicon
from classifier.predict.signals import load_rules


def concepts(text, language="en"):
    return {match.concept for match in load_lexicon(language).match(text)}


@pytest.mark.parametrize(
    ("text", "language", "concept"),
    [
        ("Whistle-blowers will be protected", "en", "whistleblower"),
        ("the Information Commissioner decides", "en", "info_body"),
        ("ASSET DECLARATIONS of ministers", "en", "declaration"),
        ("protección de denunciantes", "es", "whistleblower"),
        ("las sentencias firmes", "es", "judgments"),
        ("l'aide juridictionnelle gratuite", "fr", "legal_aid"),
        ("les lanceurs d'alerte", "fr", "whistleblower"),
        ("a defensoria pública itinerante", "pt", "legal_aid"),
        ("julgados de paz", "pt", "dispute_resolution"),
    ],
)
def test_a_concept_is_known_by_its_terms(text, language, concept):
    assert concept in concepts(text, language)


def test_a_star_stands_for_any_ending():
    assert "corruption" in concepts("corrupt corruptly corruption corrupting")
    assert "court" not in concepts("courteous courtyard")


def test_a_match_is_a_span_of_the_text():
    text = "We protect whistleblowers."
    (match,) = [m for m in load_lexicon("en").match(text) if m.concept == "whistleblower"]
    assert text[match.start : match.end] == "whistleblowers"


def test_of_overlapping_terms_the_longest_counts():
    found = [m for m in load_lexicon("en").match("access to public information") if m.concept == "rti"]
    assert len(found) == 1


@pytest.mark.parametrize("code", languages())
def test_every_language_has_every_concept_of_english(code):
    """A concept without terms is one the rules cannot see; one of its own no rule could name."""
    assert load_lexicon(code).concepts == load_lexicon("en").concepts


@pytest.mark.parametrize("code", languages())
def test_every_concept_a_rule_needs_can_be_found_by_one_of_its_own_terms(code):
    """A term hidden by its folding, or by another word's form, would never be matched."""
    terms = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))["concepts"]
    lexicon = load_lexicon(code)
    for name, some in terms.items():
        text = some[0].replace("*", "")
        assert name in {concept for concept, _ in lexicon.terms(text)}, (code, name)


def test_rules_use_known_concepts_only():
    used = {concept for rule in load_rules() for group in rule.groups for concept in group}
    used |= {concept for rule in load_rules() for concept in rule.none}
    assert used <= load_lexicon("en").concepts


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_no_term_stands_twice_in_a_concept(path):
    terms = tomllib.loads(path.read_text(encoding="utf-8"))["concepts"]
    assert not [name for name, some in terms.items() if len(set(some)) < len(some)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the council will publish the budget", "en"),
        ("el consejo publicará el presupuesto de la ciudad", "es"),
        ("le conseil publiera le budget de la ville", "fr"),
        ("o conselho vai publicar o orçamento da cidade", "pt"),
        ("Ministerul va publica bugetul și datele orașului", "ro"),
        ("il comune pubblica il bilancio della città", "it"),
        ("Die Stadt veröffentlicht den Haushalt", "de"),
        ("Міська рада оприлюднить бюджет", "uk"),
        ("ქალაქი გამოაქვეყნებს ბიუჯეტს", "ka"),
        ("تنشر البلدية الميزانية في البوابة", "ar"),
        ("Whistleblower protection", "en"),
        ("123", "en"),
    ],
)
def test_the_language_of_a_short_text_is_guessed(text, language):
    assert guess_language(text) == language


@given(st.text(max_size=200))
def test_any_text_can_be_matched(text):
    assert all(text[m.start : m.end] for m in load_lexicon("en").match(text))


def test_folding_drops_case_and_accents():
    assert fold("ÉTAT") == "etat"
