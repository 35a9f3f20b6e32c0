"""Write corpus/ogp_labels.csv: labels of real commitments by reference, without their text.

    python scripts/label_references.py LABELLED.jsonl DATABASE...

LABELLED holds key, member, title, text, labels, rule and set; a key is "g:" with OGP's id, or "v:"
with member, plan and row in the layout of 2016. DATABASE are the files the labels were given on.
"""

import argparse
import json
from pathlib import Path

from classifier.irm.join import member_key
from classifier.irm.read import read_databases
from classifier.taxonomy import JusticeCategory
from classifier.train.references import REFERENCES, Reference, codebook_rule, text_hash, write_references


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labelled", type=Path)
    parser.add_argument("database", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=REFERENCES)
    args = parser.parse_args()
    database = read_databases(args.database)
    entries = [json.loads(line) for line in args.labelled.read_text(encoding="utf-8").splitlines() if line]
    found = [reference(entry, database) for entry in entries]
    write_references(args.out, [one for one in found if one])
    missing = [entry["key"] for entry, one in zip(entries, found, strict=True) if not one]
    print(f"{len(entries) - len(missing)} of {len(entries)} labels referenced in {args.out}.")
    print("".join(f"Not in the database: {key}\n" for key in missing), end="")


def reference(entry, database):
    """The entry as a reference to its row of the database; none where it has no row."""
    rows = [row for row in database if same(entry, row)]
    exact = [row for row in rows if text_hash(row.text) == text_hash(entry["text"])]
    # A text may differ by a stray character; a title that stands alone still names its row.
    chosen = exact or (rows if len(rows) == 1 else [])
    if not chosen:
        return None
    row = chosen[0]
    return Reference(
        key=entry["key"],
        ogp_id=row.ogp_id,
        member=member_key(entry["member"]),
        plan=row.plan_number,
        number=row.number,
        title_hash=text_hash(row.title),
        text_hash=text_hash(row.text),
        characters=len(entry["text"]) if len(entry["text"]) < len(row.text) - 50 else 0,
        labels=frozenset(map(JusticeCategory, entry["labels"])),
        rule=codebook_rule(entry["rule"]),
        hard=entry["set"] == "hard",
    )


def same(entry, row):
    kind, _, rest = entry["key"].partition(":")
    if kind == "g":
        return row.ogp_id == rest
    member, plan, _ = rest.rsplit(":", 2)
    return (
        not row.ogp_id
        and (member_key(row.member), row.plan_number) == (member_key(member), plan)
        and text_hash(row.title) == text_hash(entry["title"])
    )


if __name__ == "__main__":
    main()
