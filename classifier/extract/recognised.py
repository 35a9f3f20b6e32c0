"""What Tesseract read of a page, as lines with size and place."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import mean, median
from typing import Any

from classifier.documents import Box, Grade, Line
from classifier.extract.pages import RawPage
from classifier.extract.repair import repair

# Mean confidence of a page's words from which its text counts as fair.
SURE = 0.8
SMALL, TALL, DEEP = 0.5, 0.72, 0.21
"""Heights in type sizes: of small letters, of capitals and ascenders, of what hangs below the line."""
TALL_LETTER = re.compile(r"[A-ZÀ-Þ\dbdfhklßt]")
DEEP_LETTER = re.compile(r"[gjpqyç]")
# A figure one, as Tesseract reads it where nothing but punctuation follows.
LONE_BAR = re.compile(r"(?<=\s)[|](?=[.:)])")


@dataclass(frozen=True, slots=True)
class Found:
    """Tesseract's words by column of its table, the points a pixel is wide, and what went wrong."""

    columns: dict[str, list[Any]]
    points: float
    failure: str = ""

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
    return replace(
        page,
        pieces=tuple(_line(found, places, page.number) for places in lines),
        grade=Grade.FAIR if sure >= SURE else Grade.POOR,
        grade_reason=f"read by OCR, mean confidence {sure:.0%}",
        confidence=round(sure, 3),
        scanned=True,
    )


def _line(found: Found, places: Sequence[int], page: int) -> Line:
    texts = found.columns["text"]
    heights = (found.columns["height"][i] * found.points / letter_height(texts[i]) for i in places)
    text = LONE_BAR.sub("1", repair(" ".join(texts[i] for i in places)))
    return Line(text=text, page=page, box=Box.around(map(found.box, places)), size=round(median(heights)))


def letter_height(word: str) -> float:
    """A word's height in type sizes, by the letters in it."""
    return (TALL if TALL_LETTER.search(word) else SMALL) + (DEEP if DEEP_LETTER.search(word) else 0)
