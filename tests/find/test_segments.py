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
