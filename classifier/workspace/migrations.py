"""Steps that bring an older workspace to today's schema, one for each version."""

from collections.abc import Callable

from sqlalchemy import Connection, text


def _index_predictions(connection: Connection) -> None:
    """Version 2 finds one model's predictions without reading those of all."""
    connection.execute(text("CREATE INDEX IF NOT EXISTS ix_predictions_model_id ON predictions (model_id)"))


def _keep_limits(connection: Connection) -> None:
    """Version 3 knows the limits a file was read within, so that raising them reads it again."""
    connection.execute(text("ALTER TABLE files ADD COLUMN limits VARCHAR DEFAULT '' NOT NULL"))


# The first step leads from version 1 to 2, and so on. New tables need no step: opening makes
# every table that is missing. A step changes those that are there, inside one transaction.
STEPS: tuple[Callable[[Connection], None], ...] = (_index_predictions, _keep_limits)

SCHEMA_VERSION = 1 + len(STEPS)


def migrate(connection: Connection, found: int) -> None:
    """Every step from the version found to this program's."""
    for step in STEPS[found - 1 :]:
        step(connection)
