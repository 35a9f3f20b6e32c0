"""Tables and side boxes among the text of a page, in the order people read them."""

import pytest
from pdfs import HEIGHT, Pages

from classifier.documents import BlockKind
from classifier.extract import extract_document

LEFT, RIGHT, WIDTH = 50, 310, 235


def words(name, many=8):
    return f"{name} words stay on their own side of this page " * many


def column(pages, x, name):
    """Prose, a shaded title as wide as the column with its padding, and prose again."""
    pages.prose(x, 100, 8, 9, text=words(name))
    pages.canvas.setFillGray(0.85)
    for top in (210, 232):
        pages.canvas.rect(x - 3, HEIGHT - top - 22, WIDTH + 6, 22, stroke=0, fill=1)
    pages.canvas.setFillGray(0)
    pages.text(x, 225, f"Commitment {name}", 12, bold=True).text(
        x, 247, f"Open the {name} wells", 12, bold=True
    )
    return pages.prose(x, 275, 8, 9, text=words(name))


@pytest.fixture
def shaded(tmp_path):
    return extract_document(column(column(Pages(), LEFT, "left"), RIGHT, "right").write(tmp_path / "a.pdf"))


def test_shaded_titles_wider_than_their_columns_stay_in_them(shaded):
    text = shaded.text
    assert text.rindex("left") < text.index("right")
    assert text.index("left words") < text.index("Commitment left") < text.rindex("left words")


def test_shaded_titles_are_tables_of_their_rows(shaded):
    tables = [block for block in shaded.blocks if block.kind is BlockKind.TABLE]
    assert [block.text for block in tables] == [
        f"Commitment {side}\nOpen the {side} wells" for side in ("left", "right")
    ]
