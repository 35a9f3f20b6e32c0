"""Finding: a document becomes an action plan."""

from collections.abc import Iterator, Mapping, Sequence

from classifier.documents import Document
from classifier.errors import NoCommitments, NotAPlan
from classifier.find.alike import alike
from classifier.find.commitments import commitment
from classifier.find.details import with_details
from classifier.find.fit import USUAL, Fit, fit
from classifier.find.kinds import announced, kind
from classifier.find.listings import titled
from classifier.find.reading import Reading, read
from classifier.find.styles import STYLES
from classifier.find.whose import whose
from classifier.plans import ActionPlan, Commitment, DocumentKind

# Fits below this are announced to the user.
DOUBTFUL = 0.55


def find_plan(document: Document, *, hints: Mapping[str, str] | None = None) -> ActionPlan:
    """The action plan a document holds.

    `hints` (member, years, plan_id) is the user's own knowledge and wins over what the document
    says; `kind` set to "action plan" insists that it is one. Raises `NotAPlan` for another kind
    of document and `NoCommitments` where none was found.
    """
    hints = hints or {}
    about = whose(document, hints)
    what, reason = kind(document, about.title)
    if DocumentKind.ACTION_PLAN not in (what, hints.get("kind")):
        raise NotAPlan(
            f"{document.path.name} looks like {reason}. If it is a plan, write "
            f'"{DocumentKind.ACTION_PLAN}" under kind in its row of plans.csv.'
        )
    reading = read(document)
    # Every style proposes, whatever an earlier one found: the fit decides, not the order.
    best = best_fit(reading)
    plan_id = _plan_id(document, hints)
    if best is None or best.score < 0.3:
        raise NoCommitments(
            f"{document.path.name}: no heading, field or list looks like a commitment. "
            "Look at the pages with `ogp-justice find --html`, or check that the file is a plan."
        )
    commitments = tuple(
        with_details(commitment(document, reading, segment, plan_id, order))
        for order, segment in enumerate(best.segments, 1)
    )
    stated = announced(document)
    return ActionPlan(
        id=plan_id,
        sha256=document.sha256,
        file_name=document.path.name,
        member=about.member,
        commitments=commitments,
        language=document.language,
        languages=document.languages,
        kind_reason=reason,
        edition=about.edition,
        title=about.title,
        starts=about.starts,
        ends=about.ends,
        style=best.series.style,
        fit=round(best.score, 3),
        pages=len(document.pages),
        announced=stated,
        warnings=tuple(_warnings(commitments, stated, best.score)),
    )


def _warnings(commitments: Sequence[Commitment], stated: int | None, score: float) -> Iterator[str]:
    """What a person should look at before trusting the split."""
    count = len(commitments)
    if stated is not None and stated != count:
        yield f"The plan speaks of {stated} commitments; {count} were found."
    if count not in USUAL:
        yield f"{count} commitments are unusual: OGP plans hold {USUAL.start} to {USUAL.stop - 1}."
    if score < DOUBTFUL:
        yield f"No way of setting out commitments fits well (fit {score:.2f}): check the split."


def best_fit(reading: Reading) -> Fit | None:
    """The series that explains the plan best, of all that the styles propose."""
    proposed = (titled(reading, series, {}) for style in STYLES for series in style(reading))
    fits = (fit(reading, one) for series in proposed for one in (series, *alike(reading, series)))
    return max(fits, key=lambda found: found.score, default=None)


def _plan_id(document: Document, hints: Mapping[str, str]) -> str:
    return hints.get("plan_id") or f"plan-{document.sha256[:8]}"
