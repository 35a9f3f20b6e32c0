"""Strata by score, and how many of each to read.

Justice commitments are rare: a plain random sample reads hundreds of ordinary commitments to see a
handful. Strata by the model's score put the reading where the doubt is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from classifier.taxonomy import JusticeCategory

# Scores that part one stratum from the next, lowest first.
BOUNDS = (0.005, 0.02, 0.06, 0.2, 0.5, 0.8)

# Commitments read in every stratum, or all of a smaller one.
LEAST_READ = 15

# Rate planned for in a stratum whose scores promise less: models miss some.
LEAST_RATE = 0.004


@dataclass(frozen=True, slots=True)
class Stratum:
    """Commitments of like score: how many, read in the sample, found among those.

    `known` and `known_found` count the commitments decided outside the sample.
    """

    size: int
    read: int
    found: int
    known: int = 0
    known_found: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.found <= self.read or self.read + self.known > self.size:
            raise ValueError(f"a stratum cannot be like this: {self}")
        if not 0 <= self.known_found <= self.known:
            raise ValueError(f"more found than known: {self}")

    @property
    def unread(self) -> int:
        """Commitments nobody has decided, in the sample or outside."""
        return self.size - self.read - self.known

    @property
    def unsampled(self) -> bool:
        """Whether it holds commitments not known, of which none was read."""
        return self.size > self.known and not self.read

    @property
    def sure(self) -> int:
        """Justice commitments that people have found."""
        return self.found + self.known_found


def stratum_of(scores: Mapping[JusticeCategory, float]) -> int:
    """The stratum of a commitment, from its highest score in any category."""
    return int(np.searchsorted(BOUNDS, max(scores.values()), side="right"))


def allocate(sizes: Sequence[int], rates: Sequence[float], total: int) -> list[int]:
    """How many of each stratum to read, out of `total`.

    Neyman's allocation (1934): by the size of a stratum times the spread within it, no stratum
    below `LEAST_READ` nor above its size. `rates` are the expected shares of justice commitments.
    """
    sizes_, planned = np.asarray(sizes), np.clip(rates, LEAST_RATE, 1 - LEAST_RATE)
    weight = sizes_ * np.sqrt(planned * (1 - planned))
    read = np.minimum(sizes_, LEAST_READ)
    while (left := min(total, int(sizes_.sum())) - int(read.sum())) > 0:
        room = read < sizes_
        share = np.where(room, weight, 0.0)
        want = share / share.sum() * left if share.sum() else room * left / max(room.sum(), 1)
        more = np.minimum(np.maximum(np.floor(want), 0), sizes_ - read).astype(int)
        if not more.any():
            # What is left is less than one a stratum: the largest shares take one each.
            more[np.argsort(-want, kind="stable")[:left]] = 1
            more = np.minimum(more, sizes_ - read)
        read = read + more
    return [int(number) for number in read]
