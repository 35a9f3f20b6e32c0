import pypdfium2 as pdfium
import pytest
from pdfs import HEIGHT, Pages
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from classifier.extract.glyphs import FORWARD, MARK, Glyphs


@pytest.fixture
def glyphs(tmp_path):
    """The words of a page that a function draws."""

    def read(draw):
        pages = Pages()
        draw(pages)
        page = pdfium.PdfDocument(pages.write(tmp_path / "a.pdf"))[0]
        found = Glyphs(page, HEIGHT)
        words = found.words()
        found.close()
        return words

    return read


def test_words_have_their_place_and_look(glyphs):
    first, second = glyphs(lambda pages: pages.text(50, 100, "open wells", 12, bold=True))
    assert (first.text, second.text) == ("open", "wells")
    assert (first.x0, first.y) == pytest.approx((50, 100), abs=0.5)
    assert first.x1 < second.x0
    assert (first.style.size, first.style.bold, first.style.italic) == (12, True, False)


def test_words_of_one_look_share_it(glyphs):
    first, second = glyphs(lambda pages: pages.text(50, 100, "open").text(50, 200, "wells"))
    assert first.style is second.style


def test_a_footnotes_mark_stands_apart(glyphs):
    def draw(pages):
        pages.text(50, 100, "open", 10)
        pages.text(50 + pages.canvas.stringWidth("open", "Helvetica", 10), 98, "12", 6)

    assert [(word.text, word.style.size) for word in glyphs(draw)] == [("open", 10), ("12", 6)]


def test_figures_of_the_same_size_stay_with_their_word(glyphs):
    assert [word.text for word in glyphs(lambda pages: pages.text(50, 100, "OGP4 covid19"))] == [
        "OGP4",
        "covid19",
    ]


@pytest.mark.parametrize(
    ("text", "mark"), [("open12", "12"), ("open.3", "3"), ("open,4.", "4"), ("2019", None), ("A4b", None)]
)
def test_what_may_be_a_mark(text, mark):
    found = MARK.search(text)
    assert (found[1] if found else None) == mark


def test_figures_in_a_turned_word_are_turned_back():
    assert FORWARD.sub(lambda run: run[0][::-1], "אבג 4202"[::-1]) == "4202 גבא"


@pytest.fixture(scope="module")
def hebrew():
    """A font with Hebrew letters."""
    path = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
    try:
        pdfmetrics.registerFont(TTFont("Letters", path))
    except OSError:
        pytest.skip("DejaVu is not installed")
    return "Letters"


@pytest.mark.parametrize("drawn", ["תינכות", "תוכנית"], ids=["as it stands", "as it is read"])
def test_a_word_in_hebrew_keeps_the_order_of_its_letters(glyphs, hebrew, drawn):
    """Letters drawn from the left in either order are read from the right."""

    def draw(pages):
        pages.canvas.setFont(hebrew, 12)
        pages.canvas.drawString(50, 700, drawn)

    (word,) = glyphs(draw)
    assert word.text == drawn[::-1]
