"""How far a page's text can be relied on, and why."""

import re
from collections.abc import Sequence

from classifier.documents import Grade

# Fewer than this, on a page that shows something, is no text layer.
FEW_CHARACTERS = 20

UNKNOWN = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08]|\(cid:\d+\)")

ORDER = (Grade.GOOD, Grade.FAIR, Grade.POOR, Grade.NONE)


def grade_text(text: str, *, shows_something: bool) -> tuple[Grade, str]:
    """The grade of one page's text layer, with its reason."""
    letters = len(re.sub(r"\s", "", text))
    if letters < FEW_CHARACTERS:
        if shows_something:
            return Grade.NONE, f"{letters} characters on a page with pictures"
        return Grade.GOOD, "blank or nearly so"
    unknown = sum(map(len, UNKNOWN.findall(text))) / letters
    if unknown > 0.3 or _garbled(text):
        return Grade.NONE, "characters without meaning: the fonts carry no map"
    if unknown > 0.02:
        return Grade.FAIR, f"{unknown:.0%} unknown characters"
    return Grade.GOOD, f"{letters} characters"


def _garbled(text: str) -> bool:
    """Text whose letters hardly ever stand together, as when a font has no map."""
    words = re.findall(r"[^\W\d_]{3,}", text)
    return (
        len(text) > 200
        and sum(map(len, words)) < 0.25 * len(re.sub(r"\s", "", text))
        and "." * 10 not in text
    )


def worst_tenth(grades: Sequence[Grade]) -> Grade:
    """The grade that nine pages in ten reach."""
    ranked = sorted(grades, key=ORDER.index)
    return ranked[min(len(ranked) - 1, int(0.9 * len(ranked)))]
