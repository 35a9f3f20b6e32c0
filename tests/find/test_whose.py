import pytest

from classifier.find.whose import find_member, load_members, years
from classifier.plans import Level


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
