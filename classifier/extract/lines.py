"""Words to lines, and lines to the pieces between wide gaps."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from operator import attrgetter
from statistics import median

from classifier.documents import Box, Line
from classifier.extract.glyphs import MARK_SIZE, RIGHT_TO_LEFT, Word
from classifier.extract.repair import repair

# Baselines closer than this, in font sizes, stand on one line.
SAME_LINE = 0.45
RAISED = 0.7

# A gap this wide, in font sizes, parts a line into pieces: columns, cells, label and value.
WIDE_GAP = 1.6

# A bullet or a number stands at most this far, in font sizes, before its item.
MARKER_GAP = 4.0
MARKER = re.compile(
    r"[•‣◦▪■□●○–—*·➢➤✓✔❖»\uf000-\uf0ff-]|o|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4}|[IVX]{1,5})[.)]"
)

# The narrowest gap between columns, in points, and the lines that must begin or end there.
GUTTER = 9.0
COLUMN_LINES = 5

CLOSING = frozenset(".,;:)]")
NOTE_MARK = re.compile(r"\[?\(?(?:\d{1,3}|[*†‡]{1,3})(?:[,\s]\d{1,3})*\)?\]?")
UNIT = re.compile(r"\W*\d*(?:k|c|m|d)?m|CO|H", re.IGNORECASE)
LED_FIGURE = re.compile(r"^([.,:)\]-]+)(\d[\d.]*)$")

# A gap this wide, in font sizes, is a space even where the file holds none.
SPACE = 0.16


def to_pieces(words: Iterable[Word], page: int) -> list[Line]:
    """Lines from the top down, parted at wide gaps and where columns begin or end."""
    parted = [list(parted_at_gaps(row)) for row in rows(words)]
    stops = _stops(parted)
    whole = chain.from_iterable(parted)
    return [_line(part, page) for piece in whole for part in (_at_stops(piece, stops) if stops else (piece,))]


def _stops(parted: Sequence[Sequence[Sequence[Word]]]) -> frozenset[tuple[str, int]]:
    """Places, in steps of three points, where many lines begin or end."""
    pieces = list(chain.from_iterable(parted))
    begins = Counter(_step("begin", piece[0].x0) for piece in pieces)
    ends = Counter(_step("end", piece[-1].x1) for piece in pieces)
    return frozenset(stop for stop, times in (begins + ends).items() if times >= COLUMN_LINES)


def _step(side: str, x: float) -> tuple[str, int]:
    return side, round(x / 3)


def _at_stops(piece: Sequence[Word], stops: frozenset[tuple[str, int]]) -> Iterator[Sequence[Word]]:
    """The piece parted at gaps too narrow for its own size that lie between columns."""
    begin = 0
    for at in range(1, len(piece)):
        left, right = piece[at - 1], piece[at]
        if right.x0 - left.x1 < GUTTER or _is_marker(piece[begin:at]):
            continue
        if not stops.isdisjoint((_step("end", left.x1), _step("begin", right.x0))):
            yield piece[begin:at]
            begin = at
    yield piece[begin:]


def _is_marker(words: Sequence[Word]) -> bool:
    """Whether the words are but a bullet or a number, which belongs to the text behind it."""
    return len(words) == 1 and MARKER.fullmatch(words[0].text) is not None


def rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words that share a baseline, left to right; rows from the top."""
    found: list[list[Word]] = []
    for word in sorted(words, key=attrgetter("y")):
        row = found[-1] if found else None
        if row and _shares(row, word):
            row.append(word)
        else:
            found.append([word])
    return [sorted(row, key=attrgetter("x0")) for row in found]


def _shares(row: Sequence[Word], word: Word) -> bool:
    # A superscript stands above the baseline of the line it belongs to, by up to two thirds of its size.
    first = row[1] if len(row) > 1 and _small(row[0], row[1]) else row[0]
    apart = abs(word.y - first.y)
    if apart <= SAME_LINE * max(row[-1].style.size, word.style.size):
        return True
    return apart <= RAISED * word.style.size and len(row) == 1 and _small(first, word)


def _small(mark: Word, word: Word) -> bool:
    return mark.style.size <= MARK_SIZE * word.style.size and NOTE_MARK.fullmatch(mark.text) is not None


def parted_at_gaps(row: Sequence[Word]) -> Iterator[list[Word]]:
    """A row's words, left to right, parted where the gap is wide; a bullet stays with its item."""
    piece = [row[0]]
    for left, right in pairwise(row):
        size = max(left.style.size, right.style.size)
        gap = right.x0 - left.x1
        if gap > WIDE_GAP * size and not (gap < MARKER_GAP * size and _is_marker(piece)):
            yield piece
            piece = []
        piece.append(right)
    yield piece


def _line(words: Sequence[Word], page: int) -> Line:
    first = words[0].style
    if any(word.style is not first for word in words):
        return _mixed(_without_marks(words), page)
    read = logical(words)
    box = Box(words[0].x0, min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words))
    bold = _letters(read) if first.bold else 0
    return Line(_text(read), page, box, first.size, first.bold, first.italic, bold)


def _text(read: Sequence[Word]) -> str:
    return repair("".join(_texts(read)))


def _without_marks(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a line but for the raised marks that point to footnotes."""
    kept = [words[0]]
    for word in words[1:]:
        if not _is_mark(kept[-1], word):
            kept.append(word)
    return kept


def _is_mark(before: Word, word: Word) -> bool:
    """Whether a word is a small raised figure behind another; "m2" and "km3" are units."""
    size = before.style.size
    small = word.style.size <= MARK_SIZE * size and before.y - word.y > 0.12 * size
    near = word.x0 - before.x1 < 0.3 * size and NOTE_MARK.fullmatch(word.text)
    return bool(small and near) and not UNIT.fullmatch(before.text)


def _letters(words: Sequence[Word]) -> int:
    return sum(len(word.text) + 1 for word in words) - 1


def _mixed(words: Sequence[Word], page: int) -> Line:
    """A line whose words differ in look."""
    read = logical(words)
    least = 0.7 * max(word.style.size for word in words)
    body = [word for word in words if word.style.size >= least]
    total = sum(len(word.text) for word in words)
    return Line(
        text=_text(read),
        page=page,
        box=Box(words[0].x0, min(w.top for w in body), max(w.x1 for w in words), max(w.bottom for w in body)),
        size=median(word.style.size for word in body for _ in word.text),
        bold=mostly_bold(words),
        italic=sum(len(word.text) for word in words if word.style.italic) > 0.6 * total,
        bold_prefix=bold_prefix(read),
    )


def logical(words: Sequence[Word]) -> Sequence[Word]:
    """Words in the order they are read: from the right, numbers and names in Latin from the left."""
    if not any(RIGHT_TO_LEFT.search(word.text) for word in words):
        return words
    runs = groupby(reversed(words), key=lambda word: bool(RIGHT_TO_LEFT.search(word.text)))
    return [word for backward, run in runs for word in (run if backward else _forward(list(run)))]


def _forward(run: Sequence[Word]) -> Iterator[Word]:
    """Words read from the left inside a line read from the right; a full stop left of a figure follows it."""
    for word in reversed(run):
        yield word._replace(text=LED_FIGURE.sub(r"\2\1", word.text))


def _texts(words: Sequence[Word]) -> Iterator[str]:
    yield words[0].text
    for left, right in pairwise(words):
        gap = max(right.x0 - left.x1, left.x0 - right.x1) / right.style.size
        # Fake bold draws every word twice, almost in the same place.
        if right.text == left.text and abs(right.x0 - left.x0) < 0.1 * right.style.size:
            continue
        # A footnote's mark, left out, may have stood before the full stop.
        closes = gap < 1 and right.text[0] in CLOSING
        yield (" " if gap > SPACE and not closes else "") + right.text


def mostly_bold(words: Sequence[Word]) -> bool:
    """Whether three in five characters or more are bold."""
    return sum(len(word.text) for word in words if word.style.bold) > 0.6 * sum(len(w.text) for w in words)


def bold_prefix(words: Sequence[Word]) -> int:
    """Characters of the line's opening that are bold."""
    count = 0
    for word in words:
        if not word.style.bold:
            break
        count += len(word.text) + 1
    return max(count - 1, 0)
