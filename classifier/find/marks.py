"""Printed numbers: "Commitment 3", "Azione 7.", "3.2.1", "O6M1", "C. 2.a.", "IV."

A mark's `form` is the number with digits and letters made alike ("9.9", "A9"), so that marks of
one series share a form; its `key` orders them.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, reduce
from itertools import dropwhile

from classifier.cues import Cues, load_cues

# Plans have up to some seventy commitments: no numeral goes beyond L.
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
# What stands between a number and its title.
_SEPARATOR = r"[\s.:)\]\-–—|,]*"
# "O6M1" has four parts, "3.2.1" three.
_PARTS = re.compile(r"\d+|[a-z]+")
# Figures with up to three more levels, letters with figures, Roman numerals.
_NUMBER = (
    r"(?:(?:[a-z]{1,2}[.\s\-]{0,2})?\d{1,3}(?:(?:[.\-]|\s?[.\-]\s?(?=\d|[a-z][.):]))(?:\d{1,2}|[a-z])(?![^\W_])){0,3}(?:[.\-]?[a-h](?![^\W_]))?"
    r"|[a-z]\d{1,2}[a-z]\d{1,2}|[ivxl]{1,6}(?![^\W_])(?:\.\d{1,2})?|[a-z](?:\.\d{1,2}){1,3})"
)
# A number without a noun wants a sign or a space after it.
_BARE = re.compile(rf"\(?(?P<number>{_NUMBER}|[a-h](?=[.)]))(?P<close>\.?[)\].:]|\s?[.\-–—:]|(?=\s))\s*")
# A number that fills its line: the title stands on the next one.
_ALONE = re.compile(r"\(?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[ivxl]+|[a-z]\d{1,2})[.):\s]*")
# "15 May 2020" opens like "15 Title".
_DAY = re.compile(r"(?:de\s+)?[^\W\d_]{3,10}\.?,?\s+(?:de\s+)?(?:19|20)\d\d(?!\d)")
# Bullets as symbol fonts and word processors leave them.
_BULLET = re.compile(r"^[\s•▪●·■□➢\-–—*>#►]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed number at the start of a text; `rest` is where the title starts."""

    noun: str
    number: str
    key: tuple[int, ...]
    form: str
    rest: int


def names_commitment(mark: Mark | None) -> bool:
    """Whether a mark is a word for "commitment" with its number."""
    return mark is not None and mark.noun.startswith("commitment:")


def plain(text: str) -> str:
    """Lower case without accents, character for character."""
    return "".join(_bare(character) for character in text)


@cache
def _bare(character: str) -> str:
    bare = unicodedata.normalize("NFKD", character.casefold())
    return next((part for part in bare if not unicodedata.combining(part)), character)


class Marker:
    """Reads the printed number of a heading in some languages."""

    def __init__(self, languages: Sequence[str]) -> None:
        cues = [load_cues(code) for code in languages]
        self._numbers = _spelled(cues)
        nouns = _phrases(cues, "commitment") | _phrases(cues, "theme") | _phrases(cues, "milestone")
        self._nouns = {noun: _kind(noun, cues) for noun in nouns}
        noun = "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
        numero = "|".join(sorted(map(re.escape, _phrases(cues, "numero") | {"#"}), key=len, reverse=True))
        spelled = "|".join(sorted(map(re.escape, self._numbers), key=len, reverse=True)) or "(?!)"
        self._noun_first = re.compile(
            rf"(?P<noun>{noun})s?[\s.:\-–—]*(?:(?:{numero})\s?[.:ºo°ª#]{{0,3}}\s*)?[ºo°#]?\s?"
            rf"(?:(?<![^\W\d_])|(?=\d))(?P<number>{_NUMBER}|(?:{spelled})(?![^\W_])){_SEPARATOR}"
        )
        self._number_first = re.compile(
            rf"(?P<number>\d{{1,3}}|[ivxl]{{1,6}})(?:[.)ºo°ª\-]{{0,2}}|\w{{1,3}})\s(?P<noun>{noun})(?![^\W_]){_SEPARATOR}"
        )

    def read(self, text: str) -> Mark | None:
        """The mark a text opens with, if any."""
        lead = _BULLET.match(text)
        start = lead.end() if lead else 0
        flat = plain(text[start : start + 120])
        named = self._named(text, start, flat)
        if named:
            return named
        found = _ALONE.fullmatch(flat.strip())
        if found:
            return self._mark("", found["number"], len(text), "alone")
        found = _BARE.match(flat)
        if found is None or not _is_title(text[start + found.end() :]):
            return None
        return self._mark("", found["number"], start + found.end(), found["close"].strip())

    def _named(self, text: str, start: int, flat: str) -> Mark | None:
        """The number with a noun before or after it; `flat` is the plain text from `start`."""
        for pattern in (self._noun_first, self._number_first):
            found = pattern.match(flat)
            if found and _ends_clean(text[start:], found.end("number")):
                kind = self._nouns[found["noun"]]
                return self._mark(kind, found["number"], start + found.end(), "")
        return None

    def _mark(self, noun: str, number: str, rest: int, close: str) -> Mark:
        spelled = self._numbers.get(number)
        if spelled is not None:
            return Mark(noun, str(spelled), (spelled,), "9" + close, rest)
        key, form = _key(number)
        return Mark(noun, number.strip(" .-").upper(), key, form + close, rest)


def _ends_clean(text: str, end: int) -> bool:
    """Whether a title or nothing follows a noun's number, not the rest of a sentence."""
    rest = text[end:]
    return not rest.strip() or not rest.lstrip(" ºo°,;")[:1].islower() or rest.lstrip()[:1] in ".:)-–—|"


def _is_title(rest: str) -> bool:
    """Whether words follow that can head a text: not a date, an amount or a sentence's middle."""
    bare = rest.lstrip("«\"“'‘(¿¡[*_ ")
    if _DAY.match(bare):
        return False
    return bool(bare) and not bare[0].islower() and not bare[0].isdigit() and bare[0] not in "%€$£.,;/"


def _key(number: str) -> tuple[tuple[int, ...], str]:
    parts = _PARTS.findall(number)
    roman = len(parts) == 1 or parts[0].isalpha()
    key, form = [], number
    for place, part in enumerate(parts):
        if part.isdigit():
            key.append(int(part))
        elif place == 0 and roman and set(part) <= _ROMAN.keys() and (len(part) > 1 or part in "ivx"):
            key.append(_roman(part))
        else:
            key.append(reduce(lambda value, letter: value * 26 + ord(letter) - 96, part, 0))
    form = re.sub(r"\s", "", re.sub(r"\d+", "9", number))
    first = parts[0]
    if first.isalpha():
        roman = set(first) <= _ROMAN.keys() and len(parts) == 1
        form = form.replace(first, "R" if roman else "a" if len(first) == 1 else first, 1)
    return tuple(key), re.sub(r"(?<=9)[.\-]?[a-z]$", "a", form).rstrip(".-")


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    after = [*values[1:], 0]
    return sum(-value if value < later else value for value, later in zip(values, after, strict=True))


def follows(key: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """Whether a number is the next one: 4 after 3, 2.1 after 1.7."""
    if len(key) != len(before):
        return False
    changed = dropwhile(lambda pair: pair[0] == pair[1], zip(key, before, strict=True))
    now, last = next(changed, (0, 0))
    return now == last + 1 and all(new <= 1 or new == old for new, old in changed)


def _phrases(cues: Sequence[Cues], concept: str) -> set[str]:
    return {" ".join(words) for cue in cues for words in cue.words(concept)}


def _kind(noun: str, cues: Sequence[Cues]) -> str:
    """What a noun names: a commitment first, then a theme, then a milestone."""
    for concept in ("commitment", "theme", "milestone"):
        if noun in _phrases(cues, concept):
            return f"{concept}:{noun}"
    return noun


def _spelled(cues: Sequence[Cues]) -> dict[str, int]:
    lists = (cue.words(concept) for cue in cues for concept in ("cardinals",))
    return {" ".join(words): place for words_list in lists for place, words in enumerate(words_list, 1)}
