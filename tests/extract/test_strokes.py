"""The width of strokes, measured on pictures drawn here."""

import pytest
from PIL import Image, ImageDraw

from classifier.extract.strokes import stroke_widths

WHOLE = (0, 0, 200, 60)


def stems(width, *, ink=0, paper=255, bar=False):
    """A picture of ten upright strokes of one width, under a bar if wanted."""
    picture = Image.new("L", (200, 60), paper)
    draw = ImageDraw.Draw(picture)
    for left in range(10, 200, 20):
        draw.rectangle((left, 10, left + width - 1, 50), fill=ink)
    if bar:
        draw.rectangle((10, 10, 190, 12), fill=ink)
    return picture


@pytest.mark.parametrize("width", [1, 3, 8])
def test_upright_strokes_are_as_wide_as_they_were_drawn(width):
    assert stroke_widths(stems(width), [WHOLE]) == [width]


def test_a_bar_across_the_letters_counts_for_nothing():
    assert stroke_widths(stems(4, bar=True), [WHOLE]) == [4]


def test_grey_print_on_grey_paper_is_measured_as_black_on_white():
    assert stroke_widths(stems(4, ink=120, paper=210), [WHOLE]) == [4]


def test_each_rectangle_is_measured_by_itself():
    picture = stems(2)
    ImageDraw.Draw(picture).rectangle((100, 0, 199, 59), fill=255)
    picture.paste(stems(6).crop((0, 0, 90, 60)), (100, 0))
    assert stroke_widths(picture, [(0, 0, 90, 60), (100, 0, 90, 60)]) == [2, 6]


@pytest.mark.parametrize("rectangle", [(0, 0, 5, 5), (500, 500, 10, 10), (0, 0, 0, 0)])
def test_where_no_ink_is_there_is_no_width(rectangle):
    assert stroke_widths(stems(3), [rectangle]) == [0.0]


def test_an_empty_page_has_no_strokes():
    assert stroke_widths(Image.new("L", (200, 60), 255), [WHOLE]) == [0.0]
