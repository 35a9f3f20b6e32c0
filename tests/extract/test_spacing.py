"""Lines of a paragraph, however far apart a plan sets its lines."""

import pytest

from classifier.documents import Box, Line
from classifier.extract.blocks import to_blocks

SIZE = 12.0
TEXT = (
    "The valley council will open its",
    "register of permits and answer",
    "each question within ten days.",
)


def column(gap, between, paragraphs=4, width=400.0):
    """Paragraphs of three lines, `gap` sizes apart, and `between` sizes between them."""
    lines, top = [], 60.0
    for _ in range(paragraphs):
        for at, text in enumerate(TEXT):
            right = 50 + (width if at < 2 else 0.7 * width)
            lines.append(Line(text, 1, Box(50, top, right, top + SIZE), SIZE))
            top += SIZE * (1 + gap)
        top += SIZE * (between - gap)
    return lines


def texts(lines):
    return [block.text for block in to_blocks(lines, SIZE, 842)]


@pytest.mark.parametrize(("gap", "between"), [(0.2, 0.7), (0.45, 1.0), (0.56, 1.4), (0.8, 1.7), (1.1, 2.2)])
def test_paragraphs_are_whole_in_any_line_spacing(gap, between):
    assert texts(column(gap, between)) == [" ".join(TEXT)] * 4


def test_lines_set_apart_that_fill_no_column_stay_alone():
    short = [line for line in column(0.8, 0.8) if line.box.x1 < 400]
    assert texts(short) == [TEXT[2]] * 4


def test_a_few_wide_gaps_do_not_tell_the_spacing():
    assert len(texts(column(0.8, 1.7, paragraphs=1))) == 3


def test_lines_farther_apart_than_any_spacing_are_no_paragraph():
    assert len(texts(column(1.5, 3.0))) == 12
