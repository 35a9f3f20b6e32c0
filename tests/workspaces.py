"""A workspace made without a PDF: two members, decisions, contact details, an audit sample."""

from factories import (
    A2J,
    JOG,
    OJI,
    PORT_SELM,
    make_commitment,
    make_decision,
    make_evidence,
    make_plan,
    make_prediction,
    make_row,
)

from classifier.judgements import AuditItem
from classifier.workspace import Workspace

TITLES = {
    "p1-1": ("Free legal aid in the valleys", [A2J]),
    "p1-2": ("Publish court rulings", [OJI]),
    "p1-3": ("Open budget portal", []),
    "p2-1": ("Appeals against refused information", [JOG]),
    "p2-2": ("Bus timetables as open data", []),
}


def made_commitment(name, **more):
    title, _ = TITLES[name]
    plan, order = name.split("-")
    values = {"id": name, "plan_id": plan, "order": int(order), "number": order, "title": title}
    return make_commitment(**(values | {"text": f"{title}, for everyone."} | more))


def made_prediction(name):
    title, categories = TITLES[name]
    evidence = tuple(make_evidence(category, title) for category in categories)
    return make_prediction(name, categories, evidence=evidence, rules=("B1",) if categories else ())


def fill(workspace):
    """Store both plans with predictions; Port Selm's is a city's plan of 2021."""
    for plan_id, more in (("p1", {}), ("p2", {"member": PORT_SELM, "starts": 2021})):
        names = [name for name in TITLES if name.startswith(plan_id)]
        contact = {"contact": "Ms Example, box 7"} if plan_id == "p1" else {}
        plan = make_plan(*(made_commitment(name, **contact) for name in names), id=plan_id, **more)
        row = make_row(
            f"/plans/{plan_id}.pdf", plan_id=plan_id, model_id="m1", commitments=len(names), pages=9
        )
        workspace.store(row, plan, [made_prediction(name) for name in names])
    return workspace


def made_workspace(folder):
    """The folder of such a workspace, closed."""
    with Workspace.open(folder) as opened:
        fill(opened)
    return folder


def decide(folder, name, categories, **more):
    with Workspace.open(folder) as opened:
        opened.decide(make_decision(categories, commitment_id=name, **more))


def draw(folder, sampled):
    with Workspace.open(folder) as opened:
        opened.store_audit(AuditItem(name, 0, 0.5, name in sampled) for name in TITLES)
