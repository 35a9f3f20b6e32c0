"""Filtered lists kept at hand, and kept right as decisions come in."""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from classifier.review.cases import Case
from classifier.review.queue import Filter, Reader, order_of, passes, select

# Lists remembered: one for each filter that someone reads by now.
REMEMBERED = 24


class KeptLists:
    """The lists last asked for; each is a snapshot that nobody changes under a reader's hands."""

    def __init__(self) -> None:
        self._lists: OrderedDict[tuple[Filter, Reader], list[Case]] = OrderedDict()

    def get(self, cases: Iterable[Case], chosen: Filter, reader: Reader) -> Sequence[Case]:
        """The list of a filter; `cases` are looked through only where it is not at hand."""
        key = (chosen, reader)
        if key not in self._lists:
            self._lists[key] = select(cases, chosen, reader)
            if len(self._lists) > REMEMBERED:
                self._lists.popitem(last=False)
        self._lists.move_to_end(key)
        return self._lists[key]

    def put(self, case: Case) -> None:
        """Bring every list up to date with a case that has changed."""
        for (chosen, reader), cases in self._lists.items():
            self._lists[chosen, reader] = _with(case, cases, chosen, reader)

    def forget(self) -> None:
        """Start anew, after everything was read anew."""
        self._lists.clear()


def _with(case: Case, cases: list[Case], chosen: Filter, reader: Reader) -> list[Case]:
    key = order_of(chosen)
    at = bisect_left(cases, key(case), key=key)
    stood = at < len(cases) and cases[at].id == case.id
    now = [case] if passes(case, chosen, reader) else []
    return cases[:at] + now + cases[at + stood :] if stood or now else cases
