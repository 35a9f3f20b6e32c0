"""Last plan's twin of a commitment: the same member's most similar one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

import numpy as np
from rapidfuzz import fuzz, process

from classifier.judgements import Finding
from classifier.review.cases import fold
from classifier.review.doubts import Counterpart

# Likeness of titles (0 to 100) from which two commitments are taken for twins.
ALIKE = 85


def counterparts(findings: Iterable[Finding]) -> dict[str, Counterpart]:
    """For each commitment with a twin in its member's plan before, that twin."""
    found: dict[str, Counterpart] = {}
    for group in _by_member(findings):
        for before, after in pairwise(_plans(group)):
            found |= _twins(before, after)
    return found


def _by_member(findings: Iterable[Finding]) -> Iterable[list[Finding]]:
    """Commitments of plans whose member and year are known, member by member."""
    members: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.plan.member and finding.plan.year:
            members[finding.plan.member.code or finding.plan.member.name].append(finding)
    return members.values()


def _plans(findings: Sequence[Finding]) -> list[list[Finding]]:
    """One member's commitments plan by plan, the oldest first."""
    ordered = sorted(findings, key=lambda f: (f.plan.year or 0, f.plan.id))
    return [list(group) for _, group in groupby(ordered, key=lambda f: f.plan.id)]


def _twins(before: Sequence[Finding], after: Sequence[Finding]) -> dict[str, Counterpart]:
    old, new = ([fold(finding.commitment.title) for finding in some] for some in (before, after))
    scores = process.cdist(new, old, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    found = {}
    for finding, place, score in zip(after, np.argmax(scores, axis=1), scores.max(axis=1), strict=True):
        twin = before[int(place)]
        if score and twin.label:
            found[finding.commitment.id] = _counterpart(twin, float(score) / 100)
    return found


def _counterpart(twin: Finding, likeness: float) -> Counterpart:
    plan, commitment = twin.plan, twin.commitment
    name = f"{plan.starts}-{plan.ends}" if plan.starts and plan.ends else plan.file_name
    categories = twin.label.categories if twin.label else frozenset()
    return Counterpart(commitment.id, commitment.title, name, categories, likeness)
