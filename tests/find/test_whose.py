from dataclasses import replace
from pathlib import Path

import pytest
from find.readings import BODY, make_document

from classifier.cues import languages, load_cues
from classifier.documents import Box, Line
from classifier.find.whose import find_member, load_members, whose, years
from classifier.plans import Edition, Level


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("National Action Plan 2019-2021", (2019, 2021)),
        ("Plan de Acción 2023 a 2027", (2023, 2027)),
        ("2016–18", (2016, 2018)),
        ("from 2014 to 2016", (2014, 2016)),
        ("Agenda 2030, plan 2022", (2030, None)),
        ("founded 1999-2001", (None, None)),
        ("no year", (None, None)),
    ],
)
def test_the_years_of_a_plan(text, span):
    assert years(text) == span


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Plan d'action national, République française", "FR"),
        ("IV Plan de Gobierno Abierto de la República Argentina", "AR"),
        ("საქართველო", "GE"),
        ("Kosovës", "XK"),
        ("Papua New Guinea", "PNG"),
        ("uk", "UK"),
    ],
)
def test_a_member_is_known_by_its_names(text, code):
    assert find_member(text).code == code


def test_a_city_wins_over_its_country():
    member = find_member("Ayuntamiento de Madrid, España")
    assert (member.name, member.level) == ("Madrid", Level.LOCAL)


def test_an_unknown_place_is_no_member():
    assert find_member("Republic of Nowhere") is None


def test_regions_are_ogps_own():
    members = load_members()
    assert members["AM"].region == "Asia and the Pacific"
    assert members["IL"].region == "Europe"


def test_every_member_is_complete():
    members = load_members().values()
    assert all(len(m.iso3) == 3 and m.region and m.income in {"L", "LM", "UM", "H"} for m in members)
    assert sum(m.level is Level.NATIONAL for m in members) >= 75


def cover(title, language="en", file="plan.pdf"):
    document = make_document(("h", title, 24), ("p", BODY), language=language)
    return whose(replace(document, path=Path(file)), {})


@pytest.mark.parametrize("edition", [Edition.DRAFT, Edition.AMENDED, Edition.ADDENDUM])
@pytest.mark.parametrize("code", languages())
def test_an_edition_is_told_in_every_language_that_names_it(code, edition):
    cues = load_cues(code).terms.get(f"editions.{edition}", ())
    assert all(cover(f"2031: {cue.text}", code).edition is edition for cue in cues[:1])


@pytest.mark.parametrize("code", languages())
def test_every_language_knows_a_draft(code):
    assert load_cues(code).terms["editions.draft"]


@pytest.mark.parametrize(
    ("title", "edition", "number"),
    [
        ("Draft Open Government National Action Plan 2031-2033", Edition.DRAFT, ""),
        ("The first draft of the Third National Action Plan", Edition.DRAFT, "3"),
        ("Third National Action Plan, amended", Edition.AMENDED, "3"),
        ("Addendum to the Third National Action Plan", Edition.ADDENDUM, "3"),
        ("Third National Action Plan", Edition.FINAL, "3"),
    ],
)
def test_a_plans_edition_and_number_are_told_apart(title, edition, number):
    about = cover(title)
    assert (about.edition, about.number) == (edition, number)


def test_a_files_name_tells_a_draft():
    assert cover("National Action Plan", file="ketu_draft_2031.pdf").edition is Edition.DRAFT


def test_the_last_plan_spoken_of_is_the_plans_own():
    document = make_document(
        ("h", "Opening up together", 24), *[("p", BODY)] * 12,
        ("p", "This third national action plan builds on the first national action plan."),
    )  # fmt: skip
    assert whose(document, {}).number == "3"


def test_the_title_stands_on_the_first_page_with_words():
    document = make_document(*[("p", BODY)] * 10, ("h", "Open Ketu 2031", 24), ("p", BODY))
    later = replace(document, blocks=document.blocks[10:])
    assert whose(later, {}).title == "Open Ketu 2031"


def test_a_draft_may_say_so_on_every_page_only():
    document = make_document(("h", "National Action Plan", 24), *[("p", BODY)] * 20)
    line = Line("Draft for consultation", 1, Box(50, 20, 500, 30), 8)
    pages = tuple(replace(page, furniture=(line,)) for page in document.pages)
    assert whose(replace(document, pages=pages), {}).edition is Edition.DRAFT
