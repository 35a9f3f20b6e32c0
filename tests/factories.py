"""Small things of the domain, made with one call."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from classifier.judgements import Decision, Evidence, Finding, Label, Prediction
from classifier.plans import ActionPlan, Commitment, Level, Member
from classifier.taxonomy import JusticeCategory
from classifier.workspace import FileRow

A2J, OJI, JOG = JusticeCategory
TELMARA = Member("TX", "Telmara", Level.NATIONAL, "TXX", "Europe", "H")
PORT_SELM = Member("TXPS", "Port Selm", Level.LOCAL, "TXX", "Americas", "LM")
_numbers = count(1)


def make_commitment(title="Publish budgets", text="We will publish budgets.", **more):
    number = next(_numbers)
    values = {"id": f"c{number}", "plan_id": "p1", "order": number, "number": str(number), "pages": (3, 4)}
    return Commitment(**(values | {"title": title, "text": text, "language": "en"} | more))


def make_plan(*commitments, id="p1", member=TELMARA, starts=2023, **more):
    values = {"sha256": id * 8, "file_name": f"{id}.pdf", "language": "en", "ends": starts and starts + 2}
    return ActionPlan(id=id, member=member, commitments=commitments, starts=starts, **(values | more))


def make_prediction(commitment_id="c1", categories=(), model_id="m1", **more):
    scores = {category: 0.9 if category in categories else 0.1 for category in JusticeCategory}
    return Prediction(commitment_id, model_id, scores, frozenset(categories), **more)


def make_evidence(category=A2J, text="legal aid", **more):
    return Evidence(
        category, **({"part": "text", "start": 0, "end": len(text), "concept": "legal_aid"} | more), text=text
    )


def make_finding(categories=(), *, plan=None, decided=None, **more):
    commitment = make_commitment(**more)
    prediction = make_prediction(commitment.id, categories, evidence=tuple(map(make_evidence, categories)))
    label = Label(commitment.id, prediction.categories, decided=False)
    if decided is not None:
        label = Label(commitment.id, frozenset(decided), decided=True)
    return Finding(plan or make_plan(), commitment, prediction, label)


def make_decision(categories=(), analyst="ana", *, commitment_id="c1", day=1, **more):
    codes = None if categories is None else frozenset(categories)
    made_at = datetime(2026, 1, day, tzinfo=UTC)
    return Decision(f"d{next(_numbers)}", commitment_id, codes, analyst, made_at, **more)


def make_row(path="/plans/a.pdf", outcome="read", **more):
    values = {"sha256": "0" * 64, "code": "v1", "plan_id": "p1" if outcome == "read" else None}
    return FileRow(path, outcome=outcome, **(values | more))


class KeywordModel:
    """A model for tests of what stands around one: reads words, knows nothing."""

    id = "keywords"

    def predict(self, commitments):
        return [make_prediction(c.id, [A2J] if "legal aid" in c.text else [], self.id) for c in commitments]


SHARED = Path(__file__).resolve().parents[2] / "shared"
SAMPLES = Path(__file__).resolve().parents[1] / "corpus" / "samples"
