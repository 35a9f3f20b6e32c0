"""A series without the headings that are built unlike the rest: prefaces, methods, thanks."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from classifier.find.reading import Reading
from classifier.find.segments import Segment, segments
from classifier.find.series import Series

# Styles whose headings carry no word for "commitment": any heading of the type is taken in.
UNNAMED = frozenset({"outline", "contents titles", "numbered headings", "number chain"})
# Share of commitments that hold a label for it to be one of their parts.
COMMON = 0.6
# Labels that must be common before one without any of them stands out.
FEWEST_LABELS = 2
FEWEST = 3


def alike(reading: Reading, series: Series) -> Iterator[Series]:
    """The series without its odd ones, if it has any; numbers are only cut off at the ends."""
    if series.style not in UNNAMED:
        return
    found = segments(reading, series)
    parts = [_parts(reading, segment) for segment in found]
    counts = Counter(name for names in parts for name in names)
    common = {name for name, count in counts.items() if count >= max(FEWEST, COMMON * len(found))}
    if len(common) < FEWEST_LABELS:
        return
    fits = [bool(names & common) for names in parts]
    kept = _ends_cut(fits) if series.starts[0].number else fits
    if FEWEST <= sum(kept) < len(kept):
        starts = tuple(start for start, keep in zip(series.starts, kept, strict=True) if keep)
        yield replace(series, starts=starts)


def _ends_cut(fits: list[bool]) -> list[bool]:
    first = next((at for at, fit in enumerate(fits) if fit), 0)
    last = max((at for at, fit in enumerate(fits) if fit), default=len(fits) - 1)
    return [first <= at <= last for at in range(len(fits))]


def _parts(reading: Reading, segment: Segment) -> frozenset[str]:
    """The labels and recurring headings inside a commitment."""
    places = range(segment.start.body, segment.end)
    return frozenset(
        reading.labels[at] or reading.units[at].text.casefold() for at in places if reading.is_label(at)
    )
