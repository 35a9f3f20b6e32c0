"""Series: starts of commitments that belong together, and how regularly they are numbered."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

from classifier.cues import TITLE, fold
from classifier.documents import BlockKind
from classifier.find.marks import follows
from classifier.find.reading import ASIDE, LONGEST_HEADING, Reading
from classifier.find.units import Unit

# The style whose headings carry a word for "commitment".
NAMED = "named headings"
# Words; a commitment given as a sentence is its own title.
LONGEST_TITLE = 90
# Similarity, of 100, from which two titles are one: overviews shorten a little.
SAME_TITLE = 88
# Characters of the shortest bold opening that is a title, and times it comes if it is a label.
SHORTEST, AGAIN = 6, 3
# Dot leaders and a page number, left where a contents line was taken for a heading.
_TRAILING_PAGE = re.compile(r"(?:\s*[.…·_]){3,}\s*\d*\s*$")
# A sentence with another after it.
_FIRST_SENTENCE = re.compile(r".{12,}?[.!?](?=\s+[^\W\d_a-zà-ÿ])", re.DOTALL)
# Signs that stand around a title and are no part of it.
_PUNCTUATION = ' \t:.-–—|•·«»"“”'


@dataclass(frozen=True, slots=True)
class Start:
    """Where a commitment starts; `body` is the first unit after its heading.

    A `borrowed` title is not printed as one: the first words of what the commitment promises.
    """

    unit: int
    body: int
    title: str
    number: str = ""
    key: tuple[int, ...] = ()
    borrowed: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Starts found by one style; `regularity` (0 to 1) is that of their numbers or type."""

    style: str
    starts: tuple[Start, ...]
    regularity: float


def start_at(reading: Reading, at: int) -> Start:
    """The start whose heading opens at a unit, its title read across lines."""
    mark = reading.marks[at]
    text = reading.units[at].text
    number, key = (mark.number, mark.key) if mark else ("", ())
    led = _bold_title(reading.units[at], mark.rest if mark else 0)
    if led:
        return Start(at, at, led, number, key)
    own = (text[mark.rest :] if mark else text).strip(_PUNCTUATION)
    if own and reading.units[at].row >= 0 and _sentence_of_cell(own):
        return Start(at, at, _sentence_of_cell(own), number, key)
    title, body = _continued(reading, at, own) if own else _next_title(reading, at + 1)
    return Start(_label_before(reading, at), body, _TRAILING_PAGE.sub("", title).strip(), number, key)


def _label_before(reading: Reading, at: int) -> int:
    """The "Number and name" label that a title stands beside, else the title itself."""
    while at > 0 and reading.fields[at - 1] == TITLE and reading.units[at - 1].page == reading.units[at].page:
        at -= 1
    return at


def _sentence_of_cell(text: str) -> str:
    """The first sentence of a cell that says more than a title; empty if it is all title."""
    first = _FIRST_SENTENCE.match(text)
    short = first is not None and 2 <= len(first.group().split()) <= LONGEST_HEADING
    return first.group().strip(_PUNCTUATION) if first and short else ""


def _continued(reading: Reading, at: int, title: str) -> tuple[str, int]:
    """A heading's further lines: same type, close below, no number or label of their own."""
    body = at + 1
    while body < len(reading.units) and _continues(reading, body):
        title = f"{title} {reading.units[body].text}"
        body += 1
    return title, body


def _continues(reading: Reading, at: int) -> bool:
    unit, before = reading.units[at], reading.units[at - 1]
    if reading.marks[at] or reading.is_label(at) or unit.face != before.face or unit.page != before.page:
        return False
    if unit.row >= 0 or unit.words > 25 or before.words > 30:
        return False
    both = unit.kind is before.kind is BlockKind.HEADING
    gap = unit.box.top - before.box.bottom
    return both and -2 <= gap < 0.9 * unit.size and not before.text.rstrip().endswith(".")


def _next_title(reading: Reading, at: int) -> tuple[str, int]:
    """The title of a heading that holds only a number: what follows it."""
    while at < len(reading.units) and reading.fields[at] == TITLE:
        at += 1
    mark = reading.marks[at] if at < len(reading.units) else None
    if at >= len(reading.units) or reading.labels[at] or (mark and mark.noun):
        return "", at
    text = reading.units[at].text
    if reading.units[at].row >= 0 and _sentence_of_cell(text):
        return _sentence_of_cell(text), at
    if reading.units[at].words > LONGEST_TITLE:
        first = re.match(r".{20,}?[.!?](?=\s)", text)
        return (first.group() if first else " ".join(text.split()[:40])), at
    return _continued(reading, at, text)


def tidy(reading: Reading, starts: Iterable[Start]) -> tuple[Start, ...]:
    """Starts where a plan makes its commitments, each counted once."""
    return without_repeats(reading, in_place(reading, tuple(starts)))


def in_place(reading: Reading, starts: tuple[Start, ...]) -> tuple[Start, ...]:
    """Starts outside contents, achievements, annexes; all of them if none stands outside."""
    outside = tuple(start for start in starts if reading.sections[start.unit] not in ASIDE)
    return outside if len(outside) >= max(2, len(starts) / 6) else starts


def in_chapter(reading: Reading, starts: tuple[Start, ...]) -> tuple[Start, ...]:
    """Of sections 2.1, 3.1, 4.1, …, those of the chapter that is headed "Commitments"."""
    inside = tuple(start for start in starts if reading.sections[start.unit] == "commitments")
    chapters = {start.key[:1] for start in inside}
    others = {start.key[:1] for start in starts if start not in inside}
    numbered = all(len(start.key) > 1 for start in starts)
    whole = numbered and len(inside) >= max(3, len(starts) / 2) and not chapters & others
    return inside if whole else starts


def without_repeats(reading: Reading, starts: tuple[Start, ...]) -> tuple[Start, ...]:
    """Of starts with one title and number, the one with most text: lists and annexes repeat."""
    kept: list[tuple[Start, int]] = []
    ends = [*(start.unit for start in starts), len(reading.units)][1:]
    for start, end in zip(starts, ends, strict=True):
        words = sum(unit.words for unit in reading.units[start.body : end])
        twin = next((i for i, (other, _) in enumerate(kept) if _same(start, other)), None)
        if twin is None:
            kept.append((start, words))
        elif words > 1.5 * kept[twin][1]:
            kept[twin] = start, words
    return tuple(sorted((start for start, _ in kept), key=lambda start: start.unit))


def _same(start: Start, other: Start) -> bool:
    if not start.title or not other.title or start.number != other.number:
        return False
    return fuzz.ratio(" ".join(fold(start.title)), " ".join(fold(other.title))) >= SAME_TITLE


def regularity(reading: Reading, starts: Sequence[Start]) -> float:
    """Share of numbers that follow the one before, or start again under a new theme."""
    begins = bool(starts) and starts[0].key[-1:] == (1,)
    if len(starts) < 2:
        return 0.5 if begins else 0.2
    steps = sum(_step(reading, after, before) for before, after in pairwise(starts))
    return ((1.0 if begins else 0.5) + steps) / len(starts)


def _step(reading: Reading, start: Start, before: Start) -> float:
    if follows(start.key, before.key):
        return 1.0
    if start.key[-1:] != (1,):
        return 0.0
    head = reading.units[start.unit]
    between = range(max(before.body, start.unit - 12), start.unit)
    themed = any(reading.is_heading(at) and reading.units[at].face > head.face for at in between)
    return 0.97 if themed else 0.6


def filled(starts: Sequence[Start], others: Sequence[Start]) -> tuple[Start, ...]:
    """A series with its gaps filled by starts of the same form set in other type."""
    spans = zip([None, *starts], [*starts, None], strict=True)
    missing = (other for before, after in spans for other in _missing(before, others, after))
    return tuple(sorted([*starts, *missing], key=lambda start: start.unit))


def _missing(before: Start | None, others: Sequence[Start], after: Start | None) -> Iterator[Start]:
    """The starts that stand between two of a series and go on from number to number."""
    low = before.unit if before else -1
    high = after.unit if after else float("inf")
    last = before
    for other in others:
        if low < other.unit < high and _bridges(last, other, after):
            yield other
            last = other


def _bridges(before: Start | None, start: Start, after: Start | None) -> bool:
    """Whether a start is the missing number between its neighbours."""
    if after is not None and before is not None and follows(after.key, before.key):
        return False
    if before is None:
        return after is not None and follows(after.key, start.key)
    return follows(start.key, before.key)


def with_title(start: Start, title: str) -> Start:
    """The start under another title."""
    return replace(start, title=title)


def short_enough(title: str) -> bool:
    """Whether a text is short enough to be set as a heading."""
    return len(title.split()) <= LONGEST_HEADING


def run_in_title(unit: Unit, after: int = 0) -> str:
    """The title a paragraph or bullet opens with, before its own text; empty if none.

    `after` counts the characters of a printed number before it.
    """
    return _bold_title(unit, after) if unit.lead > after else _first_sentence(unit)


def _bold_title(unit: Unit, after: int) -> str:
    title = unit.text[after : unit.lead].strip(_PUNCTUATION)
    return title if len(title) >= SHORTEST and len(title.split()) <= LONGEST_HEADING else ""


def often_run_in(reading: Reading) -> frozenset[str]:
    """Bold openings that come again and again: labels, not titles."""
    counts = Counter(run_in_title(unit).casefold() for unit in reading.units if unit.lead)
    return frozenset(title for title, count in counts.items() if count >= AGAIN)


def _first_sentence(unit: Unit) -> str:
    """A bullet's first sentence, if it is as short as titles are and more follows."""
    title, dot, rest = unit.text.lstrip("•▪●·-– ").partition(". ")
    titled = unit.kind is BlockKind.LIST_ITEM and unit.first and bool(dot)
    return title if titled and 2 <= len(title.split()) <= 20 and len(rest.split()) >= 8 else ""
