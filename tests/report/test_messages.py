import re

import pytest
from scenes import figures

from classifier.report import languages
from classifier.report.columns import kind_of
from classifier.report.html import to_html
from classifier.report.records import FIELDS
from classifier.report.tables import Kind
from classifier.report.words import load_messages
from classifier.taxonomy import SDG16_TARGETS, SUBTHEMES, Group, JusticeCategory, Means, PeopleCentred

OTHERS = [code for code in languages() if code != "en"]


def flat(words):
    return {
        (section, name): text for section, entries in words._words.items() for name, text in entries.items()
    }


def test_the_report_speaks_three_languages():
    assert languages() == ["en", "es", "fr"]


def test_an_unknown_language_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="en, es, fr"):
        load_messages("xx")


@pytest.mark.parametrize("code", OTHERS)
def test_every_language_has_every_message(code):
    assert flat(load_messages(code)).keys() == flat(load_messages("en")).keys()


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_has_the_same_blanks(code):
    english = flat(load_messages("en"))
    for key, text in flat(load_messages(code)).items():
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", english[key])), key


@pytest.mark.parametrize("code", languages())
def test_every_code_of_the_codebook_has_a_name(code):
    words = flat(load_messages(code))
    wanted = {("subtheme", name) for name in SUBTHEMES} | {("group", str(one)) for one in Group}
    wanted |= {("category", str(one)) for one in JusticeCategory} | {("sdg", name) for name in SDG16_TARGETS}
    wanted |= {("value", str(one)) for one in (*Means, *PeopleCentred)} | {("field", name) for name in FIELDS}
    assert wanted <= words.keys()


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_is_left_in_english(code):
    english, same = (
        flat(load_messages("en")),
        {"level_of_scale", "region", "sdg", "value", "column", "outcome", "area"},
    )
    left = [
        k
        for k, t in flat(load_messages(code)).items()
        if len(t) > 25 and t == english[k] and k[0] not in same
    ]
    assert left == []


@pytest.mark.parametrize(
    "code, said", [("es", "De 7 compromisos asumidos en 2023"), ("fr", "Sur 7 engagements pris en 2023")]
)
def test_a_report_is_written_in_the_language_asked_for(code, said):
    page = to_html(figures(code))
    assert f'<html lang="{code}">' in page and said in page


def test_the_same_numbers_in_every_language():
    by_language = [figures(code) for code in languages()]
    for tables in zip(*(report.tables for report in by_language), strict=True):
        numbers = [[[v for v in row if not isinstance(v, str)] for row in table.values()] for table in tables]
        assert numbers[0] == numbers[1] == numbers[2]


@pytest.mark.parametrize(
    "name, kind", [("member", Kind.TEXT), ("share", Kind.SHARE), ("low", Kind.NUMBER), ("files", Kind.COUNT)]
)
def test_columns_know_what_they_hold(name, kind):
    assert kind_of(name) is kind
