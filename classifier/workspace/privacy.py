"""Contact details found in plans, forgotten at one stroke."""

from sqlalchemy import Engine, delete, func, select, text

from classifier.workspace import schema


def forget_contacts(engine: Engine) -> int:
    """Erase every contact detail, from the file's free pages too; how many there were."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("PRAGMA secure_delete=ON"))
        found = connection.scalar(select(func.count()).select_from(schema.contacts)) or 0
        connection.execute(delete(schema.contacts))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM"))
        if engine.dialect.name == "sqlite":
            # The write-ahead log still holds what was deleted.
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    return found
