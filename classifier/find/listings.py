"""Lists of a plan's commitments: the contents page, overviews and summary tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz

from classifier.cues import fold
from classifier.documents import ContentsEntry
from classifier.find.marks import Mark, Marker, follows
from classifier.find.reading import Reading
from classifier.find.series import Series, Start, start_at, tidy, with_title

# Similarity, of 100, of a listed title and a heading of the body.
SAME_TITLE = 86
# Words of the longest line in a list of titles.
LONGEST_LINE = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One title of a list, with the page it points to if it prints one."""

    title: str
    group: str
    target: str = ""


def contents_titles(reading: Reading) -> Iterator[Series]:
    """The titles of the contents page or of an overview, found again in the body."""
    for entries in _groups(reading):
        starts = tuple(_found(reading, entries))
        if len(starts) >= max(2, 0.6 * len(entries)):
            yield Series("contents titles", tidy(reading, starts), 0.5 + 0.4 * len(starts) / len(entries))


def _groups(reading: Reading) -> Iterator[list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in _contents(reading):
        groups.setdefault(entry.group, []).append(entry)
    yield from groups.values()
    for run in lists(reading):
        yield [Entry(title, "overview") for title in run]


def _contents(reading: Reading) -> list[Entry]:
    marker = Marker(reading.languages)
    return [_entry(entry, marker) for entry in reading.contents]


def _entry(entry: ContentsEntry, marker: Marker) -> Entry:
    mark = marker.read(entry.title)
    title = entry.title[mark.rest :] if mark and entry.title[mark.rest :].strip() else entry.title
    group = f"{mark.noun} {mark.form}" if mark else f"level {entry.level}"
    return Entry(title.strip(" •▪-–"), group, entry.target)


def _found(reading: Reading, entries: Sequence[Entry]) -> Iterator[Start]:
    """Where each title heads a part of the body, in the order of the list."""
    at = 0
    for entry in entries:
        words = " ".join(fold(entry.title))
        place = _place(reading, at, words)
        if place is not None and len(words) > 5:
            start = start_at(reading, place)
            yield start if start.title else with_title(start, entry.title)
            at = place + 1


def _place(reading: Reading, after: int, words: str) -> int | None:
    """The first unit from a place on that a title heads."""
    places = range(after, len(reading.units))
    return next((place for place in places if _heads(reading, place, words)), None)


def _heads(reading: Reading, at: int, words: str) -> bool:
    unit = reading.units[at]
    if unit.words > LONGEST_LINE or not (reading.is_heading(at) or unit.row >= 0):
        return False
    title = " ".join(fold(start_at(reading, at).title))
    return fuzz.ratio(title, words, score_cutoff=SAME_TITLE) > 0


def lists(reading: Reading) -> Iterator[list[str]]:
    """Runs of numbered lines 1, 2, 3, … without text between them."""
    marked = [at for at, mark in enumerate(reading.marks) if _may_list(mark)]
    run: list[int] = []
    for at in marked:
        if run and not _next_line(reading, run[-1], at):
            yield from _titles(reading, run)
            run = []
        run.append(at)
    yield from _titles(reading, run)


def _may_list(mark: Mark | None) -> bool:
    """Whether a unit opens with a number that may be a commitment's: a milestone's is not."""
    return mark is not None and not mark.noun.startswith("milestone")


def _next_line(reading: Reading, before: int, at: int) -> bool:
    mark, last = reading.marks[at], reading.marks[before]
    near = at - before <= 4 and reading.units[at].words <= LONGEST_LINE
    return near and mark is not None and last is not None and follows(mark.key, last.key)


def _titles(reading: Reading, run: list[int]) -> Iterator[list[str]]:
    if len(run) >= 3:
        yield [start_at(reading, at).title for at in run]


def titled(reading: Reading, series: Series, labels: dict[str, int]) -> Series:
    """A series whose missing titles are taken from a list of the same length or pages.

    `labels` gives the page that prints each page number.
    """
    missing = [start for start in series.starts if not start.title]
    if len(missing) < 2 or len(missing) < 0.5 * len(series.starts):
        return series
    by_page = _by_page(reading, series, labels)
    if by_page:
        return Series(series.style, by_page, series.regularity)
    whole = next((run for run in lists(reading) if len(run) == len(series.starts)), None)
    whole = whole or next(
        (names for names in _title_groups(reading) if len(names) == len(series.starts)), None
    )
    if whole is None:
        return series
    starts = (with_title(start, title) for start, title in zip(series.starts, whole, strict=True))
    return Series(series.style, tuple(starts), series.regularity)


def _title_groups(reading: Reading) -> Iterator[list[str]]:
    for _, group in groupby(_contents(reading), key=lambda entry: entry.group):
        yield [entry.title for entry in group]


def _by_page(reading: Reading, series: Series, labels: dict[str, int]) -> tuple[Start, ...]:
    """Titles by the page the contents give them; nothing unless most starts get one."""
    pages = _titles_of_pages(reading, labels)
    titles = [pages.get(reading.units[start.unit].page, "") for start in series.starts]
    if sum(map(bool, titles)) < 0.7 * len(titles) or len(set(titles)) < 0.9 * len(titles):
        return ()
    return tuple(with_title(start, title) for start, title in zip(series.starts, titles, strict=True))


def _titles_of_pages(reading: Reading, labels: dict[str, int]) -> dict[int, str]:
    """The title that the contents give for each page they point to."""
    return {labels[entry.target]: entry.title for entry in _contents(reading) if entry.target in labels}
