"""Styles, margins and page turns of the document."""

from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document

# On every computer, or a font of the same widths.
FONT = "Arial"
INK, SOFT, DEEP = RGBColor(0x26, 0x28, 0x2B), RGBColor(0x5F, 0x63, 0x68), RGBColor(0x12, 0x32, 0x4A)
# A4 and its margins.
SHORT, LONG, MARGIN = Mm(210), Mm(297), Mm(22)
TEXT_WIDTH = Mm(166)

# Built-in styles with size in points, colour, space before and after.
BUILT_IN = {
    "Normal": (10, INK, 0, 6),
    "Title": (26, DEEP, 6, 10),
    "Subtitle": (11, SOFT, 0, 18),
    "Heading 1": (19, DEEP, 26, 6),
    "Heading 2": (13, DEEP, 14, 4),
    "Heading 3": (11, DEEP, 12, 2),
    "Caption": (9, INK, 12, 4),
}
OWN = {
    "Lead": (13, INK, 0, 10),
    "Note": (8.5, SOFT, 3, 10),
    "Key figure": (11.5, INK, 0, 4),
    "Table text": (8, INK, 1, 1),
}
OWN |= {"Wide table text": (7, INK, 1, 1), "Contents entry": (10.5, INK, 0, 3)}


def prepare(document: "Document", language: str) -> None:
    """Set page, fonts and styles once, so that changing a style changes the report."""
    section = document.sections[0]
    section.page_width, section.page_height = SHORT, LONG
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for name in OWN:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name, look in (BUILT_IN | OWN).items():
        _look(document.styles[name], *look)
    _speak(document, language)


def _look(style: Any, size: float, colour: RGBColor, before: float, after: float) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
    style.font.italic = False
    # Headings of the template name theme fonts, which would win over the font's name.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    if style.name in ("Caption", "Lead") or style.name.startswith("Heading"):
        style.paragraph_format.keep_with_next = True
    style.font.bold = style.name.startswith(("Heading", "Title"))
    borders = style.element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    if borders is not None:
        borders.getparent().remove(borders)


def _speak(document: "Document", language: str) -> None:
    """The language that spelling is checked in."""
    for one in document.styles.element.iter(qn("w:lang")):
        one.set(qn("w:val"), language)


def turn(document: "Document", *, sideways: bool) -> None:
    """Begin a section whose pages lie or stand."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if sideways else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if sideways else (SHORT, LONG)
