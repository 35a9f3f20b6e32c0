"""The one run 1, 2, 3, … among numbers of a form, where inner lists are numbered alike."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from classifier.find.marks import follows
from classifier.find.reading import Reading
from classifier.find.series import Start

# Words; numbers nearer to each other than this are lines of a list.
NEAR = 15
# A run of one: its length, and more words than any two of its numbers could have between them.
ALONE = (1, 10**6)

# The length of a run, and the fewest words between two numbers of it.
Score = tuple[int, int]


def chain(reading: Reading, starts: Sequence[Start]) -> tuple[Start, ...]:
    """The longest run of following numbers; of equals, the one with most text between."""
    read = [0, *accumulate(unit.words for unit in reading.units)]
    best: list[Score] = []
    before: list[int] = []
    for at, start in enumerate(starts):
        runs = [(ALONE, -1), *_continued(read, starts[:at], best, start)]
        score, link = max(runs, key=itemgetter(0))
        best.append(score)
        before.append(link)
    return tuple(_walk(starts, best, before))


def _continued(
    read: Sequence[int], earlier: Sequence[Start], best: Sequence[Score], start: Start
) -> Iterator[tuple[Score, int]]:
    """The score of each run that a start goes on, and the place of the start before it."""
    for place, other in enumerate(earlier):
        gap = read[start.unit] - read[other.unit]
        if follows(start.key, other.key) and gap >= NEAR:
            length, nearest = best[place]
            yield (length + 1, min(nearest, gap)), place


def _walk(starts: Sequence[Start], best: list[Score], before: list[int]) -> list[Start]:
    at = max(range(len(starts)), key=lambda place: best[place], default=-1)
    walk: list[Start] = []
    while at >= 0:
        walk.insert(0, starts[at])
        at = before[at]
    return walk
