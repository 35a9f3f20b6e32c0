"""Contact details found in plans, forgotten at one stroke and for good."""

from sqlalchemy import Connection, Engine, delete, func, insert, select, text

from classifier.workspace import schema

# The mark in `meta` of a workspace that keeps no contact details any more.
FORGOTTEN = "contacts forgotten"


def forget_contacts(engine: Engine) -> int:
    """Erase every contact detail, from the file's free pages too; how many there were.

    Plans that are read later bring none back.
    """
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("PRAGMA secure_delete=ON"))
        if not keeps_none(connection):
            connection.execute(insert(schema.meta).values(key=FORGOTTEN, value="yes"))
        found = connection.scalar(select(func.count()).select_from(schema.contacts)) or 0
        connection.execute(delete(schema.contacts))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM"))
        if engine.dialect.name == "sqlite":
            # The write-ahead log still holds what was deleted.
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    return found


def keeps_none(connection: Connection) -> bool:
    """Whether contact details were forgotten here, so that none are kept."""
    marked = select(func.count()).select_from(schema.meta).where(schema.meta.c.key == FORGOTTEN)
    return bool(connection.scalar(marked))
