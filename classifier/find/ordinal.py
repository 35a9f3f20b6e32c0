"""Which of a member's plans it is: "Second National Action Plan", "IV Plan", "5º Plan", "Plan no. 3"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from classifier.cues import Token, load_cues, tokens

# Words between the ordinal and the plan's name: "Third OGP National Action Plan".
BETWEEN = 4
# Letters from which a word stands between them; "first draft of the plan" counts drafts.
SHORTEST_BETWEEN = 4
# Letters by which a declined ordinal is longer.
MOST_ENDING = 2
# No member has had more plans than this.
MOST = 12
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# "3rd", "4th", "5to", "2e", "3eme", "4de", and figures with a sign or an ending after them.
_FIGURE = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|ero|do|ro|to|mo|vo|no|e|de|ste|eme|a|o|ος|ο|η)")
_BARE = re.compile(r"\d{1,2}")
# Between a figure and the next word: the ordinal signs, or a hyphen and a short ending ("4-й").
_SIGN = re.compile(r"\d[.\s]?[ºª°]|\d-[^\W\d_]{1,3}(?![^\W_])")
# Years may follow a plan's number: "Action Plan 4, 2031-2033".
_ENDS = re.compile(r"\s*(?:$|[\n.,;:)(–—-]|20\d\d)")

Phrases = dict[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class _Words:
    """A text with its words, and what numbers plans in its languages."""

    text: str
    words: tuple[Token, ...]
    ordinals: Phrases
    numeros: frozenset[str]
    editions: frozenset[str]
    dotted: bool


def plan_number(text: str, spoken: Sequence[str]) -> str:
    """The number of a plan as figures, from the words beside its name; empty where none is said."""
    return next((str(number) for number in plan_numbers(text, spoken)), "")


def plan_numbers(text: str, spoken: Sequence[str]) -> Iterator[int]:
    """Every number that stands beside a plan's name in one of some languages, in the order of the text."""
    read = _read(text, spoken)
    folded = tuple(token.word for token in read.words)
    names = {cue for code in spoken for cue in load_cues(code).words("plan")}
    for at in range(len(folded)):
        size = _name_size(names, folded, at)
        if size:
            yield from filter(None, (_before(read, at), _after(read, at + size)))


def _name_size(names: set[tuple[str, ...]], words: tuple[str, ...], at: int) -> int:
    """The words of the longest name that starts at a word; 0 if none does."""
    return max((len(name) for name in names if words[at : at + len(name)] == name), default=0)


def _read(text: str, spoken: Sequence[str]) -> _Words:
    cues = [load_cues(code) for code in spoken]
    ordinals = {words: place for cue in cues for place, words in enumerate(cue.words("ordinals"), 1)}
    editions = {words[0] for cue in cues for words in cue.words("editions.draft") if len(words) == 1}
    numeros = {words[0] for cue in cues for words in cue.words("numero") if len(words) == 1}
    # Where a point makes a figure an ordinal, as in German, the cues hold an example.
    dotted = any("ordinal_point" in cue.terms for cue in cues)
    return _Words(text, tokens(text), ordinals, frozenset(numeros), frozenset(editions), dotted)


def _before(read: _Words, at: int) -> int:
    """The number before a name, a few words between them or none; 0 if there is none."""
    for place in range(at - 1, max(-1, at - 1 - BETWEEN), -1):
        number = _number(read, place)
        if number:
            return number
        token = read.words[place]
        if _ends_search(read, token):
            return 0
    return 0


def _ends_search(read: _Words, token: Token) -> bool:
    """Whether a word between ordinal and name says that other things are counted."""
    ending = read.text[token.start - 1 : token.start] == "-"
    short = len(token.word) < SHORTEST_BETWEEN and not read.text[token.start : token.end].isupper()
    return (short and not ending) or token.word in read.editions


def _number(read: _Words, at: int) -> int:
    """The ordinal that ends at a word; 0 if none does."""
    spelled = _spelled(read, at)
    if spelled:
        return spelled
    token = read.words[at]
    figure = _FIGURE.fullmatch(token.word) or (_BARE.fullmatch(token.word) if _signed(read, token) else None)
    return _figure(re.sub(r"\D", "", token.word)) if figure else _roman(read, token)


def _spelled(read: _Words, at: int) -> int:
    """The ordinal in words that ends at a word, declined or not: "vierter" beside "vierte"."""
    for size in (2, 1):
        words = tuple(token.word for token in read.words[max(0, at + 1 - size) : at + 1])
        for ending in range(MOST_ENDING + 1 if len(words[-1]) > SHORTEST_BETWEEN else 1):
            place = read.ordinals.get((*words[:-1], words[-1][: len(words[-1]) - ending]))
            if place:
                return place
    return 0


def _signed(read: _Words, token: Token) -> bool:
    """Whether an ordinal sign follows a figure; a point does in some languages."""
    last = token.end - 1
    dotted = read.dotted and read.text[token.end : token.end + 1] == "."
    return dotted or _SIGN.match(read.text, last) is not None


def _figure(digits: str) -> int:
    return int(digits) if 0 < int(digits) <= MOST else 0


def _roman(read: _Words, token: Token) -> int:
    """A Roman number in capitals; a lone "I" in a line of capitals is a word."""
    raw = read.text[token.start : token.end]
    line = read.text[read.text.rfind("\n", 0, token.start) + 1 :].partition("\n")[0]
    if raw not in _ROMAN or (raw == "I" and line.isupper()):
        return 0
    return _ROMAN.index(raw) + 1


def _after(read: _Words, at: int) -> int:
    """The number right after a name, with or without a word for "number"; 0 if there is none."""
    if at < len(read.words) and read.words[at].word in read.numeros:
        at += 1
    if at >= len(read.words):
        return 0
    token = read.words[at]
    gap = read.text[read.words[at - 1].end : token.start]
    if "\n" in gap or not _ENDS.match(read.text, token.end):
        return 0
    return _cardinal(read, token)


def _cardinal(read: _Words, token: Token) -> int:
    """A number in bare figures or a Roman one; 0 if a word is neither."""
    return _figure(token.word) if _BARE.fullmatch(token.word) else _roman(read, token)
