"""What a person should look at before trusting a split: each warning names the figures that disagree."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from classifier.find.fit import USUAL, Fit
from classifier.find.reading import Reading
from classifier.find.segments import Segment

# Fits below this are announced to the user.
DOUBTFUL = 0.55
# Share of a plan's words outside its commitments that is seldom reached: two in three.
MOSTLY_OUTSIDE = 0.67


@dataclass(frozen=True, slots=True)
class Split:
    """A plan's split with what there is to check it against.

    `announced` is the number of commitments the plan itself speaks of, `outside` the share of its
    words that lie in no commitment.
    """

    best: Fit
    announced: int | None
    outside: float


def outside(reading: Reading, found: Sequence[Segment]) -> float:
    """The share of a plan's words that lie in no commitment, contents pages left out."""
    total = sum(unit.words for unit in reading.units)
    inside = sum(unit.words for s in found for unit in reading.units[s.start.unit : s.end])
    return 1 - inside / total if total else 1.0


def warnings(split: Split) -> tuple[str, ...]:
    """Every check's warnings, in the order of `CHECKS`."""
    return tuple(warning for check in CHECKS for warning in check(split))


def own_number(split: Split) -> Iterator[str]:
    """The number of commitments that the plan speaks of."""
    count = len(split.best.segments)
    if split.announced is not None and split.announced != count:
        yield f"The plan speaks of {split.announced} commitments; {count} were found."


def usual_range(split: Split) -> Iterator[str]:
    """The number of commitments that OGP plans hold."""
    count = len(split.best.segments)
    if count not in USUAL:
        yield f"{count} commitments are unusual: OGP plans hold {USUAL.start} to {USUAL.stop - 1}."


def gaps(split: Split) -> Iterator[str]:
    """Numbers left out between two that were found."""
    starts = [segment.start for segment in split.best.segments]
    for before, after in pairwise(starts):
        missing = _between(before.key, after.key)
        if missing:
            names = ", ".join(missing)
            yield (
                f"The numbers go from {before.number} to {after.number}: {names} is missing, "
                f"{len(starts)} commitments were found."
            )


def _between(before: tuple[int, ...], after: tuple[int, ...]) -> list[str]:
    same = len(before) == len(after) and before[:-1] == after[:-1] and bool(before)
    steps = range(before[-1] + 1, after[-1]) if same else range(0)
    return [".".join(map(str, (*before[:-1], step))) for step in steps]


def left_outside(split: Split) -> Iterator[str]:
    """How much of the plan's text lies in no commitment."""
    if split.outside > MOSTLY_OUTSIDE:
        yield (
            f"{split.outside:.0%} of the plan's words lie outside its {len(split.best.segments)} "
            f"commitments; in most plans under {MOSTLY_OUTSIDE:.0%} do."
        )


def untitled(split: Split) -> Iterator[str]:
    """Commitments without a title."""
    titles = [segment.start.title for segment in split.best.segments]
    empty = sum(not title.strip() for title in titles)
    if empty:
        yield f"{empty} of {len(titles)} commitments have no title: check the split."


def repeated(split: Split) -> Iterator[str]:
    """Titles that come twice."""
    titles = sorted(segment.start.title.casefold() for segment in split.best.segments)
    twice = [title for title, group in groupby(filter(None, titles)) if len(list(group)) > 1]
    if twice:
        yield f'{len(twice)} titles come more than once, as "{twice[0][:60]}" does.'


def versions(split: Split) -> Iterator[str]:
    """Whether the plan's version in a second language holds as many commitments."""
    language, count = split.best.other_version
    if language:
        yield (
            f"The plan stands twice in the file: {len(split.best.segments)} commitments were counted, "
            f"{count} stand in the version in the language {language!r}."
        )


def poor_fit(split: Split) -> Iterator[str]:
    """Whether any way of setting out commitments explains the plan."""
    if split.best.score < DOUBTFUL:
        yield f"No way of setting out commitments fits well (fit {split.best.score:.2f}): check the split."


CHECKS: tuple[Callable[[Split], Iterator[str]], ...] = (
    own_number,
    usual_range,
    gaps,
    left_outside,
    untitled,
    repeated,
    versions,
    poor_fit,
)
