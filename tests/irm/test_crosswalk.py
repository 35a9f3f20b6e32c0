"""The join with ids withheld: on the published files, and on titles retold at random."""

import csv
import random

import pytest
from factories import SHARED
from hypothesis import given
from hypothesis import strategies as st

from classifier.irm import Join, join, read_database
from classifier.irm.join import likeness, number_key

DATA = SHARED / "data"
NOUNS = (
    "budgets",
    "courts",
    "forests",
    "harbours",
    "land registers",
    "permits",
    "rivers",
    "schools",
    "water prices",
)
VERBS = ("Open", "Publish", "Improve", "Digitise", "Simplify", "Monitor")
TITLES = [f"{verb} the {noun} of the regions" for verb in VERBS for noun in NOUNS]


def to_join(key, row):
    return Join(key, row.member, row.title, row.text, row.number, row.plan_number, row.year)


@pytest.mark.skipif(not DATA.exists(), reason="the published databases are not beside the checkout")
def test_two_layouts_of_one_database_find_each_other_without_ids():
    newer = {row.ogp_id: row for row in read_database(DATA / "ogp_commitments_2024_layout.csv")}
    older = {
        f"{r.member}|{r.plan_number}|{r.number}": r for r in read_database(DATA / "ogp_irm_2016_layout.csv")
    }
    with (DATA / "crosswalk_2016_2024.csv").open() as file:
        truth = {
            r["commitment_id"]: f"{r['country_2016']}|{r['action_plan_number_2016']}|{r['comm_no_2016']}"
            for r in csv.DictReader(file)
        }
    pairs, _ = join([to_join(*one) for one in newer.items()], [to_join(*one) for one in older.items()])
    found = {pair.ours: pair.theirs for pair in pairs}
    right = sum(found.get(key) == theirs for key, theirs in truth.items())
    wrong = sum(found[key] != theirs for key, theirs in truth.items() if key in found)
    assert right >= 0.98 * len(truth) and wrong <= 0.005 * len(truth)


def item(key, title, number="", **more):
    return Join(
        key, **({"member": "Telmara", "plan_number": "1", "text": ""} | more), title=title, number=number
    )


def plan(prefix, titles, numbered=True):
    return [item(f"{prefix}{n}", title, str(n) if numbered else "") for n, title in enumerate(titles)]


@given(st.lists(st.sampled_from(TITLES), min_size=1, max_size=12, unique=True), st.randoms())
def test_a_plan_joins_itself_in_whatever_order(titles, chance):
    ours, theirs = plan("a", titles), plan("b", titles)
    chance.shuffle(theirs)
    pairs, alone = join(ours, theirs)
    assert {(one.ours[1:], one.theirs[1:]) for one in pairs} == {(str(n), str(n)) for n in range(len(titles))}
    assert alone == []


@given(st.lists(st.sampled_from(TITLES), max_size=8), st.lists(st.sampled_from(TITLES), max_size=8))
def test_every_row_is_used_once_and_what_found_none_is_listed(mine, others):
    ours, theirs = plan("a", mine), plan("b", others, numbered=False)
    pairs, alone = join(ours, theirs)
    assert len({one.ours for one in pairs}) == len({one.theirs for one in pairs}) == len(pairs)
    assert sorted([*alone, *(one.ours for one in pairs)]) == sorted(one.key for one in ours)


@given(st.sampled_from(TITLES), st.sampled_from(TITLES))
def test_likeness_is_the_same_both_ways_and_within_bounds(one, other):
    a, b = item("a", one, "1"), item("b", other, "2")
    assert likeness(a, b) == pytest.approx(likeness(b, a))
    assert 0 <= likeness(a, b) <= 1


@pytest.mark.parametrize("more", [{"member": "Norden"}, {"plan_number": "2"}])
def test_the_same_words_elsewhere_are_another_commitment(more):
    pairs, alone = join([item("a", TITLES[0])], [item("b", TITLES[0], **more)])
    assert (pairs, alone) == ([], ["a"])


@pytest.mark.parametrize("apart, joined", [(0, True), (1, True), (2, False)])
def test_a_year_of_difference_is_still_the_same_plan(apart, joined):
    pairs, _ = join([item("a", TITLES[0], year=2020)], [item("b", TITLES[0], year=2020 + apart)])
    assert bool(pairs) is joined


def retold(title, chance):
    """A title with a word dropped, another doubled, and its number in front."""
    words = title.split()
    words.pop(chance.randrange(2, len(words)))
    return f"Commitment {chance.randint(1, 9)}. {' '.join(words)}"


def test_retold_titles_still_find_their_own():
    chance = random.Random(4)
    titles = chance.sample(TITLES, 12)
    ours = [item(f"a{n}", retold(title, chance), str(n)) for n, title in enumerate(titles)]
    pairs, _ = join(ours, plan("b", titles))
    assert sum(one.ours[1:] == one.theirs[1:] for one in pairs) == len(pairs) >= 11


def test_what_is_only_in_one_file_stays_alone():
    others = ["Train harbour masters", "A new school map", "Fewer forms for bakers"]
    pairs, alone = join(plan("a", TITLES[:3]), plan("b", others))
    assert pairs == [] and len(alone) == 3


def test_a_score_stands_beside_every_pair():
    pairs, _ = join(plan("a", TITLES[:4]), plan("b", TITLES[:4]))
    assert all(0.8 <= one.score <= 1 and one.method for one in pairs)


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("07", "7", True),
        ("1.a)", "1 A", True),
        ("1.10", "1.1", False),
        ("2", "12", False),
        ("IV", "iv", True),
    ],
)
def test_numbers_agree_however_they_are_printed(one, other, same):
    assert (number_key(one) == number_key(other)) is same
