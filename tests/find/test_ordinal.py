import pytest

from classifier.find.ordinal import plan_number


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("Second Open Government National Action Plan", "en", "2"),
        ("IV Plan de Acción de Gobierno Abierto", "es", "4"),
        ("5º Plan de Acción Nacional", "es", "5"),
        ("4th National Action Plan 2031-2033", "en", "4"),
        ("Troisième plan d'action national", "fr", "3"),
        ("Sesto Piano d'azione nazionale", "it", "6"),
        ("National Action Plan 2031-2033", "en", ""),
        ("The minister spoke first", "en", ""),
    ],
)
def test_which_of_its_plans_it_is(text, language, number):
    assert plan_number(text, language) == number
