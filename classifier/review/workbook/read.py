"""Reading a workbook back, from Excel or LibreOffice, row by row."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from classifier.errors import InputError
from classifier.judgements import Decision
from classifier.review.cases import Case
from classifier.review.workbook.columns import (
    CODES,
    FORMULA_STARTS,
    NEEDED,
    SHEET,
    UNSURE,
    is_unsure,
    legal,
    parsed,
)

Row = Mapping[str, str]
Cases = Mapping[str, Case]


@dataclass(frozen=True, slots=True)
class Import:
    """What a workbook says: decisions to store, and rows that cannot be applied, each with its reason."""

    decisions: tuple[Decision, ...]
    problems: tuple[str, ...]


def read_workbook(path: Path, analyst: str, cases: Cases) -> Import:
    """The decisions a workbook holds; nothing is stored.

    `cases` are all there are by now, by id; what was decided meanwhile is seen by them. Raises
    `InputError` for a file that is no such workbook.
    """
    decisions, problems, seen = [], [], set[str]()
    for number, row in _rows(path):
        if not row["decision"] and not row["id"]:
            continue
        problem = _problem(row, cases, seen)
        seen.add(row["id"])
        if problem:
            problems.append(f"Row {number}: {problem}")
        elif row["decision"]:
            decisions.append(_decision(row, analyst, cases[row["id"]]))
    return Import(tuple(decisions), tuple(problems))


def _unknown(row: Row, cases: Cases, _: set[str]) -> str:
    name = row["id"]
    return "" if name in cases else f"no commitment has the id {name!r}; was the cell edited?"


def _twice(row: Row, _: Cases, seen: set[str]) -> str:
    return f"{row['id']} stands in an earlier row too; this one was not applied" if row["id"] in seen else ""


def _illegal(row: Row, _: Cases, __: set[str]) -> str:
    code = row["decision"]
    return "" if legal(code) else f"{code!r} is no decision; choose one of {', '.join(CODES)}"


def _only_commented(row: Row, _: Cases, __: set[str]) -> str:
    if row["decision"] or not row["comment"]:
        return ""
    return f'{row["id"]} has a comment and no decision; choose one ("{UNSURE}" keeps the comment)'


def _decided_meanwhile(row: Row, cases: Cases, _: set[str]) -> str:
    then, now = row["decisions so far"], len(cases[row["id"]].decisions)
    # LibreOffice may write a whole number as 3.0.
    if not row["decision"] or then in (str(now), f"{now}.0"):
        return ""
    return f"{row['id']} was decided by someone after this workbook was written; export it anew"


CHECKS: Sequence[Callable[[Row, Cases, set[str]], str]] = (
    _unknown,
    _twice,
    _illegal,
    _only_commented,
    _decided_meanwhile,
)


def _problem(row: Row, cases: Cases, seen: set[str]) -> str:
    """Why a row cannot be applied; the first reason that holds."""
    return next(filter(None, (check(row, cases, seen) for check in CHECKS)), "")


def _decision(row: Row, analyst: str, case: Case) -> Decision:
    code, prediction = row["decision"], case.finding.prediction
    return Decision(
        id=uuid4().hex,
        commitment_id=row["id"],
        categories=None if is_unsure(code) else parsed(code),
        analyst=analyst,
        made_at=datetime.now(UTC),
        model_id=prediction.model_id if prediction else "",
        before=case.finding.label.categories if case.finding.label else None,
        reason="workbook",
        comment=row["comment"],
    )


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Row numbers with their cells by head, as text; checked for the columns needed."""
    lines = iter(_csv_lines(path) if path.suffix.lower() == ".csv" else _xlsx_lines(path))
    head = [_text(value) for value in next(lines, ())]
    if not set(head) >= NEEDED:
        raise InputError(
            f"{path.name} lacks the columns {', '.join(sorted(NEEDED - set(head)))}. "
            "Import the workbook that was exported, its heads as they were."
        )
    for number, line in enumerate(lines, 2):
        cells = dict(zip(head, map(_text, line), strict=False))
        yield number, {name: cells.get(name, "") for name in NEEDED}


def _xlsx_lines(path: Path) -> Iterable[Sequence[Any]]:
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, InvalidFileException, BadZipFile, KeyError, ValueError) as error:
        raise InputError(
            f"{path.name} is no workbook ({error}). Save it as .xlsx and import again."
        ) from error
    try:
        if SHEET not in book.sheetnames:
            raise InputError(f"{path.name} has no sheet {SHEET!r}. Import the workbook that was exported.")
        return list(book[SHEET].iter_rows(values_only=True))
    finally:
        book.close()


def _csv_lines(path: Path) -> Iterable[Sequence[str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path.name} cannot be read ({error}). Save it as CSV in UTF-8.") from error
    # A spreadsheet set to a language with decimal commas writes semicolons.
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    return list(csv.reader(StringIO(text, newline=""), delimiter=separator))


def _text(value: Any) -> str:
    """A cell's text; the apostrophe that kept it from being calculated is taken off."""
    text = "" if value is None else str(value).strip()
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA_STARTS) else text
