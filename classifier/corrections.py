"""What people correct in a plan's split: merge, split, drop, rename.

For whoever shows a plan to a person (a web page, a command):

    from classifier import corrections, pipeline
    plan = workspace.plan(plan_id)
    one = corrections.merge(first, second, analyst="ana")        # or split, drop, rename
    plan = pipeline.correct(workspace, one, model)               # kept, applied, predicted anew
    pipeline.correct(workspace, corrections.undo(one, analyst="ana"), model)

`apply_corrections(plan, corrections)` alone is pure: a preview of what a correction would do.
Corrections are appended to the workspace and never overwritten. They name the commitment by id,
title and page, so that they hold after a new run that counts differently; one that finds its
commitment no more becomes a warning of the plan, never silence. Commitments no correction
touches keep their ids, and with them their decisions.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import filterfalse
from uuid import uuid4

from classifier.cues import fold
from classifier.documents import Box
from classifier.judgements import Correction, CorrectionKind, Target
from classifier.plans import ActionPlan, Commitment, Field, Milestone

# Words quoted from where a second commitment begins: enough to find the place again.
QUOTED_WORDS = 12

Commitments = tuple[Commitment, ...]


def merge(first: Commitment, second: Commitment, *, analyst: str, comment: str = "") -> Correction:
    """Two commitments are one: the second joins the first, whose id and title stay."""
    targets = {"target": Target.of(first), "other": Target.of(second)}
    return _new(CorrectionKind.MERGE, first.plan_id, analyst, comment=comment, **targets)


def split(
    commitment: Commitment, offset: int, title: str, *, page: int = 0, analyst: str, comment: str = ""
) -> Correction:
    """A commitment is two: the second begins at `offset` in its text, on `page` if known.

    Raises `ValueError` for an offset that leaves one of them empty.
    """
    if not commitment.text[:offset].strip() or not commitment.text[offset:].strip():
        raise ValueError("One of the two parts would be empty: choose a place inside the text.")
    quoted = " ".join(commitment.text[offset:].split()[:QUOTED_WORDS])
    more = {"target": Target.of(commitment), "title": title, "quoted": quoted, "page": page}
    return _new(CorrectionKind.SPLIT, commitment.plan_id, analyst, comment=comment, **more)


def drop(commitment: Commitment, *, analyst: str, comment: str = "") -> Correction:
    """What was found is no commitment."""
    return _new(
        CorrectionKind.DROP, commitment.plan_id, analyst, target=Target.of(commitment), comment=comment
    )


def rename(commitment: Commitment, title: str, *, analyst: str, comment: str = "") -> Correction:
    """A commitment's title is another; `ValueError` for an empty one."""
    if not title.strip():
        raise ValueError("A commitment needs a title: type one, or leave it as it is.")
    more = {"target": Target.of(commitment), "title": title.strip()}
    return _new(CorrectionKind.RENAME, commitment.plan_id, analyst, comment=comment, **more)


def undo(correction: Correction, *, analyst: str, comment: str = "") -> Correction:
    """An earlier correction no longer holds."""
    return _new(CorrectionKind.UNDO, correction.plan_id, analyst, undoes=correction.id, comment=comment)


def _new(kind: CorrectionKind, plan_id: str, analyst: str, **more: object) -> Correction:
    now = datetime.now(UTC)
    return Correction(uuid4().hex, plan_id, kind, analyst, now, **more)  # type: ignore[arg-type]


def in_force(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Corrections in the order they were made, without those taken back."""
    made = sorted(corrections, key=lambda correction: correction.made_at)
    undone: set[str] = set()
    for correction in reversed(made):
        if _is_undo(correction) and correction.id not in undone:
            undone.add(correction.undoes)
    standing = (correction for correction in made if correction.id not in undone)
    return tuple(filterfalse(_is_undo, standing))


def _is_undo(correction: Correction) -> bool:
    return correction.kind is CorrectionKind.UNDO


def apply_corrections(plan: ActionPlan, corrections: Iterable[Correction]) -> ActionPlan:
    """The plan as people corrected it, commitments counted anew from 1.

    A correction whose commitment is not found any more is left out and named in `warnings`.
    """
    standing = [correction for correction in in_force(corrections) if correction.plan_id == plan.id]
    if not standing:
        return plan
    commitments, lost = plan.commitments, []
    for correction in standing:
        changed = _apply(commitments, correction)
        if changed is None:
            lost.append(_lost(correction))
        else:
            commitments = changed
    ordered = tuple(replace(c, order=order) for order, c in enumerate(commitments, 1))
    return replace(plan, commitments=ordered, warnings=(*plan.warnings, *lost))


def _apply(commitments: Commitments, correction: Correction) -> Commitments | None:
    """The commitments after one correction; `None` where it finds no place."""
    place = _find(commitments, correction.target)
    return None if place is None else _WAYS[correction.kind](commitments, place, correction)


def _drop(commitments: Commitments, place: int, _: Correction) -> Commitments:
    return commitments[:place] + commitments[place + 1 :]


def _rename(commitments: Commitments, place: int, correction: Correction) -> Commitments:
    renamed = replace(commitments[place], title=correction.title)
    return (*commitments[:place], renamed, *commitments[place + 1 :])


def _merge(commitments: Commitments, place: int, correction: Correction) -> Commitments | None:
    other = _find(commitments, correction.other)
    if other is None or other == place:
        return None
    whole = list(commitments)
    whole[place] = _merged(commitments[place], commitments[other])
    return tuple(c for at, c in enumerate(whole) if at != other)


def _split(commitments: Commitments, place: int, correction: Correction) -> Commitments | None:
    parts = _parts(commitments[place], correction)
    return (*commitments[:place], *parts, *commitments[place + 1 :]) if parts else None


_Way = Callable[[Commitments, int, Correction], Commitments | None]
_WAYS: Mapping[CorrectionKind, _Way] = {
    CorrectionKind.DROP: _drop,
    CorrectionKind.RENAME: _rename,
    CorrectionKind.MERGE: _merge,
    CorrectionKind.SPLIT: _split,
}


def _lost(correction: Correction) -> str:
    title = correction.target.title if correction.target else ""
    return (
        f'{correction.analyst} asked to {correction.kind} "{title}", '
        "which is not found so any more: check the split."
    )


def _find(commitments: tuple[Commitment, ...], target: Target | None) -> int | None:
    """Where a target stands: by id and title, else by title and the nearest page, else by id alone."""
    if target is None:
        return None
    titled = [at for at, c in enumerate(commitments) if fold(c.title) == fold(target.title)]
    same = [at for at in titled if commitments[at].id == target.id]
    if same or titled:
        return (same or sorted(titled, key=lambda at: abs(Target.of(commitments[at]).page - target.page)))[0]
    # A title may be read better by a later version; the number and the page then tell.
    known = (at for at, c in enumerate(commitments) if c.id == target.id)
    return next((at for at in known if abs(Target.of(commitments[at]).page - target.page) <= 1), None)


def _merged(first: Commitment, second: Commitment) -> Commitment:
    shift = len(first.text) + 1 + len(second.title) + 1
    moved = tuple(Field(f.name, f.start + shift, f.end + shift) for f in second.fields)
    boxes = _boxes(first, second)
    return replace(
        first,
        text=f"{first.text}\n{second.title}\n{second.text}",
        fields=first.fields + moved,
        supporting_institutions=_together(first.supporting_institutions, second.supporting_institutions),
        lead_institution=first.lead_institution or second.lead_institution,
        milestones=first.milestones + second.milestones,
        start=min(filter(None, (first.start, second.start)), default=None),
        end=max(filter(None, (first.end, second.end)), default=None),
        sdg_targets=_together(first.sdg_targets, second.sdg_targets),
        contact="\n".join(filter(None, (first.contact, second.contact))),
        pages=tuple(boxes),
        boxes=tuple(boxes.values()),
        blocks=tuple(sorted({*first.blocks, *second.blocks})),
        confidence=1.0,
    )


def _together(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first + second))


def _boxes(first: Commitment, second: Commitment) -> dict[int, Box]:
    boxes: dict[int, Box] = {}
    pairs = [pair for c in (first, second) for pair in zip(c.pages, c.boxes, strict=False)]
    for page, box in sorted(pairs, key=lambda pair: pair[0]):
        boxes[page] = boxes[page].union(box) if page in boxes else box
    return boxes


def _parts(whole: Commitment, correction: Correction) -> Commitments:
    cut = _place_of(correction.quoted, whole.text)
    if cut is None or not whole.text[:cut].strip():
        return ()
    page = correction.page or (whole.pages[-1] if whole.pages else 0)
    text = whole.text[:cut].rstrip()
    early, late = _divided(whole.milestones, whole.text, cut)
    first = replace(whole, text=text, fields=_clipped(whole.fields, 0, len(text)), milestones=early)
    second = replace(
        whole,
        id=f"{whole.id}-{sha256(correction.quoted.encode()).hexdigest()[:6]}",
        number="",
        title=correction.title,
        text=whole.text[cut:],
        fields=_clipped(whole.fields, cut, len(whole.text)),
        milestones=late,
        contact="",
        # The blocks stay with the first part: no block belongs to two commitments.
        blocks=(),
    )
    return (
        _on_pages(first, [number for number in whole.pages if number <= page]),
        _on_pages(second, [number for number in whole.pages if number >= page]),
    )


def _clipped(fields: tuple[Field, ...], start: int, end: int) -> tuple[Field, ...]:
    """The fields between two places of the text, counted from the first of them."""
    inside = (field for field in fields if field.start < end and field.end > start)
    return tuple(Field(f.name, max(f.start - start, 0), min(f.end, end) - start) for f in inside)


def _place_of(quoted: str, text: str) -> int | None:
    """Where the quoted words begin, whatever the spaces between words have become."""
    want = quoted.split()
    for start in (at for at in range(len(text)) if want and text.startswith(want[0], at)):
        if text[start : start + 3 * len(quoted)].split()[: len(want)] == want:
            return start
    return None


def _divided(
    steps: tuple[Milestone, ...], text: str, cut: int
) -> tuple[tuple[Milestone, ...], tuple[Milestone, ...]]:
    late = tuple(step for step in steps if step.text in text[cut:] and step.text not in text[:cut])
    return tuple(step for step in steps if step not in late), late


def _on_pages(commitment: Commitment, pages: list[int]) -> Commitment:
    boxes = dict(zip(commitment.pages, commitment.boxes, strict=False))
    kept = tuple(boxes[page] for page in pages if page in boxes)
    return replace(commitment, pages=tuple(pages), boxes=kept, confidence=1.0)
