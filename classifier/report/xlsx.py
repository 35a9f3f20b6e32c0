"""The report as a workbook: a sheet for every table, its notes, and every commitment."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from classifier.report.clean import harmless, printable
from classifier.report.figures import Figures
from classifier.report.records import FIELDS
from classifier.report.still import still
from classifier.report.tables import Kind, ReportTable

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

# Longest name of a sheet, and longest text of a cell, that Excel opens.
LONGEST_NAME, LONGEST_TEXT = 31, 32_767
FORMATS = {Kind.SHARE: "0%", Kind.COUNT: "0", Kind.NUMBER: "0"}
NARROWEST, WIDEST = 9, 60
# Row of the column heads: title, note and an empty row stand above.
HEAD = 4
# Width of the first sheet's column, points of one line, and lines of a head at most.
ABOUT, LINE, TALLEST = 110, 15, 4
# The cover's dark blue, and the line grey of the page.
DEEP, TINT = "12324A", "F6F7F9"


def to_xlsx(figures: Figures) -> bytes:
    """The workbook: notes first, then a sheet for each table, then the commitments."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.title = figures.words("page.title", year=figures.year)
    book.properties.creator = "ogp-justice"
    _about(book, figures)
    for table in figures.tables:
        _table(book.create_sheet(sheet_name(table.name)), table)
    _commitments(book.create_sheet("commitments"), figures)
    out = BytesIO()
    book.save(out)
    return still(out.getvalue(), figures.versions["read"])


def sheet_name(name: str) -> str:
    """A table's name as a sheet can bear it."""
    return name[:LONGEST_NAME]


def _about(book: "Workbook", figures: Figures) -> None:
    """The first sheet: what this is, how to read it, and a list of sheets with links."""
    from openpyxl.styles import Font

    sheet, say = book.worksheets[0], figures.words
    sheet.title = "about"
    lines = [figures.sentences["cover"], say("page.ours"), *figures.warnings]
    lines += [
        f"{say(f'method.{name}_title')}. {say(f'method.{name}')}"
        for name in ("reading", "counting", "irm", "limits")
    ]
    versions = {name: value or "–" for name, value in figures.versions.items()}
    lines.append(say("method.versions", **versions))
    _put(sheet, 1, 1, say("page.title", year=figures.year)).font = Font(bold=True, size=16, color=DEEP)
    for at, line in enumerate(lines, 3):
        _wrapped(sheet, _put(sheet, at, 1, line), ABOUT)
    first = len(lines) + 4
    for at, (name, title) in enumerate(_contents(figures), first):
        link: Any = _put(sheet, at, 1, title)
        link.hyperlink = f"#'{sheet_name(name)}'!A1"
        link.font = Font(color="005F96", underline="single")
    sheet.column_dimensions["A"].width = ABOUT
    _for_print(sheet)
    sheet.sheet_view.showGridLines = False


def _contents(figures: Figures) -> list[tuple[str, str]]:
    tables = [(table.name, table.title) for table in figures.tables]
    return [*tables, ("commitments", figures.words("data.commitments"))]


def _table(sheet: "Worksheet", table: ReportTable) -> None:
    from openpyxl.styles import Font

    _put(sheet, 1, 1, table.title).font = Font(bold=True, size=13, color=DEEP)
    heads = [column.title for column in table.columns]
    formats = [FORMATS.get(column.kind, "General") for column in table.columns]
    _rows(sheet, heads, table.values(), formats)
    _note(sheet, table.note, len(heads))


def _commitments(sheet: "Worksheet", figures: Figures) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font

    _put(sheet, 1, 1, figures.words("data.commitments")).font = Font(bold=True, size=13, color=DEEP)
    _rows(sheet, list(FIELDS), [record.values for record in figures.records], ["General"] * len(FIELDS))
    _note(sheet, figures.words("data.description"), len(FIELDS))
    for at, name in enumerate(FIELDS, 1):
        sheet.cell(HEAD, at).comment = Comment(figures.words(f"field.{name}"), "ogp-justice")


def _rows(
    sheet: "Worksheet", heads: Sequence[str], rows: Sequence[Sequence[object]], formats: Sequence[str]
) -> None:
    """Heads and rows from `HEAD` on, with filters, frozen heads and widths that fit."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for at, head in enumerate(heads, 1):
        cell: Any = _put(sheet, HEAD, at, head)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=TINT)
        side = "left" if formats[at - 1] == "General" else "right"
        cell.alignment = Alignment(side, wrap_text=True, vertical="bottom")
        texts = [str(row[at - 1]) for row in rows if row[at - 1] is not None]
        words = [len(word) for word in head.split()]
        longest = max([*map(len, texts), *words, len(head) // 2])
        sheet.column_dimensions[get_column_letter(at)].width = min(max(longest + 2, NARROWEST), WIDEST)
    for down, row in enumerate(rows, HEAD + 1):
        for at, value in enumerate(row, 1):
            if value is not None:
                _put(sheet, down, at, value).number_format = formats[at - 1]
    sheet.row_dimensions[HEAD].height = LINE * max(map(_lines_of_head, heads))
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    _for_print(sheet)
    sheet.freeze_panes = f"B{HEAD + 1}"
    sheet.auto_filter.ref = f"A{HEAD}:{get_column_letter(len(heads))}{HEAD + len(rows)}"


def _put(sheet: "Worksheet", down: int, across: int, value: object) -> Any:
    """A value in a cell; text is stored as text whatever it begins with."""
    cell: Any = sheet.cell(down, across)
    if isinstance(value, str):
        text = printable(value)
        cell.value = text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"
        cell.data_type = "s"
        cell.quotePrefix = harmless(text) != text
    else:
        cell.value = value
    return cell


def _lines_of_head(head: str) -> int:
    """Lines a column's head takes: columns are at least half as wide as their heads."""
    return min(TALLEST, max(len(head.split()), 1), 1 + len(head) // NARROWEST)


def _note(sheet: "Worksheet", note: str, columns: int) -> None:
    """The note above a table, over all of its columns, as tall as it needs."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    cell = _put(sheet, 2, 1, note)
    cell.font = Font(color="5F6368")
    wide = sum(sheet.column_dimensions[get_column_letter(at)].width for at in range(1, columns + 1))
    if columns > 1:
        sheet.merge_cells(start_row=2, end_row=2, start_column=1, end_column=columns)
    _wrapped(sheet, cell, int(wide))


def _wrapped(sheet: "Worksheet", cell: Any, wide: int) -> None:
    """Text on as many lines as it takes: programs that open a workbook do not all make room."""
    from openpyxl.styles import Alignment

    cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[cell.row].height = LINE * (1 + len(str(cell.value or "")) // wide)


def _for_print(sheet: "Worksheet") -> None:
    """All columns on one page's width, lying on its side."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
