import pytest

from classifier.extract.glyphs import Style, Word
from classifier.extract.lines import to_pieces

PLAIN = Style(10, False, False, 0)
BOLD = Style(10, True, False, 0)


def words(*texts, x=50, y=100, style=PLAIN, gap=3):
    """Words side by side on one baseline, each letter five points wide."""
    made = []
    for text in texts:
        made.append(Word(text, x, x + 5 * len(text), y, style))
        x += 5 * len(text) + gap
    return made


def test_words_on_one_baseline_make_a_line():
    (line,) = to_pieces(reversed(words("open", "the", "wells")), 3)
    assert (line.text, line.page, line.size) == ("open the wells", 3, 10)


def test_baselines_apart_make_lines_from_the_top():
    lines = to_pieces(words("below", y=114) + words("above", y=100), 1)
    assert [line.text for line in lines] == ["above", "below"]


def test_a_wide_gap_parts_a_line():
    assert [line.text for line in to_pieces(words("Lead", "Ministry", gap=40), 1)] == ["Lead", "Ministry"]


def test_a_superscript_stays_on_its_line():
    mark = Word("1", 73, 76, 96, Style(6, False, False, 0))
    (line,) = to_pieces([*words("open"), mark], 1)
    assert line.text.startswith("open")
    assert line.size == 10


def test_a_run_in_title_is_counted():
    (line,) = to_pieces(words("Open", style=BOLD) + words("and", "shut", "again", x=73), 1)
    assert (line.bold, line.bold_prefix) == (False, 4)


def test_words_drawn_twice_for_weight_are_read_once():
    (line,) = to_pieces(words("open", "wells") + words("open", "wells", x=50.3), 1)
    assert line.text == "open wells"


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        (("פתוח", "לממשל", "תוכנית"), "תוכנית לממשל פתוח"),
        (("الوطنية", "العمل", "خطة"), "خطة العمل الوطنية"),
        (("תוכנית", "2024", "בשנת"), "בשנת 2024 תוכנית"),
        (("פתוח", "Open", "Data", "מידע"), "מידע Open Data פתוח"),
    ],
)
def test_lines_in_hebrew_and_arabic_are_read_from_the_right(drawn, text):
    (line,) = to_pieces(words(*drawn), 1)
    assert line.text == text
    assert line.box.x0 == 50


def test_words_of_a_page_read_from_the_right_keep_figures_whole():
    (line,) = to_pieces(words("פתוח", ".1"), 1)
    assert line.text == "1. פתוח"


@pytest.mark.parametrize(("before", "kept"), [("open", False), ("12", True), ("km", True), ("m", True)])
def test_a_raised_figure_is_a_footnotes_mark_but_behind_units(before, kept):
    base = words(before, "wells", gap=8)
    mark = Word("2", base[0].x1, base[0].x1 + 3, 96, Style(6, False, False, 0))
    (line,) = to_pieces([*base, mark], 1)
    assert ("2" in line.text.removeprefix(before)) == (kept and before != "12")


def test_a_mark_far_above_the_line_is_still_its_mark():
    mark = Word("3", 70, 73, 94.5, Style(6, False, False, 0))
    assert [line.text for line in to_pieces([*words("open", "wells", gap=8), mark], 1)] == ["open wells"]


def test_a_full_stop_behind_a_mark_closes_the_word():
    base = words("open", ".", gap=4)
    mark = Word("3", 70, 73, 96, Style(6, False, False, 0))
    assert to_pieces([*base, mark], 1)[0].text == "open."


@pytest.mark.parametrize("marker", ["•", "1.", "a)", "(iv)", "2.3.", "\uf0b7"])
def test_a_marker_set_apart_belongs_to_its_item(marker):
    assert len(to_pieces(words(marker, "train", gap=25), 1)) == 1


def test_a_label_set_apart_is_no_marker():
    assert len(to_pieces(words("Lead", "train", gap=25), 1)) == 2


def test_a_narrow_gap_between_columns_parts_lines():
    rows = [
        word
        for at in range(6)
        for word in words("left", y=100 + 14 * at) + words("right", x=82, y=107 + 14 * at)
    ]
    heads = words("h" * 4, y=190, style=Style(14, True, False, 0)) + words("right", x=82, y=190)
    texts = [line.text for line in to_pieces(rows + heads, 1)]
    assert "hhhh" in texts
