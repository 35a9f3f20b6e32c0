"""Pages that the file turns on their side, set upright before reading."""

import pypdfium2 as pdfium
import pypdfium2.raw as raw


def open_upright(pdf: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    """The page, its content turned instead of the sheet; close it after use.

    pdfium gives a turned page's letters where they stand on the sheet before it is turned.
    """
    page = pdf[index]
    rotation = page.get_rotation()
    if not rotation:
        return page
    width, height = page.get_size()
    turn = raw.FS_MATRIX(*_turn(rotation, page.get_cropbox()))
    clip = raw.FS_RECTF(0, height, width, 0)
    if raw.FPDFPage_TransFormWithClip(page.raw, turn, clip):
        page.set_rotation(0)
        page.set_mediabox(0, 0, width, height)
        page.set_cropbox(0, 0, width, height)
    page.close()
    return pdf[index]


def _turn(
    rotation: int, box: tuple[float, float, float, float]
) -> tuple[float, float, float, float, float, float]:
    """The matrix that turns a box clockwise and sets its corner at the origin."""
    left, bottom, right, top = box
    return {
        90: (0.0, -1.0, 1.0, 0.0, -bottom, right),
        180: (-1.0, 0.0, 0.0, -1.0, right, top),
        270: (0.0, 1.0, -1.0, 0.0, top, -left),
    }[rotation]
