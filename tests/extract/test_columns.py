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
