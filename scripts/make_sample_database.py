#!/usr/bin/env python3
"""Write corpus/samples/ogp_database.csv: an invented database in OGP's layout of 2024.

    .venv/bin/python scripts/make_sample_database.py

Rows of the sample plans, so that there is something to join, and of more invented members whose
commitments come from corpus/commitments, so that a report has years and regions to show. IRM
results are drawn at random on the scales of each period; they mean nothing.
"""

import csv
import json
import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from classifier.cues import fold, load_cues
from classifier.plans import FieldName

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SEED = 2011
LANGUAGES = ("en", "es", "fr", "pt")
MEMBERS_EACH, PLANS_EACH, ROWS_EACH = 7, 2, 7
REGIONS = ("Europe", "Americas", "Africa and the Middle East", "Asia and the Pacific")
LOCAL = ("city", "ciudad", "comunidad", "estado de", "município", "região", "ville", "region", "santa ")
# Codes that ISO 3166 leaves to users, so that no country bears one.
CODES = [f"Q{letter}" for letter in "MNOPQRSTUVWXYZ"] + [f"X{letter}" for letter in "ABCDEFGHIJLMNOPQRSTUVW"]
# Of seven commitments of a plan, how many are on justice, and how often that is so.
JUSTICE, HOW_OFTEN = (0, 1, 2), (5, 4, 1)
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
PLAN_REGIONS = {"en": "Europe", "es": "Americas", "fr": "Africa and the Middle East", "pt": "Americas"}


@dataclass(frozen=True)
class Whose:
    """A plan's member and years, as each of its rows repeats them."""

    code: str
    member: str
    local: bool
    region: str
    plan: int
    starts: int
    ends: int


def main() -> None:
    chance = random.Random(SEED)
    codes = iter(CODES)
    rows = [row for plan in sample_plans() for row in plan_rows(plan, next(codes), chance)]
    for language in LANGUAGES:
        for at, (member, some) in enumerate(corpus_members(language)):
            rows += member_rows(member, some, next(codes), REGIONS[at % len(REGIONS)], at, chance)
    path = CORPUS / "samples" / "ogp_database.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} rows of {len({row['Country/Locality'] for row in rows})} members: {path.name}")


def sample_plans() -> list[dict]:
    return [tomllib.loads(path.read_text()) for path in sorted((CORPUS / "plans").glob("*.toml"))]


def plan_rows(plan: dict, code: str, chance: random.Random) -> list[dict]:
    starts, ends = map(int, plan["years"].split("-"))
    local = plan["member"] in ("Kestrel Bay", "Altamira do Sul", "Brennes-sur-Aude")
    whose = Whose(code, plan["member"], local, PLAN_REGIONS[plan["language"]], 1, starts, ends)
    commitments = [one for theme in plan["themes"] for one in theme["commitments"]]
    return [
        row(whose, number, one["title"], one["description"], one["lead"], one.get("labels", []), chance)
        for number, one in enumerate(commitments, 1)
    ]


def corpus_members(language: str) -> list[tuple[str, list[dict]]]:
    """The members with most commitments of a language."""
    by_member: dict[str, list[dict]] = {}
    for line in (CORPUS / "commitments" / f"{language}.jsonl").read_text().splitlines():
        one = json.loads(line)
        by_member.setdefault(one["member"], []).append(one)
    enough = [(name, some) for name, some in by_member.items() if len(some) >= 14]
    return sorted(enough, key=lambda pair: (-len(pair[1]), pair[0]))[:MEMBERS_EACH]


def member_rows(
    member: str, some: list[dict], code: str, region: str, at: int, chance: random.Random
) -> list[dict]:
    local = any(word in f"{member.lower()} " for word in LOCAL)
    chance.shuffle(some)
    sides = [[one for one in some if bool(one["labels"]) is wanted] for wanted in (True, False)]
    found = []
    for plan in range(PLANS_EACH):
        # Plans run two years; half of the members begin in odd years and half in even ones.
        year = 2020 + 2 * plan + at % 2
        whose = Whose(code, member, local, region, plan + 1, year, year + 2)
        number = chance.choices(JUSTICE, HOW_OFTEN)[0]
        wanted = [take(sides[0], number), take(sides[1], ROWS_EACH - number)]
        for one in sorted((one for side in wanted for one in side), key=lambda one: one["id"]):
            values = (one["title"], own_words(one), one["lead_institution"], one["labels"])
            found.append(row(whose, len(found) + 1, *values, chance))
    return found


def own_words(one: dict) -> str:
    """A commitment's text without the labels of OGP's templates, which are OGP's words."""
    labels = template_labels(one["language"])
    return "\n".join(line for line in one["text"].splitlines() if fold(line) not in labels)


@cache
def template_labels(language: str) -> frozenset[tuple[str, ...]]:
    cues = load_cues(language)
    return frozenset(words for name in FieldName for words in cues.words(f"fields.{name}"))


def take(some: list[dict], number: int) -> list[dict]:
    return [some.pop() for _ in range(min(number, len(some)))]


def row(
    whose: Whose, number: int, title: str, text: str, lead: str, labels: list[str], chance: random.Random
) -> dict:
    return {
        "Commitment Unique Identifier": f"{whose.code}{number:04}",
        "Country/Locality": whose.member,
        "Action Plan Number": whose.plan,
        "Commitment Number": number,
        "Region": whose.region,
        "National Or Local": "Legacy Local" if whose.local else "National",
        "Year Of Submission": whose.starts,
        "Action Plan End Year": whose.ends,
        "Commitment Title": title,
        "Full Text": text,
        "Lead Institution": lead,
        "Action Plan ID": f"AP_{whose.code}{whose.plan:02}",
        **tags(labels, chance),
        **irm(whose.starts, bool(labels), chance),
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
