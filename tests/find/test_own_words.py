from find.readings import BODY, make_reading

from classifier.find.own_words import with_own_words
from classifier.find.series import Series, start_at


def named(*entries):
    reading = make_reading(*entries)
    places = [at for at, mark in enumerate(reading.marks) if mark and mark.noun]
    series = Series("named headings", tuple(start_at(reading, at) for at in places), 1.0)
    return with_own_words(reading, series).starts


def test_the_objective_names_a_commitment_that_prints_no_title():
    (start,) = named(
        ("h", "Commitment 1", 13), ("p", "Objective: Open every well. The council will see to it.")
    )
    assert (start.title, start.borrowed) == ("Open every well", True)


def test_a_printed_title_stays():
    (start,) = named(("h", "Commitment 1: Plant trees", 13), ("p", "Objective: Open every well to all."))
    assert (start.title, start.borrowed) == ("Plant trees", False)


def test_the_objective_is_preferred_to_the_description():
    entries = ("p", "Description: Many words on wells."), ("p", "Objective: Open every well to all.")
    (start,) = named(("h", "Commitment 1", 13), *entries)
    assert start.title == "Open every well to all"


def test_words_of_the_next_commitment_are_not_borrowed():
    first, _ = named(
        ("h", "Commitment 1", 13), ("h", "Status quo", 11), ("p", BODY),
        ("h", "Commitment 2", 13), ("p", "Objective: Open every well to all."),
    )  # fmt: skip
    assert first.title == ""


def test_a_sentence_without_end_is_cut():
    (start,) = named(("h", "Commitment 1", 13), ("p", "Objective: " + "wells and " * 60))
    assert len(start.title.split()) == 45
