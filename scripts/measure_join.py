#!/usr/bin/env python3
"""How well commitments join to OGP's database, ids withheld.

    .venv/bin/python scripts/measure_join.py CROSSWALK.csv LAYOUT_2024.csv LAYOUT_2016.csv [--plans FOLDER]

CROSSWALK holds the true pairs (commitment_id, country_2016, action_plan_number_2016,
comm_no_2016). Every row of the newer file is joined to the older one, whether or not it has a
partner there; a pair counts as wrong when the crosswalk gives that row another partner, or when a
row of a plan that the crosswalk covers is joined although it should not be.

With --plans, the commitments found in a folder of PDFs are joined to the older file too; --errors
lists each pair, to be looked at: there is no crosswalk for these.
"""

import argparse
import csv
from pathlib import Path

import classifier
from classifier.irm import Join, OgpCommitment, join, join_findings, read_database
from classifier.irm.join import member_key
from classifier.judgements import Finding
from classifier.report import counted_once


def to_join(key: str, row: OgpCommitment) -> Join:
    return Join(key, row.member, row.title, row.text, row.number, row.plan_number, row.year)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("crosswalk", "newer", "older"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--plans", type=Path, metavar="FOLDER")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    measure_crosswalk(args)
    if args.plans:
        measure_plans(args)


def measure_crosswalk(args: argparse.Namespace) -> None:
    newer = {row.ogp_id: row for row in read_database(args.newer)}
    older = {(row.member, row.plan_number, row.number): row for row in read_database(args.older)}
    with args.crosswalk.open() as file:
        truth = {
            r["commitment_id"]: (r["country_2016"], r["action_plan_number_2016"], r["comm_no_2016"])
            for r in csv.DictReader(file)
        }
    pairs, _ = join(
        [to_join(key, row) for key, row in newer.items()],
        [to_join("|".join(key), row) for key, row in older.items()],
    )
    found = {pair.ours: pair for pair in pairs}
    right = [k for k, v in truth.items() if k in found and found[k].theirs == "|".join(v)]
    wrong = [k for k, v in truth.items() if k in found and found[k].theirs != "|".join(v)]
    print(f"true pairs {len(truth)}, found {len(right)} ({len(right) / len(truth):.1%}), wrong {len(wrong)}")
    print(
        f"joined in all {len(found)} of {len(newer)}; beyond the crosswalk {len(found.keys() - truth.keys())}"
    )
    if args.errors:
        for key in truth.keys() - set(right):
            print(
                "missed or wrong",
                key,
                truth[key],
                found.get(key),
                newer[key].title[:80],
                "|",
                older[truth[key]].title[:80],
            )
        for key in found.keys() - truth.keys():
            other = older[tuple(found[key].theirs.split("|"))]
            print("beyond", found[key], newer[key].title[:60], "|", other.title[:60])


def measure_plans(args: argparse.Namespace) -> None:
    rows = read_database(args.older)
    findings = [
        Finding(plan, commitment)
        for path in sorted(args.plans.glob("*.pdf"))
        for plan in [classifier.read_plan(path)]
        for commitment in plan.commitments
    ]
    findings, _ = counted_once(findings)
    joins = join_findings(findings, {args.older.name: rows})
    print(f"{'plan':32} found  rows  joined")
    for name in sorted({f.plan.file_name for f in findings}):
        mine = [f for f in findings if f.plan.file_name == name]
        member, year = mine[0].plan.member, mine[0].plan.year
        key = member_key(member.name) if member else ""
        there = sum(member_key(row.member) == key and row.year == year for row in rows)
        joined = sum(f.commitment.id in joins.rows for f in mine)
        print(f"{name:32} {len(mine):5} {there:5} {joined:7}")
    if args.errors:
        titles = {f.commitment.id: f.commitment.title for f in findings}
        for pair in joins.pairs:
            print(pair.score, pair.method, titles[pair.ours][:60], "|", joins.rows[pair.ours].title[:60])


if __name__ == "__main__":
    main()
