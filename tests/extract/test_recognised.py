"""Tesseract's words as lines."""

import pytest

from classifier.documents import Grade, PagePath
from classifier.extract.document import _path
from classifier.extract.pages import RawPage
from classifier.extract.recognised import Found, _widest_inside, filled, letter_height

EMPTY = RawPage(1, 595.0, 842.0, (), (), Grade.NONE, "0 characters on a page with pictures")


def found(*words, points=1.0, confidence=90, across=False):
    """Tesseract's table for words (text, left, width) that stand on one line."""
    columns = {
        "text": [text for text, *_ in words],
        "left": [left for _, left, *_ in words],
        "width": [width for _, _, width in words],
        "top": [100] * len(words),
        "height": [10] * len(words),
        "conf": [confidence] * len(words),
    }
    places = {name: [1] * len(words) for name in ("block_num", "par_num", "line_num")}
    return Found(columns | places, points, across=across)


def texts(*words):
    return [line.text for line in filled(EMPTY, found(*words)).pieces]


def test_words_of_a_line_are_read_from_the_left():
    assert texts(("wells", 60, 40), ("Open", 10, 40)) == ["Open wells"]


def test_a_line_of_arabic_is_read_from_the_right_whatever_tesseract_says():
    assert texts(("103", 10, 20), ("الآبار", 40, 40), ("سجل", 90, 30)) == ["سجل الآبار 103"]


def test_a_wide_gap_parts_a_line_that_tesseract_reads_across_columns():
    words = [("left", 10, 40), ("right", 300, 40)]
    assert [line.text for line in filled(EMPTY, found(*words, across=True)).pieces] == ["left", "right"]
    assert texts(*words) == ["left right"]


@pytest.mark.parametrize("read", ["٠", "ㆍ", "·", "*"])
def test_what_tesseract_takes_for_a_letter_at_the_head_of_an_item_is_a_bullet(read):
    assert texts((read, 10, 5), ("train", 20, 40)) == ["• train"]


def test_a_lone_bar_before_a_full_stop_is_a_figure_one():
    assert texts(("Goal", 10, 40), ("|.", 55, 5)) == ["Goal 1."]


def test_a_word_of_hangul_that_tesseract_parted_is_closed():
    # Gaps of 1 inside words, of 8 between them, in pixels; the type is 11 high.
    words = [
        (letter, 10 + 40 * at + 11 * part, 10) for at in range(8) for part, letter in enumerate("목록을")
    ]
    assert texts(*words) == [" ".join(["목록을"] * 8)]


def test_without_enough_gaps_nothing_is_closed():
    assert _widest_inside([0.1, 0.6, 0.1]) == 0.0
    assert 0.1 < _widest_inside([0.1] * 8 + [0.6] * 8) <= 0.45


@pytest.mark.parametrize(("confidence", "grade"), [(95, Grade.FAIR), (60, Grade.POOR)])
def test_a_page_read_surely_is_fair_and_another_poor(confidence, grade):
    page = filled(EMPTY, found(("Open", 10, 40), confidence=confidence))
    assert (page.grade, page.confidence) == (grade, confidence / 100)
    assert _path(page) == (PagePath.OCR, "no usable text layer")


def test_words_tesseract_is_not_sure_are_words_are_left_out():
    page = filled(EMPTY, found(("Open", 10, 40), confidence=-1))
    assert page.pieces == ()
    assert page.grade is Grade.NONE


def test_a_failure_is_told_in_the_pages_reason():
    assert filled(EMPTY, Found({"text": []}, 1.0, "timeout")).grade_reason == "OCR failed: timeout"


def test_boxes_are_in_points_not_pixels():
    (line,) = filled(EMPTY, found(("Open", 100, 40), points=0.24)).pieces
    assert line.box.x0 == pytest.approx(24)
    assert line.box.x1 == pytest.approx(33.6)


@pytest.mark.parametrize(("word", "height"), [("Head", 0.72), ("open", 0.71), ("same", 0.5), ("목록", 0.9)])
def test_a_words_height_depends_on_its_letters(word, height):
    assert letter_height(word) == pytest.approx(height)


def looks(*words, strokes, size=14.0):
    """The line Tesseract found above eight plain ones in 14 points, its strokes so many pixels wide."""
    table, body = found(*words).columns, [f"plain{n}" for n in range(8)]
    columns = {name: [*values, *values[:1] * len(body)] for name, values in table.items()}
    columns["text"] = [*table["text"], *body]
    columns["block_num"] = [0] * len(words) + list(range(1, len(body) + 1))
    sizes = [size] * len(words) + [14.0] * len(body)
    columns["height"] = [
        letter_height(text) * high for text, high in zip(columns["text"], sizes, strict=True)
    ]
    return filled(EMPTY, Found(columns, 1.0, strokes=(*strokes, *[2.0] * len(body)))).pieces[0]


def test_words_with_wide_strokes_are_bold():
    assert looks(("Open", 10, 40), ("wells", 60, 40), strokes=(3.0, 3.0)).bold
    assert not looks(("Open", 10, 40), ("wells", 60, 40), strokes=(2.1, 1.9)).bold


def test_a_bold_beginning_is_a_run_in_title_and_its_colon_belongs_to_it():
    line = looks(("Open", 10, 40), (":", 55, 3), ("wells", 60, 40), ("here", 110, 40), strokes=[3, 1, 2, 2])
    assert (line.bold, line.bold_prefix) == (False, len("Open :"))


def test_one_word_measured_wrongly_is_as_its_neighbours_are():
    words = [(word, 10 + 40 * at, 30) for at, word in enumerate(("The", "wells", "are", "open"))]
    assert looks(*words, strokes=(2, 3, 2, 2)).bold_prefix == 0
    assert looks(*words, strokes=(3, 2, 3, 3)).bold


def test_figures_alone_are_never_bold():
    assert not looks(("2016", 10, 40), strokes=(9.0,)).bold


def test_without_measured_strokes_nothing_is_bold():
    assert not filled(EMPTY, found(("Open", 10, 40))).pieces[0].bold


def test_the_rule_beside_a_cell_is_no_word():
    assert texts(("|", 5, 1), ("Goal", 10, 40), ("|", 60, 1)) == ["Goal"]


def test_sizes_a_little_apart_are_one_size():
    assert [looks(("communications", 10, 60), strokes=[2.0], size=size).size for size in (13, 15)] == [14, 14]
    assert looks(("communications", 10, 60), strokes=[2.0], size=18).size == 18


def test_a_word_or_two_tell_less_of_their_size():
    assert looks(("une.", 10, 30), strokes=[2.0], size=17).size == 14


@pytest.mark.parametrize(("plain", "accented"), [("a", "é"), ("A", "É"), ("n", "ñ")])
def test_an_accent_makes_a_letter_as_tall_as_a_capital(plain, accented):
    assert letter_height(accented) >= letter_height(plain)
    assert letter_height(accented) == letter_height("B")
