"""A series without the runs before its main one that are built unlike it: reviews of earlier plans."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from classifier.cues import fold
from classifier.find.reading import Reading
from classifier.find.segments import Segment, segments, text_words
from classifier.find.series import Series, Start

# Commitments from which a run can be a plan's own.
FEWEST = 3
# Share of a run's commitments that hold a label for it to be one of their parts.
COMMON = 0.6
# Share of all labels that two runs of one plan have in common, at least.
ALIKE = 0.35
# Share of the main run's length below which a run's commitments are only reviewed.
SHORT = 0.7


def alike_runs(reading: Reading, series: Series) -> Iterator[Series]:
    """The series without short runs before the longest that do not hold its parts.

    What follows the longest run may well be another body's plan, in another form.
    """
    runs = _runs(segments(reading, series))
    if len(runs) < 2:
        return
    parts = [_parts(reading, run) for run in runs]
    main = max(range(len(runs)), key=lambda at: _words(reading, runs[at]))
    if len(runs[main]) < FEWEST or len(parts[main]) < 2:
        return
    usual = _words(reading, runs[main]) / len(runs[main])
    kept = [
        run
        for at, run in enumerate(runs)
        if at >= main
        or _share(parts[at], parts[main]) >= ALIKE
        or _words(reading, run) > SHORT * usual * len(run)
    ]
    if len(kept) < len(runs):
        yield replace(series, starts=tuple(segment.start for run in kept for segment in run))


def _runs(found: tuple[Segment, ...]) -> list[list[Segment]]:
    """Segments in runs, each of which starts its numbers again."""
    runs = [list(found[:1])]
    for before, segment in pairwise(found):
        if _starts_again(before.start, segment.start):
            runs.append([])
        runs[-1].append(segment)
    return runs


def _starts_again(before: Start, start: Start) -> bool:
    return bool(start.key) and bool(before.key) and start.key <= before.key


def _parts(reading: Reading, run: list[Segment]) -> frozenset[str]:
    """The labels and recurring headings that most commitments of a run hold."""
    held = [_labels(reading, segment) for segment in run]
    every = frozenset().union(*held)
    return frozenset(name for name in every if sum(name in one for one in held) >= COMMON * len(run))


def _labels(reading: Reading, segment: Segment) -> frozenset[str]:
    places = (at for at in range(segment.start.body, segment.end) if reading.is_label(at))
    return frozenset(reading.labels[at] or " ".join(fold(reading.units[at].text)) for at in places)


def _share(held: frozenset[str], main: frozenset[str]) -> float:
    return len(held & main) / len(held | main)


def _words(reading: Reading, run: list[Segment]) -> int:
    return sum(text_words(reading, segment) for segment in run)
