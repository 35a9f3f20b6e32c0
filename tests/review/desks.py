"""A small workspace at a desk, without a PDF, without a model."""

from dataclasses import replace
from datetime import UTC, datetime

from factories import A2J, make_commitment, make_finding, make_plan, make_prediction, make_row

from classifier.judgements import AuditItem
from classifier.pipeline import findings
from classifier.review.desk import Desk
from classifier.review.doubts import Knowledge
from classifier.review.web import Setup, make_app
from classifier.workspace import Workspace

TITLES = ("Legal aid in villages", "Open court data", "Publish the budget", "Bus timetables")


def fill(where, titles=TITLES, *, texts=None, audit=()):
    """A workspace with one plan; `audit` holds the places of sampled commitments."""
    workspace = Workspace.open(where)
    texts = texts or [f"We will do it: {title}." for title in titles]
    commitments = [
        make_commitment(title, text, id=f"c{n}", order=n, number=str(n), plan_id="p1", pages=(n,))
        for n, (title, text) in enumerate(zip(titles, texts, strict=True), 1)
    ]
    plan = make_plan(*commitments)
    predictions = [make_prediction(c.id, [A2J] if "aid" in c.title.lower() else []) for c in commitments]
    row = make_row(model_id="m1", processed_at=datetime(2026, 1, 1, tzinfo=UTC), pages=9)
    workspace.store(row, plan, predictions)
    workspace.store_audit(AuditItem(c.id, 0, 0.5, c.order in audit) for c in commitments)
    return workspace


def load(workspace):
    files = {row.plan_id: row for row in workspace.files()}
    return list(findings(workspace)), Knowledge(files=files)


def make_desk(where, titles=TITLES, **more):
    return Desk(fill(where, titles, **more), load)


def make_client(desk, analyst="ana", **more):
    app = make_app(Setup(desk, analyst, **more))
    app.testing = True
    return app.test_client()


def token_of(client, address="/help"):
    page = client.get(address).text
    return page.split('name="token" value="')[1].split('"')[0]


def decide(client, id, *codes, **more):
    """Post a decision as the page's form does; the answer, redirects not followed."""
    form = {"token": token_of(client), "category": list(codes), "verdict": "accept"} | more
    return client.post(f"/decide/{id}", data=form)


def twin(title, *, starts, **more):
    """A finding in a plan of its own, for looking back a plan."""
    plan = make_plan(id=f"plan {starts}", starts=starts)
    return replace(make_finding(title=title, **more), plan=plan)
