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
from classifier.extract.lines import logical, parted_at_gaps
from classifier.extract.pages import RawPage
from classifier.extract.repair import BREAKS_ANYWHERE, repair

# Mean confidence of a page's words from which its text counts as fair.
SURE = 0.8
# Heights in type sizes: of small letters, of capitals and ascenders, of what hangs below the line, of blocks.
SMALL, TALL, DEEP, BLOCK = 0.5, 0.72, 0.21, 0.9
TALL_LETTER = re.compile(r"[A-ZÀ-Þ\dbdfhklßt]")
DEEP_LETTER = re.compile(r"[gjpqyç]")
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

    `across` says that its lines run across the page, columns or not.
    """

    columns: dict[str, list[Any]]
    points: float
    failure: str = ""
    across: bool = False

    def lines(self) -> list[list[int]]:
        """The positions of the words of each line."""
        groups: dict[tuple[int, int, int], list[int]] = defaultdict(list)
        at = self.columns
        for i, text in enumerate(at["text"]):
            if text.strip() and float(at["conf"][i]) >= 0:
                groups[at["block_num"][i], at["par_num"][i], at["line_num"][i]].append(i)
        return list(groups.values())

    def box(self, i: int) -> Box:
        """Where a word stands on the page, in points."""
        left, top, width, height = (self.columns[name][i] for name in ("left", "top", "width", "height"))
        return Box(*(side * self.points for side in (left, top, left + width, top + height)))


def filled(page: RawPage, found: Found) -> RawPage:
    """The page with the lines Tesseract read."""
    lines = found.lines()
    if not lines:
        reason = found.failure and f"OCR failed: {found.failure}"
        return replace(page, scanned=True, grade_reason=reason or page.grade_reason)
    sure = mean(float(found.columns["conf"][i]) for places in lines for i in places) / 100
    rows = [_words(found, places) for places in lines]
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


def _words(found: Found, places: Sequence[int]) -> list[Word]:
    """The words of a line from the left, all on one baseline and in one size."""
    texts = found.columns["text"]
    boxes = {i: found.box(i) for i in places}
    size = max(1, round(median((box.bottom - box.top) / letter_height(texts[i]) for i, box in boxes.items())))
    feet = (box.bottom - (DEEP * size if DEEP_LETTER.search(texts[i]) else 0) for i, box in boxes.items())
    baseline, style = median(feet), Style(float(size), False, False, 0)
    words = (Word(texts[i], box.x0, box.x1, baseline, style) for i, box in boxes.items())
    return sorted(words, key=attrgetter("x0"))


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
    return Line(text=_text(words, widest), page=page, box=box, size=words[0].style.size)


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
