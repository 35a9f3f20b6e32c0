#!/usr/bin/env python3
"""Write corpus/samples/ogp_database.csv: an invented database in OGP's layout of 2024.

    .venv/bin/python scripts/make_sample_database.py [--out FILE]

Its plans and commitments are named in ogp_database.toml beside it: rows of the sample plans, so that
there is something to join, and of more invented members whose commitments come from corpus/commitments,
so that a report has years and regions to show. A corpus that grows leaves them as they are. IRM
results are drawn at random on the scales of each period, by the commitment; they mean nothing.
"""

import argparse
import csv
import json
import random
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from classifier.cues import fold, load_cues
from classifier.plans import FieldName

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
DATABASE = CORPUS / "samples" / "ogp_database.csv"
DESCRIBED = [
    "Commitment Unique Identifier",
    "Country/Locality",
    "Action Plan Number",
    "Commitment Number",
    "Region",
    "National Or Local",
    "Year Of Submission",
    "Action Plan End Year",
    "Commitment Title",
    "Short Title",
    "Full Text",
    "Lead Institution",
]
TAGS = [
    "Anti-Corruption and Integrity",
    "Right To Information",
    "Whistleblower Protections",
    "Civic Space and Enabling Environment",
    "Digital Governance",
    "Fiscal Openness",
    "Justice",
    "Access to Justice",
    "Open Justice",
    "Policing & Corrections",
    "Judiciary",
    "Public Service Delivery",
    "Money in Politics",
]
RESULTS = [
    "Specificity",
    "Verifiable",
    "_Relevant",
    "Potential Impact",
    "Potential for Results",
    "Completion (Progress Report)",
    "Completion (End Of Term)",
    "Early Results",
    "Did It Open Government (Overall)",
    "High Ambition",
    "Action Plan ID",
]
COLUMNS = [*DESCRIBED, *TAGS, *RESULTS]
JUSTICE_TAGS = {
    "access_to_justice": ("Access to Justice",),
    "open_justice_institutions": ("Open Justice", "Judiciary"),
}
OTHER_TAGS = (
    "Fiscal Openness",
    "Public Service Delivery",
    "Digital Governance",
    "Civic Space and Enabling Environment",
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=DATABASE)
    args = parser.parse_args()
    rows = list(database())
    with args.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} rows of {len({row['Country/Locality'] for row in rows})} members: {args.out.name}")


def database() -> Iterator[dict[str, Any]]:
    """The rows, plan by plan; OGP's identifiers run on over a member's plans, numbers do not."""
    so_far: Counter[str] = Counter()
    for plan in tomllib.loads(DATABASE.with_suffix(".toml").read_text(encoding="utf-8"))["plans"]:
        some = sample(plan["sample"]) if "sample" in plan else [corpus()[one] for one in plan["commitments"]]
        for number, one in enumerate(some, 1):
            so_far[plan["code"]] += 1
            yield row(plan, number, f"{plan['code']}{so_far[plan['code']]:04}", one)


def sample(stem: str) -> list[dict[str, Any]]:
    """The commitments of a sample plan, as the corpus names their parts."""
    plan = tomllib.loads((CORPUS / "plans" / f"{stem}.toml").read_text(encoding="utf-8"))
    return [
        {"labels": [], "language": plan["language"]}
        | one
        | {"text": one["description"], "lead_institution": one["lead"]}
        for theme in plan["themes"]
        for one in theme["commitments"]
    ]


@cache
def corpus() -> dict[str, dict[str, Any]]:
    lines = [line for p in (CORPUS / "commitments").glob("*.jsonl") for line in p.read_text().splitlines()]
    return {one["id"]: one for one in map(json.loads, lines)}


def own_words(one: dict) -> str:
    """A commitment's text without the labels of OGP's templates, which are OGP's words."""
    labels = template_labels(one["language"])
    return "\n".join(line for line in one["text"].splitlines() if fold(line) not in labels)


@cache
def template_labels(language: str) -> frozenset[tuple[str, ...]]:
    cues = load_cues(language)
    return frozenset(words for name in FieldName for words in cues.words(f"fields.{name}"))


def row(plan: dict[str, Any], number: int, ogp_id: str, one: dict[str, Any]) -> dict[str, Any]:
    chance = random.Random(f"{ogp_id} {one['title']}")
    return {
        "Commitment Unique Identifier": ogp_id,
        "Country/Locality": plan["member"],
        "Action Plan Number": plan["number"],
        "Commitment Number": number,
        "Region": plan["region"],
        "National Or Local": "Legacy Local" if plan["local"] else "National",
        "Year Of Submission": plan["starts"],
        "Action Plan End Year": plan["ends"],
        "Commitment Title": one["title"],
        "Full Text": own_words(one),
        "Lead Institution": one["lead_institution"],
        "Action Plan ID": f"AP_{plan['code']}{plan['number']:02}",
        **tags(one["labels"], chance),
        **irm(plan["starts"], bool(one["labels"]), chance),
    }


def tags(labels: list[str], chance: random.Random) -> dict:
    """OGP's tags as noisy as they are: some justice commitments without, some others with one."""
    on = {tag for label in labels if chance.random() < 0.7 for tag in JUSTICE_TAGS.get(label, ())}
    if "justice_for_open_government" in labels:
        on |= {"Anti-Corruption and Integrity", "Right To Information"}
    on |= {"Justice"} if on & {"Access to Justice", "Open Justice"} else set()
    on |= {chance.choice(OTHER_TAGS)} if chance.random() < 0.7 else set()
    return {tag: int(tag in on) for tag in TAGS}


def irm(year: int, justice: bool, chance: random.Random) -> dict:
    """Results on the scales of the plan's time; plans of 2022 on are not assessed at the end yet."""
    tilt = 1.4 if justice else 1.0

    def pick(levels: str, *weights: float) -> str:
        return chance.choices(levels.split(","), weights)[0]

    completion = pick("Not Started,Limited,Substantial,Complete", 1, 3, 3 * tilt, 2 * tilt)
    found = {"Verifiable": pick("Yes,No", 9, 1), "_Relevant": pick("1,0", 9, 1), "High Ambition": "ND"}
    if year < 2020:
        return found | {
            "Specificity": pick("Low,Medium,High", 2, 3, 3),
            "Potential Impact": pick("Minor,Moderate,Transformative", 4, 3 * tilt, tilt),
            "Potential for Results": "ND",
            "Completion (Progress Report)": completion,
            "Completion (End Of Term)": completion,
            "Early Results": "ND",
            "Did It Open Government (Overall)": pick("Did Not Change,Marginal,Major", 2, 4, 2 * tilt),
        }
    ended = year < 2022
    return found | {
        "Specificity": "ND",
        "Potential Impact": "ND",
        "Potential for Results": pick("Unclear,Modest,Substantial", 1, 4, 3 * tilt),
        "Completion (Progress Report)": "NA",
        "Completion (End Of Term)": completion if ended else "NR",
        "Early Results": pick("No notable results,Moderate,Significant", 3, 4, 2 * tilt) if ended else "NR",
        "Did It Open Government (Overall)": "ND",
    }


if __name__ == "__main__":
    main()
