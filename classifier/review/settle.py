"""From decisions to one label: agreement, else adjudication. Every settling rule stands here.

1. A decision that its analyst took back counts no more.
2. Each analyst has one vote, the latest; "unsure" is no vote.
3. Votes that agree are the label. Votes that differ settle nothing until someone adjudicates.
4. An adjudication outranks all that was decided before it, and is a vote like any after it.
5. Without votes, or while they differ, the model's prediction stands, as predicted.
"""

from collections.abc import Iterable, Sequence

from classifier.judgements import Decision, Label, Prediction
from classifier.taxonomy import JusticeCategory

# `Decision.reason` of a decision that settles a disagreement.
ADJUDICATION = "adjudication"
# `Decision.reason` of one that takes back its analyst's last decision on the commitment.
UNDO = "undo"
# `Decision.reason` of one made blind, on a commitment of the audit sample.
AUDIT = "audit"


def settle(decisions: Sequence[Decision], prediction: Prediction | None) -> Label | None:
    """The label that stands: people's where they agree, else the model's.

    `decisions` are one commitment's, oldest first. `None` where nobody, and no model, has said
    anything.
    """
    votes = set(votes_of(decisions).values())
    if len(votes) == 1:
        return Label(decisions[0].commitment_id, votes.pop(), decided=True)
    if prediction is None:
        return None
    return Label(prediction.commitment_id, prediction.categories, decided=False)


def votes_of(decisions: Iterable[Decision]) -> dict[str, frozenset[JusticeCategory]]:
    """What each analyst votes for now; whoever is unsure has no vote."""
    return {d.analyst: d.categories for d in standing(decisions) if d.categories is not None}


def disputed(decisions: Iterable[Decision]) -> bool:
    """Whether analysts differ and nobody has adjudicated."""
    return len(set(votes_of(decisions).values())) > 1


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Each analyst's latest decision since the last adjudication, that one included."""
    kept = effective(decisions)
    last = max((i for i, d in enumerate(kept) if d.reason == ADJUDICATION), default=0)
    latest = {decision.analyst: decision for decision in kept[last:]}
    return list(latest.values())


def effective(decisions: Iterable[Decision]) -> list[Decision]:
    """One commitment's decisions without those taken back, and without the taking back."""
    kept: list[Decision] = []
    for decision in decisions:
        if decision.reason != UNDO:
            kept.append(decision)
            continue
        last = next((i for i in reversed(range(len(kept))) if kept[i].analyst == decision.analyst), None)
        if last is not None:
            del kept[last]
    return kept
