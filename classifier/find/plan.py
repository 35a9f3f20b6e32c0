"""Finding: a document becomes an action plan."""

from collections.abc import Mapping

from classifier.documents import Document
from classifier.errors import NoCommitments
from classifier.find.commitments import commitment
from classifier.find.fit import Fit, fit
from classifier.find.listings import titled
from classifier.find.reading import Reading, read
from classifier.find.styles import STYLES
from classifier.plans import ActionPlan


def find_plan(document: Document, *, hints: Mapping[str, str] | None = None) -> ActionPlan:
    """The action plan a document holds.

    `hints` (member, years, plan_id) is the user's own knowledge and wins over what the document
    says. Raises `NotAPlan` for another kind of document and `NoCommitments` where none was found.
    """
    reading = read(document)
    best = best_fit(reading)
    plan_id = _plan_id(document, hints or {})
    if best is None or best.score < 0.3:
        raise NoCommitments(
            f"{document.path.name}: no heading, field or list looks like a commitment. "
            "Look at the pages with `ogp-justice find --html`, or check that the file is a plan."
        )
    commitments = tuple(
        commitment(document, reading, segment, plan_id, order)
        for order, segment in enumerate(best.segments, 1)
    )
    return ActionPlan(
        id=plan_id,
        sha256=document.sha256,
        file_name=document.path.name,
        member=None,
        commitments=commitments,
        language=document.language,
        languages=document.languages,
        style=best.series.style,
        fit=round(best.score, 3),
        pages=len(document.pages),
    )


def best_fit(reading: Reading) -> Fit | None:
    """The series that explains the plan best, of all that the styles propose."""
    proposed = (titled(reading, series, {}) for style in STYLES for series in style(reading))
    fits = (fit(reading, series) for series in proposed)
    return max(fits, key=lambda found: found.score, default=None)


def _plan_id(document: Document, hints: Mapping[str, str]) -> str:
    return hints.get("plan_id") or f"plan-{document.sha256[:8]}"
