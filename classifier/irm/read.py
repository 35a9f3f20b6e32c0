"""Reading the published database: CSV or XLSX, whichever layout."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from html import unescape
from pathlib import Path
from typing import Any

from classifier.errors import InputError
from classifier.irm.layouts import settings
from classifier.irm.results import IrmResult, OgpCommitment

# Characters in one cell; the csv module's own limit is too low for full texts.
LONGEST_CELL = 10_000_000

# Breaks and the plain tags of a text editor; "<" by itself is a sign and stays.
_BREAK = re.compile(r"<\s*(?:br|/p|/li|/div)\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|b|i|u|em|strong|ul|ol|li|div|span|a|font|h\d)\b[^<>]*>", re.IGNORECASE)

# Columns that hold IRM results; the others describe the commitment.
IRM_FIELDS = tuple(field.name for field in fields(IrmResult))


def read_database(path: Path) -> list[OgpCommitment]:
    """Every commitment of one file, in its order.

    Raises `InputError` where the file holds none of the layouts known.
    """
    rows = _rows(path)
    head_rows = [next(rows, []), next(rows, [])]
    layout = _recognise(head_rows, path)
    head = [name.strip() for name in head_rows[layout["header_row"]]]
    body = [*head_rows[layout["header_row"] + 1 :], *rows]
    return [_commitment(dict(zip(head, row, strict=False)), layout, head) for row in body if any(row)]


def _rows(path: Path) -> Iterator[Sequence[str]]:
    if path.suffix.lower() == ".xlsx":
        return _xlsx_rows(path)
    return _csv_rows(path)


def _csv_rows(path: Path) -> Iterator[Sequence[str]]:
    csv.field_size_limit(LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.reader(file)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path.name} cannot be read as CSV: {error}. Save it as UTF-8 CSV or XLSX."
        ) from error


def _xlsx_rows(path: Path) -> Iterator[Sequence[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, KeyError, ValueError) as error:
        raise InputError(
            f"{path.name} cannot be read as XLSX: {error}. Save it again as XLSX or CSV."
        ) from error
    for row in book.worksheets[0].iter_rows(values_only=True):
        yield ["" if value is None else _text(value) for value in row]


def _text(value: Any) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _recognise(head_rows: Sequence[Sequence[str]], path: Path) -> dict[str, Any]:
    for layout in settings()["layout"]:
        names = {name.strip() for name in head_rows[layout["header_row"]]}
        if names.issuperset(layout["recognised_by"]):
            return dict(layout)
    known = ", ".join(layout["name"] for layout in settings()["layout"])
    raise InputError(
        f"{path.name} has none of the known column heads (layouts {known}). "
        "Use OGP's commitments database as published, with its head rows."
    )


def _commitment(row: Mapping[str, str], layout: Mapping[str, Any], head: Sequence[str]) -> OgpCommitment:
    values = {name: _without_tags(row.get(column, "")) for name, column in layout["columns"].items()}
    return OgpCommitment(
        ogp_id=values.get("ogp_id", ""),
        member=values["member"],
        plan_number=values["plan_number"],
        number=values["number"],
        title=values["title"] or values.get("short_title", ""),
        text=values["text"],
        year=_year(values["year"]),
        ends=_year(values.get("ends", "")),
        plan_id=values.get("plan_id", ""),
        region=values.get("region", ""),
        level=values.get("level", ""),
        lead_institution=values["lead_institution"],
        tags=_tags(row, layout["tags"], head),
        irm=IrmResult(**{name: values.get(name, "ND") for name in IRM_FIELDS}),
    )


def _without_tags(value: str) -> str:
    """A cell without the web page's markup that some carry."""
    if "<" in value:
        value = _TAG.sub("", _BREAK.sub("\n", value))
    return unescape(value).strip() if "&" in value else value.strip()


def _year(value: str) -> int | None:
    return int(value) if value.isdigit() else None


def _tags(row: Mapping[str, str], bounds: Mapping[str, str], head: Sequence[str]) -> frozenset[str] | None:
    """The tags set to 1; `None` where not one tag was given a 0 or 1."""
    names = head[head.index(bounds["first"]) : head.index(bounds["last"]) + 1]
    given = {name: row.get(name, "").strip() for name in names}
    if not any(value in ("0", "1") for value in given.values()):
        return None
    return frozenset(name for name, value in given.items() if value == "1")


def read_databases(paths: Iterable[Path]) -> list[OgpCommitment]:
    """Several files, one after another."""
    return [row for path in paths for row in read_database(path)]
