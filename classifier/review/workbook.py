"""The workbook analysts take home: exported, filled in anywhere, read back row by row."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any
from uuid import uuid4
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from classifier.errors import InputError
from classifier.judgements import Decision, Finding
from classifier.taxonomy import JusticeCategory

SHEET = "commitments"
COLUMNS = (
    ("id", 22),
    ("plan", 26),
    ("page", 6),
    ("title", 40),
    ("text", 80),
    ("lead institution", 24),
    ("predicted", 14),
    ("evidence", 40),
    ("decision", 16),
    ("comment", 30),
    ("decisions so far", 10),
)
# Excel refuses cells with more characters.
LONGEST = 32_000
# Characters that XML, and so a workbook, cannot hold; PDFs do.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NONE, UNSURE = "none", "unsure"
SHORT = {category.short: category for category in JusticeCategory}
CODES = (
    NONE,
    *("+".join(some) for size in (1, 2, 3) for some in combinations(SHORT, size)),
    UNSURE,
)
INSTRUCTIONS = (
    "One row for each commitment. Choose a decision from the list, or leave the cell empty to decide later.",
    "A2J access to justice, OJI open justice institutions, JOG justice for open government; + joins several.",
    "none: read, and none of the three. unsure: read, and another person should look.",
    "Sort, filter and delete rows as you like. Leave the columns id and decisions so far as they are.",
    "Bring it back: ogp-justice review import FILE --analyst YOUR-NAME (first with --dry-run).",
)


@dataclass(frozen=True, slots=True)
class Import:
    """What a workbook says: decisions to store, and rows that cannot be applied, each with its reason."""

    decisions: tuple[Decision, ...]
    problems: tuple[str, ...]


def export_workbook(
    findings: Iterable[Finding], counts: Mapping[str, int], path: Path, *, blind: bool = False
) -> int:
    """Write one row for each finding; the number of rows.

    `counts` holds how many decisions each commitment has by now, by which an import sees what was
    decided meanwhile. A blind workbook shows neither prediction nor evidence.
    """
    book = Workbook(write_only=False)
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(SHEET)
    _head(sheet)
    total = 0
    for finding in findings:
        total += 1
        for column, value in enumerate(_values(finding, counts, blind=blind), 1):
            _write(sheet.cell(total + 1, column), value)
    _finish(sheet, total)
    guide = book.create_sheet("instructions")
    guide.column_dimensions["A"].width = 110
    for line in INSTRUCTIONS:
        guide.append([line])
    book.save(path)
    return total


def read_workbook(
    path: Path, analyst: str, counts: Mapping[str, int], standing: Mapping[str, frozenset[JusticeCategory]]
) -> Import:
    """The decisions a workbook holds; nothing is stored.

    `counts` has every known commitment with its number of decisions by now; `standing` what
    stands for it. Raises `InputError` for a file that is no such workbook.
    """
    decisions, problems, seen = [], [], set[str]()
    for number, row in _rows(path):
        name, code = row["id"], row["decision"].replace(" ", "")
        if not code and not name:
            continue
        problem = _problem(row, counts, seen)
        seen.add(name)
        if problem:
            problems.append(f"Row {number}: {problem}")
        elif code:
            decisions.append(_decision(row, analyst, standing.get(name)))
    return Import(tuple(decisions), tuple(problems))


def _problem(row: Mapping[str, str], counts: Mapping[str, int], seen: set[str]) -> str:
    """Why a row cannot be applied; the first reason that holds."""
    checks: Sequence[Callable[[Mapping[str, str], Mapping[str, int], set[str]], str]] = (
        _unknown,
        _twice,
        _illegal,
        _only_commented,
        _decided_meanwhile,
    )
    return next(filter(None, (check(row, counts, seen) for check in checks)), "")


def _unknown(row: Mapping[str, str], counts: Mapping[str, int], _: set[str]) -> str:
    name = row["id"]
    return "" if name in counts else f"no commitment has the id {name!r}; was the cell edited?"


def _twice(row: Mapping[str, str], _: Mapping[str, int], seen: set[str]) -> str:
    return f"{row['id']} stands in an earlier row too; this one was not applied" if row["id"] in seen else ""


def _illegal(row: Mapping[str, str], _: Mapping[str, int], __: set[str]) -> str:
    code = row["decision"].replace(" ", "")
    legal = not code or _parsed(code) is not None or code.lower() == UNSURE
    return "" if legal else f"{row['decision']!r} is no decision; choose one of {', '.join(CODES)}"


def _only_commented(row: Mapping[str, str], _: Mapping[str, int], __: set[str]) -> str:
    if row["decision"].strip() or not row["comment"]:
        return ""
    return f'{row["id"]} has a comment and no decision; choose one ("{UNSURE}" keeps the comment)'


def _decided_meanwhile(row: Mapping[str, str], counts: Mapping[str, int], _: set[str]) -> str:
    then = row["decisions so far"]
    if not row["decision"].strip() or then == str(counts[row["id"]]):
        return ""
    return f"{row['id']} was decided by someone after this workbook was written; export it anew"


def _parsed(code: str) -> frozenset[JusticeCategory] | None:
    """The categories of a code in any order; `None` if it names none."""
    if code.lower() == NONE:
        return frozenset()
    parts = code.upper().split("+")
    return frozenset(SHORT[part] for part in parts) if set(parts) <= set(SHORT) else None


def _decision(row: Mapping[str, str], analyst: str, before: frozenset[JusticeCategory] | None) -> Decision:
    code = row["decision"].replace(" ", "")
    return Decision(
        id=uuid4().hex,
        commitment_id=row["id"],
        categories=None if code.lower() == UNSURE else _parsed(code),
        analyst=analyst,
        made_at=datetime.now(UTC),
        before=before,
        reason="workbook",
        comment=row["comment"],
    )


def _values(finding: Finding, counts: Mapping[str, int], *, blind: bool) -> Iterator[str | int]:
    commitment, prediction = finding.commitment, finding.prediction
    shown = None if blind else prediction
    yield commitment.id
    yield f"{finding.plan.member.name if finding.plan.member else ''} {finding.plan.year or ''}".strip()
    yield commitment.pages[0] if commitment.pages else ""
    yield commitment.title
    yield commitment.text[:LONGEST]
    yield commitment.lead_institution
    yield "+".join(sorted(c.short for c in shown.categories)) or NONE if shown else ""
    yield "; ".join(dict.fromkeys(item.text for item in shown.evidence))[:LONGEST] if shown else ""
    yield ""
    yield ""
    yield counts.get(commitment.id, 0)


def _write(cell: Any, value: str | int) -> None:
    """A value as it is: text that starts like a formula stays text."""
    cell.value = FORBIDDEN.sub("", value) if isinstance(value, str) else value
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@\t\r" and bool(value)


def _head(sheet: Worksheet) -> None:
    for column, (name, width) in enumerate(COLUMNS, 1):
        cell = sheet.cell(1, column, name)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color="DBE5EE")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "B2"


def _finish(sheet: Worksheet, rows: int) -> None:
    """Filters, and the list of decisions to choose from."""
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{max(rows + 1, 2)}"
    letter = get_column_letter([name for name, _ in COLUMNS].index("decision") + 1)
    choice = DataValidation(type="list", formula1=f'"{",".join(CODES)}"', allow_blank=True)
    sheet.add_data_validation(choice)
    choice.add(f"{letter}2:{letter}{max(rows + 1, 2)}")


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, InvalidFileException, BadZipFile, KeyError) as error:
        raise InputError(
            f"{path.name} is no workbook ({error}). Save it as .xlsx and import again."
        ) from error
    if SHEET not in book.sheetnames:
        raise InputError(f"{path.name} has no sheet {SHEET!r}. Import the workbook that was exported.")
    lines = book[SHEET].iter_rows(values_only=True)
    head = [_text(value) for value in next(lines, ())]
    needed = {"id", "decision", "comment", "decisions so far"}
    if not needed <= set(head):
        raise InputError(f"{path.name} lacks the columns {', '.join(sorted(needed - set(head)))}.")
    for number, line in enumerate(lines, 2):
        yield number, dict(zip(head, map(_text, line), strict=False))


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()
