import pytest
from find.readings import BODY, make_reading

from classifier.find.segments import segments
from classifier.find.series import Series, start_at


def found(reading, *places):
    return segments(reading, Series("test", tuple(start_at(reading, at) for at in places), 1.0))


def test_a_commitment_ends_where_the_next_begins():
    reading = make_reading(("h", "1. Wells", 13), ("p", BODY), ("h", "2. Owners", 13), ("p", BODY))
    assert [segment.end for segment in found(reading, 0, 2)] == [2, 4]


def test_a_theme_heading_ends_a_commitment_and_names_the_next():
    reading = make_reading(
        ("h", "1. Open wells", 13), ("p", BODY), ("h", "Theme two: money", 18), ("p", BODY),
        ("h", "2. Name owners", 13), ("p", BODY),
    )  # fmt: skip
    first, second = found(reading, 0, 4)
    assert first.end == 2
    assert second.theme == "Theme two: money"


def test_a_closing_chapter_belongs_to_no_commitment():
    reading = make_reading(("h", "1. Open wells", 13), ("p", BODY), ("h", "Next steps", 13), ("p", BODY))
    assert found(reading, 0)[0].end == 2


def test_field_labels_are_parts_of_the_commitment():
    reading = make_reading(
        ("h", "1. Open wells", 13), ("h", "Problem", 11), ("p", BODY),
        ("h", "Main objective", 11), ("p", BODY),
    )  # fmt: skip
    assert found(reading, 0)[0].end == 5


def themed(*entries):
    reading = make_reading(*entries)
    starts = [start_at(reading, at) for at, mark in enumerate(reading.marks) if mark and mark.noun]
    return [segment.theme for segment in segments(reading, Series("named headings", tuple(starts), 1.0))]


def commitments(*numbers):
    return [entry for n in numbers for entry in (("h", f"Commitment {n}: Open list {n}", 13), ("p", BODY))]


def test_a_chapter_before_the_commitments_is_no_theme():
    lessons = ("h", "What we have learned", 20), ("p", BODY), ("h", "Commitments", 20)
    assert themed(*lessons, *commitments(1, 2), ("h", "Open rivers", 16), *commitments(3)) == [
        "",
        "",
        "Open rivers",
    ]


def test_one_heading_over_all_is_the_chapters():
    assert themed(("h", "What this plan will do", 20), *commitments(1, 2, 3)) == ["", "", ""]


def test_a_heading_with_nothing_below_it_heads_what_follows():
    reading = make_reading(
        ("h", "1. Open wells", 15), ("p", BODY), ("h", "ACTION SHEET 2", 11),
        ("h", "2. Name owners", 15), ("p", BODY),
    )  # fmt: skip
    assert found(reading, 0, 3)[0].end == 2


def test_a_running_head_above_the_next_title_is_not_the_last_ones():
    reading = make_reading(
        ("h", "Commitment 1. Open wells", 15), ("p", BODY), ("p", "Commitment 2. Name owners"),
        ("h", "Commitment 2. Name owners", 15), ("p", BODY),
    )  # fmt: skip
    assert found(reading, 0, 3)[0].end == 2


def test_a_label_before_the_next_commitment_stays():
    reading = make_reading(
        ("h", "1. Open wells", 15), ("p", BODY), ("h", "Contact person: a clerk", 11),
        ("h", "2. Name owners", 15), ("p", BODY),
    )  # fmt: skip
    assert found(reading, 0, 3)[0].end == 3


def last_end(size, commitments=3):
    """Where the last commitment ends before a chapter with a heading of a size."""
    parts = [("p", BODY), ("h", "What we saw", 11), ("p", BODY)]
    entries = [entry for n in range(commitments) for entry in (("h", f"{n + 1}. Open wells", 18), *parts)]
    reading = make_reading(*entries, ("h", "How we shall watch this plan", size), ("p", BODY))
    return found(reading, *range(0, 4 * commitments, 4))[-1].end


def test_the_last_ends_at_a_heading_above_those_of_the_others_parts():
    assert last_end(14) == 12


def test_the_last_keeps_a_heading_like_those_of_the_others_parts():
    assert last_end(11) == 14


def test_of_few_commitments_nothing_tells_how_large_parts_are_headed():
    assert last_end(14, commitments=2) == 10


def test_a_line_that_opens_as_the_heading_below_it_heads_what_follows():
    reading = make_reading(
        ("h", "1. Open wells", 13), ("p", BODY), ("p", BODY), ("p", "How we shall watch"),
        ("h", "How we shall watch this plan", 13), ("p", BODY),
    )  # fmt: skip
    assert found(reading, 0)[0].end == 3


@pytest.mark.parametrize("line", ["days (December 2031)", "(December 2031)"])
def test_a_line_amid_a_sentence_ends_no_commitment(line):
    reading = make_reading(("h", "1. Open wells", 13), ("p", BODY), ("p", BODY), ("h", line, 13), ("p", BODY))
    assert found(reading, 0)[0].end == 5
