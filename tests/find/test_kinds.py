from dataclasses import replace

import pytest
from find.readings import BODY, make_document

from classifier.cues import languages, load_cues
from classifier.documents import Box, Line
from classifier.find.kinds import announced, kind
from classifier.plans import DocumentKind


@pytest.mark.parametrize(
    ("title", "language", "what"),
    [
        ("National Action Plan 2030", "en", DocumentKind.ACTION_PLAN),
        ("Mid-term Self-Assessment Report", "en", DocumentKind.SELF_ASSESSMENT),
        ("Informe de autoevaluación", "es", DocumentKind.SELF_ASSESSMENT),
        ("IRM Design Report", "en", DocumentKind.IRM_REPORT),
        ("Plan d'action national", "fr", DocumentKind.ACTION_PLAN),
    ],
)
def test_the_title_says_what_it_is(title, language, what):
    document = make_document(("h", title, 24), ("p", BODY), language=language)
    found, reason = kind(document, title)
    assert found is what
    assert title in reason


def every(concept):
    """Each language with the first cue it has for a concept."""
    named = ((code, load_cues(code).terms.get(concept, ())) for code in languages())
    return [(code, cues[0].text) for code, cues in named if cues]


@pytest.mark.parametrize(("language", "title"), every("kinds.self_assessment"))
def test_a_self_assessment_is_told_in_every_language(language, title):
    document = make_document(("h", f"{title} 2031", 24), ("p", BODY), language=language)
    assert kind(document, f"{title} 2031")[0] is DocumentKind.SELF_ASSESSMENT


@pytest.mark.parametrize(("language", "title"), every("kinds.irm_report"))
def test_an_irm_report_is_told_in_every_language(language, title):
    document = make_document(("h", f"{title}: 2031", 24), ("p", BODY), language=language)
    assert kind(document, f"{title}: 2031")[0] is DocumentKind.IRM_REPORT


def test_every_language_knows_both_kinds_of_report():
    for concept in ("kinds.self_assessment", "kinds.irm_report"):
        assert {code for code, _ in every(concept)} == set(languages())


def headed(document, text):
    line = Line(text, 1, Box(50, 20, 500, 30), 8)
    return replace(document, pages=tuple(replace(page, furniture=(line,)) for page in document.pages))


def long_plan(*more, pages=8):
    return make_document(("h", "National Action Plan 2031-2033", 24), *more, *[("p", BODY)] * (10 * pages))


def test_running_heads_name_the_document():
    what, reason = kind(headed(long_plan(), "IRM Design Report: version for public comment"), "Open Ketu")
    assert what is DocumentKind.IRM_REPORT
    assert "IRM Design Report" in reason


def test_a_report_that_speaks_of_the_irm_on_every_page_is_the_irms():
    report = make_document(("h", "Ketu 2031", 24), *[("p", f"The IRM found this. {BODY}")] * 90)
    assert kind(report, "Ketu 2031")[0] is DocumentKind.IRM_REPORT


@pytest.mark.parametrize(
    "text",
    [
        "The Independent Reporting Mechanism reviewed our last plan, and the IRM advised us well.",
        "The self-assessment report of the last plan is online.",
        "The agenda was agreed with the forum. Thank you.",
    ],
)
def test_a_plan_that_speaks_of_reports_is_a_plan(text):
    what, reason = kind(long_plan(("p", text)), "National Action Plan 2031-2033")
    assert what is DocumentKind.ACTION_PLAN
    assert "national action plan" in reason


def test_the_cover_of_a_plan_on_an_agenda_is_a_plans():
    cover = make_document(("h", "Plan de Acción de la Agenda de Gobierno Abierto 2031", 24), language="es")
    assert kind(cover, cover.text)[0] is DocumentKind.ACTION_PLAN


def slides(words, thanks="", language="en"):
    entries = [("p", "word " * words, 10)] * 60 + ([("p", thanks, 30)] if thanks else [])
    document = make_document(*entries, language=language)
    return replace(document, pages=tuple(replace(page, width=960, height=540) for page in document.pages))


@pytest.mark.parametrize(
    ("words", "thanks", "language", "what"),
    [
        (4, "", "en", DocumentKind.SLIDES),
        (10, "", "en", DocumentKind.ACTION_PLAN),
        (10, "Thank you for your attention", "en", DocumentKind.SLIDES),
        (10, "Muchas gracias", "es", DocumentKind.SLIDES),
        (10, "Grazie per l'attenzione", "it", DocumentKind.SLIDES),
        (40, "Merci de votre attention", "fr", DocumentKind.ACTION_PLAN),
    ],
)
def test_slides_are_wide_and_short_of_words(words, thanks, language, what):
    assert kind(slides(words, thanks, language), "Open Ketu")[0] is what


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The plan holds 12 commitments.", 12),
        ("It makes nine commitments in three themes.", 9),
        ("We made 5 commitments then and 9 commitments now; 9 commitments are enough.", 9),
        ("Some 5 commitments, then 7 commitments.", None),
        ("No number here.", None),
    ],
)
def test_how_many_commitments_a_plan_speaks_of(text, number):
    assert announced(make_document(("p", text))) == number


def test_other_languages_count_too():
    assert announced(make_document(("p", "El plan reúne 15 compromisos."), language="es")) == 15


def test_what_the_last_plan_held_is_passed_over():
    text = "The previous plan held seven commitments. This one holds nine commitments."
    assert announced(make_document(("p", text))) == 9
