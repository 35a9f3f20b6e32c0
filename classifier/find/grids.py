"""Tables with columns: a row of heads, and rows of values below, on one page or several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from classifier.cues import all_words, fold
from classifier.find.units import Unit

# Columns from which a table is more than labels beside their values.
FEWEST_COLUMNS = 3
# Words; longer cells are values, not heads of columns.
LONGEST_HEAD = 8
# Words beside a cue in the head of the column of commitments: "Action / measure".
MORE_WORDS = 3

Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table by columns: the units of its heads and of each row; `titles` is the commitments' column.

    `titles` is -1 where no head names commitments.
    """

    heads: frozenset[int]
    rows: tuple[Row, ...]
    titles: int = -1


def grids(pieces: Sequence[Unit], labels: Sequence[str], spoken: Sequence[str]) -> tuple[Grid, ...]:
    """Every table by columns, those that go on without heads under the heads before."""
    found: list[Grid] = []
    names = _names(spoken)
    width = 0
    for rows in _tables(pieces):
        heads = _heads(pieces, labels, rows)
        if heads:
            width = pieces[rows[0][-1]].column
            titles = _title_column(pieces, heads, names)
            found.append(Grid(frozenset(heads), _below(pieces, heads, rows), titles))
        elif found and _goes_on(pieces, labels, rows, width, found[-1]):
            found.append(Grid(frozenset(), rows, found[-1].titles))
    return tuple(found)


def _title_column(pieces: Sequence[Unit], heads: Row, names: frozenset[tuple[str, ...]]) -> int:
    """The first column whose head names commitments; -1 if none does."""
    return next((pieces[at].column for at in heads if _is_title(pieces[at], names)), -1)


def _tables(pieces: Sequence[Unit]) -> Iterator[tuple[Row, ...]]:
    """The rows of each table, as places of units."""
    cells = (at for at, piece in enumerate(pieces) if piece.row >= 0)
    for _, table in groupby(cells, key=lambda at: pieces[at].block):
        yield tuple(tuple(row) for _, row in groupby(table, key=lambda at: pieces[at].row))


def _heads(pieces: Sequence[Unit], labels: Sequence[str], rows: tuple[Row, ...]) -> Row:
    """The first row, if it holds heads of columns: short, mostly labels, and values below."""
    if len(rows) < 2 or len(rows[0]) < FEWEST_COLUMNS:
        return ()
    short = all(pieces[at].words <= LONGEST_HEAD for at in rows[0])
    named = sum(bool(labels[at]) or pieces[at].bold for at in rows[0])
    below = sum(bool(labels[at]) for at in rows[1])
    return rows[0] if short and named >= 2 and below <= 1 else ()


def _below(pieces: Sequence[Unit], heads: Row, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows under the heads, without heads printed again on a new page."""
    said = [fold(pieces[at].text) for at in heads]
    return tuple(row for row in rows[1:] if [fold(pieces[at].text) for at in row] != said)


def _goes_on(
    pieces: Sequence[Unit], labels: Sequence[str], rows: tuple[Row, ...], width: int, before: Grid
) -> bool:
    """Whether a table without heads, as wide as the one before, is its next page."""
    last = before.rows[-1][-1] if before.rows else -1
    apart = pieces[rows[0][0]].page - pieces[last].page
    values = not any(labels[at] for at in rows[0])
    return apart == 1 and values and max(pieces[row[-1]].column for row in rows) == width


def _names(spoken: Sequence[str]) -> frozenset[tuple[str, ...]]:
    concepts = ("fields.title", "commitment", "commitments")
    return frozenset().union(*(all_words(concept, spoken) for concept in concepts))


def _is_title(head: Unit, names: frozenset[tuple[str, ...]]) -> bool:
    """Whether a head names commitments, alone or with a few words beside."""
    words = fold(head.text)
    sizes = range(1, len(words) + 1)
    opens = any(words[:size] in names and len(words) - size <= MORE_WORDS for size in sizes)
    return opens or any(words[-size:] in names and len(words) - size <= 2 for size in sizes)
