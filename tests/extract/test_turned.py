import pypdfium2 as pdfium
import pytest
from pdfs import HEIGHT, WIDTH, Pages

from classifier.extract import extract_document
from classifier.extract.turned import open_upright


def turned(path, degrees):
    """A page whose text stands upright once its sheet, which reportlab lays on its side, is turned."""
    pages = Pages()
    pages.canvas.setPageRotation(degrees)
    pages.canvas.translate(*{0: (0, 0), 90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[degrees])
    pages.canvas.rotate(degrees)
    return pages.text(60, 400, "The register of wells").text(60, 430, "is open to all").write(path)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_turned_page_is_read_upright(tmp_path, degrees):
    document = extract_document(turned(tmp_path / "a.pdf", degrees))
    lines = [line for block in document.blocks for line in block.lines]
    assert [line.text for line in lines] == ["The register of wells", "is open to all"]
    assert [line.box.x0 for line in lines] == pytest.approx([60, 60], abs=1)


def test_an_upright_page_has_the_size_people_see(tmp_path):
    page = open_upright(pdfium.PdfDocument(turned(tmp_path / "a.pdf", 90)), 0)
    assert page.get_size() == pytest.approx((WIDTH, HEIGHT))
    assert page.get_rotation() == 0
