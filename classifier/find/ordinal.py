"""Which of a member's plans it is: "Second National Action Plan", "IV Plan", "5º Plan"."""

import re
from collections.abc import Iterator

from classifier.cues import fold, load_cues

# Words between the ordinal and the plan's name: "Third OGP National Action Plan".
BETWEEN = 4
# No member has had more plans than this.
MOST = 12
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
# "3rd", "4th", "5to", "2e", "3eme", and figures alone where folding took the sign away.
_FIGURE = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|ero|do|ro|to|mo|vo|no|e|eme|a|o)?")


def plan_number(text: str, language: str) -> str:
    """The number of a plan as figures, from the words before its name; empty where none is said."""
    words = fold(text)
    spoken = tuple(dict.fromkeys((language, "en")))
    names = {cue for code in spoken for cue in load_cues(code).words("plan")}
    ordinals = {
        cue: place for code in spoken for place, cue in enumerate(load_cues(code).words("ordinals"), 1)
    }
    return next((str(number) for number in _numbers(words, names, ordinals)), "")


def _numbers(
    words: tuple[str, ...], names: set[tuple[str, ...]], ordinals: dict[tuple[str, ...], int]
) -> Iterator[int]:
    for at in range(len(words)):
        if any(words[at : at + len(name)] == name for name in names):
            before = range(at - 1, max(-1, at - 1 - BETWEEN), -1)
            yield from (number for place in before if (number := _number(words, place, ordinals)))


def _number(words: tuple[str, ...], at: int, ordinals: dict[tuple[str, ...], int]) -> int:
    """The ordinal that ends at a word; 0 if none does."""
    for size in (2, 1):
        spelled = ordinals.get(words[max(0, at + 1 - size) : at + 1])
        if spelled:
            return spelled
    if words[at] in _ROMAN:
        return _ROMAN.index(words[at]) + 1
    figure = _FIGURE.fullmatch(words[at])
    return int(figure[1]) if figure and 0 < int(figure[1]) <= MOST else 0
