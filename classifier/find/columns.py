"""Columns in the order that printed numbers tell, where boxes beside each other upset it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from classifier.documents import Box
from classifier.find.marks import Mark, names_commitment
from classifier.find.units import Unit

# Points by which a unit may reach over the middle of its page and still stand in one column.
OVER = 12.0

Marked = tuple[Unit, Mark | None]


def by_columns(
    pieces: tuple[Unit, ...], marks: Sequence[Mark | None]
) -> tuple[tuple[Unit, ...], tuple[Mark | None, ...]]:
    """Units and marks, pages whose commitments count 1, 3, 2, 4 read by column if they then count on."""
    marked = zip(pieces, marks, strict=True)
    pages = (list(page) for _, page in groupby(marked, key=lambda one: one[0].page))
    ordered = [one for page in pages for one in _in_turn(page)]
    turned = tuple(replace(unit, order=order) for order, (unit, _) in enumerate(ordered))
    return turned, tuple(mark for _, mark in ordered)


def _in_turn(page: list[Marked]) -> list[Marked]:
    if _counts_on(page):
        return page
    turned = list(_turned(page))
    return turned if _counts_on(turned) else page


def _counts_on(page: Sequence[Marked]) -> bool:
    """Whether the numbers of a page's commitments only go up."""
    named = [mark for _, mark in page if mark and names_commitment(mark)]
    return all(after.key > before.key for before, after in pairwise(named))


def _turned(page: list[Marked]) -> Iterator[Marked]:
    """A page's pieces by column, left before right; what reaches over both stands between."""
    pieces = sorted(_whole(page), key=lambda piece: piece[0].top)
    middle = (min(box.x0 for box, _ in pieces) + max(box.x1 for box, _ in pieces)) / 2
    for over, group in groupby(pieces, key=lambda piece: _reaches_over(piece[0], middle)):
        band = list(group)
        for _, units in band if over else sorted(band, key=lambda piece: piece[0].x0 > middle - OVER):
            yield from units


def _whole(page: list[Marked]) -> Iterator[tuple[Box, list[Marked]]]:
    """Each unit with its box; the cells of a table together, with the box of all."""
    for _, group in groupby(page, key=lambda one: (one[0].block, -1 if one[0].row >= 0 else one[0].order)):
        units = list(group)
        yield Box.around(unit.box for unit, _ in units), units


def _reaches_over(box: Box, middle: float) -> bool:
    return box.x0 < middle - OVER and box.x1 > middle + OVER
