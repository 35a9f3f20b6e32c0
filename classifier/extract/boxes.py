"""Side boxes: shaded or framed text that stands beside the running text."""

from collections.abc import Collection, Sequence

from classifier.documents import Box
from classifier.extract.glyphs import Word

# Least width and height of a side box in points, and its greatest share of the text's width.
NARROWEST, LOWEST = 60.0, 30.0
WIDEST = 0.62

# Words in a box, and words beside it, before it counts as one.
LEAST_INSIDE, LEAST_BESIDE = 12, 12


def side_boxes(words: Sequence[Word], areas: Sequence[Box], taken: Collection[int]) -> list[Box]:
    """The boxes that hold text and have other text beside them, the largest first.

    `taken` are the positions of words that belong to tables.
    """
    free = [word for i, word in enumerate(words) if i not in taken]
    if len(free) < LEAST_INSIDE + LEAST_BESIDE:
        return []
    width = max(word.x1 for word in free) - min(word.x0 for word in free)
    found: list[Box] = []
    for box in sorted(areas, key=_size, reverse=True):
        apart = _may_be_one(box, width) and not any(_overlap(box, other) for other in found)
        if apart and _stands_apart(box, free):
            found.append(box)
    return found


def inside(word: Word, box: Box) -> bool:
    """Whether a word's middle lies in a box."""
    x, y = (word.x0 + word.x1) / 2, word.y - 0.3 * word.style.size
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _may_be_one(box: Box, width: float) -> bool:
    return NARROWEST <= box.x1 - box.x0 <= WIDEST * width and box.bottom - box.top >= LOWEST


def _size(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def _overlap(box: Box, other: Box) -> bool:
    apart = box.x1 <= other.x0 or other.x1 <= box.x0 or box.bottom <= other.top or other.bottom <= box.top
    return not apart


def _stands_apart(box: Box, words: Sequence[Word]) -> bool:
    """Whether text fills the box, other text stands beside it, and no word crosses its edge."""
    level = [word for word in words if box.top <= word.y - 0.3 * word.style.size <= box.bottom]
    held = [word for word in level if inside(word, box)]
    if len(held) < LEAST_INSIDE or len(level) - len(held) < LEAST_BESIDE:
        return False
    crossing = sum(word.x0 < edge - 1 and word.x1 > edge + 1 for word in level for edge in (box.x0, box.x1))
    rows = len({round(word.y) for word in held})
    return crossing == 0 and rows >= 3
