"""The true count, estimated with its interval from an audit sample.

Point estimate: Horvitz and Thompson (1952) over strata by score. Interval: given what was read of
a stratum, the justice commitments among its unread ones follow a beta-binomial distribution; its
prior is shared out over the strata, so that all of them together do not outweigh what was read.
The strata's distributions are convolved, exactly and without random draws; the ends are the sum's
2.5% and 97.5% quantiles by mid-P (Lancaster, 1961). Unlike the normal interval it does not collapse
to nothing where a stratum's sample holds no justice commitment.
"""

from collections.abc import Sequence
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifier.judgements import Estimate
from classifier.tally.strata import Stratum

# Commitments read below which no figure is given.
LEAST_SAMPLE = 30

# Weight of the prior on each side: between Kerman's neutral third (2011), under which the most misses lie
# above the interval, and Jeffreys' half, under which they lie below.
PRIOR = 0.4

Chances = NDArray[np.floating[Any]]


def estimate(category: str, strata: Sequence[Stratum], *, level: float = 0.95) -> Estimate:
    """The count over all strata, known and unknown, with its interval.

    No figure, and a note that says why, where fewer than `LEAST_SAMPLE` commitments were read
    and some remain unread, or where a stratum was not sampled at all.
    """
    read = sum(stratum.read for stratum in strata)
    reason, note = _cannot_carry(strata, read)
    if reason:
        return Estimate(category, None, None, None, read, note, reason=reason)
    value = sum(map(_point, strata))
    low, high = _ends(chances(strata), level)
    known = sum(stratum.sure for stratum in strata)
    # The interval holds its own estimate, whatever rounding says.
    low, high = min(known + low, int(np.floor(value))), max(known + high, int(np.ceil(value)))
    return Estimate(category, round(value, 1), float(low), float(high), read)


def _cannot_carry(strata: Sequence[Stratum], read: int) -> tuple[str, str]:
    if any(stratum.unread for stratum in strata) and read < LEAST_SAMPLE:
        note = f"only {read} commitments of the audit sample were read; at least {LEAST_SAMPLE} are needed"
        return "too_few", note
    if any(stratum.unsampled for stratum in strata):
        return "gap", "the audit sample holds no commitment of some scores"
    return "", ""


def _point(stratum: Stratum) -> float:
    """Horvitz–Thompson, held to what is already known of the stratum."""
    if not stratum.read:
        return float(stratum.known_found)
    everywhere = stratum.size * stratum.found / stratum.read
    return float(np.clip(everywhere, stratum.sure, stratum.sure + stratum.unread))


def chances(strata: Sequence[Stratum]) -> Chances:
    """How likely 0, 1, 2, ... justice commitments are among all that nobody has read.

    Shape (unread + 1,); sums to 1.
    """
    from scipy.signal import fftconvolve

    unread = sorted((s for s in strata if s.unread), key=lambda s: s.unread)
    prior = PRIOR / max(1, len(unread)) ** 0.5
    found = reduce(fftconvolve, [_chances(stratum, prior) for stratum in unread], np.ones(1))
    whole = np.clip(found, 0.0, None)
    return np.asarray(whole / whole.sum())


def _chances(stratum: Stratum, prior: float) -> Chances:
    """Those of one stratum, given its sample and what is known outside of it."""
    from scipy.special import betaln

    rest = stratum.size - stratum.read
    yes = np.arange(rest + 1)
    alpha, beta = prior + stratum.found, prior + stratum.read - stratum.found
    logs = betaln(yes + alpha, rest - yes + beta) - betaln(yes + 1, rest - yes + 1)
    likely = np.exp(logs - logs.max())
    # The sample stands for all the rest: what is known of it sets bounds, at which chances pile up.
    among_open = np.clip(yes - stratum.known_found, 0, stratum.unread)
    return np.asarray(np.bincount(among_open, likely / likely.sum(), stratum.unread + 1), dtype=float)


def _ends(likely: Chances, level: float) -> tuple[int, int]:
    """The quantiles on both sides, each number's own chance counted half."""
    below = np.cumsum(likely) - likely / 2
    tail = (1 - level) / 2
    high = int(np.searchsorted(below, 1 - tail)) - 1
    return int(np.searchsorted(below, tail)), max(high, 0)
