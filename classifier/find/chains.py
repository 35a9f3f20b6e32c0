"""The one run 1, 2, 3, … among numbers of a form, where inner lists are numbered alike."""

from collections.abc import Sequence
from itertools import accumulate

from classifier.find.marks import follows
from classifier.find.reading import Reading
from classifier.find.series import Start

# Words; numbers nearer to each other than this are lines of a list.
NEAR = 15


def chain(reading: Reading, starts: Sequence[Start]) -> tuple[Start, ...]:
    """The longest run of following numbers; of equals, the one with most text between."""
    read = [0, *accumulate(unit.words for unit in reading.units)]
    best: list[tuple[int, int]] = []
    before: list[int] = []
    for at, start in enumerate(starts):
        score, link = (1, 10**6), -1
        for other, earlier in enumerate(starts[:at]):
            gap = read[start.unit] - read[earlier.unit]
            step = best[other][0] + 1, min(best[other][1], gap)
            if follows(start.key, earlier.key) and gap >= NEAR and step > score:
                score, link = step, other
        best.append(score)
        before.append(link)
    return tuple(_walk(starts, best, before))


def _walk(starts: Sequence[Start], best: list[tuple[int, int]], before: list[int]) -> list[Start]:
    at = max(range(len(starts)), key=lambda place: best[place], default=-1)
    walk: list[Start] = []
    while at >= 0:
        walk.insert(0, starts[at])
        at = before[at]
    return walk
