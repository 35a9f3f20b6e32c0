"""Initials drawn over several lines, set back before the word they begin."""

from collections.abc import Sequence

from classifier.extract.glyphs import Word

# Size of an initial, of the text's beside it; its least size in points, below which none is looked for.
LARGER = 1.8
SMALLEST = 16.0

# Sizes of the initial by which the word stands behind it, and of the word by which their tops differ.
NEAR = 0.6
LEVEL = 0.7


def with_initials(words: Sequence[Word]) -> list[Word]:
    """The words of a page; one whose first letter is drawn large and apart is whole again."""
    joined = list(words)
    for initial in filter(_may_be_one, words):
        behind = [word for word in joined if _begins_with(initial, word)]
        if behind:
            first = min(behind, key=lambda word: word.x0)
            at = joined.index(first)
            joined[at] = first._replace(text=initial.text + first.text, x0=initial.x0)
            joined.remove(initial)
    return joined


def _may_be_one(word: Word) -> bool:
    return len(word.text) == 1 and word.style.size >= SMALLEST and word.text.isupper()


def _begins_with(initial: Word, word: Word) -> bool:
    """Whether a word in small letters stands right behind the head of an initial."""
    near = 0 <= word.x0 - initial.x1 + 1 <= NEAR * initial.style.size
    smaller = initial.style.size >= LARGER * word.style.size and word.text[:1].islower()
    # Its top is level with the first of the lines beside it, its foot with the last.
    level = abs(initial.top - word.top) <= LEVEL * word.style.size
    return near and smaller and level
