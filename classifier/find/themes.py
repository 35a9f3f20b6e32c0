"""Whether a series is of themes or chapters, with the commitments inside.

What tells: each of its segments holds texts with titles of their own, paragraphs one after the other
with a bold opening, or rows; or it calls itself a theme, or the chapter of the commitments.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean, median

from classifier.find.reading import Reading
from classifier.find.rows import in_rows, mostly_rows
from classifier.find.segments import Segment, text_words
from classifier.find.series import NAMED, Series, often_run_in, run_in_title
from classifier.find.units import Unit

# Styles whose headings may be those of themes; numbered ones may where they are few.
OUTLINES = frozenset({"outline", "contents titles"})
FEW_THEMES = 7
# Words below which a paragraph with a bold opening is a line of a list.
FEWEST_WORDS = 25
# Texts with a title of their own in a theme, the words of most, and their share of it.
FEWEST, USUAL_WORDS, SHARE = 2, 40, 0.6
# How much of a fit is left where all segments hold commitments, call themselves themes, or one a chapter.
HOLDING, CALLED, CHAPTER = 0.4, 0.4, 0.3


def themes(reading: Reading, series: Series, found: Sequence[Segment]) -> float:
    """What is left of a series' fit (0 to 1) for its looking like themes."""
    inside = 1 - HOLDING * _holding(reading, series, found)
    return inside * (1 - CALLED * _called(reading, series, found)) * (1 - CHAPTER * _chapter(reading, series))


def _holding(reading: Reading, series: Series, found: Sequence[Segment]) -> float:
    """Share of segments that only hold rows, paragraphs or texts with titles of their own."""
    tabled = mean(mostly_rows(reading, segment) for segment in found)
    if tabled > 0.5 and not in_rows(reading, found):
        return tabled
    if series.style in (NAMED, "template fields"):
        return 0.0
    often = often_run_in(reading)
    if series.style in OUTLINES:
        return mean(
            _mostly_run_in(reading, segment, often) or _holds_titled(reading, segment) for segment in found
        )
    few = len(found) < FEW_THEMES
    return (
        mean(_led(reading, one, often) >= FEWEST or _holds_titled(reading, one) for one in found)
        if few
        else 0.0
    )


def _called(reading: Reading, series: Series, found: Sequence[Segment]) -> float:
    """Share of starts that call themselves a theme ("Axis 2"), where the style does not ask for a noun."""
    if series.style == NAMED:
        return 0.0
    marks = (reading.marks[segment.start.unit] for segment in found)
    return mean(mark is not None and mark.noun.startswith("theme:") for mark in marks)


def _chapter(reading: Reading, series: Series) -> bool:
    """Whether a start is the heading of the chapter of commitments."""
    return series.style != NAMED and any(
        start.unit in reading.section_heads and reading.sections[start.unit] == "commitments"
        for start in series.starts
    )


def _holds_titled(reading: Reading, segment: Segment) -> bool:
    """Whether a segment is mostly texts below unnumbered headings of one type that do not recur."""
    faces = Counter(reading.units[at].face for at in _titles(reading, segment))
    if not faces:
        return False
    face = faces.most_common(1)[0][0]
    places = [at for at in _titles(reading, segment) if reading.units[at].face == face]
    sizes = [
        sum(unit.words for unit in reading.units[at + 1 : end])
        for at, end in pairwise([*places, segment.end])
    ]
    whole = text_words(reading, segment)
    return len(sizes) >= FEWEST and median(sizes) >= USUAL_WORDS and sum(sizes) > SHARE * whole


def _titles(reading: Reading, segment: Segment) -> Iterator[int]:
    for at in range(segment.start.body, segment.end):
        own = not reading.names[at] and reading.marks[at] is None
        if own and reading.units[at].words >= FEWEST and reading.is_heading(at):
            yield at


def _led(reading: Reading, segment: Segment, often: frozenset[str]) -> int:
    """How many paragraphs of a segment open with a bold title of their own."""
    places = range(segment.start.body, segment.end)
    led = (reading.units[at] for at in places if reading.units[at].lead and not reading.labels[at])
    return sum(unit.words >= FEWEST_WORDS and run_in_title(unit).casefold() not in often for unit in led)


def _mostly_run_in(reading: Reading, segment: Segment, often: frozenset[str]) -> bool:
    places = (at for at in range(segment.start.body, segment.end) if not reading.labels[at])
    words = sum(reading.units[at].words for at in places if _opens_titled(reading.units[at], often))
    return words > 0.5 * text_words(reading, segment) or _led(reading, segment, often) >= FEWEST


def _opens_titled(unit: Unit, often: frozenset[str]) -> bool:
    """Whether a unit opens with a title of its own, not with a label that comes often."""
    title = run_in_title(unit)
    return bool(title) and title.casefold() not in often
