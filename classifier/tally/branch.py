"""The branch of the state that leads a commitment, from the institution's name."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from classifier.cues import fold

# Institutions are often named in English beside the plan's own language.
ALSO = "en"


class Branch(StrEnum):
    """Branches of the state; independent bodies answer to none of the three."""

    EXECUTIVE = "executive"
    JUDICIARY = "judiciary"
    LEGISLATURE = "legislature"
    INDEPENDENT = "independent"


def branch_of(institution: str, language: str = "") -> Branch | None:
    """The branch of the institution named first; `None` where no word tells.

    "Agency" or "office" alone makes a body of government, and only where no other word says
    otherwise: a court has its office, too.
    """
    name = " ".join(fold(institution))
    for kinds in (tuple(Branch), ("office",)):
        if found := _first(name, _patterns(language), kinds):
            return Branch.EXECUTIVE if found == "office" else Branch(found)
    return None


def _first(name: str, patterns: Mapping[str, re.Pattern[str]], kinds: Iterable[str]) -> str:
    """The kind whose words stand first in a name, the longest of several; empty without any."""
    hits = [(kind, hit) for kind in kinds for hit in [patterns[kind].search(name)] if hit]
    return min(hits, key=lambda pair: (pair[1].start(), -pair[1].end()), default=("", None))[0]


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    tables = [_words(code) for code in dict.fromkeys((language, ALSO))]
    kinds = {kind: [phrase for table in tables for phrase in table.get(kind, ())] for kind in _words(ALSO)}
    return {kind: _pattern(phrases) for kind, phrases in kinds.items()}


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of some phrases as whole words, the longest first."""
    some = sorted(map(_as_regex, phrases), key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(some)})(?!\S)")


def _as_regex(phrase: str) -> str:
    return " ".join(
        r"\S*".join(re.escape(" ".join(fold(part))) for part in w.split("*")) for w in phrase.split()
    )


@cache
def _words(language: str) -> Mapping[str, list[str]]:
    """A language's words by branch; none for a language without a file."""
    file = files("classifier.tally") / "branches" / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
