"""How well a series explains a plan: numbering, type, fields, text, contents."""

from collections import Counter
from dataclasses import dataclass
from statistics import mean, median

from rapidfuzz import fuzz

from classifier.cues import fold
from classifier.find.reading import ASIDE, LONGEST_HEADING, Reading
from classifier.find.rows import ROW_WORDS, in_rows
from classifier.find.segments import Segment, segments, text_words
from classifier.find.series import NAMED, Series, short_enough
from classifier.find.themes import themes

# Commitments in most plans; OGP has asked for 5 to 15, then up to 20.
USUAL = range(3, 31)
# Words below which a commitment's body is a line of a list.
FEWEST_WORDS = 25
# Similarity, of 100, of a title and its line in the contents: capitals and line breaks differ.
SAME_ENTRY = 85
# Commitments given as one sentence each: how many, how well numbered, and words of a sentence.
FEWEST_SENTENCES = 5
REGULAR = 0.85
SENTENCE = 7

# Plans of so few commitments are rare; such headings are more often those of themes.
RARE = {3: 0.6, 4: 0.8}
# Doubt about a plan of one or two commitments.
FEW = {1: 0.5, 2: 0.8}

# Repeated field labels say most: no other part of a plan repeats them.
WEIGHTS = {
    "numbers": 2.0,
    "type": 1.5,
    "fields": 4.0,
    "bodies": 2.0,
    "cover": 2.0,
    "count": 1.0,
    "titles": 1.5,
    "contents": 1.5,
    "style": 1.0,
}
# How often each style is right where others fit as well; bullets with titles are mostly milestones.
STYLE_TRUST = {
    "named headings": 1.0,
    "template fields": 0.9,
    "numbered headings": 0.8,
    "table rows": 0.8,
    "contents titles": 0.7,
    "number chain": 0.5,
    "outline": 0.4,
    "run-in titles": 0.1,
}


@dataclass(frozen=True, slots=True)
class Fit:
    """A series with its segments, its score (0 to 1) and what the score is made of.

    `other_version` is the language of a second version in the file, and how many it holds.
    """

    series: Series
    segments: tuple[Segment, ...]
    score: float
    parts: dict[str, float]
    other_version: tuple[str, int] = ("", 0)


def fit(reading: Reading, series: Series) -> Fit:
    """Score a series; 0 for one that cannot be a plan's commitments."""
    found = segments(reading, series)
    if not found:
        return Fit(series, found, 0.0, {})
    if _by_sentence(reading, series, found):
        return _sentences(reading, series, found)
    parts = {name: value for name, value in _parts(reading, series, found) if value is not None}
    doubt = _distinct(found) * min(1.0, 0.3 + parts["bodies"]) * min(1.0, 0.5 + parts["cover"])
    doubt *= FEW.get(len(found), 1.0) * themes(reading, series, found)
    return Fit(series, found, _weighted(parts) * doubt, parts)


def _weighted(parts: dict[str, float]) -> float:
    """The mean of the parts of a score by their weights."""
    total = sum(WEIGHTS[name] for name in parts)
    return sum(WEIGHTS[name] * value for name, value in parts.items()) / total


def _by_sentence(reading: Reading, series: Series, found: tuple[Segment, ...]) -> bool:
    """Whether each commitment is one numbered sentence, said nowhere else: nothing more to expect."""
    if series.style != NAMED or len(found) < FEWEST_SENTENCES or series.regularity < REGULAR:
        return False
    if median(len(s.start.title.split()) for s in found) < SENTENCE:
        return False
    if typical_length(reading, found) >= FEWEST_WORDS:
        return False
    everything = " ".join(word for unit in reading.units for word in fold(unit.text))
    said = [everything.count(" ".join(fold(segment.start.title))) for segment in found]
    return mean(count <= 1 for count in said) > 0.7


def _sentences(reading: Reading, series: Series, found: tuple[Segment, ...]) -> Fit:
    """The fit of commitments of one sentence: their numbers and titles, for they have no bodies."""
    wanted = {"numbers", "fields", "count", "titles", "style"}
    parts = {
        name: value for name, value in _parts(reading, series, found) if name in wanted and value is not None
    }
    return Fit(series, found, _weighted(parts), parts)


def _parts(reading: Reading, series: Series, found: tuple[Segment, ...]) -> list[tuple[str, float | None]]:
    return [
        ("numbers", series.regularity),
        ("type", _type(reading, found)),
        ("fields", _fields(reading, found, named=series.style == NAMED)),
        ("bodies", _bodies(reading, found)),
        ("cover", _cover(reading, found)),
        ("count", _count(len(found))),
        ("titles", _titles(found)),
        ("contents", _contents(reading, found)),
        ("style", STYLE_TRUST[series.style]),
    ]


def _type(reading: Reading, found: tuple[Segment, ...]) -> float:
    """Share of starts set as headings, heading a table, or running in bold into their text."""
    places = [segment.start.unit for segment in found]
    # Rows begin in one column, or in two where the first cell is merged over several.
    if in_rows(reading, found) and len({reading.units[at].column for at in places}) <= 2:
        return 1.0
    return mean(_is_set_off(reading, at) for at in places)


def _is_set_off(reading: Reading, at: int) -> bool:
    """Whether a start is set as a heading, heads a table, or runs in bold into its text."""
    unit = reading.units[at]
    return reading.is_heading(at) or unit.row == 0 or unit.lead > 0


def _fields(reading: Reading, found: tuple[Segment, ...], *, named: bool) -> float | None:
    """How nearly each field label comes exactly once in each segment.

    Commitments so called that follow in another form, as a parliament's may, are left out of it.
    """
    names = _names(reading, rows=in_rows(reading, found))
    counts = [Counter(name for name in names[s.start.unit : s.end] if name) for s in found]
    everywhere = Counter(name for name in names if name)
    common = [name for name, count in everywhere.most_common(12) if count >= 3]
    if len(common) < 3:
        return None
    last = max((at for at, count in enumerate(counts, 1) if any(map(count.get, common))), default=0)
    alike = counts[:last] if named and last >= len(counts) / 2 else counts
    return mean(_once(name, alike, everywhere[name]) for name in common)


def _names(reading: Reading, *, rows: bool) -> tuple[str, ...]:
    """Each unit's name; where commitments are rows, the heads of their columns are no labels of theirs."""
    heads = frozenset().union(*(grid.heads for grid in reading.grids)) if rows else frozenset()
    return tuple("" if at in heads else name for at, name in enumerate(reading.names))


def _once(name: str, counts: list[Counter[str]], total: int) -> float:
    """Overlap of the label's places with one place in each segment."""
    once = sum(count[name] == 1 for count in counts)
    return once / max(len(counts), total)


def _bodies(reading: Reading, found: tuple[Segment, ...]) -> float:
    """Share of segments with more text than a line of a list, or a whole row of a table."""
    if in_rows(reading, found):
        return mean(_row_words(reading, segment) >= ROW_WORDS for segment in found)
    return mean(text_words(reading, segment) >= FEWEST_WORDS for segment in found)


def _row_words(reading: Reading, segment: Segment) -> int:
    return sum(unit.words for unit in reading.units[segment.start.unit : segment.end])


def _cover(reading: Reading, found: tuple[Segment, ...]) -> float:
    """Share of the main text that lies in commitments."""
    inside = sum(_row_words(reading, segment) for segment in found)
    pairs = zip(reading.units, reading.sections, strict=True)
    main = sum(unit.words for unit, section in pairs if section not in ASIDE)
    return min(1.0, inside / max(1, main))


def _count(number: int) -> float:
    if number in USUAL:
        return RARE.get(number, 1.0)
    return {1: 0.1, 2: 0.3}.get(number, 0.8 if number <= 70 else 0.1)


def _titles(found: tuple[Segment, ...]) -> float:
    """Share of titles as long as titles are."""
    return mean(len(s.start.title.split()) >= 2 and short_enough(s.start.title) for s in found)


def _distinct(found: tuple[Segment, ...]) -> float:
    titles = [fold(segment.start.title) for segment in found if segment.start.title]
    return len(set(titles)) / len(titles) if titles else 0.7


def _contents(reading: Reading, found: tuple[Segment, ...]) -> float | None:
    """Share of titles that the contents page lists; none where it lists no commitment."""
    entries = [" ".join(fold(entry.title)) for entry in reading.contents]
    if len(entries) < max(3, len(found)):
        return None
    titles = [" ".join(fold(segment.start.title)) for segment in found]
    return mean(any(_listed(title, entry) for entry in entries) for title in titles)


def _listed(title: str, entry: str) -> bool:
    if len(title) < 6 or len(entry) < 6:
        return title == entry
    return fuzz.partial_ratio(title, entry, score_cutoff=SAME_ENTRY) > 0 and len(entry) > 0.4 * len(title)


def typical_length(reading: Reading, found: tuple[Segment, ...]) -> float:
    """The median words of a commitment's body."""
    return median(text_words(reading, segment) for segment in found) if found else LONGEST_HEADING
