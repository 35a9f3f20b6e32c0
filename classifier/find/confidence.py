"""How sure each commitment's split is: its number, title, type, length and parts beside the others'."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import mul
from statistics import median

from classifier.find.fit import Fit
from classifier.find.marks import follows
from classifier.find.reading import LONGEST_HEADING, Reading
from classifier.find.segments import Segment

# Fits from which a way of setting out commitments explains a plan as well as any can.
GOOD_FIT = 0.85
# What each sign of trouble leaves of the confidence.
NO_TITLE, ODD_TITLE = 0.4, 0.8
OUT_OF_TURN = 0.75
OTHER_TYPE = 0.85
FEW_PARTS = 0.7
# Times the median length below and above which a body is suspect, and what is left then.
SHORT, LONG = 0.25, 4.0
SHORT_BODY, LONG_BODY = 0.7, 0.7
# Share of commitments that hold a label for it to be expected in each.
COMMON = 0.7


@dataclass(frozen=True, slots=True)
class Usual:
    """What a plan's commitments have in common."""

    words: float
    labels: frozenset[str]
    face: tuple[float, bool]


def confidences(reading: Reading, best: Fit) -> tuple[float, ...]:
    """A confidence (0 to 1) for each segment, in order."""
    found = best.segments
    usual = _usual(reading, found)
    whole = min(1.0, best.score / GOOD_FIT)
    return tuple(
        round(whole * reduce(mul, (sign(reading, found, at, usual) for sign in _SIGNS)), 3)
        for at in range(len(found))
    )


def _usual(reading: Reading, found: Sequence[Segment]) -> Usual:
    words = median(_words(reading, segment) for segment in found)
    faces = Counter(reading.units[segment.start.unit].face for segment in found)
    return Usual(words, _common_labels(reading, found), faces.most_common(1)[0][0])


def _common_labels(reading: Reading, found: Sequence[Segment]) -> frozenset[str]:
    """The labels that most of the commitments hold."""
    counts = Counter(label for segment in found for label in _labels(reading, segment))
    return frozenset(label for label, count in counts.items() if count >= max(3, COMMON * len(found)))


def _labels(reading: Reading, segment: Segment) -> frozenset[str]:
    return frozenset(filter(None, reading.fields[segment.start.unit : segment.end]))


def _words(reading: Reading, segment: Segment) -> int:
    return sum(unit.words for unit in reading.units[segment.start.unit : segment.end])


def _title(reading: Reading, found: Sequence[Segment], at: int, usual: Usual) -> float:
    words = len(found[at].start.title.split())
    if not words:
        return NO_TITLE
    return 1.0 if 2 <= words <= LONGEST_HEADING else ODD_TITLE


def _turn(reading: Reading, found: Sequence[Segment], at: int, usual: Usual) -> float:
    """Whether the number follows the one before, or starts a new theme."""
    if not _mostly_numbered(found):
        return 1.0
    key = found[at].start.key
    if not key:
        return OUT_OF_TURN
    before = found[at - 1].start.key if at else ()
    return 1.0 if key[-1] == 1 or follows(key, before) else OUT_OF_TURN


def _mostly_numbered(found: Sequence[Segment]) -> bool:
    return sum(bool(segment.start.key) for segment in found) > len(found) / 2


def _type(reading: Reading, found: Sequence[Segment], at: int, usual: Usual) -> float:
    unit = reading.units[found[at].start.unit]
    near = abs(unit.face[0] - usual.face[0]) <= 0.5 and unit.face[1] == usual.face[1]
    return 1.0 if near or unit.row >= 0 else OTHER_TYPE


def _length(reading: Reading, found: Sequence[Segment], at: int, usual: Usual) -> float:
    words = _words(reading, found[at])
    if words < SHORT * usual.words:
        return SHORT_BODY
    return LONG_BODY if words > LONG * usual.words else 1.0


def _parts(reading: Reading, found: Sequence[Segment], at: int, usual: Usual) -> float:
    """Share of the labels that the plan's other commitments hold."""
    if len(usual.labels) < 2:
        return 1.0
    held = len(usual.labels & _labels(reading, found[at])) / len(usual.labels)
    return FEW_PARTS + (1 - FEW_PARTS) * held


_Sign = Callable[[Reading, Sequence[Segment], int, Usual], float]
_SIGNS: tuple[_Sign, ...] = (_title, _turn, _type, _length, _parts)
