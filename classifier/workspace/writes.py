"""Rows written and removed inside a transaction that the store opens."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from classifier.judgements import Prediction
from classifier.plans import ActionPlan, Commitment
from classifier.workspace import schema
from classifier.workspace.privacy import keeps_none
from classifier.workspace.records import to_json


def insert_plan(connection: Connection, plan: ActionPlan) -> None:
    """Write a plan, its commitments, and their contacts apart unless they were forgotten here."""
    member = plan.member.code if plan.member else ""
    body = to_json(replace(plan, commitments=()))
    values = {"id": plan.id, "sha256": plan.sha256, "member": member, "year": plan.year, "body": body}
    connection.execute(insert(schema.plans).values(**values))
    _insert_all(connection, schema.commitments, map(_commitment_values, plan.commitments))
    if not keeps_none(connection):
        contacts = ({"commitment_id": c.id, "text": c.contact} for c in plan.commitments if c.contact)
        _insert_all(connection, schema.contacts, contacts)


def _insert_all(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    values = list(rows)
    if values:
        connection.execute(insert(table), values)


def _commitment_values(commitment: Commitment) -> dict[str, Any]:
    return {
        "id": commitment.id,
        "plan_id": commitment.plan_id,
        "order": commitment.order,
        "title": commitment.title,
        "body": to_json(replace(commitment, contact="")),
    }


def insert_predictions(connection: Connection, predictions: Iterable[Prediction]) -> None:
    """Write predictions, each replacing the same model's older one."""
    table, some = schema.predictions, list(predictions)
    for model_id in {prediction.model_id for prediction in some}:
        ids = [prediction.commitment_id for prediction in some if prediction.model_id == model_id]
        connection.execute(delete(table).where(table.c.model_id == model_id, table.c.commitment_id.in_(ids)))
    _insert_all(connection, table, map(_prediction_values, some))


def _prediction_values(prediction: Prediction) -> dict[str, Any]:
    key = {"commitment_id": prediction.commitment_id, "model_id": prediction.model_id}
    return key | {"body": to_json(prediction)}


def drop_orphan(connection: Connection, plan_id: str | None) -> None:
    """Drop a plan that no ledger row stands for any more."""
    if plan_id is None:
        return
    if not connection.scalar(select(func.count()).where(schema.files.c.plan_id == plan_id)):
        drop_plan(connection, plan_id)


def drop_plan(connection: Connection, plan_id: str) -> None:
    """Remove a plan with all that was read from it; decisions stay."""
    ids = select(schema.commitments.c.id).where(schema.commitments.c.plan_id == plan_id)
    for table in (schema.contacts, schema.predictions):
        connection.execute(delete(table).where(table.c.commitment_id.in_(ids)))
    connection.execute(delete(schema.commitments).where(schema.commitments.c.plan_id == plan_id))
    connection.execute(delete(schema.plans).where(schema.plans.c.id == plan_id))
