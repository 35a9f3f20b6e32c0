"""The true count, estimated with its interval from an audit sample.

Point estimate: Horvitz and Thompson (1952) over strata by score. Interval: each stratum's unread
rate is drawn from its beta distribution given what was read (Jeffreys' prior, shared out over the
strata so that all of them together weigh as one), the unread commitments are drawn given the rate,
and the strata are summed; the 2.5th and 97.5th percentiles of the sums are the interval. Unlike the
normal interval it does not collapse to nothing where a stratum's sample holds no justice commitment.
"""

from collections.abc import Sequence

import numpy as np

from classifier.judgements import Estimate
from classifier.tally.strata import Stratum

# Enough for the ends of a 95% interval to stand still in the second digit.
DRAWS = 4000
# The day OGP was launched; any fixed number would do.
SEED = 20110920

# Commitments read below which no figure is given.
LEAST_SAMPLE = 30

# Weight of Jeffreys' prior on each side.
PRIOR = 0.5


def estimate(category: str, strata: Sequence[Stratum], *, level: float = 0.95) -> Estimate:
    """The count over all strata, known and unknown, with its interval.

    No figure, and a note that says why, where fewer than `LEAST_SAMPLE` commitments were read
    and some remain unread, or where a stratum was not sampled at all.
    """
    read = sum(stratum.read for stratum in strata)
    reason, note = _cannot_carry(strata, read)
    if reason:
        return Estimate(category, None, None, None, read, note, reason=reason)
    totals = draw_totals(strata)
    low, high = np.quantile(totals, [(1 - level) / 2, (1 + level) / 2])
    value = sum(_point(stratum) for stratum in strata)
    known = sum(stratum.found + stratum.known_found for stratum in strata)
    return Estimate(
        category,
        round(value, 1),
        float(np.floor(min(max(low, known), value))),
        float(np.ceil(max(high, value))),
        read,
    )


def _cannot_carry(strata: Sequence[Stratum], read: int) -> tuple[str, str]:
    unread = sum(map(_unread, strata))
    if unread and read < LEAST_SAMPLE:
        note = f"only {read} commitments of the audit sample were read; at least {LEAST_SAMPLE} are needed"
        return "too_few", note
    if any(stratum.size > stratum.known and not stratum.read for stratum in strata):
        return "gap", "the audit sample holds no commitment of some scores"
    return "", ""


def _unread(stratum: Stratum) -> int:
    return stratum.size - stratum.read - stratum.known


def _point(stratum: Stratum) -> float:
    """Horvitz–Thompson, held to what is already known of the stratum."""
    if not stratum.read:
        return float(stratum.known_found)
    known = stratum.found + stratum.known_found
    unknown = stratum.size - stratum.read - stratum.known
    return float(np.clip(stratum.size * stratum.found / stratum.read, known, known + unknown))


def draw_totals(strata: Sequence[Stratum], draws: int = DRAWS) -> np.ndarray:
    """Plausible true counts, shape (draws,), given what was read; the same each time."""
    rng = np.random.default_rng(SEED)
    totals = np.zeros(draws)
    open_strata = sum(stratum.size > stratum.read + stratum.known for stratum in strata)
    prior = PRIOR / max(1, open_strata) ** 0.5
    for stratum in strata:
        known = stratum.found + stratum.known_found
        unknown = stratum.size - stratum.read - stratum.known
        if unknown:
            rate = rng.beta(prior + stratum.found, prior + stratum.read - stratum.found, draws)
            more = rng.binomial(stratum.size - stratum.read, rate)
            totals += np.clip(stratum.found + more, known, known + unknown)
        else:
            totals += known
    return totals
