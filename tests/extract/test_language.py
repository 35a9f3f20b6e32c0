import pytest

from classifier.extract.language import detect_language, plan_languages


@pytest.mark.parametrize(
    ("text", "language"),
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
def test_a_language_is_known_by_its_words_or_its_script(text, language):
    assert detect_language(text) == language


def test_the_same_text_always_has_the_same_language():
    text = "Open data, données ouvertes, datos abiertos, dados abertos"
    assert len({detect_language(text) for _ in range(10)}) == 1


def test_the_commonest_language_comes_first():
    assert plan_languages(["es", "es", "es", "en", "en", ""])[0] == "es"
