"""What to read next: filters, order, the audit sample, second readings."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from itertools import chain, islice

from classifier.review.cases import Case, fold
from classifier.taxonomy import JusticeCategory

# Which cases a list holds, by the name that stands in an address.
STATES: Mapping[str, str] = {
    "undecided": "undecided",
    "doubtful": "undecided, with a reason to doubt",
    "audit": "audit sample, to read",
    "second": "second reading, for me",
    "unsure": "someone is unsure",
    "disputed": "analysts differ",
    "decided": "decided",
    "mine": "decided by me",
    "all": "everything",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is narrowed to; empty fields narrow nothing.

    `category` is a category's code or "none"; `analyst` whoever decided; `text` is searched in
    id, title and text, without case and accents.
    """

    state: str = "undecided"
    plan: str = ""
    member: str = ""
    year: str = ""
    language: str = ""
    category: str = ""
    reason: str = ""
    analyst: str = ""
    text: str = ""

    @classmethod
    def of(cls, values: Mapping[str, str]) -> "Filter":
        """The filter an address holds; unknown names and states are left out."""
        kept = {f.name: values[f.name].strip() for f in fields(cls) if values.get(f.name, "").strip()}
        if kept.get("state") not in STATES:
            kept.pop("state", None)
        return cls(**kept)

    def as_dict(self) -> dict[str, str]:
        """The fields that narrow, as an address holds them."""
        kept = {f.name: str(getattr(self, f.name)) for f in fields(self) if getattr(self, f.name)}
        if kept["state"] == "undecided":
            del kept["state"]
        return kept


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, and which share of what others decided is read a second time."""

    analyst: str
    second_share: float = 0.0


Test = Callable[[Case, Filter, Reader], bool]


def passes(case: Case, chosen: Filter, reader: Reader) -> bool:
    """Whether a case belongs into a list."""
    if not _BY_STATE[chosen.state](case, chosen, reader):
        return False
    return all(test(case, chosen, reader) for name, test in _TESTS.items() if getattr(chosen, name))


def select(cases: Iterable[Case], chosen: Filter, reader: Reader) -> list[Case]:
    """The cases that pass, most doubtful first; blind lists in an order that tells nothing."""
    found = [case for case in cases if passes(case, chosen, reader)]
    return sorted(found, key=order_of(chosen))


def order_of(chosen: Filter) -> Callable[[Case], tuple[int, float, str]]:
    """The sort key of a list: the queue's, or chance for the audit sample."""
    return by_chance if chosen.state in ("audit", "second") else lambda case: case.rank


def by_chance(case: Case) -> tuple[int, float, str]:
    """A fixed order that has nothing to do with scores."""
    return 0, 0.0, sha256(case.id.encode()).hexdigest()


def assigned_twice(commitment_id: str, share: float) -> bool:
    """Whether a commitment falls into the share that two people read; fixed by its id."""
    return int(sha256(f"second {commitment_id}".encode()).hexdigest()[:8], 16) < share * 2**32


def next_after(cases: Sequence[Case], case: Case, chosen: Filter, held: frozenset[str]) -> Case | None:
    """The case that follows in a sorted list, from the start again at its end; none if all is read.

    `held` are ids another analyst has before them; they are passed over while others are left.
    """
    at = place_of(cases, case, chosen)
    ahead = chain(islice(cases, at, None), islice(cases, at))
    first, passed_over = None, held | {case.id}
    for one in ahead:
        if one.id not in passed_over:
            return one
        if first is None and one.id != case.id:
            first = one
    return first


def place_of(cases: Sequence[Case], case: Case, chosen: Filter) -> int:
    """How many of a sorted list come before a case, whether it is in the list or not."""
    key = order_of(chosen)
    return bisect_left(cases, key(case), key=key)


def is_undecided(case: Case, _: Filter, reader: Reader) -> bool:
    """Nobody's decision stands, and the reader has not been here."""
    return not case.decided and not case.disputed and reader.analyst not in case.readers


def _in_queue(case: Case, chosen: Filter, reader: Reader) -> bool:
    """Undecided and not of the audit sample, whose place in the queue would tell what the model thinks."""
    return not case.sampled and is_undecided(case, chosen, reader)


def _second(case: Case, _: Filter, reader: Reader) -> bool:
    others = [d for d in case.readers.values() if d.analyst != reader.analyst and d.categories is not None]
    mine = reader.analyst in case.readers
    return not mine and len(others) == 1 and assigned_twice(case.id, reader.second_share)


def _unsure(case: Case, _: Filter, __: Reader) -> bool:
    return any(d.categories is None for d in case.readers.values()) and not case.decided


_BY_STATE: Mapping[str, Test] = {
    "undecided": _in_queue,
    "doubtful": lambda case, f, reader: bool(case.doubts) and _in_queue(case, f, reader),
    "audit": lambda case, f, reader: case.sampled and is_undecided(case, f, reader),
    "second": _second,
    "unsure": _unsure,
    "disputed": lambda case, _, __: case.disputed,
    "decided": lambda case, _, __: case.decided,
    "mine": lambda case, _, reader: reader.analyst in case.readers,
    "all": lambda case, _, __: True,
}


def is_blind(case: Case, analyst: str) -> bool:
    """Whether what the model says must not be shown: the audit sample, until it is read."""
    return case.sampled and analyst not in case.readers


def _has_category(case: Case, chosen: Filter, reader: Reader) -> bool:
    if is_blind(case, reader.analyst):
        return False
    if chosen.category == "none":
        return bool(case.finding.label) and not case.categories
    return any(category.value == chosen.category for category in case.categories)


def _has_reason(case: Case, chosen: Filter, reader: Reader) -> bool:
    return not is_blind(case, reader.analyst) and any(d.reason == chosen.reason for d in case.doubts)


_TESTS: Mapping[str, Test] = {
    "plan": lambda case, f, _: case.finding.plan.id == f.plan,
    "member": lambda case, f, _: bool(case.finding.plan.member) and member_name(case) == f.member,
    "year": lambda case, f, _: str(case.finding.plan.year or "") == f.year,
    "language": lambda case, f, _: language(case) == f.language,
    "category": _has_category,
    "reason": _has_reason,
    "analyst": lambda case, f, _: f.analyst in case.readers,
    "text": lambda case, f, _: fold(f.text) in case.folded,
}


def facets(cases: Iterable[Case]) -> dict[str, list[tuple[str, str]]]:
    """What each filter but state, reason and analyst can be set to, with its name, in order."""
    found: dict[str, set[tuple[str, str]]] = {name: set() for name in ("member", "plan", "year", "language")}
    for case in cases:
        plan, year = case.finding.plan, str(case.finding.plan.year or "")
        found["member"].add((member_name(case),) * 2)
        found["plan"].add((plan.id, plan.file_name or f"{member_name(case)} {year}"))
        found["year"].add((year, year))
        found["language"].add((language(case),) * 2)
    return {name: sorted(filter(all, values), key=lambda v: v[1]) for name, values in found.items()}


def member_name(case: Case) -> str:
    """The member's name; empty if unknown."""
    return case.finding.plan.member.name if case.finding.plan.member else ""


def language(case: Case) -> str:
    """The commitment's language, else its plan's."""
    return case.finding.commitment.language or case.finding.plan.language


def category_codes() -> tuple[str, ...]:
    """What a list may be narrowed to by category."""
    return (*(category.value for category in JusticeCategory), "none")
