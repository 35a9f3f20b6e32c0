"""What the review desk keeps beside decisions: settings, and who reads what now."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from classifier.judgements import Decision
from classifier.workspace import schema
from classifier.workspace.records import from_json
from classifier.workspace.store import Workspace

# A commitment left open longer is free for others.
CLAIM_LASTS = timedelta(minutes=10)
# Ids asked for in one statement; SQLite takes some thousands of parameters.
AT_ONCE = 500


def setting(workspace: Workspace, name: str, default: str = "") -> str:
    """A setting all who use the workspace share."""
    table = schema.meta
    with workspace.engine.connect() as connection:
        found = connection.scalar(select(table.c.value).where(table.c.key == f"desk {name}"))
    return default if found is None else str(found)


def keep_setting(workspace: Workspace, name: str, value: str) -> None:
    """Change a setting for all who use the workspace."""
    table, key = schema.meta, f"desk {name}"
    with workspace.engine.begin() as connection:
        if not connection.execute(update(table).where(table.c.key == key).values(value=value)).rowcount:
            connection.execute(insert(table).values(key=key, value=value))


def new_decisions(workspace: Workspace, known: Iterable[str]) -> list[Decision]:
    """Decisions whose ids are not known yet, oldest first; cheap where there are none."""
    table, seen = schema.decisions, known if isinstance(known, set | frozenset) else set(known)
    with workspace.engine.connect() as connection:
        if connection.scalar(select(func.count()).select_from(table)) == len(seen):
            return []
        fresh = [id for id in connection.scalars(select(table.c.id)) if id not in seen]
        found = list(_made(connection, fresh))
    return sorted(found, key=lambda decision: (decision.made_at, decision.id))


def _made(connection: Connection, ids: Sequence[str]) -> Iterator[Decision]:
    """The decisions with these ids, in no order."""
    table = schema.decisions
    for start in range(0, len(ids), AT_ONCE):
        wanted = table.c.id.in_(ids[start : start + AT_ONCE])
        yield from (
            from_json(Decision, body) for body in connection.scalars(select(table.c.body).where(wanted))
        )


def claim(workspace: Workspace, commitment_id: str, analyst: str) -> None:
    """Say that an analyst has a commitment before them, and none other."""
    table, now = schema.claims, datetime.now(UTC)
    old = (table.c.analyst == analyst) | (table.c.at < now - CLAIM_LASTS)
    try:
        with workspace.engine.begin() as connection:
            connection.execute(delete(table).where(old))
            taken = connection.scalar(select(table.c.analyst).where(table.c.commitment_id == commitment_id))
            if taken is None:
                connection.execute(insert(table).values(commitment_id=commitment_id, analyst=analyst, at=now))
    except IntegrityError:
        # Another server was quicker: theirs is the claim.
        return


def held_by_others(workspace: Workspace, analyst: str) -> dict[str, str]:
    """Commitments other analysts have before them, with who."""
    table, oldest = schema.claims, datetime.now(UTC) - CLAIM_LASTS
    query = select(table.c.commitment_id, table.c.analyst).where(
        table.c.analyst != analyst, table.c.at >= oldest
    )
    with workspace.engine.connect() as connection:
        return {row.commitment_id: row.analyst for row in connection.execute(query)}


def stamp(workspace: Workspace) -> str:
    """Changes whenever a run has changed plans or predictions."""
    table = schema.files
    with workspace.engine.connect() as connection:
        row = connection.execute(select(func.count(), func.max(table.c.processed_at))).one()
    return f"{row[0]} {row[1]}"
