"""A small world of plans with everything a report shows: four members, two years, a sample."""

from dataclasses import replace
from functools import cache

from factories import A2J, JOG, OJI, PORT_SELM, TELMARA, make_evidence, make_finding, make_plan, make_row

from classifier.irm import Joins, OgpCommitment
from classifier.irm.results import IrmResult
from classifier.judgements import AuditItem
from classifier.plans import Level, Member
from classifier.report import Sources, compute
from classifier.taxonomy import Group, Means, PeopleCentred

NORDEN = Member("NX", "Norden", Level.NATIONAL, "NXX", "Europe", "UM")
SOLARA = Member("SX", "Solara", Level.NATIONAL, "SXX", "Americas", "LM")
LAST, THIS = 2022, 2023

PLANS = {
    "t22": make_plan(id="t22", member=TELMARA, starts=LAST, ends=LAST),
    "t23": make_plan(id="t23", member=TELMARA, starts=THIS),
    "n23": make_plan(id="n23", member=NORDEN, starts=THIS),
    "s22": make_plan(id="s22", member=SOLARA, starts=LAST, ends=LAST),
    "p23": make_plan(id="p23", member=PORT_SELM, starts=THIS),
}

# Plan, predicted categories, what people decided (None: nobody read it).
ROWS = (
    ("t22", [A2J], None),
    ("t22", [], None),
    ("s22", [OJI], [OJI]),
    ("t23", [A2J, OJI], [A2J, OJI]),
    ("t23", [A2J], []),
    ("t23", [], [JOG]),
    ("n23", [JOG], None),
    ("n23", [], None),
    ("p23", [], None),
    ("p23", [], None),
)
SAID = {A2J: ("legal_help",), OJI: ("courts_and_judiciary",), JOG: ("anti_corruption_enforcement",)}


def finding(number, plan, categories, decided):
    made = make_finding(categories, plan=PLANS[plan], decided=decided, id=f"{plan}-{number}", plan_id=plan)
    said = replace(
        made.prediction,
        subthemes=tuple(name for category in categories for name in SAID[category]),
        people_centred=PeopleCentred.YES if A2J in categories else PeopleCentred.NO,
        groups=frozenset({Group.WOMEN} if A2J in categories else ()),
        means=frozenset({Means.TECHNOLOGY} if categories else ()),
        evidence=tuple(make_evidence(category, "publish") for category in categories),
    )
    return replace(made, prediction=said)


@cache
def findings():
    return tuple(finding(number, *row) for number, row in enumerate(ROWS))


def row(ogp_id="TX0001", member="Telmara", irm=None, tags=frozenset(), **more):
    values = {"plan_number": "1", "number": "1", "title": "Publish budgets", "text": ""}
    return OgpCommitment(ogp_id, member, irm=irm or IrmResult(), tags=tags, **(values | more))


HIGH = IrmResult(
    "1", "Yes", potential_for_results="Substantial", completion_end="Complete", early_results="Significant"
)
LOW = IrmResult("1", "No", potential_impact="Minor", completion_end="Limited", diog="Marginal")
OPEN = IrmResult("NR", "NR", "ND", "ND", "NR", "NA", "NR", "ND", "NR")


@cache
def joins():
    tagged = frozenset({"Justice", "Access to Justice"})
    rows = {
        "t23-3": row(irm=HIGH, tags=tagged),
        "t23-4": row("TX0002", irm=LOW, tags=frozenset({"Fiscal Openness"})),
    }
    rows |= {"n23-6": row("NX0001", "Norden", OPEN), "n23-7": row("NX0002", "Norden", HIGH)}
    return Joins(rows, (), ("t22-0",), ("p23-8", "p23-9"), ("ogp.csv",))


def files():
    read = [
        make_row(f"/plans/{plan}.pdf", plan_id=plan, pages=9, ocr_pages=2, commitments=2) for plan in PLANS
    ]
    return [*read, make_row("/plans/b.pdf", "damaged", reason="Ends early.")]


def figures(language="en", **more):
    return compute(findings(), Sources(files=files(), joins=joins(), language=language, **more), year=THIS)


def sampled(number, categories, decided, *, sampled=True, stratum=0, size=1.0):
    made = make_finding(categories, plan=PLANS["t23"], decided=decided, id=f"a-{number}", plan_id="t23")
    return replace(made, audit=AuditItem(made.commitment.id, stratum, size, sampled))


def a_read_sample():
    """Forty commitments read in a sample of eighty: ten of them on access to justice."""
    read = [sampled(n, [], [A2J] if n < 10 else []) for n in range(40)]
    return [*read, *(sampled(n, [], None, sampled=False) for n in range(40, 80))]
