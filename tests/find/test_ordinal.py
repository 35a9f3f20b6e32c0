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
        ("National Action Plan IV", "en", "4"),
        ("Action Plan no. 3, 2031-2033", "en", "3"),
        ("Action Plan 4", "en", "4"),
        ("Action plan 5 pillars", "en", ""),
        ("The first draft of the national action plan", "en", ""),
        ("First draft action plan", "en", ""),
        ("1. National action plan", "en", ""),
        ("4. Nationaler Aktionsplan", "de", "4"),
        ("Vierter Nationaler Aktionsplan", "de", "4"),
        ("3. Ulusal Eylem Planı", "tr", "3"),
        ("4-й национальный план действий", "ru", "4"),
        ("Programi i akcijski plan", "hr", ""),
        ("OTVORENOST I AKCIJSKI PLAN", "hr", ""),
        ("Page 1 Open Government Action Plan", "en", ""),
        ("Plan d'action national 2031", "fr", ""),
        ("13th National Action Plan", "en", ""),
    ],
)
def test_which_of_its_plans_it_is(text, language, number):
    assert plan_number(text, (language, "en")) == number
