"""Counting labels: who said so kept apart, every commitment once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from classifier.judgements import Count, Finding
from classifier.tally.dimensions import DIMENSIONS
from classifier.taxonomy import JusticeCategory

ANY_JUSTICE = "any_justice"
"""The row in which a commitment counts once, however many categories it carries."""

CATEGORY = "category"
"""The breakdown that gives each category a row of its own."""


def tally(findings: Iterable[Finding], by: Sequence[str] = ()) -> list[Count]:
    """Counts for each combination of the breakdowns named, in their sorted order.

    With "category" among them there is a row for each category beside "any_justice"; rows of
    categories overlap, and do not sum to "any_justice". A commitment with several sub-themes
    or groups counts in each. Raises `ValueError` for an unknown breakdown.
    """
    names = [name for name in by if name != CATEGORY]
    unknown = [name for name in names if name not in DIMENSIONS]
    if unknown:
        known = ", ".join([CATEGORY, *DIMENSIONS])
        raise ValueError(f"no breakdown called {', '.join(unknown)}; there are: {known}")
    cells: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        for keys in product(*(DIMENSIONS[name](finding) for name in names)):
            cells[keys].append(finding)
    rows = [*JusticeCategory, ANY_JUSTICE] if CATEGORY in by else [ANY_JUSTICE]
    return [_count(keys, row, cells[keys]) for keys in sorted(cells) for row in rows]


def _count(keys: tuple[str, ...], row: str, findings: Sequence[Finding]) -> Count:
    decided = [finding.label.decided for finding in _carrying(row, findings) if finding.label]
    return Count(
        keys=keys,
        category=str(row),
        decided=sum(decided),
        predicted=len(decided) - sum(decided),
        commitments=len(findings),
        unread=sum(finding.label is None for finding in findings),
    )


def _carrying(row: str, findings: Sequence[Finding]) -> Iterator[Finding]:
    for finding in findings:
        categories = finding.label.categories if finding.label else frozenset()
        if row in categories or (row == ANY_JUSTICE and categories):
            yield finding
