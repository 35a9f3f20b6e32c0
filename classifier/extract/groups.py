"""Which lines of a column belong together: where paragraphs, headings and items begin."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from classifier.documents import Line

BULLET = re.compile(r"^([•‣◦▪■□●○–—*·➢➤✓✔❖»-]|o(?=\s))\s+")
NUMBERED = re.compile(
    r"^(\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4}|[IVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})+|\((?:\d{1,2}|[a-z])\))\s+"
)
ENDED = (".", "!", "?", ":", ";", "…")

# A line this much larger than the body may be a heading.
LARGER = 1.1

# A single line this much larger than the text below it, and this much shorter in type sizes, is its label.
SLIGHTLY_LARGER = 1.06
SHORT_BY = 6

# Lines of a paragraph that show where its lines end.
FEW_LINES = 4

# Sizes of white between lines that parts paragraphs in single spacing, and in none at all.
WIDE_GAP, WIDEST_GAP = 0.55, 1.3

# Paragraphs set loosely: how many gaps tell so, and how far gaps vary within them.
FEWEST_GAPS, LOOSE = 3, 1.25

# Sizes by which a line that wraps may fall short of the column's edge.
FILLED = 6


def grouped(lines: Sequence[Line], body: float) -> Iterator[list[Line]]:
    """The lines of one column, those of a block together; `body` is the size of the page's text."""
    group: list[Line] = []
    right = max((line.box.x1 for line in lines), default=0.0)
    widest = _widest_gap(lines, right)
    for line in lines:
        if group and _breaks(group, line, right, body, widest):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _widest_gap(lines: Sequence[Line], right: float) -> float:
    """The widest gap inside a paragraph, in sizes: wider where lines that wrap stand farther apart."""
    pairs = ((last, line) for last, line in pairwise(lines) if _wraps(last, line, right))
    gaps = [gap for last, line in pairs if 0 < (gap := _gap(last, line)) < WIDEST_GAP]
    return max(WIDE_GAP, LOOSE * median(gaps)) if len(gaps) >= FEWEST_GAPS else WIDE_GAP


def _gap(last: Line, line: Line) -> float:
    """The white between two lines, in sizes."""
    return (line.box.top - last.box.bottom) / line.size


def _wraps(last: Line, line: Line, right: float) -> bool:
    """Whether a sentence fills its line and goes on in small letters on the next."""
    alike = last.page == line.page and round(last.size) == round(line.size)
    return (
        alike
        and last.box.x1 > right - FILLED * last.size
        and not line.text[:1].isupper()
        and not marker_of(line)
    )


def _breaks(group: Sequence[Line], line: Line, right: float, body: float, widest: float) -> bool:
    last = group[-1]
    if _stands_apart(last, line, right, widest) or (len(group) == 1 and is_label(last, line, right)):
        return True
    if line.bold != last.bold:
        return _bold_ends(last, line, right)
    return last.text.endswith(ENDED) and _paragraph_ends(group, line, right, body)


def _stands_apart(last: Line, line: Line, right: float, widest: float) -> bool:
    """Whether a line is on another page than the last, opens an item, or stands off in size or place."""
    if line.page != last.page or marker_of(line) or abs(line.size - last.size) > 0.08 * last.size + 0.3:
        return True
    full = last.box.x1 > right - FILLED * last.size
    return not -1.5 < _gap(last, line) <= (widest if full else WIDE_GAP)


def _paragraph_ends(group: Sequence[Line], line: Line, right: float, body: float) -> bool:
    """Whether a sentence that ends its line ends its paragraph: a short line, or an indented one after."""
    last = group[-1]
    # Beside a picture or a box, text ends further left than elsewhere in its column.
    right = max(before.box.x1 for before in group) if len(group) >= FEW_LINES else right
    # The lines of a heading are short, and a colon ends none of them.
    short = last.box.x1 < right - 2.5 * line.size and last.size < LARGER * body
    return short or (len(group) > 1 and line.box.x0 > last.box.x0 + 0.8 * line.size)


def is_label(last: Line, line: Line, right: float) -> bool:
    """Whether a short line stands in slightly larger type above a text that begins anew."""
    larger = last.size >= SLIGHTLY_LARGER * line.size and last.box.x1 < right - SHORT_BY * line.size
    return larger and not line.text[:1].islower() and not last.text.endswith((",", ";"))


def _bold_ends(last: Line, line: Line, right: float) -> bool:
    """Whether bold begins or stops because a heading does, not inside a running text."""
    full = last.box.x1 > right - 3 * line.size
    if full and line.text[:1].islower():
        return False
    if not last.bold:
        return not last.bold_prefix
    # A bold title that runs into its text ends inside the line.
    inside = last.bold_prefix + 2 < len(last.text) and not last.text.endswith(ENDED)
    return not (inside and last.box.x1 > right - SHORT_BY * line.size)


def marker_of(line: Line) -> str:
    """The bullet or number that a line opens with; empty without one."""
    match = BULLET.match(line.text) or NUMBERED.match(line.text)
    return match.group(1) if match else ""
