"""What is said of other plans of the member: by number, by years, or as "the previous plan"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from classifier.cues import fold, load_cues
from classifier.find.ordinal import plan_numbers

# Words between the two of a cue: "previous national action plan".
BETWEEN = 4
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Own:
    """The plan's own number and first year, where known."""

    number: str = ""
    starts: int | None = None


def of_another(text: str, spoken: Sequence[str], own: Own) -> bool:
    """Whether a sentence speaks of another plan of the member."""
    years = [int(year) for year in _YEAR.findall(text)]
    before = bool(years) and own.starts is not None and max(years) < own.starts
    return before or _numbers_another(text, spoken, own) or names_earlier(text, spoken)


def heads_another(text: str, spoken: Sequence[str], own: Own) -> bool:
    """Whether a heading names another plan of the member: one year alone, as of a meeting, names none."""
    if names_earlier(text, spoken) or _numbers_another(text, spoken, own):
        return True
    words = f" {' '.join(fold(text))} "
    plans = any(f" {' '.join(cue)} " in words for code in spoken for cue in load_cues(code).words("plan"))
    return plans and _ran_before(text, own)


def _numbers_another(text: str, spoken: Sequence[str], own: Own) -> bool:
    """Whether plans are numbered in a text, and none of them is the plan itself."""
    named = set(map(str, plan_numbers(text, spoken)))
    return bool(named) and bool(own.number) and own.number not in named


def _ran_before(text: str, own: Own) -> bool:
    """Whether a span of years ends where the plan's own begins, or before."""
    years = [int(year) for year in _YEAR.findall(text)]
    return own.starts is not None and len(years) > 1 and min(years) < own.starts >= max(years)


def names_earlier(text: str, spoken: Sequence[str]) -> bool:
    """Whether a text says "previous plan", other words between the two or none."""
    words = f" {' '.join(fold(text))} "
    return any(cue.search(words) for code in spoken for cue in _loose(code))


@cache
def _loose(code: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(cue) for cue in load_cues(code).words("earlier"))


def _pattern(cue: tuple[str, ...]) -> re.Pattern[str]:
    gap = rf" (?:\S+ ){{0,{BETWEEN}}}"
    return re.compile(f" {gap.join(map(re.escape, cue))} ")
