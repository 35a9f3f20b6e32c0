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
    named = set(map(str, plan_numbers(text, spoken)))
    years = [int(year) for year in _YEAR.findall(text)]
    before = bool(years) and own.starts is not None and max(years) < own.starts
    other = bool(named) and bool(own.number) and own.number not in named
    return before or other or names_earlier(text, spoken)


def heads_another(text: str, spoken: Sequence[str], own: Own) -> bool:
    """Whether a heading names another plan of the member: a year alone names none."""
    if names_earlier(text, spoken):
        return True
    words = f" {' '.join(fold(text))} "
    plans = any(f" {' '.join(cue)} " in words for code in spoken for cue in load_cues(code).words("plan"))
    return plans and (of_another(text, spoken, own) or _ran_before(text, own))


def _ran_before(text: str, own: Own) -> bool:
    """Whether a span of years ends where the plan's own begins."""
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
