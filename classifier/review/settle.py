"""From decisions to one label: agreement, else adjudication."""

from collections.abc import Sequence

from classifier.judgements import Decision, Label, Prediction

# `Decision.reason` of a decision that settles a disagreement.
ADJUDICATION = "adjudication"


def settle(decisions: Sequence[Decision], prediction: Prediction | None) -> Label | None:
    """The label that stands: people's where they agree, else the model's.

    `decisions` are one commitment's, oldest first. An adjudication outranks what was decided
    before it. "Unsure" is no vote. `None` where nobody, and no model, has said anything.
    """
    votes = {d.categories for d in standing(decisions) if d.categories is not None}
    if len(votes) == 1:
        return Label(decisions[0].commitment_id, votes.pop(), decided=True)
    if prediction is None:
        return None
    return Label(prediction.commitment_id, prediction.categories, decided=False)


def standing(decisions: Sequence[Decision]) -> list[Decision]:
    """Each analyst's latest decision since the last adjudication, that one included."""
    last = max((i for i, d in enumerate(decisions) if d.reason == ADJUDICATION), default=0)
    latest = {decision.analyst: decision for decision in decisions[last:]}
    return list(latest.values())
