import pytest
from find.readings import BODY, make_reading

from classifier.find.series import filled, regularity, start_at, tidy


def starts(reading, *places):
    return [start_at(reading, at) for at in places]


def numbered(*numbers, title="Open the wells of the valley"):
    entries = [pair for n in numbers for pair in (("h", f"{n}. {title} {n}", 13), ("p", BODY))]
    return make_reading(*entries)


def test_a_start_has_number_and_title():
    (start,) = starts(make_reading(("h", "Commitment 3: Open the wells", 13), ("p", BODY)), 0)
    assert (start.number, start.title, start.body) == ("3", "Open the wells", 1)


def test_a_number_alone_takes_its_title_from_the_next_line():
    (start,) = starts(make_reading(("h", "Commitment 3", 13), ("h", "Open the wells", 13), ("p", BODY)), 0)
    assert start.title == "Open the wells"


def test_regular_numbers_score_one():
    reading = numbered(1, 2, 3, 4)
    assert regularity(reading, starts(reading, 0, 2, 4, 6)) == 1.0


@pytest.mark.parametrize(
    ("numbers", "worse_than"), [((1, 3, 5, 7), 0.5), ((4, 5, 6, 7), 1.0), ((2, 2, 2, 2), 0.5)]
)
def test_irregular_numbers_score_less(numbers, worse_than):
    reading = numbered(*numbers)
    assert regularity(reading, starts(reading, 0, 2, 4, 6)) < worse_than


def test_of_two_equal_titles_the_one_with_text_is_kept():
    reading = make_reading(
        ("h", "1. Open the wells", 13), ("h", "2. Name the owners", 13),
        ("h", "1. Open the wells", 13), ("p", BODY), ("h", "2. Name the owners", 13), ("p", BODY),
    )  # fmt: skip
    assert [start.unit for start in tidy(reading, starts(reading, 0, 1, 2, 4))] == [2, 4]


def test_what_stands_in_an_annex_is_left_out():
    reading = make_reading(
        ("h", "1. Open the wells", 13), ("p", BODY), ("h", "2. Name the owners", 13), ("p", BODY),
        ("h", "Annex", 18), ("h", "3. Count the trees", 13), ("p", BODY),
    )  # fmt: skip
    assert [start.unit for start in tidy(reading, starts(reading, 0, 2, 5))] == [0, 2]


def test_a_gap_is_filled_by_the_missing_number():
    reading = numbered(1, 2, 3)
    one, two, three = starts(reading, 0, 2, 4)
    assert filled([one, three], [one, two, three]) == (one, two, three)
    assert filled([one, two], [one, two]) == (one, two)
