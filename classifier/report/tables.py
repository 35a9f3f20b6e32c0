"""A table as every format prints it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportTable:
    """Rows under column heads, with a note on how to read them."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    note: str = ""
