"""Lists: the queue, plans, one plan, one label's history, the codebook."""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from flask import Blueprint, abort, current_app, render_template, request

from classifier.plans import ActionPlan
from classifier.review.cases import Case
from classifier.review.desk import Desk
from classifier.review.doubts import TITLES
from classifier.review.queue import STATES, category_codes, member_name
from classifier.review.web.safety import analyst
from classifier.review.web.words import chosen, masked, masking, the_desk
from classifier.taxonomy import JusticeCategory

pages = Blueprint("lists", __name__)
# Rows of a list on one page.
ROWS = 50


@pages.get("/queue")
def queue() -> str:
    """The cases of a filter, most doubtful first."""
    desk, wanted = the_desk(), chosen()
    listed = desk.select(wanted, analyst())
    number = max(1, request.args.get("sheet", 1, int))
    return render_template(
        "queue.html.j2",
        chosen=wanted,
        total=len(listed),
        sheet=number,
        sheets=max(1, -(-len(listed) // ROWS)),
        first=(number - 1) * ROWS + 1,
        rows=listed[(number - 1) * ROWS : number * ROWS],
        options=_options(desk),
        reasons=_reason_counts(listed),
    )


@pages.get("/plans")
def plans() -> str:
    """Every plan with how far it is read."""
    by_plan: dict[str, list[Case]] = {}
    for case in the_desk().cases():
        by_plan.setdefault(case.finding.plan.id, []).append(case)
    rows = [_plan_row(cases) for cases in by_plan.values()]
    rows.sort(key=lambda row: (row["member"], row["plan"].year or 0, row["plan"].id))
    return render_template("plans.html.j2", rows=rows)


@pages.get("/plans/<plan_id>")
def plan(plan_id: str) -> str:
    """One plan: how it was read, what it holds."""
    cases = of_plan(the_desk(), plan_id)
    return render_template("plan.html.j2", row=_plan_row(cases), cases=cases)


@pages.get("/history/<path:commitment_id>")
def history(commitment_id: str) -> str:
    """All that was ever decided on one commitment."""
    case = the_desk().case(commitment_id)
    shown = () if masked(case) else case.decisions
    return render_template("history.html.j2", case=case, history=shown)


@pages.get("/similar/<path:commitment_id>")
def similar(commitment_id: str) -> str:
    """Justice commitments of other members most like one, and how they were decided."""
    desk, find = the_desk(), current_app.extensions["desk"].similar
    case, hidden = desk.case(commitment_id), masking()
    if find is None or hidden(case):
        abort(404, "Similar commitments are shown once this one is decided, on a desk that knows them.")
    found = find(case.finding, [one.finding for one in desk.cases() if not hidden(one)])
    rows = [(desk.case(finding.commitment.id), score) for finding, score in found]
    return render_template("similar.html.j2", case=case, rows=rows)


@pages.get("/codebook")
def codebook() -> str:
    """The three categories and their boundary rules."""
    return render_template("codebook.html.j2", book=load_codebook())


@cache
def load_codebook() -> Mapping[str, Any]:
    """The codebook in short, as data."""
    return tomllib.loads((Path(__file__).parents[1] / "codebook.toml").read_text(encoding="utf-8"))


def of_plan(desk: Desk, plan_id: str) -> list[Case]:
    """A plan's cases in its own order; answers 404 where there is none."""
    cases = [case for case in desk.cases() if case.finding.plan.id == plan_id]
    if not cases:
        abort(404, f"No plan {plan_id!r} here, or no commitment is left in it.")
    return sorted(cases, key=lambda case: case.finding.commitment.order)


def _plan_row(cases: Sequence[Case]) -> dict[str, Any]:
    first, hidden = cases[0], masking()
    shown = [case for case in cases if not hidden(case)]
    found: ActionPlan = first.finding.plan
    return {
        "plan": found,
        "member": member_name(first),
        "file": first.file,
        "total": len(cases),
        "decided": sum(case.decided for case in cases),
        "doubtful": sum(bool(case.doubts) and not case.readers for case in shown),
        "counts": _category_counts(shown),
    }


def _category_counts(cases: Sequence[Case]) -> list[tuple[JusticeCategory, int]]:
    counts = Counter(category for case in cases for category in case.categories)
    return [(category, counts[category]) for category in JusticeCategory]


def _options(desk: Desk) -> Mapping[str, Sequence[tuple[str, str]]]:
    """What each filter can be set to, with its name."""
    return {
        "state": tuple(STATES.items()),
        "reason": tuple(TITLES.items()),
        "category": [(code, _category_name(code)) for code in category_codes()],
        **desk.facets,
        "analyst": [(name, name) for name in desk.analysts()],
    }


def _category_name(code: str) -> str:
    return "none of the three" if code == "none" else JusticeCategory(code).full_name


def _reason_counts(cases: Sequence[Case]) -> list[tuple[str, int]]:
    hidden = masking()
    counts = Counter(doubt.reason for case in cases if not hidden(case) for doubt in case.doubts)
    return [(reason, counts[reason]) for reason in TITLES if counts[reason]]
