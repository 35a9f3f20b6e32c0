"""Commitments with all that belongs to each, streamed from one query."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Engine, Select, and_, select

from classifier.judgements import AuditItem, Prediction
from classifier.plans import ActionPlan, Commitment
from classifier.workspace.records import from_json
from classifier.workspace.schema import audit, commitments, plans, predictions

# Rows held in memory at a time.
BATCH = 500


class Joined(NamedTuple):
    """A commitment with its plan, one model's prediction, and its place in the audit's frame."""

    plan: ActionPlan
    commitment: Commitment
    prediction: Prediction | None
    audit: AuditItem | None


def joined(engine: Engine, model_id: str) -> Iterator[Joined]:
    """Every commitment by plan and order, as they stood at one moment, a few at a time."""
    plan: ActionPlan | None = None
    with engine.connect().execution_options(yield_per=BATCH) as connection:
        for row in connection.execute(_query(model_id)):
            # A plan's commitments follow each other: it is read once for all of them.
            if plan is None or plan.id != row.plan_id:
                plan = from_json(ActionPlan, row.plan)
            prediction = from_json(Prediction, row.prediction) if row.prediction else None
            item = AuditItem(row.id, row.stratum, row.probability, bool(row.sampled))
            drawn = None if row.stratum is None else item
            yield Joined(plan, from_json(Commitment, row.body), prediction, drawn)


def _query(model_id: str) -> Select[Any]:
    of_model = and_(predictions.c.commitment_id == commitments.c.id, predictions.c.model_id == model_id)
    tables = (
        commitments.join(plans, plans.c.id == commitments.c.plan_id)
        .outerjoin(predictions, of_model)
        .outerjoin(audit, audit.c.commitment_id == commitments.c.id)
    )
    columns = (
        commitments.c.id,
        commitments.c.plan_id,
        commitments.c.body,
        plans.c.body.label("plan"),
        predictions.c.body.label("prediction"),
        audit.c.stratum,
        audit.c.probability,
        audit.c.sampled,
    )
    return select(*columns).select_from(tables).order_by(commitments.c.plan_id, commitments.c.order)
