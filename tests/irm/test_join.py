from pathlib import Path

import pytest
from factories import SHARED

from classifier.irm import Join, join, read_database
from classifier.irm.join import member_key, number_key, text_key


def make_join(key, title, **more):
    return Join(key, **({"member": "Telmara", "plan_number": "2", "number": ""} | more), title=title)


def pairs(ours, theirs):
    return {(pair.ours, pair.theirs, pair.method) for pair in join(ours, theirs)[0]}


def test_an_id_outranks_everything():
    ours = [make_join("a", "Open courts", ogp_id="TX0001")]
    assert pairs(ours, [make_join("1", "Clean water", ogp_id="TX0001")]) == {("a", "1", "id")}


def test_like_titles_join_whatever_their_numbers():
    ours = [make_join("a", "Compromiso 3. Publicar el presupuesto municipal", number="3")]
    theirs = [
        make_join("1", "Publicar el presupuesto municipal", number="1.3"),
        make_join("2", "Riego rural", number="3"),
    ]
    assert pairs(ours, theirs) == {("a", "1", "title")}


def test_a_common_number_carries_a_retold_title():
    ours = [make_join("a", "Better access to the land register for citizens", number="07")]
    theirs = [make_join("1", "Improve citizens' access to land registers", number="7")]
    assert pairs(ours, theirs) == {("a", "1", "number and title")}


@pytest.mark.parametrize("other", [{"member": "Ostrava Vale"}, {"plan_number": "3"}])
def test_another_plan_never_joins(other):
    ours = [make_join("a", "Open the budget")]
    joined, alone = join(ours, [make_join("1", "Open the budget", **other)])
    assert joined == [] and alone == ["a"]


def test_years_stand_in_for_plan_numbers():
    ours = [make_join("a", "Open the budget", plan_number="", year=2019)]
    near, far = (make_join(str(y), "Open the budget", year=y) for y in (2018, 2014))
    assert pairs(ours, [near, far]) == {("a", "2018", "title")}


def test_each_row_is_used_once():
    ours = [make_join("a", "Open the budget"), make_join("b", "Open the budget")]
    joined, alone = join(ours, [make_join("1", "Open the budget")])
    assert len(joined) == len(alone) == 1


def test_layouts_agree_on_names_and_numbers():
    assert member_key("UK") == member_key("United Kingdom")
    assert number_key("03.B.1") == number_key("3 b) 1")
    assert text_key("Commitment 4: Ópen courts!") == "open courts"


@pytest.mark.skipif(not SHARED.exists(), reason="the published databases are not beside the checkout")
def test_a_database_joined_to_itself_is_whole():
    rows = read_database(Path(SHARED / "data" / "ogp_commitments_2024_layout.csv"))
    ours = [
        make_join(r.ogp_id, r.title, member=r.member, plan_number=r.plan_number, number=r.number)
        for r in rows
    ]
    joined, alone = join(ours, ours)
    assert not alone and all(pair.ours == pair.theirs for pair in joined if pair.score == 1.0)
