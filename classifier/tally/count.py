"""Counting labels: who said so kept apart, every commitment once."""

from collections.abc import Iterable, Sequence

from classifier.judgements import Count, Finding
from classifier.tally.cells import carries, cells, rows


def tally(findings: Iterable[Finding], by: Sequence[str] = ()) -> list[Count]:
    """Counts for each combination of the breakdowns named, in their sorted order.

    With "category" among them there is a row for each category beside "any_justice"; rows of
    categories overlap, and do not sum to "any_justice". Raises `ValueError` for an unknown
    breakdown.
    """
    return [_count(keys, row, cell) for keys, cell in cells(findings, by).items() for row in rows(by)]


def _count(keys: tuple[str, ...], row: str, findings: Sequence[Finding]) -> Count:
    decided = [f.label.decided for f in findings if f.label and carries(row, f)]
    return Count(
        keys=keys,
        category=str(row),
        decided=sum(decided),
        predicted=len(decided) - sum(decided),
        commitments=len(findings),
        unread=sum(finding.label is None for finding in findings),
    )
