#!/usr/bin/env python3
"""Count a report's figures again from its commitments.csv alone, with nothing of the program.

    python3 scripts/recount_report.py REPORT_FOLDER

Reads commitments.csv and figures.json's year, counts anew, and compares with the other CSV files.
Prints every figure that differs; exit code 1 if one does.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

A2J, OJI, JOG = "access_to_justice", "open_justice_institutions", "justice_for_open_government"
ANY = "any_justice"
EVERY = (A2J, OJI, JOG, ANY)
FIELD_OF = {
    "region": "region",
    "income": "income",
    "level": "level",
    "member": "member",
    "branch": "lead_branch",
}

Row = dict[str, str]
Figure = tuple[str, str, str, int]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def yes(row: Row, name: str) -> bool:
    return row[name] == "true"


def several(rows: list[Row], field: str) -> Counter[str]:
    return Counter(value for row in rows for value in row[field].split("; ") if value)


def recount(rows: list[Row], year: str) -> Iterator[Figure]:
    """Table, row, column and number of every figure counted again."""
    now = [row for row in rows if row["year"] == year]
    justice = [row for row in now if yes(row, ANY)]
    for category in EVERY:
        mine = [row for row in now if yes(row, category)]
        people = sum(yes(row, "decided") for row in mine)
        yield "headline", category, "decided", people
        yield "headline", category, "predicted", len(mine) - people
        yield "headline", category, "commitments", len(now)
    for one in sorted({row["year"] for row in rows if row["year"]}):
        mine = [row for row in rows if row["year"] == one]
        yield "by_year", one, "commitments", len(mine)
        yield "by_year", one, "plans", len({row["plan_id"] for row in mine})
        for category in EVERY:
            yield "by_year", one, category, sum(yes(row, category) for row in mine)
    yield from breakdowns(rows, year)
    sets = Counter("+".join(c for c in (A2J, OJI, JOG) if yes(row, c)) for row in rows if yes(row, ANY))
    for key, number in sets.items():
        yield "overlap", key, "number_all", number
    for table, field in (("by_group", "groups"), ("means", "means"), ("sdg", "sdg_targets")):
        for key, number in several(justice, field).items():
            yield table, key, "number", number
    for key, number in Counter(row["people_centred"] for row in justice).items():
        yield "people_centred", key, "number", number
    yield from results(rows)
    running = [
        r for r in rows if r["starts"] and int(r["starts"]) <= int(year) <= last_year(r) and yes(r, ANY)
    ]
    for key, number in Counter(row["member"] for row in running if row["member"]).items():
        yield "participants", key, "number", number


def last_year(row: Row) -> int:
    """A plan that prints no end runs two years."""
    return int(row["ends"] or int(row["starts"]) + 1)


def breakdowns(rows: list[Row], year: str) -> Iterator[Figure]:
    for by, field in FIELD_OF.items():
        for value in sorted({row[field] for row in rows}):
            mine = [row for row in rows if row[field] == value]
            key = value or "unknown"
            yield f"by_{by}", key, "commitments_all", len(mine)
            yield f"by_{by}", key, "any_all", sum(yes(row, ANY) for row in mine)
            for category in EVERY:
                number = sum(yes(row, category) for row in mine if row["year"] == year)
                yield f"by_{by}", key, category, number


def results(rows: list[Row]) -> Iterator[Figure]:
    sides: dict[str, Callable[[Row], bool]] = {
        "justice": lambda r: yes(r, ANY),
        "others": lambda r: not yes(r, ANY),
    }
    for measure in ("high_ambition", "high_completion", "high_early_results"):
        for side, wanted in sides.items():
            assessed = [row for row in rows if row[measure] and wanted(row)]
            yield "irm", measure, f"{side}_of", len(assessed)
            yield "irm", measure, side, sum(yes(row, measure) for row in assessed)


def compare(folder: Path) -> tuple[int, list[str]]:
    """How many figures were counted again, and what differs."""
    year = str(json.loads((folder / "figures.json").read_text(encoding="utf-8"))["year"])
    files = {
        path.stem: {row["key"]: row for row in read(path)}
        for path in folder.glob("*.csv")
        if path.stem != "commitments"
    }
    number, differ = 0, []
    for table, key, column, counted in recount(read(folder / "commitments.csv"), year):
        if table == "irm" and not files[table]:
            continue
        number += 1
        said = files[table].get(key, {}).get(column, "no such row")
        if said != str(counted):
            differ.append(f"{table}.{key}.{column}: the report says {said}, the recount {counted}")
    return number, differ


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    number, differ = compare(Path(sys.argv[1]))
    print(*differ, f"{number} figures counted again, {len(differ)} differ", sep="\n")
    return int(bool(differ))


if __name__ == "__main__":
    sys.exit(main())
