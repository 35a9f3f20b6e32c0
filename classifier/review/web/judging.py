"""Two analysts beside each other: disagreements, agreement, progress."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from classifier.judgements import Decision
from classifier.review.agreement import agreement, exact, pairs, readings
from classifier.review.cases import Case
from classifier.review.exchange import to_lines
from classifier.review.progress import progress
from classifier.review.settle import ADJUDICATION, disputed, standing
from classifier.review.web.marks import Piece, Section, sections, title_pieces
from classifier.review.web.safety import analyst
from classifier.review.web.words import the_desk, ticked

pages = Blueprint("judging", __name__)
# Disagreements shown on one page; settling some brings the next.
AT_ONCE = 25


@pages.get("/disagreements")
def disagreements() -> str:
    """Commitments on which analysts differ, each vote beside the other."""
    cases = sorted((case for case in the_desk().cases() if case.disputed), key=lambda case: case.rank)
    rows = [
        (case, [d for d in standing(case.decisions) if d.categories is not None], _shown(case))
        for case in cases[:AT_ONCE]
    ]
    return render_template("disagreements.html.j2", rows=rows, total=len(cases))


def _shown(case: Case) -> tuple[tuple[Piece, ...], tuple[Section, ...]]:
    commitment = case.finding.commitment
    return title_pieces(commitment, case.evidence), sections(commitment, case.evidence)


@pages.post("/adjudicate/<path:commitment_id>")
def adjudicate(commitment_id: str) -> AnyResponse:
    """Settle a disagreement: one of the votes, or another."""
    desk = the_desk()
    case = desk.case(commitment_id)
    if not disputed(case.decisions):
        flash("That one is settled by now.")
        return redirect(url_for("judging.disagreements"), 303)
    chosen, none = ticked()
    if bool(chosen) == none:
        abort(400, "Choose one or more categories, or none.")
    comment = request.form.get("comment", "").strip()
    desk.decide(case, chosen, analyst(), reason=ADJUDICATION, comment=comment)
    flash(f"Settled: {case.finding.commitment.title}")
    return redirect(url_for("judging.disagreements"), 303)


@pages.get("/agreement")
def show_agreement() -> str:
    """How far analysts agree, by category, with intervals."""
    made = [case.decisions for case in the_desk().cases() if len(case.decisions) > 1]
    first, second = request.args.get("first", ""), request.args.get("second", "")
    votes = pairs(made, first, second) if first != second else pairs(made)
    return render_template(
        "agreement.html.j2",
        rows=agreement(votes),
        total=len(votes),
        same=exact(votes),
        couples=_couples(made),
        first=first,
        second=second,
    )


def _couples(made: Sequence[Sequence[Decision]]) -> list[tuple[str, str, int]]:
    """Every two analysts who read the same commitments, with how many."""
    names = sorted(set().union(*map(readings, made)))
    couples = ((a, b, len(pairs(made, a, b))) for a, b in combinations(names, 2))
    return [couple for couple in couples if couple[2]]


@pages.get("/progress")
def show_progress() -> str:
    """How far the reading has come."""
    desk = the_desk()
    found = progress(desk.cases(), desk.reader(analyst()), datetime.now(UTC).date())
    return render_template("progress.html.j2", progress=found, second_share=desk.second_share)


@pages.get("/decisions.jsonl")
def decisions() -> Response:
    """Every decision, as JSON lines."""
    lines = "".join(f"{line}\n" for line in to_lines(the_desk().workspace.decisions()))
    head = {"Content-Disposition": "attachment; filename=decisions.jsonl"}
    return Response(lines, mimetype="application/x-ndjson", headers=head)
