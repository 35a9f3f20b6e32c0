from dataclasses import replace

import pytest
from find.readings import BODY, make_reading

from classifier.find.checks import (
    Split,
    left_outside,
    outside,
    own_number,
    repeated,
    untitled,
    usual_range,
    versions,
    warnings,
)
from classifier.find.plan import best_fit


@pytest.fixture(scope="module")
def best():
    entries = []
    for number in (1, 2, 3, 5, 6):
        entries += [("h", f"Commitment {number}: Open well {number}", 14), ("p", BODY)]
    return best_fit(make_reading(*entries))


def test_a_gap_names_both_numbers_and_the_missing_one(best):
    found = warnings(Split(best, None, 0.2))
    assert found == ("The numbers go from 3 to 5: 4 is missing, 5 commitments were found.",)


def test_the_plans_own_number_and_the_count_are_named(best):
    assert list(own_number(Split(best, 6, 0.2))) == ["The plan speaks of 6 commitments; 5 were found."]
    assert list(own_number(Split(best, 5, 0.2))) == []


def test_text_left_outside_is_told_with_its_share(best):
    assert "80% of the plan's words" in next(left_outside(Split(best, None, 0.8)))
    assert list(left_outside(Split(best, None, 0.5))) == []


def test_two_commitments_are_unusual():
    entries = [
        ("h", "Commitment 1: Open a well", 14),
        ("p", BODY),
        ("h", "Commitment 2: Mend a road", 14),
        ("p", BODY),
    ]
    two = best_fit(make_reading(*entries))
    assert "2 commitments are unusual: OGP plans hold 3 to 30." in list(usual_range(Split(two, None, 0.1)))


def test_missing_titles_are_counted(best):
    bare = replace(best.segments[0], start=replace(best.segments[0].start, title=""))
    changed = replace(best, segments=(bare, *best.segments[1:]))
    assert next(untitled(Split(changed, None, 0.1))).startswith("1 of 5 commitments have no title")


def test_titles_that_come_twice_are_told_with_one_of_them(best):
    again = (*best.segments, best.segments[0])
    changed = replace(best, segments=again)
    assert list(repeated(Split(changed, None, 0.1))) == [
        '1 titles come more than once, as "open well 1" does.'
    ]
    assert list(repeated(Split(best, None, 0.1))) == []


def test_the_share_outside_counts_words_in_no_commitment():
    reading = make_reading(("p", BODY), ("h", "Commitment 1: Open a well", 14), ("p", BODY))
    assert outside(reading, ()) == 1.0


def test_a_second_version_is_told_with_both_counts(best):
    twice = replace(best, other_version=("fr", 4))
    (told,) = versions(Split(twice, None, 0.2))
    assert "5 commitments were counted, 4 stand in the version in the language 'fr'" in told
    assert list(versions(Split(best, None, 0.2))) == []
