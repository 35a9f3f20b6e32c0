"""The audit sample: drawn once, at random within strata of score."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from classifier.judgements import AuditItem


def draw_audit(strata: Sequence[tuple[str, int]], read: Sequence[int], *, seed: int = 0) -> list[AuditItem]:
    """The frame with the sample marked; `read[h]` commitments of stratum `h` are sampled.

    `strata` pairs each undecided commitment's id with its stratum. The same seed and the same
    commitments give the same sample, whatever their order.
    """
    by_stratum: dict[int, list[str]] = defaultdict(list)
    for commitment_id, stratum in sorted(strata):
        by_stratum[stratum].append(commitment_id)
    rng = np.random.default_rng(seed)
    items = []
    for stratum, ids in sorted(by_stratum.items()):
        number = min(read[stratum], len(ids))
        chosen = set(rng.choice(len(ids), number, replace=False).tolist())
        probability = number / len(ids)
        items += [AuditItem(id, stratum, probability, at in chosen) for at, id in enumerate(ids)]
    return items
