"""A report table as a Word table: editable, its head repeated on every page."""

from typing import TYPE_CHECKING, Any

from docx.shared import Emu

from classifier.report.clean import printable
from classifier.report.docx.marks import element
from classifier.report.docx.styles import LONG, MARGIN, SHORT
from classifier.report.tables import Column, Kind, Plain, ReportTable, shown

if TYPE_CHECKING:
    from docx.document import Document

# Word measures table cells in twentieths of a point.
TWIPS = 635
# How much wider a column of text is than one of numbers, by its longest cell.
NARROW, WIDEST, WIDEST_OF_MANY = 4, 34, 18
# A letter of a head, which is bold, beside one of a cell.
BOLD = 1.2
# Tables of more columns are set smaller.
MOST_COLUMNS = 7
# Space on each side of a cell, in twentieths of a point.
SIDE = 45


def add_table(document: "Document", table: ReportTable, *, sideways: bool) -> None:
    """Append the table; rows are built as XML, since thousands take minutes otherwise."""
    wide = len(table.columns) > MOST_COLUMNS
    style = document.styles["Wide table text" if wide else "Table text"].style_id
    grid = document.add_table(rows=0, cols=0)
    room = Emu((LONG if sideways else SHORT) - 2 * MARGIN)
    widths = _widths(table, int(room / TWIPS))
    _frame(grid._tbl, widths)
    heads = [column.title for column in table.columns]
    grid._tbl.append(_row(heads, table.columns, widths, style, head=True))
    for values in table.values():
        grid._tbl.append(_row(_texts(values, table.columns), table.columns, widths, style))


def _texts(values: tuple[Plain, ...], columns: tuple[Column, ...]) -> list[str]:
    return [shown(value, column.kind) for value, column in zip(values, columns, strict=True)]


def _widths(table: ReportTable, room: int) -> list[int]:
    """Columns share the room by their longest cell, within limits."""
    rows = [_texts(values, table.columns) for values in table.values()]
    longest = [
        max([_longest_word(column.title), *map(len, cells)])
        for column, *cells in zip(table.columns, *rows, strict=True)
    ]
    most = WIDEST if len(table.columns) <= MOST_COLUMNS else WIDEST_OF_MANY
    share = [min(max(length, NARROW), most) + 3 for length in longest]
    return [room * part // sum(share) for part in share]


def _longest_word(head: str) -> int:
    return round(BOLD * max(map(len, head.split()), default=0))


def _frame(tbl: Any, widths: list[int]) -> None:
    """Thin lines between rows and none between columns; fixed widths."""
    properties = tbl.tblPr
    borders = element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        colour = "DFE2E6" if side == "insideH" else "26282B"
        borders.append(element(side, val="single", sz="4", space="0", color=colour))
    properties.append(borders)
    properties.append(element("tblLayout", type="fixed"))
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=str(SIDE), type="dxa"))
    properties.append(margins)
    for width in widths:
        tbl.tblGrid.append(element("gridCol", w=str(width)))


def _row(
    texts: list[str], columns: tuple[Column, ...], widths: list[int], style: str, *, head: bool = False
) -> Any:
    row, properties = element("tr"), element("trPr")
    properties.append(element("cantSplit"))
    if head:
        properties.append(element("tblHeader"))
    row.append(properties)
    for text, column, width in zip(texts, columns, widths, strict=True):
        row.append(_cell(text, width, style, right=column.kind is not Kind.TEXT, bold=head))
    return row


def _cell(text: str, width: int, style: str, *, right: bool, bold: bool) -> Any:
    cell, properties = element("tc"), element("tcPr")
    properties.append(element("tcW", w=str(width), type="dxa"))
    if bold:
        properties.append(element("vAlign", val="bottom"))
    paragraph, look = element("p"), element("pPr")
    look.append(element("pStyle", val=style))
    if right:
        look.append(element("jc", val="right"))
    paragraph.append(look)
    run = element("r")
    if bold:
        weight = element("rPr")
        weight.append(element("b"))
        run.append(weight)
    words = element("t")
    words.text = printable(text).replace("\n", " ")
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    paragraph.append(run)
    cell.append(properties)
    cell.append(paragraph)
    return cell
