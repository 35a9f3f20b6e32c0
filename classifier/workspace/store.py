"""The workspace: plans, commitments, predictions and decisions, kept."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Self, TypeVar

from sqlalchemy import Engine, Table, delete, func, insert, select, update

from classifier.errors import UnknownId, WorkspaceError
from classifier.judgements import AuditItem, Correction, Decision, Prediction
from classifier.plans import ActionPlan, Commitment
from classifier.workspace import schema
from classifier.workspace.database import exists, open_engine
from classifier.workspace.ledger import READ, FileRow
from classifier.workspace.records import file_row, file_values, from_json, to_json
from classifier.workspace.writes import drop_orphan, drop_plan, insert_plan, insert_predictions

# What people append and nobody overwrites.
Made = TypeVar("Made", Decision, Correction)


class Workspace:
    """One database of plans; every change is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @classmethod
    def open(cls, where: str | Path, *, make: bool = True) -> Self:
        """The workspace in a folder, or behind a database URL; made if not there.

        Without `make`, a `WorkspaceError` where a folder holds none.
        """
        if not make and not exists(where):
            raise WorkspaceError(
                f"There is no workspace in {where}. Name its folder with --workspace, "
                "or make one: ogp-justice run PLANS."
            )
        return cls(open_engine(where))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.engine.dispose()

    # The ledger.

    def files(self) -> list[FileRow]:
        """Every ledger row, by path."""
        with self.engine.connect() as connection:
            return [file_row(row) for row in connection.execute(select(schema.files).order_by("path"))]

    def file(self, path: str) -> FileRow | None:
        """The ledger row of one path."""
        with self.engine.connect() as connection:
            row = connection.execute(select(schema.files).where(schema.files.c.path == path)).first()
        return file_row(row) if row else None

    def read_elsewhere(self, sha256: str, path: str) -> FileRow | None:
        """Another file with the same content whose plan stands here."""
        table = schema.files
        same = select(table).where(table.c.sha256 == sha256, table.c.path != path, table.c.outcome == READ)
        with self.engine.connect() as connection:
            row = connection.execute(same.order_by("path")).first()
        return file_row(row) if row else None

    def store(
        self, row: FileRow, plan: ActionPlan | None = None, predictions: Iterable[Prediction] = ()
    ) -> None:
        """Keep what came of one file, replacing what stood there for the same path."""
        with self.engine.begin() as connection:
            old = connection.scalar(select(schema.files.c.plan_id).where(schema.files.c.path == row.path))
            connection.execute(delete(schema.files).where(schema.files.c.path == row.path))
            drop_orphan(connection, old)
            if plan is not None:
                drop_plan(connection, plan.id)
                insert_plan(connection, plan)
                insert_predictions(connection, predictions)
            connection.execute(insert(schema.files).values(**file_values(row)))

    def store_predictions(self, row: FileRow, predictions: Iterable[Prediction]) -> None:
        """Keep a newer model's predictions for a plan that is already here."""
        with self.engine.begin() as connection:
            insert_predictions(connection, predictions)
            values = {"model_id": row.model_id, "processed_at": row.processed_at}
            connection.execute(update(schema.files).where(schema.files.c.path == row.path).values(**values))

    # Plans and commitments.

    def plans(self) -> list[ActionPlan]:
        """Every plan, without its commitments, by id."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(schema.plans.c.body).order_by(schema.plans.c.id))
            return [from_json(ActionPlan, row.body) for row in rows]

    def plan(self, plan_id: str) -> ActionPlan:
        """One plan with its commitments; `UnknownId` if it is not here."""
        with self.engine.connect() as connection:
            body = connection.scalar(select(schema.plans.c.body).where(schema.plans.c.id == plan_id))
        if body is None:
            raise UnknownId(f"No plan {plan_id!r} in this workspace. `ogp-justice show` lists the plans.")
        return replace(from_json(ActionPlan, body), commitments=tuple(self.commitments(plan_id)))

    def commitments(self, plan_id: str | None = None) -> Iterator[Commitment]:
        """The commitments of one plan, or of all, in the plan's order."""
        table = schema.commitments
        query = select(table.c.body).order_by(table.c.plan_id, table.c.order)
        if plan_id is not None:
            query = query.where(table.c.plan_id == plan_id)
        with self.engine.connect() as connection:
            for row in connection.execute(query):
                yield from_json(Commitment, row.body)

    def commitment(self, commitment_id: str) -> Commitment:
        """One commitment; `UnknownId` if it is not here."""
        table = schema.commitments
        with self.engine.connect() as connection:
            body = connection.scalar(select(table.c.body).where(table.c.id == commitment_id))
        if body is None:
            raise UnknownId(
                f"No commitment {commitment_id!r} in this workspace. `ogp-justice show PLAN` lists a plan's."
            )
        return from_json(Commitment, body)

    def contact(self, commitment_id: str) -> str:
        """The contact details printed in the plan; empty if none or forgotten."""
        table = schema.contacts
        with self.engine.connect() as connection:
            return connection.scalar(select(table.c.text).where(table.c.commitment_id == commitment_id)) or ""

    # Judgements.

    def predictions(self, model_id: str) -> dict[str, Prediction]:
        """One model's predictions by commitment id."""
        table = schema.predictions
        with self.engine.connect() as connection:
            rows = connection.execute(select(table.c.body).where(table.c.model_id == model_id))
            found = [from_json(Prediction, row.body) for row in rows]
        return {prediction.commitment_id: prediction for prediction in found}

    def latest_model(self) -> str:
        """The model of the newest ledger row that has one; empty if none."""
        table = schema.files
        query = select(table.c.model_id).where(table.c.model_id != "").order_by(table.c.processed_at.desc())
        with self.engine.connect() as connection:
            return connection.scalar(query.limit(1)) or ""

    def decide(self, decision: Decision) -> None:
        """Append a decision; a decision already here is left as it is."""
        self._append(schema.decisions, decision, commitment_id=decision.commitment_id)

    def decisions(self, commitment_id: str | None = None) -> list[Decision]:
        """Decisions in the order they were made, of one commitment or of all."""
        return self._made(schema.decisions, Decision, commitment_id=commitment_id)

    def correct(self, correction: Correction) -> None:
        """Append a correction of a plan's split; one already here is left as it is."""
        self._append(schema.corrections, correction, plan_id=correction.plan_id)

    def corrections(self, plan_id: str | None = None) -> list[Correction]:
        """Corrections in the order they were made, of one plan or of all."""
        return self._made(schema.corrections, Correction, plan_id=plan_id)

    def _append(self, table: Table, made: Decision | Correction, **subject: str) -> None:
        values = {"id": made.id, "made_at": made.made_at, "body": to_json(made)} | subject
        with self.engine.begin() as connection:
            if not connection.scalar(select(func.count()).where(table.c.id == made.id)):
                connection.execute(insert(table).values(**values))

    def _made(self, table: Table, kind: type[Made], **subject: str | None) -> list[Made]:
        wanted = [table.c[column] == value for column, value in subject.items() if value is not None]
        query = select(table.c.body).where(*wanted).order_by(table.c.made_at, table.c.id)
        with self.engine.connect() as connection:
            return [from_json(kind, row.body) for row in connection.execute(query)]

    def store_audit(self, items: Iterable[AuditItem]) -> None:
        """Keep a newly drawn audit sample in place of any older one."""
        rows = [
            {"commitment_id": i.commitment_id, "stratum": i.stratum, "probability": i.probability}
            | {"sampled": int(i.sampled)}
            for i in items
        ]
        with self.engine.begin() as connection:
            connection.execute(delete(schema.audit))
            if rows:
                connection.execute(insert(schema.audit), rows)

    def audit(self) -> dict[str, AuditItem]:
        """The audit sample's frame by commitment id; empty if none was drawn."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(schema.audit)).all()
        return {r.commitment_id: AuditItem(r[0], r.stratum, r.probability, bool(r.sampled)) for r in rows}
