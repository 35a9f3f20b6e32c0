from classifier.documents import Box, Line
from classifier.extract.columns import reading_order


def column(x, text, lines=5, top=100, width=200):
    """Lines of running text, one below the other."""
    tops = [top + 12 * at for at in range(lines)]
    return [Line(f"{text} {at}", 1, Box(x, y, x + width, y + 10), 10) for at, y in enumerate(tops)]


def texts(pieces):
    return [[line.text for line in part] for part in reading_order(pieces)]


def test_two_columns_are_read_from_the_left():
    left, right = texts(column(50, "left") + column(300, "right"))
    assert left[0] == "left 0"
    assert right[-1] == "right 4"


def test_three_columns_are_read_from_the_left():
    parts = texts(column(30, "a", width=150) + column(210, "b", width=150) + column(390, "c", width=150))
    assert [part[0] for part in parts] == ["a 0", "b 0", "c 0"]


def test_a_line_over_both_columns_comes_first():
    head = Line("head", 1, Box(50, 70, 500, 82), 12)
    assert texts([*column(300, "right"), *column(50, "left"), head])[0] == ["head"]


def test_labels_beside_values_are_no_columns():
    labels = [Line(f"label {at}", 1, Box(50, 100 + 12 * at, 80, 110 + 12 * at), 10) for at in range(2)]
    assert len(texts(labels + column(300, "value", lines=2))) == 1


def test_columns_in_hebrew_are_read_from_the_right():
    first, second = texts(column(50, "שמאל") + column(300, "ימין"))
    assert first[0] == "ימין 0"
    assert second[0] == "שמאל 0"


def test_a_short_last_column_is_still_a_column():
    parts = texts(
        column(30, "a", 12, width=150) + column(210, "b", 12, width=150) + column(390, "c", 2, width=150)
    )
    assert [part[0] for part in parts] == ["a 0", "b 0", "c 0"]


def test_lines_of_columns_need_not_stand_level():
    left, right = texts(column(50, "left", 8) + column(300, "right", 8, top=106))
    assert (left[-1], right[0]) == ("left 7", "right 0")


def test_a_heading_below_columns_belongs_to_the_text_across_them():
    head = Line("head", 1, Box(50, 180, 150, 194), 14)
    wide = [Line(f"wide {at}", 1, Box(50, 200 + 12 * at, 500, 210 + 12 * at), 10) for at in range(3)]
    parts = texts([*column(50, "left"), *column(300, "right"), head, *wide])
    assert parts[-1] == ["head", "wide 0", "wide 1", "wide 2"]


def test_a_heading_at_the_end_of_a_column_stays_in_it():
    head = Line("head", 1, Box(50, 180, 150, 194), 14)
    parts = texts([*column(50, "left"), head, *column(300, "right", 8)])
    assert parts[0][-1] == "head"


def test_two_columns_below_three_are_read_after_them():
    three = column(30, "a", width=150) + column(210, "b", width=150) + column(390, "c", width=150)
    wide = [Line("wide", 1, Box(30, 180, 540, 192), 10)]
    two = column(30, "d", top=220, width=240) + column(300, "e", top=220, width=240)
    assert [part[0] for part in texts(three + wide + two)] == ["a 0", "b 0", "c 0", "wide", "d 0", "e 0"]


def test_words_set_wide_apart_fill_their_line():
    rows = [
        Line(f"{x} {at}", 1, Box(x, 100 + 12 * at, x + 40, 110 + 12 * at), 10)
        for at in range(6)
        for x in (50, 130, 210)
    ]
    parts = texts(rows + column(300, "right", 6))
    assert parts[-1][0] == "right 0"
    assert parts[0][:3] == ["50 0", "130 0", "210 0"]


def test_what_stands_beside_a_tall_piece_stays_together():
    tall = Line("", 1, Box(300, 100, 500, 160), 10)
    (part,) = texts([*column(50, "left", 4, width=150), tall])
    assert part == ["left 0", "left 1", "left 2", "left 3", ""]


def test_a_short_line_under_columns_stays_with_the_text_it_ends():
    """Its row leaves the gutter of the columns above white, and is no band of its own."""
    below = column(50, "below", lines=3, top=220, width=450) + column(50, "end", lines=1, top=256, width=40)
    assert texts([*column(50, "left", 8), *column(300, "right", 8), *below])[-1] == [
        "below 0",
        "below 1",
        "below 2",
        "end 0",
    ]
