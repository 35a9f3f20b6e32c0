"""A plan printed in two languages in one file: counted once, the versions held against each other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from classifier.find.fit import Fit
from classifier.find.reading import Reading
from classifier.find.segments import Segment

# Commitments from which a language is that of a version.
FEWEST = 3
# Share of a segment's words in a language for it to be written in it.
MOSTLY = 0.6
# Commitments by which two versions of a plan may differ.
APART = 1
# Times the usual length from which the last commitment is looked through for another version.
LONG = 2.5


def first_whole(fits: Sequence[Fit | None]) -> int:
    """Which of a document, put first, and its versions to count by: the first version that is whole.

    Languages told wrongly leave the versions in pieces: then the document as it stands, 0.
    """
    whole, *counts = (len(found.segments) if found else 0 for found in fits)
    most = max(counts, default=0)
    if most < max(FEWEST, whole / 2 - APART):
        return 0
    return 1 + next(at for at, count in enumerate(counts) if count >= most - APART)


def with_other(best: Fit, language: str, other: Fit | None) -> Fit:
    """The fit of one version, with how many commitments the other holds."""
    return replace(best, other_version=(language, len(other.segments) if other else 0))


def one_version(reading: Reading, best: Fit) -> Fit:
    """The fit with the commitments of one language, where the same stand in two."""
    tongues = [_tongue(reading, segment) for segment in best.segments]
    first, second = _pair(tongues)
    if second and _paired(best.segments, tongues, first, second):
        return _without(best, tongues, second)
    return replace(best, segments=_ended_with_language(reading, best.segments))


def _without(best: Fit, tongues: Sequence[str], second: str) -> Fit:
    """The fit without the commitments in the second language, which are only counted."""
    kept = tuple(s for s, tongue in zip(best.segments, tongues, strict=True) if tongue != second)
    series = replace(best.series, starts=tuple(segment.start for segment in kept))
    return replace(best, series=series, segments=kept, other_version=(second, tongues.count(second)))


def _pair(tongues: Sequence[str]) -> tuple[str, str]:
    """The language that comes first and the other, if nearly all commitments are in one of two."""
    counts = dict(Counter(tongues).most_common(2))
    if len(counts) < 2 or "" in counts or sum(counts.values()) < len(tongues) - APART:
        return "", ""
    first, second = sorted(counts, key=tongues.index)
    return first, second


def _paired(found: Sequence[Segment], tongues: Sequence[str], first: str, second: str) -> bool:
    """Whether two languages have the same commitments: as many, under the same numbers."""
    early, late = (
        [segment.start.key for segment, tongue in zip(found, tongues, strict=True) if tongue == one]
        for one in (first, second)
    )
    if min(len(early), len(late)) < FEWEST or abs(len(early) - len(late)) > APART:
        return False
    same = sum((Counter(early) & Counter(late)).values())
    return same >= min(len(early), len(late)) - APART


def _tongue(reading: Reading, segment: Segment) -> str:
    """The language most of a segment's words are in; empty where none is."""
    counts: Counter[str] = Counter()
    for at in range(segment.start.unit, segment.end):
        counts[reading.tongues[at]] += reading.units[at].words
    name, words = counts.most_common(1)[0]
    return name if words >= MOSTLY * counts.total() else ""


def _ended_with_language(reading: Reading, found: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The segments, the last one ended where a version in another language begins."""
    if len(found) < FEWEST:
        return found
    usual = sorted(_words(reading, segment.start.unit, segment.end) for segment in found)[len(found) // 2]
    last = found[-1]
    if _words(reading, last.start.unit, last.end) < LONG * usual:
        return found
    own = _tongue(reading, found[-2])
    turn = next((at for at in _turns(reading, last, own)), last.end)
    return (*found[:-1], replace(last, end=turn))


def _turns(reading: Reading, last: Segment, own: str) -> Iterator[int]:
    """Where nearly all that follows is in another language."""
    for at in range(last.start.body + 1, last.end):
        if _is_foreign(reading, at, own):
            rest = range(at, last.end)
            foreign = sum(reading.units[place].words for place in rest if _is_foreign(reading, place, own))
            if foreign >= 0.8 * _words(reading, at, last.end):
                yield at


def _is_foreign(reading: Reading, at: int, own: str) -> bool:
    """Whether a unit is in another language than a commitment's own, where both are told."""
    return bool(own) and reading.tongues[at] not in ("", own)


def _words(reading: Reading, start: int, end: int) -> int:
    return sum(unit.words for unit in reading.units[start:end])
