"""Reading a commitment and deciding on it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from flask import Blueprint, Response, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from classifier.documents import Box
from classifier.judgements import Decision
from classifier.review.cases import Case
from classifier.review.desk import Desk
from classifier.review.queue import Filter, assigned_twice, next_after, place_of
from classifier.review.settle import disputed
from classifier.review.web.marks import sections, title_pieces
from classifier.review.web.pictures import SCALES, NoPicture, Picture
from classifier.review.web.safety import analyst
from classifier.review.web.words import chosen, link, masked, the_desk, ticked, verdict
from classifier.taxonomy import JusticeCategory
from classifier.workspace.desk import claim, held_by_others

pages = Blueprint("pages", __name__)
# Characters of a comment that are kept.
LONGEST_COMMENT = 4000


@pages.get("/")
def start() -> AnyResponse:
    """The first case of the chosen list."""
    desk, wanted = the_desk(), chosen()
    listed = desk.select(wanted, analyst())
    held = held_by_others(desk.workspace, analyst())
    first = next((case for case in listed if case.id not in held), next(iter(listed), None))
    return redirect(_address(first, wanted))


@pages.get("/done")
def done() -> str:
    """Nothing is left in this list."""
    return render_template("done.html.j2", chosen=chosen())


@pages.get("/read/<path:commitment_id>")
def read(commitment_id: str) -> str:
    """One case, with all that helps to decide."""
    desk, wanted = the_desk(), chosen()
    case = desk.case(commitment_id)
    claim(desk.workspace, case.id, analyst())
    return render_template("read.html.j2", **_shown(desk, case, wanted))


@pages.post("/decide/<path:commitment_id>")
def decide(commitment_id: str) -> AnyResponse | tuple[str, int]:
    """Store a decision, then go to the next case."""
    desk, wanted = the_desk(), chosen()
    case = desk.case(commitment_id)
    unsure = request.form.get("verdict") == "unsure"
    categories, problem = _categories()
    if problem and not unsure:
        return render_template("read.html.j2", **_shown(desk, case, wanted, problem)), 400
    # Found before the decision changes the list, so that reading goes on from here.
    following = desk.next_after(case, wanted, analyst())
    decision = desk.decide(
        case,
        None if unsure else categories,
        analyst(),
        comment=request.form.get("comment", "").strip()[:LONGEST_COMMENT],
        id=request.form.get("decision", "")[:64],
    )
    _say_stored(desk.case(case.id), decision)
    return redirect(_address(following, wanted), 303)


@pages.post("/undo")
def undo() -> AnyResponse:
    """Take back the last decision and show its case again."""
    case = the_desk().undo(analyst())
    if case is None:
        flash("Nothing to undo: you have decided nothing here yet.")
        return redirect(link("pages.start", chosen()), 303)
    flash(f"Taken back: {case.finding.commitment.title}")
    return redirect(_address(case, chosen()), 303)


@pages.get("/picture/<path:commitment_id>/<int:number>.jpg")
def picture(commitment_id: str, number: int) -> Response:
    """One page of the commitment's plan."""
    zoom = min(max(request.args.get("zoom", 0, int), 0), len(SCALES) - 1)
    try:
        drawn = _picture(the_desk().case(commitment_id), number, zoom)
    except NoPicture as error:
        drawing = render_template("placeholder.svg.j2", lines=_wrapped(str(error)))
        return Response(drawing, 200, {"Cache-Control": "no-store"}, mimetype="image/svg+xml")
    return Response(drawn.data, 200, {"Cache-Control": "private, max-age=3600"}, mimetype="image/jpeg")


@pages.get("/outline/<path:commitment_id>/<int:number>.svg")
def outline(commitment_id: str, number: int) -> Response:
    """The commitment's outline on one page, to lay over its picture."""
    case = the_desk().case(commitment_id)
    try:
        drawn = _picture(case, number, 0)
    except NoPicture:
        return Response(status=404)
    drawing = render_template(
        "outline.svg.j2", width=drawn.width, height=drawn.height, box=_box(case, number)
    )
    return Response(drawing, 200, {"Cache-Control": "private, max-age=3600"}, mimetype="image/svg+xml")


def _picture(case: Case, number: int, zoom: int) -> Picture:
    if case.file is None:
        raise NoPicture("No PDF stands behind this commitment in the workspace.")
    drawn: Picture = current_app.extensions["desk"].pictures.page(
        Path(case.file.path), case.file.sha256, number, zoom
    )
    return drawn


def _box(case: Case, number: int) -> Box | None:
    commitment = case.finding.commitment
    boxes = dict(zip(commitment.pages, commitment.boxes, strict=False))
    return boxes.get(number)


def _wrapped(text: str, width: int = 44) -> list[str]:
    from textwrap import wrap

    return wrap(text, width)


def _categories() -> tuple[frozenset[JusticeCategory], str]:
    """The categories chosen in the form, and what is wrong with the choice."""
    found, none = ticked()
    if none and found:
        return found, "Choose either none or categories, not both."
    if not none and not found:
        return found, "Choose 1, 2, 3 or 0 first, or U if you are unsure."
    return found, ""


def _say_stored(case: Case, decision: Decision) -> None:
    flash(f"Stored: {verdict(decision)}. {case.finding.commitment.title}")
    others = [d for d in case.readers.values() if d.analyst != decision.analyst]
    if others and disputed(case.decisions):
        said = ", ".join(f"{d.analyst}: {verdict(d)}" for d in others)
        flash(f"You and others differ on it ({said}). Both are kept; settle it under Disagreements.")


def _address(case: Case | None, wanted: Filter) -> str:
    if case is None:
        return link("pages.done", wanted)
    return link("pages.read", wanted, commitment_id=case.id)


def _shown(desk: Desk, case: Case, wanted: Filter, problem: str = "") -> Mapping[str, Any]:
    me, commitment = analyst(), case.finding.commitment
    mine, blind = case.readers.get(me), masked(case)
    evidence = () if blind else case.evidence
    secret = _must_not_know(desk, case, me)
    return {
        "case": case,
        "chosen": wanted,
        "problem": problem,
        "blind": blind,
        "title": title_pieces(commitment, evidence),
        "sections": sections(commitment, evidence),
        "evidence": evidence,
        "selected": _selected(case, mine, blind=blind),
        "comment": mine.comment if mine else "",
        "decision_id": uuid4().hex,
        "thresholds": desk.knowledge.thresholds,
        "twin": desk.knowledge.counterparts.get(case.id),
        "history": () if secret else case.decisions,
        "secret": secret and bool(case.decisions),
        "held": held_by_others(desk.workspace, me).get(case.id, ""),
        "page": _page(case),
        **_place(desk.select(wanted, me), case, wanted),
    }


def _must_not_know(desk: Desk, case: Case, reader: str) -> bool:
    """Whether a reader must decide without seeing what others decided."""
    return reader not in case.readers and (case.sampled or assigned_twice(case.id, desk.second_share))


def _selected(case: Case, mine: Decision | None, *, blind: bool) -> frozenset[JusticeCategory] | None:
    """What is ticked at first: one's own decision, else the model's guess, else nothing."""
    if mine and mine.categories is not None:
        return mine.categories
    prediction = case.finding.prediction
    return prediction.categories if prediction and not blind else None


def _page(case: Case) -> int:
    pages_here = case.finding.commitment.pages
    asked = request.args.get("page", 0, int)
    return asked if asked > 0 else (pages_here[0] if pages_here else 1)


def _place(listed: Sequence[Case], case: Case, wanted: Filter) -> Mapping[str, Any]:
    """Where the case stands in its list, with the addresses of its neighbours."""
    at = place_of(listed, case, wanted)
    following = next_after(listed, case, wanted, frozenset())
    return {
        "place": at + 1,
        "total": len(listed),
        "earlier": _address(listed[at - 1], wanted) if at else "",
        "later": _address(following, wanted) if following else "",
        "next_picture": _first_picture(following),
    }


def _first_picture(case: Case | None) -> str:
    if case is None or not case.finding.commitment.pages:
        return ""
    return url_for("pages.picture", commitment_id=case.id, number=case.finding.commitment.pages[0])
