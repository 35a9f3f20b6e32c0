"""What changed since an earlier report, and why."""

import csv
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from classifier.errors import InputError
from classifier.report.context import Context
from classifier.report.records import Record
from classifier.report.tables import ReportTable, Rows
from classifier.tally import ANY_JUSTICE
from classifier.taxonomy import JusticeCategory

# Causes of a difference, in the order in which they are looked for.
CAUSES = ("new_plans", "gone_plans", "reread", "by_people", "other_model")
EVERY = (*JusticeCategory, ANY_JUSTICE)

Old = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Previous:
    """An earlier report: its year and its commitments by id, values as text."""

    year: int
    commitments: Mapping[str, Old]


def read_previous(folder: Path) -> Previous:
    """An earlier report's folder; `InputError` where its files are not there."""
    try:
        year = int(json.loads((folder / "figures.json").read_text(encoding="utf-8"))["year"])
        with (folder / "commitments.csv").open(encoding="utf-8", newline="") as file:
            rows = {row["id"]: row for row in csv.DictReader(file)}
    except (OSError, ValueError, KeyError) as error:
        raise InputError(
            f"{folder} holds no earlier report that can be compared: {error}. "
            "Name the folder that `ogp-justice report` wrote, with figures.json and commitments.csv."
        ) from error
    return Previous(year, rows)


@dataclass(frozen=True, slots=True)
class Change:
    """One commitment whose label is not what it was."""

    id: str
    title: str
    before: frozenset[str]
    now: frozenset[str]
    cause: str


def changes(previous: Previous, records: Sequence[Record]) -> list[Change]:
    """Every commitment whose categories differ, each with the first cause that holds."""
    old, new = previous.commitments, {str(record["id"]): record for record in records}
    plans = ({row["plan_id"] for row in old.values()}, {str(r["plan_id"]) for r in records})
    found: list[Change] = []
    for key in sorted({*old, *new}):
        before, now = _old_set(old.get(key)), _new_set(new.get(key))
        if before != now:
            title = str((new.get(key) or old[key])["title"])
            found.append(Change(key, title, before, now, _cause(old.get(key), new.get(key), plans)))
    return found


def _old_set(row: Old | None) -> frozenset[str]:
    return frozenset(c for c in JusticeCategory if row and row.get(c) == "true")


def _new_set(record: Record | None) -> frozenset[str]:
    return frozenset(c for c in JusticeCategory if record and record[c] is True)


def _cause(old: Old | None, new: Record | None, plans: tuple[set[str], set[str]]) -> str:
    if new and str(new["plan_id"]) not in plans[0]:
        return "new_plans"
    if old and old["plan_id"] not in plans[1]:
        return "gone_plans"
    if old is None or new is None:
        return "reread"
    if new["decided"] or old.get("decided") == "true":
        return "by_people"
    return "other_model" if str(new["model"]) != old.get("model", "") else "reread"


def changes_table(context: Context, previous: Previous, records: Sequence[Record]) -> ReportTable:
    """Each category then and now, with the difference shared out over its causes."""
    found = changes(previous, records)
    rows: Rows = []
    for category in EVERY:
        then = sum(_carries(category, _old_set(row)) for row in previous.commitments.values())
        now = sum(_carries(category, _new_set(record)) for record in records)
        net: Counter[str] = Counter()
        for change in found:
            net[change.cause] += _carries(category, change.now) - _carries(category, change.before)
        rows.append((category, (context.category(category), then, *(net[cause] for cause in CAUSES), now)))
    columns = ("category", "previous", *CAUSES, "now")
    note = context.words("note.changes", year=previous.year)
    return context.table("changes", columns, rows, note=note, main=())


def _carries(category: str, labels: frozenset[str]) -> bool:
    return bool(labels) if category == ANY_JUSTICE else category in labels


def changed_table(context: Context, previous: Previous, records: Sequence[Record]) -> ReportTable:
    """Every commitment whose label changed, and why."""
    rows: Rows = [
        (
            one.id,
            (one.id, one.title, _short(one.before), _short(one.now), context.words(f"column.{one.cause}")),
        )
        for one in changes(previous, records)
    ]
    return context.table("changed", ("id", "title", "previous_label", "now_label", "why"), rows, main=())


def _short(labels: frozenset[str]) -> str:
    return " + ".join(c.short for c in JusticeCategory if c in labels) or "–"
