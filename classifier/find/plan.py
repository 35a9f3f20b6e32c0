"""Finding: a document becomes an action plan."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from classifier.documents import Document
from classifier.errors import NoCommitments, NotAPlan
from classifier.find.alike import alike
from classifier.find.checks import Split, outside, warnings
from classifier.find.commitments import commitment
from classifier.find.confidence import confidences
from classifier.find.details import with_details
from classifier.find.drawn import with_drawn_titles
from classifier.find.earlier import Own
from classifier.find.fit import Fit, fit
from classifier.find.kinds import announced, kind
from classifier.find.listings import titled
from classifier.find.own_words import with_own_words
from classifier.find.reading import Reading, read
from classifier.find.runs import alike_runs
from classifier.find.segments import Segment
from classifier.find.series import Series
from classifier.find.styles import STYLES
from classifier.find.versions import first_whole, one_version, with_other
from classifier.find.whose import whose
from classifier.plans import ActionPlan, Commitment, DocumentKind

# Fits below this are no plan's commitments.
WORST = 0.3


def find_plan(document: Document, *, hints: Mapping[str, str] | None = None) -> ActionPlan:
    """The action plan a document holds.

    `hints` (member, years, plan_id) is the user's own knowledge and wins over what the document
    says; `kind` set to "action plan" insists that it is one. Raises `NotAPlan` for another kind
    of document and `NoCommitments` where none was found.
    """
    hints, languages = hints or {}, document.languages
    about = whose(document, hints)
    what, reason = kind(document, about.title)
    if DocumentKind.ACTION_PLAN not in (what, hints.get("kind")):
        raise NotAPlan(
            f"{document.path.name} looks like {reason}. If it is a plan, write "
            f'"{DocumentKind.ACTION_PLAN}" under kind in its row of plans.csv.'
        )
    document, reading, best = _explained(document, Own(about.number, about.starts))
    if best is None or best.score < WORST:
        raise NoCommitments(
            f"{document.path.name}: no heading, field or list looks like a commitment. "
            "Look at the pages with `ogp-justice find --html`, or check that the file is a plan."
        )
    best = replace(best, segments=_with_titles(document, reading, best))
    plan_id = _plan_id(document, hints)
    split = Split(best, announced(document, about.number, about.starts), outside(reading, best.segments))
    return ActionPlan(
        id=plan_id,
        sha256=document.sha256,
        file_name=document.path.name,
        member=about.member,
        commitments=_commitments(document, reading, best, plan_id),
        language=document.language,
        languages=languages,
        kind_reason=reason,
        edition=about.edition,
        number=about.number,
        title=about.title,
        starts=about.starts,
        ends=about.ends,
        style=best.series.style,
        fit=round(best.score, 3),
        pages=len(document.pages),
        announced=split.announced,
        outside=round(split.outside, 3),
        warnings=warnings(split),
    )


def _commitments(document: Document, reading: Reading, best: Fit, plan_id: str) -> tuple[Commitment, ...]:
    pairs = zip(best.segments, confidences(reading, best), strict=True)
    found = (
        (commitment(document, reading, segment, plan_id, order), sure)
        for order, (segment, sure) in enumerate(pairs, 1)
    )
    return tuple(with_details(replace(one, confidence=sure)) for one, sure in found)


def _with_titles(document: Document, reading: Reading, best: Fit) -> tuple[Segment, ...]:
    """The segments, titles that are drawn read from their pictures."""
    series = replace(best.series, starts=tuple(segment.start for segment in best.segments))
    starts = with_drawn_titles(document, reading, series).starts
    return tuple(replace(segment, start=start) for segment, start in zip(best.segments, starts, strict=True))


def _explained(document: Document, own: Own) -> tuple[Document, Reading, Fit | None]:
    """What explains the plan best; of a file that holds it in two languages, one version alone."""
    parts = [document, *map(document.in_version, document.versions)]
    readings = [read(part, own) for part in parts]
    fits = [best_fit(reading) for reading in readings]
    at = first_whole(fits)
    best = fits[at]
    if best is None:
        return document, readings[0], None
    other = _other_version(parts[1:], fits[1:], best)
    if at and other:
        return parts[at], readings[at], with_other(best, *other)
    return document, readings[0], one_version(readings[0], best)


def _other_version(
    parts: Sequence[Document], fits: Sequence[Fit | None], best: Fit
) -> tuple[str, Fit | None] | None:
    """The language and the fit of the first version that is not the best; none if there is no other."""
    pairs = zip(parts, fits, strict=True)
    return next(((part.language, found) for part, found in pairs if found is not best), None)


def best_fit(reading: Reading) -> Fit | None:
    """The series that explains the plan best, of all that the styles propose.

    Every style proposes, whatever an earlier one found: the fit decides, not the order.
    """
    proposed = (_titled(reading, series) for style in STYLES for series in style(reading))
    fits = (
        fit(reading, one)
        for series in proposed
        for one in (series, *alike(reading, series), *alike_runs(reading, series))
    )
    return max(fits, key=lambda found: found.score, default=None)


def _titled(reading: Reading, series: Series) -> Series:
    """The series, titles that are missing taken from a list, else from what the commitments say."""
    return with_own_words(reading, titled(reading, series, {}))


def _plan_id(document: Document, hints: Mapping[str, str]) -> str:
    return hints.get("plan_id") or f"plan-{document.sha256[:8]}"
