"""Our commitments and OGP's rows, paired.

By OGP id where both have one; else within one member and plan, by number and by how alike titles
and texts are, each row used once (the assignment that is best as a whole).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz
from scipy.optimize import linear_sum_assignment

from classifier.cues import without_accents
from classifier.irm.layouts import settings

# Likeness from which a pair is taken.
SURE = 0.80

# A text that stands within another makes a pair this likely: titles may be retold.
WITHIN = 0.86
# Characters of the opening looked for, the least that say something, and how exactly they must be there.
OPENING, SHORTEST, ALMOST = 200, 60, 0.93
# Titles less alike than this were joined by their texts.
ALIKE = 0.5
# Pairs of a plan whose numbers agree, before a number alone is trusted in it.
LEAST_AGREEING = 5
# Characters of a text that are compared.
LONGEST = 12_000

# Plans whose years differ by more are different plans.
YEARS_APART = 1


@dataclass(frozen=True, slots=True)
class Join:
    """What a commitment is joined by; empty where unknown."""

    key: str
    member: str
    title: str
    text: str = ""
    number: str = ""
    plan_number: str = ""
    year: int | None = None
    ogp_id: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """A pair of keys, how it was found, and how alike the two are (0 to 1)."""

    ours: str
    theirs: str
    method: str
    score: float


def join(ours: Sequence[Join], theirs: Sequence[Join]) -> tuple[list[Joined], list[str]]:
    """The pairs found, and the keys of ours that found no partner."""
    pairs = _by_id(ours, theirs)
    left = _by_member(ours, {pair.ours for pair in pairs})
    right = _by_member(theirs, {pair.theirs for pair in pairs})
    for member in (name for name in left if name in right):
        found = _assign(left[member], right[member])
        pairs += [*found, *_by_number(left[member], right[member], found)]
    done = {pair.ours for pair in pairs}
    return pairs, [item.key for item in ours if item.key not in done]


def _by_member(items: Sequence[Join], done: set[str]) -> dict[str, list[Join]]:
    """What is not joined yet, member by member."""
    groups: dict[str, list[Join]] = defaultdict(list)
    for item in items:
        if item.key not in done:
            groups[member_key(item.member)].append(item)
    return groups


def _by_id(ours: Sequence[Join], theirs: Sequence[Join]) -> list[Joined]:
    known = {item.ogp_id: item.key for item in theirs if item.ogp_id}
    return [Joined(o.key, known[o.ogp_id], "id", 1.0) for o in ours if o.ogp_id in known]


def _assign(left: Sequence[Join], right: Sequence[Join]) -> list[Joined]:
    scores = np.array([[likeness(a, b) for b in right] for a in left])
    rows, columns = linear_sum_assignment(scores, maximize=True)
    return [
        Joined(left[i].key, right[j].key, _method(left[i], right[j]), round(float(scores[i, j]), 3))
        for i, j in zip(rows, columns, strict=True)
        if scores[i, j] >= SURE
    ]


def _by_number(left: Sequence[Join], right: Sequence[Join], found: Sequence[Joined]) -> list[Joined]:
    """What is left over in plans whose numbers agree throughout, paired by number.

    A title that was misread says nothing; its number still does, where all others of the plan
    bear theirs.
    """
    used = {key for pair in found for key in (pair.ours, pair.theirs)}
    agree, differ = _agreement(right, found)
    free = [item for item in right if item.key not in used]
    pairs = []
    for ours in (item for item in left if item.key not in used):
        theirs = _only(ours, free)
        if theirs and _trusted(agree, differ, _edition(theirs)):
            pairs.append(Joined(ours.key, theirs.key, "number", round(likeness(ours, theirs), 3)))
    return pairs


def _only(ours: Join, free: Sequence[Join]) -> Join | None:
    """The one row of the same plan that bears the same number; `None` where several do."""
    same = [theirs for theirs in free if _same_plan(ours, theirs) and _same_number(ours, theirs)]
    return same[0] if len(same) == 1 else None


Editions = Counter[tuple[str, int | None]]


def _agreement(right: Sequence[Join], found: Sequence[Joined]) -> tuple[Editions, Editions]:
    """By plan, in how many pairs the numbers agree and in how many they differ."""
    theirs = {item.key: item for item in right}
    agree: Editions = Counter()
    differ: Editions = Counter()
    for pair in found:
        (agree if "number" in pair.method else differ)[_edition(theirs[pair.theirs])] += 1
    return agree, differ


def _same_number(a: Join, b: Join) -> bool:
    return bool(a.number and b.number) and number_key(a.number) == number_key(b.number)


def _edition(item: Join) -> tuple[str, int | None]:
    return item.plan_number, item.year


def _trusted(agree: Editions, differ: Editions, plan: tuple[str, int | None]) -> bool:
    return agree[plan] >= LEAST_AGREEING and not differ[plan]


def _method(a: Join, b: Join) -> str:
    titles = fuzz.token_set_ratio(text_key(a.title), text_key(b.title)) / 100
    what = "title" if max(titles, _inside(a, b)) >= ALIKE else "text"
    return f"number and {what}" if _same_number(a, b) else what


def likeness(a: Join, b: Join) -> float:
    """How likely two are the same commitment, 0 to 1; 0 across plans.

    The same number lifts a likeness and another number lowers it a little: numbers are
    printed differently in plans and database.
    """
    if not _same_plan(a, b):
        return 0.0
    title = fuzz.token_sort_ratio(text_key(a.title), text_key(b.title)) / 100
    texts = _texts(a, b)
    words = max(title, 0.97 * _inside(a, b), (title + texts) / 2, WITHIN * _within(a, b))
    # Two commitments of one plan may bear one title: their texts tell them apart.
    words -= 0.02 * (1 - texts) if a.text and b.text else 0.0
    if not a.number or not b.number:
        return words
    if _same_number(a, b):
        return min(1.0, 0.35 + 0.7 * words)
    return 0.97 * words


def _same_plan(a: Join, b: Join) -> bool:
    same_number = "" in (a.plan_number, b.plan_number) or a.plan_number == b.plan_number
    if not (a.year and b.year):
        return same_number
    # A plan's cover may count otherwise than OGP does ("second plan" of a city's own); years decide.
    return a.year == b.year or (abs(a.year - b.year) <= YEARS_APART and same_number)


def _inside(a: Join, b: Join) -> float:
    """Whether the shorter title opens the other's title or text."""
    short, long = sorted((text_key(a.title), text_key(b.title)), key=len)
    opening = max(text_key(f"{x.title} {x.text[:400]}") for x in (a, b) if text_key(x.title) == long)
    if len(short) < 15:
        return 0.0
    return fuzz.partial_ratio(short, opening[: 2 * len(short) + 40]) / 100


def _within(a: Join, b: Join) -> float:
    """Whether the shorter text's opening stands word for word in the longer, 1 or 0."""
    short, long = sorted((text_key(a.text[:LONGEST]), text_key(b.text[:LONGEST])), key=len)
    opening = short[:OPENING]
    if len(opening) < SHORTEST:
        return 0.0
    return float(fuzz.partial_ratio(opening, long, score_cutoff=100 * ALMOST) > 0)


def _texts(a: Join, b: Join) -> float:
    if not a.text or not b.text:
        return 0.0
    return fuzz.token_set_ratio(text_key(a.text[:1500]), text_key(b.text[:1500])) / 100


def member_key(name: str) -> str:
    """A member's name as layouts agree on it."""
    plain = without_accents(name.lower()).strip()
    return str(settings()["same_member"].get(plain, plain))


def number_key(number: str) -> str:
    """A printed number without zeros in front, signs and case."""
    return ".".join(
        part.lstrip("0") or "0" for part in re.findall(r"[a-z]+|\d+", without_accents(number.lower()))
    )


# Each text is compared with every row of its member.
@lru_cache(maxsize=100_000)
def text_key(text: str) -> str:
    """Words alone: no numbering in front, no case, no accents."""
    bare = re.sub(r"^\W*(?:[a-z]{0,12}\.?\s*)?\d[\d.]*[a-z]?\W+", "", without_accents(text.lower()))
    return " ".join(re.findall(r"\w+", bare))
