"""Check the split: merge, split, drop, rename, and taking any of it back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from classifier import corrections
from classifier.errors import OgpJusticeError
from classifier.judgements import Correction
from classifier.plans import Commitment
from classifier.review.cases import Case
from classifier.review.desk import Desk
from classifier.review.web.lists import of_plan
from classifier.review.web.safety import analyst
from classifier.review.web.words import the_desk

pages = Blueprint("correcting", __name__)
# Characters of a title that are kept.
LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Place:
    """Where a second commitment could begin: a line of the text, with its offset."""

    offset: int
    text: str


@pages.get("/plans/<plan_id>/split")
def check(plan_id: str) -> str:
    """The commitments of a plan in its order, with what can be mended."""
    desk = the_desk()
    cases = of_plan(desk, plan_id)
    made = desk.workspace.corrections(plan_id)
    return render_template(
        "split.html.j2",
        plan=cases[0].finding.plan,
        cases=cases,
        places={case.id: places(case.finding.commitment) for case in cases},
        made=made,
        standing={correction.id for correction in corrections.in_force(made)},
        can=current_app.extensions["desk"].correct is not None,
    )


def places(commitment: Commitment) -> tuple[Place, ...]:
    """The lines of a text after the first, each with where it starts."""
    found, at = [], 0
    for line in commitment.text.split("\n"):
        if at and line.strip():
            found.append(Place(at + len(line) - len(line.lstrip()), line.strip()))
        at += len(line) + 1
    return tuple(found)


@pages.post("/plans/<plan_id>/correct")
def correct(plan_id: str) -> AnyResponse:
    """Keep one correction and apply it; the plan's split is shown anew."""
    desk, apply = the_desk(), current_app.extensions["desk"].correct
    kind = request.form.get("kind", "")
    if apply is None or kind not in _WAYS:
        abort(400, "This desk cannot make that correction.")
    try:
        made = _WAYS[kind](desk, of_plan(desk, plan_id), request.form)
        apply(desk.workspace, made)
    except (ValueError, OgpJusticeError) as error:
        flash(f"Not changed: {error}")
    else:
        desk.reload()
        flash(f"Kept: {kind}. {made.target.title if made.target else ''}".strip())
    order = request.form.get("order", "")
    return redirect(url_for("correcting.check", plan_id=plan_id) + (f"#at-{order}" if order else ""), 303)


Form = MultiDict[str, str]
Way = Callable[[Desk, list[Case], Form], Correction]


def _merge(_: Desk, cases: list[Case], form: Form) -> Correction:
    at = _place(cases, form)
    if at + 1 >= len(cases):
        raise ValueError("Nothing follows that it could be joined with.")
    return corrections.merge(_of(cases[at]), _of(cases[at + 1]), analyst=analyst(), comment=_comment(form))


def _split(_: Desk, cases: list[Case], form: Form) -> Correction:
    commitment = _of(cases[_place(cases, form)])
    if not form.get("offset", "").isdigit():
        raise ValueError("Choose the line where the second commitment begins.")
    offset = int(form["offset"])
    title = form.get("title", "").strip()[:LONGEST_TITLE] or _first_line(commitment.text[offset:])
    page = form.get("page", 0, int)
    return corrections.split(commitment, offset, title, page=page, analyst=analyst(), comment=_comment(form))


def _drop(_: Desk, cases: list[Case], form: Form) -> Correction:
    return corrections.drop(_of(cases[_place(cases, form)]), analyst=analyst(), comment=_comment(form))


def _rename(_: Desk, cases: list[Case], form: Form) -> Correction:
    title = form.get("title", "")[:LONGEST_TITLE]
    commitment = _of(cases[_place(cases, form)])
    return corrections.rename(commitment, title, analyst=analyst(), comment=_comment(form))


def _undo(desk: Desk, cases: list[Case], form: Form) -> Correction:
    made = {one.id: one for one in desk.workspace.corrections(cases[0].finding.plan.id)}
    if form.get("correction", "") not in made:
        raise ValueError("That correction is not here any more.")
    return corrections.undo(made[form["correction"]], analyst=analyst())


_WAYS: Mapping[str, Way] = {
    "merge": _merge,
    "split": _split,
    "drop": _drop,
    "rename": _rename,
    "undo": _undo,
}


def _place(cases: list[Case], form: Form) -> int:
    ids = [case.id for case in cases]
    wanted = form.get("commitment", "")
    if wanted not in ids:
        raise ValueError("The plan was changed meanwhile; here is how it stands now.")
    return ids.index(wanted)


def _of(case: Case) -> Commitment:
    return case.finding.commitment


def _comment(form: Form) -> str:
    return form.get("comment", "").strip()


def _first_line(text: str) -> str:
    return text.strip().split("\n")[0][:120]
