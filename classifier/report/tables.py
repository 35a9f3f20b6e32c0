"""A table as every format prints it, each count with its commitments."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from classifier.judgements import Finding

# Printed where there is no figure to give.
NONE = "–"


class Kind(StrEnum):
    """What a column holds, and so how it is printed."""

    TEXT = "text"
    COUNT = "count"
    SHARE = "share"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Counted:
    """A count that is the number of the commitments it names."""

    ids: tuple[str, ...]


Cell = str | int | float | None | Counted
Plain = str | int | float | None
# Rows before they have columns: each with its key.
Rows = list[tuple[str, tuple["Cell", ...]]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `name` for data files, `title` in the report's language."""

    name: str
    title: str
    kind: Kind = Kind.COUNT


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in the columns' order; `key` is the same in every language."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ReportTable:
    """Rows under columns, with a note on how to read them.

    `main` names the columns whose commitments stand for a whole row.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    main: tuple[str, ...] = ()

    def values(self) -> list[tuple[Plain, ...]]:
        """Every row as plain values: a count is its number."""
        return [tuple(map(plain, row.cells)) for row in self.rows]

    def at(self, name: str) -> int:
        """Where a column stands; `KeyError` if there is none."""
        places = {column.name: place for place, column in enumerate(self.columns)}
        return places[name]

    def column(self, name: str) -> list[Plain]:
        """One column's values, from the first row to the last."""
        place = self.at(name)
        return [plain(row.cells[place]) for row in self.rows]

    def row(self, key: str) -> Mapping[str, Plain]:
        """One row's values by column name; `KeyError` if there is none."""
        found = {row.key: row for row in self.rows}[key]
        return {c.name: plain(cell) for c, cell in zip(self.columns, found.cells, strict=True)}

    def numbers(self, name: str) -> list[float]:
        """A column of numbers, nothing read as zero, for charts."""
        return [float(value) if isinstance(value, int | float) else 0.0 for value in self.column(name)]


def plain(cell: Cell) -> Plain:
    """A cell's value: for a count the number of its commitments."""
    return len(cell.ids) if isinstance(cell, Counted) else cell


def shown(value: Plain, kind: Kind) -> str:
    """A value as people read it."""
    if value is None:
        return NONE
    if kind is Kind.SHARE and isinstance(value, int | float):
        return f"{value:.0%}"
    return f"{value:.0f}" if isinstance(value, float) else str(value)


def share(part: int, whole: int) -> float | None:
    """A share rounded for data files; `None` where there is nothing to take it of."""
    return round(part / whole, 4) if whole else None


def counted(findings: Iterable[Finding]) -> Counted:
    """The number of some findings, with the way back to them."""
    return Counted(tuple(finding.commitment.id for finding in findings))


def ranked(groups: Iterable[tuple[str, Sequence[Finding]]]) -> list[tuple[str, Sequence[Finding]]]:
    """Groups from the largest to the smallest, by name where equal."""
    return sorted(groups, key=lambda item: (-len(item[1]), item[0]))
