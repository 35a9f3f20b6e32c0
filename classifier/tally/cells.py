"""Findings sorted into the cells of a breakdown."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from classifier.judgements import Finding
from classifier.tally.dimensions import DIMENSIONS
from classifier.taxonomy import JusticeCategory

# The row in which a commitment counts once, however many categories it carries.
ANY_JUSTICE = "any_justice"

# The breakdown that gives each category a row of its own.
CATEGORY = "category"

Cells = dict[tuple[str, ...], list[Finding]]


def cells(findings: Iterable[Finding], by: Sequence[str]) -> Cells:
    """Findings by their values in the breakdowns named, sorted; "category" is left to the caller.

    A commitment with several sub-themes or groups stands in several cells. Raises
    `ValueError` for an unknown breakdown.
    """
    names = [name for name in by if name != CATEGORY]
    unknown = [name for name in names if name not in DIMENSIONS]
    if unknown:
        known = ", ".join([CATEGORY, *DIMENSIONS])
        raise ValueError(f"no breakdown called {', '.join(unknown)}; there are: {known}")
    found: Cells = defaultdict(list)
    for finding in findings:
        for keys in product(*(DIMENSIONS[name](finding) for name in names)):
            found[keys].append(finding)
    return {keys: found[keys] for keys in sorted(found)}


def rows(by: Sequence[str]) -> list[str]:
    """The categories counted: all and any-justice, or any-justice alone."""
    return [*JusticeCategory, ANY_JUSTICE] if CATEGORY in by else [ANY_JUSTICE]


def carries(row: str, finding: Finding) -> bool:
    """Whether the finding's label has the category, or any for "any_justice"."""
    categories = finding.label.categories if finding.label else frozenset()
    return row in categories or (row == ANY_JUSTICE and bool(categories))
