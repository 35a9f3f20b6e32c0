"""Decisions as JSON lines: out of one workspace, into another, twice without harm."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from classifier.errors import InputError
from classifier.judgements import Decision

_DECISION: TypeAdapter[Decision] = TypeAdapter(Decision)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file of decisions holds for a workspace.

    `new` are to be stored; `known` counts those already there; `problems` name lines that cannot
    be used, or whose id is there with other content.
    """

    new: tuple[Decision, ...]
    known: int
    problems: tuple[str, ...]


def to_lines(decisions: Iterable[Decision]) -> Iterator[str]:
    """One JSON object for each decision, keys and categories in a fixed order."""
    for decision in decisions:
        values = _DECISION.dump_python(decision, mode="json")
        for name in ("categories", "before"):
            values[name] = None if values[name] is None else sorted(values[name])
        yield json.dumps(values, ensure_ascii=False, sort_keys=True)


def read_lines(path: Path, here: Iterable[Decision]) -> Incoming:
    """The decisions of a file that `here` does not hold yet; nothing is stored.

    Raises `InputError` for a file that cannot be read as text.
    """
    held = {decision.id: decision for decision in here}
    new: list[Decision] = []
    known, problems = 0, []
    for number, line in _lines(path):
        try:
            decision = _decision(line)
        except ValueError as error:
            problems.append(f"Line {number}: {error}")
            continue
        same = held.setdefault(decision.id, decision)
        if same is decision:
            new.append(decision)
        elif same == decision:
            known += 1
        else:
            problems.append(f"Line {number}: decision {same.id} is here with other content; kept as it is")
    return Incoming(tuple(new), known, tuple(problems))


def _lines(path: Path) -> list[tuple[int, str]]:
    """The lines that are not empty, with their numbers from 1."""
    try:
        # Not splitlines: a comment may hold characters that it takes for line ends.
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path.name} cannot be read as JSON lines ({error}). "
            "Give the file that `review export FILE.jsonl` wrote."
        ) from error
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _decision(line: str) -> Decision:
    """The decision of one line; `ValueError` says what is wrong with it."""
    try:
        decision = _DECISION.validate_python(json.loads(line), strict=False)
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON ({error.msg})") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "line"
        raise ValueError(f"no decision: {where}: {first['msg']}") from error
    if not all((decision.id, decision.commitment_id, decision.analyst)):
        raise ValueError("a decision needs id, commitment_id and analyst")
    if decision.made_at.tzinfo is None:
        raise ValueError("made_at needs a time zone, such as 2026-01-31T12:00:00Z")
    return decision
