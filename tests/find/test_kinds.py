import pytest
from find.readings import BODY, make_document

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
