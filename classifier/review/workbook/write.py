"""Writing the workbook, as XLSX or CSV."""

import csv
from collections.abc import Callable, Iterable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from classifier.errors import InputError
from classifier.files import write_whole
from classifier.review.cases import Case
from classifier.review.workbook.columns import (
    CODES,
    COLUMNS,
    FORBIDDEN,
    FORMULA_STARTS,
    INSTRUCTIONS,
    SHEET,
    values,
)

LINK = [name for name, _ in COLUMNS].index("link") + 1
TOP = Alignment(vertical="top", wrap_text=True)


def export_workbook(cases: Iterable[Case], path: Path, *, blind: bool = False) -> int:
    """Write one row for each case; the number of rows.

    The ending of `path` says which kind, .xlsx or .csv. A blind workbook shows nothing of the
    model's; of the audit sample no workbook shows any until it is read. Raises `InputError` for
    another ending.
    """
    if path.suffix.lower() not in _WRITERS:
        raise InputError(f"{path.name} has no known ending. Name a file that ends in .xlsx, .csv or .jsonl.")
    rows = [list(values(case, blind=blind or (case.sampled and not case.readers))) for case in cases]
    _WRITERS[path.suffix.lower()](rows, path)
    return len(rows)


Rows = list[list[str | int]]


def _write_xlsx(rows: Rows, path: Path) -> None:
    book = Workbook(write_only=False)
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(SHEET)
    _head(sheet)
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            _write(sheet.cell(number, column), value, is_link=column == LINK)
    _finish(sheet, len(rows))
    guide = book.create_sheet("instructions")
    guide.column_dimensions["A"].width = 110
    for line in INSTRUCTIONS:
        guide.append([line])
    out = BytesIO()
    book.save(out)
    write_whole(path, out.getvalue())


def _write_csv(rows: Rows, path: Path) -> None:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(name for name, _ in COLUMNS)
    writer.writerows([_harmless(value) for value in row] for row in rows)
    # Excel takes a CSV for UTF-8 only where it begins with the byte order mark.
    write_whole(path, out.getvalue().encode("utf-8-sig"))


_WRITERS: dict[str, Callable[[Rows, Path], None]] = {".xlsx": _write_xlsx, ".csv": _write_csv}


def _harmless(value: str | int) -> str | int:
    """Text that a spreadsheet would calculate, made plain by an apostrophe."""
    if not isinstance(value, str):
        return value
    text = FORBIDDEN.sub("", value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _write(cell: Any, value: str | int, *, is_link: bool) -> None:
    """A value as it is: text that starts like a formula stays text."""
    cell.alignment = TOP
    if is_link and value:
        cell.value, cell.hyperlink, cell.style = "open", str(value), "Hyperlink"
        return
    cell.value = FORBIDDEN.sub("", value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA_STARTS)


def _head(sheet: Worksheet) -> None:
    for column, (name, width) in enumerate(COLUMNS, 1):
        cell = sheet.cell(1, column, name)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color="DBE5EE")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "B2"


def _finish(sheet: Worksheet, rows: int) -> None:
    """Filters, and the list of decisions to choose from."""
    last = max(rows + 1, 2)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    letter = get_column_letter([name for name, _ in COLUMNS].index("decision") + 1)
    choice = DataValidation(type="list", formula1=f'"{",".join(CODES)}"', allow_blank=True)
    choice.error = f"Choose one of {', '.join(CODES)}, or leave the cell empty."
    sheet.add_data_validation(choice)
    choice.add(f"{letter}2:{letter}{last}")
