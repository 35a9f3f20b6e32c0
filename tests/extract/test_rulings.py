import pypdfium2 as pdfium
import pytest
from pdfs import HEIGHT, Pages

from classifier.extract.rulings import read_rulings


@pytest.fixture
def drawn(tmp_path):
    """What is found of the paths that a function draws on a canvas."""

    def draw(paint):
        pages = Pages()
        paint(pages.canvas)
        page = pdfium.PdfDocument(pages.write(tmp_path / "a.pdf"))[0]
        return read_rulings(page, HEIGHT)

    return draw


def counts(rulings):
    return len(rulings.horizontal), len(rulings.vertical), len(rulings.areas)


def test_lines_and_areas_are_told_apart(drawn):
    def paint(canvas):
        canvas.line(50, 700, 300, 700)
        canvas.line(50, 600, 50, 700)
        canvas.rect(100, 300, 80, 40, fill=1)

    assert counts(drawn(paint)) == (1, 1, 1)


def test_boxes_count_from_the_top(drawn):
    (line,) = drawn(lambda canvas: canvas.line(50, HEIGHT - 90, 300, HEIGHT - 90)).horizontal
    assert (line.top + line.bottom) / 2 == pytest.approx(90, abs=0.5)
    assert (line.x0, line.x1) == pytest.approx((50, 300), abs=1)


def test_a_grid_in_one_path_gives_its_lines(drawn):
    assert counts(drawn(lambda canvas: canvas.grid([50, 150, 250], [600, 650, 700]))) == (3, 3, 0)


def test_a_dot_is_no_ruling(drawn):
    assert counts(drawn(lambda canvas: canvas.rect(50, 600, 1, 1, fill=1))) == (0, 0, 0)


def test_a_drawing_with_curves_gives_no_lines(drawn):
    def paint(canvas):
        path = canvas.beginPath()
        path.moveTo(50, 600)
        for at in range(12):
            path.lineTo(60 + at * 20, 600)
            path.curveTo(65 + at * 20, 620, 66 + at * 20, 630, 70 + at * 20, 600)
        canvas.drawPath(path)

    assert len(drawn(paint).horizontal) <= 1
