"""Domain objects to JSON or table values and back, checked on the way in."""

import json
import re
from datetime import UTC
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError
from sqlalchemy import Row

from classifier.workspace.ledger import FileRow

T = TypeVar("T")

# Control characters as JSON writes them; a backslash that stands for itself comes in pairs.
CONTROLS = re.compile(r"(?<!\\)((?:\\\\)*)\\(?:u00(?:0[0-8bcef]|1[0-9a-f]|7f)|[bf])")

# Controls that JSON does not escape, and marks by which text is shown in another order than it has.
TURNING = dict.fromkeys([*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], " ")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def to_json(record: Any) -> str:
    """A dataclass of ours as JSON text.

    Control characters and marks that turn the direction of text become spaces, one for one, so
    that spans stay true; lone surrogates become question marks.
    """
    return CONTROLS.sub(r"\1 ", _dumped(record)).translate(TURNING)


def _dumped(record: Any) -> str:
    kind: Any = type(record)
    try:
        return _adapter(kind).dump_json(record).decode()
    except PydanticSerializationError:
        # Halves of characters, as damaged font maps give them, are in no encoding.
        plain = json.dumps(_adapter(kind).dump_python(record, mode="json"), ensure_ascii=False)
        return plain.encode("utf-8", "replace").decode()


def from_json(kind: type[T], text: str) -> T:
    """The dataclass that JSON text holds; `ValueError` if it does not fit."""
    wanted: Any = kind
    record: T = _adapter(wanted).validate_json(text)
    return record


def file_row(row: Row[Any]) -> FileRow:
    """A ledger row as it came from its table."""
    values = dict(row._mapping)
    # SQLite keeps no time zone; what is written is always UTC.
    made_at = values["processed_at"]
    made_at = made_at.astimezone(UTC) if made_at.tzinfo else made_at.replace(tzinfo=UTC)
    return FileRow(**values | {"warnings": tuple(json.loads(values["warnings"])), "processed_at": made_at})


def file_values(row: FileRow) -> dict[str, Any]:
    """A ledger row as its table keeps it."""
    values = {name: getattr(row, name) for name in FileRow.__slots__}
    return values | {"warnings": json.dumps(row.warnings)}
