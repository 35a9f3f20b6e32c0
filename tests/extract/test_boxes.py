import pytest
from pdfs import HEIGHT, PROSE, Pages

from classifier.documents import Box
from classifier.extract import extract_document
from classifier.extract.boxes import side_boxes
from classifier.extract.glyphs import Style, Word

PLAIN = Style(10, False, False, 0)
SIDE = Box(300, 90, 500, 200)


def lines(x, words=4, rows=6, top=100):
    return [
        Word("water", x + 45 * at, x + 45 * at + 40, top + 14 * row, PLAIN)
        for row in range(rows)
        for at in range(words)
    ]


TEXT, HELD = lines(50), lines(305)


def test_a_box_beside_text_is_a_side_box():
    assert side_boxes(TEXT + HELD, [SIDE], ()) == [SIDE]


@pytest.mark.parametrize(
    ("words", "box"),
    [
        (HELD + lines(50, top=300), SIDE),
        (TEXT + lines(305, rows=2), SIDE),
        (TEXT + HELD, Box(40, 90, 510, 200)),
        (TEXT + lines(285), SIDE),
        (TEXT + HELD, Box(300, 90, 330, 200)),
    ],
    ids=["nothing beside it", "two lines", "as wide as the text", "words across its edge", "narrow"],
)
def test_other_areas_are_none(words, box):
    assert side_boxes(words, [box], ()) == []


def test_the_largest_of_nested_boxes_counts():
    inner = Box(301, 92, 499, 190)
    assert side_boxes(TEXT + HELD, [inner, SIDE], ()) == [SIDE]


def test_words_of_tables_are_left_out():
    words = TEXT + HELD
    assert side_boxes(words, [SIDE], range(len(TEXT), len(words))) == []


@pytest.fixture
def boxed(tmp_path):
    """A paragraph that stands beside a shaded box and goes on below it."""
    pages = Pages()
    pages.canvas.setFillGray(0.85)
    pages.canvas.rect(320, HEIGHT - 200, 220, 110, stroke=0, fill=1)
    pages.canvas.setFillGray(0)
    pages.prose(50, 100, 8, 5, text=PROSE).prose(50, 204, 5, 10, text="below " + PROSE)
    pages.prose(
        330, 110, 5, 4, text="The miller says that his wheel has stood still since spring and nobody asks."
    )
    return extract_document(pages.write(tmp_path / "a.pdf"))


def test_a_side_box_is_read_as_a_whole(boxed):
    (block,) = [block for block in boxed.blocks if "miller" in block.text]
    assert block.text.startswith("The miller says that his wheel")
    assert "council" not in block.text


def test_a_side_box_does_not_cut_the_paragraph_beside_it(boxed):
    texts = [block.text for block in boxed.blocks if "council" in block.text]
    assert len(texts) == 1
