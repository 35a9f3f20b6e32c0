"""What should hold in a workspace, and every place where it does not."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, Engine, Table, func, select, text

from classifier.judgements import Correction, Decision, Prediction
from classifier.plans import ActionPlan, Commitment
from classifier.workspace import schema
from classifier.workspace.ledger import DUPLICATE, READ
from classifier.workspace.records import from_json

# The kind of record each table keeps as JSON.
RECORDS: tuple[tuple[Table, type], ...] = (
    (schema.plans, ActionPlan),
    (schema.commitments, Commitment),
    (schema.predictions, Prediction),
    (schema.decisions, Decision),
    (schema.corrections, Correction),
)


def problems(engine: Engine) -> list[str]:
    """Everything that is wrong in the workspace, in words; empty if all is well."""
    with engine.connect() as connection:
        return [problem for check in CHECKS for problem in check(connection)]


def _damaged_file(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for row in connection.execute(text("PRAGMA integrity_check")):
        if row[0] != "ok":
            yield f"the database file is damaged: {row[0]}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"a row of {row[0]} points at a row of {row[2]} that is not there"


def _files_without_plan(connection: Connection) -> Iterator[str]:
    files, plans = schema.files, schema.plans
    lost = select(files.c.path).outerjoin(plans, files.c.plan_id == plans.c.id)
    lost = lost.where(files.c.outcome.in_((READ, DUPLICATE)), plans.c.id.is_(None))
    for path in connection.scalars(lost.order_by(files.c.path)):
        yield f"{path} counts as read, but its plan is not here"


def _plans_without_file(connection: Connection) -> Iterator[str]:
    files, plans = schema.files, schema.plans
    lost = select(plans.c.id).outerjoin(files, files.c.plan_id == plans.c.id).where(files.c.path.is_(None))
    for plan in connection.scalars(lost.order_by(plans.c.id)):
        yield f"plan {plan} is here, but no file stands for it"


def _wrong_counts(connection: Connection) -> Iterator[str]:
    files, commitments = schema.files, schema.commitments
    found = func.count(commitments.c.id)
    counted = select(files.c.path, files.c.commitments, found).outerjoin(
        commitments, commitments.c.plan_id == files.c.plan_id
    )
    counted = counted.where(files.c.outcome == READ).group_by(files.c.path, files.c.commitments)
    for path, said, there in connection.execute(counted.having(found != files.c.commitments)):
        yield f"{path} counts {said} commitments, but {there} are here"


def _stray_rows(connection: Connection) -> Iterator[str]:
    commitments = schema.commitments
    for table in (schema.predictions, schema.contacts):
        lost = select(func.count()).select_from(
            table.outerjoin(commitments, table.c.commitment_id == commitments.c.id)
        )
        count = connection.scalar(lost.where(commitments.c.id.is_(None)))
        if count:
            yield f"{count} rows of {table.name} belong to no commitment here"


def _unreadable_records(connection: Connection) -> Iterator[str]:
    for table, kind in RECORDS:
        key = next(iter(table.primary_key))
        rows = connection.execution_options(yield_per=500).execute(select(key, table.c.body))
        for name, body in rows:
            try:
                from_json(kind, body)
            except ValueError as error:
                yield f"{table.name} {name} cannot be read: {str(error).splitlines()[0]}"


CHECKS: tuple[Callable[[Connection], Iterator[str]], ...] = (
    _damaged_file,
    _files_without_plan,
    _plans_without_file,
    _wrong_counts,
    _stray_rows,
    _unreadable_records,
)
