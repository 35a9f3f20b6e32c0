import pytest

from classifier.extract import language
from classifier.extract.language import detect_language, detect_languages, plan_languages


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministry will publish every contract and answer the questions of residents.", "en"),
        ("El ministerio publicará todos los contratos y responderá a las preguntas de la gente.", "es"),
        ("Le ministère publiera tous les contrats et répondra aux questions des habitants.", "fr"),
        ("O ministério vai publicar todos os contratos e responder às perguntas dos moradores.", "pt"),
        ("მთავრობა გამოაქვეყნებს ყველა ხელშეკრულებას და უპასუხებს კითხვებს", "ka"),
        ("Կառավարությունը կհրապարակի բոլոր պայմանագրերը և կպատասխանի հարցերին", "hy"),
        ("", ""),
    ],
)
def test_a_language_is_known_by_its_words_or_its_script(text, code):
    assert detect_language(text) == code


def test_the_same_text_always_has_the_same_language():
    text = "Open data, données ouvertes, datos abiertos, dados abertos"
    assert len({detect_language(text) for _ in range(10)}) == 1


def test_the_commonest_language_comes_first():
    assert plan_languages(["es", "es", "es", "en", "en", ""])[0] == "es"


ENGLISH = "The ministry will publish every contract and answer the questions of residents. " * 8
SPANISH = "El ministerio publicará todos los contratos y responderá a las preguntas de la gente. " * 8


def test_each_page_of_a_bilingual_plan_has_its_language():
    assert detect_languages([ENGLISH, SPANISH, "", ENGLISH, SPANISH]) == ["en", "es", "", "en", "es"]


def test_langdetect_is_not_asked_again_for_words_it_has_seen(monkeypatch):
    asked = []
    monkeypatch.setattr(language, "detect_language", lambda text: asked.append(text) or "en")
    assert detect_languages([ENGLISH] * 3) == ["en"] * 3
    assert len(asked) == 1


def test_capitals_are_read_like_small_letters():
    assert detect_language("EL MINISTERIO PUBLICARÁ TODOS LOS CONTRATOS Y RESPONDERÁ A LA GENTE") == "es"
