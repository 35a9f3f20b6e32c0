"""The tables, in one place, for SQLite and PostgreSQL alike."""

from sqlalchemy import (
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.engine import Dialect

# A change to a table needs a step in migrations.py, which raises the schema version.
metadata = MetaData()


class CleanText(TypeDecorator[str]):
    """Text that every database can hold: no NUL, which PostgreSQL refuses, and no lone surrogate."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as it is stored, and as it is looked for."""
        return value and value.replace("\0", "").encode("utf-8", "backslashreplace").decode()


meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

files = Table(
    "files",
    metadata,
    Column("path", CleanText, primary_key=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("outcome", String, nullable=False),
    Column("reason", CleanText, nullable=False, default=""),
    Column("code", String, nullable=False),
    Column("model_id", String, nullable=False, default=""),
    Column("seconds", Float, nullable=False, default=0.0),
    Column("pages", Integer, nullable=False, default=0),
    Column("ocr_pages", Integer, nullable=False, default=0),
    Column("grade", String, nullable=False, default=""),
    Column("language", String, nullable=False, default=""),
    Column("limits", String, nullable=False, default="", server_default=""),
    Column("commitments", Integer, nullable=False, default=0),
    Column("warnings", CleanText, nullable=False, default="[]"),
    Column("plan_id", String, nullable=True),
    Column("processed_at", DateTime(timezone=True), nullable=False),
)

plans = Table(
    "plans",
    metadata,
    Column("id", String, primary_key=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("member", String, nullable=False, default=""),
    Column("year", Integer, nullable=True, index=True),
    Column("body", Text, nullable=False),
)

commitments = Table(
    "commitments",
    metadata,
    Column("id", String, primary_key=True),
    Column("plan_id", String, ForeignKey("plans.id"), nullable=False, index=True),
    Column("order", Integer, nullable=False),
    Column("title", CleanText, nullable=False),
    Column("body", Text, nullable=False),
)

# Personal data, apart from all else so that it can be forgotten at one stroke.
contacts = Table(
    "contacts",
    metadata,
    Column("commitment_id", String, primary_key=True),
    Column("text", CleanText, nullable=False),
)

predictions = Table(
    "predictions",
    metadata,
    Column("commitment_id", String, primary_key=True),
    Column("model_id", String, primary_key=True, index=True),
    Column("body", Text, nullable=False),
)

# The frame of the audit sample: every commitment there was, with its chance of being drawn.
audit = Table(
    "audit",
    metadata,
    Column("commitment_id", String, primary_key=True),
    Column("stratum", Integer, nullable=False),
    Column("probability", Float, nullable=False),
    Column("sampled", Integer, nullable=False),
)

# Append-only, as decisions are: what people corrected in a plan's split.
corrections = Table(
    "corrections",
    metadata,
    Column("id", String, primary_key=True),
    Column("plan_id", String, nullable=False, index=True),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("body", Text, nullable=False),
)

# Append-only; no foreign key, since a decision outlives a plan that is read anew.
decisions = Table(
    "decisions",
    metadata,
    Column("id", String, primary_key=True),
    Column("commitment_id", String, nullable=False),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_decisions_commitment", "commitment_id", "made_at"),
)

# Who has a commitment before them now; so that two analysts do not read the same one unawares.
claims = Table(
    "claims",
    metadata,
    Column("commitment_id", String, primary_key=True),
    Column("analyst", String, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)
