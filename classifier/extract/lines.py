"""Words to lines, and lines to the pieces between wide gaps."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median

from classifier.documents import Box, Line
from classifier.extract.glyphs import RIGHT_TO_LEFT, Word
from classifier.extract.repair import repair

# Baselines closer than this, in font sizes, stand on one line.
SAME_LINE = 0.45

# A gap this wide, in font sizes, parts a line into pieces: columns, cells, label and value.
WIDE_GAP = 1.6

# A gap this wide, in font sizes, is a space even where the file holds none.
SPACE = 0.16


def to_pieces(words: Iterable[Word], page: int) -> list[Line]:
    """Lines from the top down, parted at wide gaps."""
    return [_line(piece, page) for row in rows(words) for piece in _pieces(row)]


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
    # A superscript stands above the baseline of the line it belongs to, by up to half its size.
    size = max(row[-1].style.size, word.style.size)
    return abs(word.y - row[0].y) <= SAME_LINE * size


def _pieces(row: Sequence[Word]) -> Iterator[list[Word]]:
    piece = [row[0]]
    for left, right in pairwise(row):
        if right.x0 - left.x1 > WIDE_GAP * max(left.style.size, right.style.size):
            yield piece
            piece = []
        piece.append(right)
    yield piece


def _line(words: Sequence[Word], page: int) -> Line:
    read = _logical(words)
    text = repair("".join(_texts(read)))
    first = words[0].style
    if all(word.style is first for word in words):
        box = Box(
            words[0].x0, min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words)
        )
        bold = _letters(read) if first.bold else 0
        return Line(text, page, box, first.size, first.bold, first.italic, bold)
    return _mixed(words, read, text, page)


def _letters(words: Sequence[Word]) -> int:
    return sum(len(word.text) + 1 for word in words) - 1


def _mixed(words: Sequence[Word], read: Sequence[Word], text: str, page: int) -> Line:
    """A line whose words differ in look."""
    least = 0.7 * max(word.style.size for word in words)
    body = [word for word in words if word.style.size >= least]
    total = sum(len(word.text) for word in words)
    return Line(
        text=text,
        page=page,
        box=Box(words[0].x0, min(w.top for w in body), max(w.x1 for w in words), max(w.bottom for w in body)),
        size=median(word.style.size for word in body for _ in word.text),
        bold=sum(len(word.text) for word in words if word.style.bold) > 0.6 * total,
        italic=sum(len(word.text) for word in words if word.style.italic) > 0.6 * total,
        bold_prefix=_bold_prefix(read),
    )


def _logical(words: Sequence[Word]) -> Sequence[Word]:
    """Words in the order they are read: from the right, numbers and names in Latin from the left."""
    if not any(RIGHT_TO_LEFT.search(word.text) for word in words):
        return words
    runs = groupby(reversed(words), key=lambda word: bool(RIGHT_TO_LEFT.search(word.text)))
    return [word for backward, run in runs for word in (run if backward else reversed(list(run)))]


def _texts(words: Sequence[Word]) -> Iterator[str]:
    yield words[0].text
    for left, right in pairwise(words):
        gap = max(right.x0 - left.x1, left.x0 - right.x1)
        # Fake bold draws every word twice, almost in the same place.
        if right.text == left.text and abs(right.x0 - left.x0) < 0.1 * right.style.size:
            continue
        yield (" " if gap > SPACE * right.style.size else "") + right.text


def _bold_prefix(words: Sequence[Word]) -> int:
    """Characters of the line's opening that are bold."""
    count = 0
    for word in words:
        if not word.style.bold:
            break
        count += len(word.text) + 1
    return max(count - 1, 0)
