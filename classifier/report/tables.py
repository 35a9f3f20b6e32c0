"""A table as every format prints it, and the cells it is made from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportTable:
    """Rows under column heads, with a note on how to read them.

    `sources` holds, for each row, the ids of the commitments behind it; empty where a row is
    not a count of commitments.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    note: str = ""
    sources: tuple[tuple[str, ...], ...] = ()


def share(part: int, whole: int) -> str:
    """A percentage; a dash where there is nothing to take it of."""
    return f"{part / whole:.0%}" if whole else "–"


def ids(findings: Iterable[object]) -> tuple[str, ...]:
    """The commitment ids of findings, in their order."""
    return tuple(finding.commitment.id for finding in findings)  # type: ignore[attr-defined]


def ranked(counts: Iterable[tuple[str, Sequence[object]]]) -> list[tuple[str, Sequence[object]]]:
    """Groups from the largest to the smallest, by name where equal."""
    return sorted(counts, key=lambda item: (-len(item[1]), item[0]))
