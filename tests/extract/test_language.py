import pytest

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
    pages = [[ENGLISH], [SPANISH], [""], [ENGLISH]]
    assert detect_languages(pages) == [["en"], ["es"], ["es"], ["en"]]


def test_blocks_beside_each_other_have_their_own_languages():
    assert detect_languages([[ENGLISH, SPANISH, ENGLISH]]) == [["en", "es", "en"]]


def test_a_short_block_has_its_pages_language():
    assert detect_languages([[ENGLISH, "Wells", "Plan de acción"]]) == [["en", "en", "en"]]


def test_texts_too_short_to_say_do_not_count():
    assert plan_languages(["", "es", ""], [5000, 50, 5000]) == ("es",)


def test_a_language_of_less_than_a_tenth_is_not_the_plans():
    assert plan_languages(["es", "en"], [950, 50]) == ("es",)
    assert plan_languages(["es", "en"], [850, 150]) == ("es", "en")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Засгийн газар бүх гэрээг нийтэлж, оршин суугчдын асуултад хариулна", "mn"),
        ("Министарство ће објавити све уговоре и одговорити на питања грађана", "sr"),
        ("Nazirlik bütün müqavilələri dərc edəcək və sakinlərin suallarına cavab verəcək", "az"),
        ("정부는 모든 계약을 공개하고 주민들의 질문에 답변할 것입니다 그리고 더", "ko"),
    ],
)
def test_letters_or_script_decide_where_there_is_no_profile(text, code):
    assert detect_language(text) == code


def test_capitals_are_read_like_small_letters():
    assert detect_language("EL MINISTERIO PUBLICARÁ TODOS LOS CONTRATOS Y RESPONDERÁ A LA GENTE") == "es"
