"""What Tesseract read of a page, as lines with size and place."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from statistics import mean, median, pvariance
from typing import Any

from classifier.documents import Box, Grade, Line
from classifier.extract.glyphs import Style, Word
from classifier.extract.lines import bold_prefix, logical, mostly_bold, parted_at_gaps
from classifier.extract.pages import RawPage
from classifier.extract.repair import BREAKS_ANYWHERE, repair

# Mean confidence of a page's words from which its text counts as fair.
SURE = 0.8
# Heights in type sizes: of small letters, of capitals and ascenders, of what hangs below the line, of blocks.
SMALL, TALL, DEEP, BLOCK = 0.5, 0.72, 0.21, 0.9
TALL_LETTER = re.compile(r"[A-ZÀ-ſ\dbdfhiklt]")
DEEP_LETTER = re.compile(r"[gjpqyç]")
# The sides of a word's box in Tesseract's table, in pixels.
SIDES = ("left", "top", "width", "height")
# Sizes closer than this share of the page's usual one are that one.
SAME_SIZE = 0.12
# The same for a line of a word or two, whose letters tell less of their size.
FEW_LETTERS, UNSURE_SIZE = 12, 0.3
# Strokes so many times as wide as most are bold: bold fonts draw them 1.4 to 2 times as wide.
HEAVY = 1.25
# Letters enough to measure strokes by.
TELLS_WEIGHT = re.compile(r"[^\W\d_]{2}")
# What Tesseract reads where there is nothing, or the rule beside a cell.
NO_WORD = frozenset(("", "|"))
# A figure one, as Tesseract reads it where nothing but punctuation follows.
LONE_BAR = re.compile(r"(?<=\s)[|](?=[.:)])")
# A bullet at the head of a line, as Tesseract reads it: the Arabic nought, the Korean middle dot.
READ_BULLET = re.compile(r"^[\u0660\u318d\u00b7*]+(?=\s|[^\W\d_])\s*")
# The widest gap, in type sizes, inside a word written in blocks, which Tesseract parts as it likes.
CLOSE = 0.45
# Gaps on a page from which it is told how wide those inside words are.
ENOUGH_GAPS = 12


@dataclass(frozen=True, slots=True)
class Found:
    """Tesseract's words by column of its table, the points a pixel is wide, and what went wrong.

    `across` says that its lines run across the page, columns or not; `strokes` is how wide, in
    pixels, each word's strokes are.
    """

    columns: dict[str, list[Any]]
    points: float
    failure: str = ""
    across: bool = False
    strokes: Sequence[float] = ()

    def lines(self) -> list[list[int]]:
        """The positions of the words of each line."""
        groups: dict[tuple[int, int, int], list[int]] = defaultdict(list)
        at = self.columns
        for i, text in enumerate(at["text"]):
            if text.strip() not in NO_WORD and float(at["conf"][i]) >= 0:
                groups[at["block_num"][i], at["par_num"][i], at["line_num"][i]].append(i)
        return list(groups.values())

    def box(self, i: int) -> Box:
        """Where a word stands on the page, in points."""
        left, top, width, height = (self.columns[name][i] for name in SIDES)
        return Box(*(side * self.points for side in (left, top, left + width, top + height)))


def filled(page: RawPage, found: Found) -> RawPage:
    """The page with the lines Tesseract read."""
    lines = found.lines()
    if not lines:
        reason = found.failure and f"OCR failed: {found.failure}"
        return replace(page, scanned=True, grade_reason=reason or page.grade_reason)
    sure = mean(float(found.columns["conf"][i]) for places in lines for i in places) / 100
    usual = _usual(found, lines)
    rows = [_words(found, places, usual) for places in lines]
    widest = _widest_inside(_block_gaps(rows))
    return replace(
        page,
        pieces=tuple(
            _line(piece, page.number, widest)
            for row in rows
            for piece in (parted_at_gaps(row) if found.across else [row])
        ),
        grade=Grade.FAIR if sure >= SURE else Grade.POOR,
        grade_reason=f"read by OCR, mean confidence {sure:.0%}",
        confidence=round(sure, 3),
        scanned=True,
    )


@dataclass(frozen=True, slots=True)
class _Usual:
    """The look of most words of a page: type size in points, width of strokes in type sizes."""

    size: float
    stroke: float


def _usual(found: Found, lines: Sequence[Sequence[int]]) -> _Usual:
    sizes = {i: _size(found, places) for places in lines for i in places}
    strokes = (
        [found.strokes[i] * found.points / size for i, size in sizes.items()] if found.strokes else [0.0]
    )
    return _Usual(median(sizes.values()), median(strokes))


def _size(found: Found, places: Sequence[int]) -> float:
    """The type size of a line, in points."""
    boxes = ((found.columns["text"][i], found.box(i)) for i in places)
    return max(1.0, median((box.bottom - box.top) / letter_height(text) for text, box in boxes))


def _words(found: Found, places: Sequence[int], usual: _Usual) -> list[Word]:
    """The words of a line from the left, all on one baseline and in one size."""
    texts = found.columns["text"]
    boxes = {i: found.box(i) for i in places}
    size = _size(found, places)
    even = _evened(size, usual.size, sum(len(texts[i]) for i in places))
    feet = (box.bottom - (DEEP * size if DEEP_LETTER.search(texts[i]) else 0) for i, box in boxes.items())
    baseline, heavy = median(feet), _heavy(found, places, usual.stroke * even)
    words = (
        Word(texts[i], box.x0, box.x1, baseline, Style(float(max(1, round(even))), bold, False, 0))
        for (i, box), bold in zip(boxes.items(), heavy, strict=True)
    )
    return sorted(words, key=attrgetter("x0"))


def _evened(size: float, usual: float, letters: int) -> float:
    """The size of a line of so many letters, or the page's usual size where that is near."""
    # Measured letter by letter, one size comes out a little larger or smaller in each line.
    near = UNSURE_SIZE if letters < FEW_LETTERS else SAME_SIZE
    return usual if abs(size / usual - 1) < near else size


def _heavy(found: Found, places: Sequence[int], usual: float) -> list[bool]:
    """Which words of a line are bold; figures and signs are as the word before them is."""
    if not found.strokes:
        return [False] * len(places)
    heavy = [found.strokes[i] * found.points > HEAVY * usual for i in places]
    tells = [bool(TELLS_WEIGHT.search(found.columns["text"][i])) for i in places]
    told = [at for at, can_tell in enumerate(tells) if can_tell]
    if not told:
        return [False] * len(places)
    as_told = [heavy[max((t for t in told if t <= at), default=told[0])] for at in range(len(places))]
    # One word that differs from both its neighbours was measured wrongly.
    around = zip(as_told[:1] + as_told[:-1], as_told, as_told[1:] + as_told[-1:], strict=True)
    return [sum(three) >= 2 for three in around]


def _widest_inside(gaps: Sequence[float]) -> float:
    """The widest gap inside a word written in blocks, in type sizes; 0 where there are none.

    The cut between the narrow gaps and the wide ones that keeps each kind closest together (Otsu 1979).
    """
    ranked = sorted(gaps)
    if len(ranked) < ENOUGH_GAPS:
        return 0.0
    cuts = range(1, len(ranked))
    spread = {at: at * pvariance(ranked[:at]) + (len(ranked) - at) * pvariance(ranked[at:]) for at in cuts}
    at = min(spread, key=spread.__getitem__)
    return min(CLOSE, (ranked[at - 1] + ranked[at]) / 2)


def _block_gaps(rows: Iterable[Sequence[Word]]) -> list[float]:
    """Gaps between letters of scripts written in blocks, in type sizes."""
    pairs = (pair for row in rows for pair in pairwise(row))
    return [_gap(left, right) for left, right in pairs if _in_blocks(left, right)]


def _in_blocks(left: Word, right: Word) -> bool:
    return bool(BREAKS_ANYWHERE.match(left.text[-1]) and BREAKS_ANYWHERE.match(right.text[0]))


def _gap(left: Word, right: Word) -> float:
    return (right.x0 - left.x1) / right.style.size


def _line(words: Sequence[Word], page: int, widest: float) -> Line:
    box = Box.around(Box(word.x0, word.top, word.x1, word.bottom) for word in words)
    return Line(
        text=_text(words, widest),
        page=page,
        box=box,
        size=words[0].style.size,
        bold=mostly_bold(words),
        bold_prefix=bold_prefix(logical(words)),
    )


def _text(words: Sequence[Word], widest: float) -> str:
    """The words in the order they are read; those closed up that Tesseract parted."""
    read = logical(words)
    joined = read[0].text
    for left, right in pairwise(read):
        one = _in_blocks(left, right) and _gap(left, right) < widest
        joined += right.text if one else f" {right.text}"
    return LONE_BAR.sub("1", repair(READ_BULLET.sub("• ", joined)))


def letter_height(word: str) -> float:
    """A word's height in type sizes, by the letters in it."""
    if BREAKS_ANYWHERE.search(word):
        return BLOCK
    return (TALL if TALL_LETTER.search(word) else SMALL) + (DEEP if DEEP_LETTER.search(word) else 0)
