"""Commitments of other members most like one, across languages.

Likeness is a mean of four cosines or overlaps: categories, sub-themes, concepts of the lexicon
(the same in every language; Salton's inverse document frequency makes rare ones weigh more), and
words, which count only between texts of one language.
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from classifier.judgements import Finding

# What each part weighs; words are left out between two languages.
WEIGHTS = {"categories": 0.15, "subthemes": 0.3, "concepts": 0.35, "words": 0.2}

Concepts = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """A commitment like the one asked for, how like (0 to 1), and in which parts."""

    finding: Finding
    score: float
    parts: Mapping[str, float]


def similar(
    target: Finding, findings: Sequence[Finding], concepts: Concepts, *, limit: int = 10
) -> list[Likeness]:
    """The commitments of other members most like the target, the most like first.

    `concepts` holds the lexicon concepts by commitment id; without them the concepts of the
    evidence stand in.
    """
    others = [f for f in findings if _of_another(f, target)]
    weights = _rarity([_concepts(f, concepts) for f in (target, *others)])
    words = _word_cosines(target, others)
    found = [_likeness(target, f, concepts, weights, words.get(f.commitment.id)) for f in others]
    return sorted(found, key=lambda one: (-one.score, one.finding.commitment.id))[:limit]


def _of_another(finding: Finding, target: Finding) -> bool:
    if finding.plan.member and target.plan.member:
        return finding.plan.member.name != target.plan.member.name
    return finding.plan.id != target.plan.id


def _likeness(
    target: Finding, other: Finding, concepts: Concepts, weights: Mapping[str, float], words: float | None
) -> Likeness:
    parts = {
        "categories": jaccard(_categories(target), _categories(other)),
        "subthemes": jaccard(_subthemes(target), _subthemes(other)),
        "concepts": cosine(_concepts(target, concepts), _concepts(other, concepts), weights),
    }
    if words is not None:
        parts["words"] = words
    whole = sum(WEIGHTS[name] for name in parts)
    score = sum(WEIGHTS[name] * value for name, value in parts.items()) / whole
    return Likeness(other, round(score, 3), {name: round(value, 3) for name, value in parts.items()})


def jaccard(one: Collection[str], other: Collection[str]) -> float:
    """The share of two sets that they have in common; 0 for two empty ones."""
    together = set(one) | set(other)
    return len(set(one) & set(other)) / len(together) if together else 0.0


def cosine(one: Collection[str], other: Collection[str], weights: Mapping[str, float]) -> float:
    """The cosine of two sets whose members weigh as told; 0 where one is empty."""
    common = sum(weights.get(name, 1.0) ** 2 for name in set(one) & set(other))
    sizes = [math.sqrt(sum(weights.get(name, 1.0) ** 2 for name in set(some))) for some in (one, other)]
    return common / (sizes[0] * sizes[1]) if all(sizes) else 0.0


def _rarity(sets: Sequence[frozenset[str]]) -> dict[str, float]:
    """How much a concept says: the logarithm of how few commitments have it."""
    seen = Counter(name for some in sets for name in some)
    return {name: math.log(1 + len(sets) / number) for name, number in seen.items()}


def _categories(finding: Finding) -> frozenset[str]:
    return frozenset(finding.label.categories) if finding.label else frozenset()


def _subthemes(finding: Finding) -> frozenset[str]:
    return frozenset(finding.prediction.subthemes) if finding.prediction else frozenset()


def _concepts(finding: Finding, concepts: Concepts) -> frozenset[str]:
    if finding.commitment.id in concepts:
        return concepts[finding.commitment.id]
    said = finding.prediction.evidence if finding.prediction else ()
    return frozenset(one.concept for one in said)


def _word_cosines(target: Finding, others: Sequence[Finding]) -> dict[str, float]:
    """TF-IDF cosines with commitments of the same language, by id."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    same = [f for f in others if f.commitment.language == target.commitment.language]
    texts = [f"{f.commitment.title}\n{f.commitment.text}" for f in (target, *same)]
    if not same or not any(character.isalnum() for text in texts for character in text):
        return {}
    matrix = TfidfVectorizer(
        sublinear_tf=True, token_pattern=r"(?u)\w+", strip_accents="unicode"
    ).fit_transform(texts)
    cosines = (matrix[1:] @ matrix[0].T).toarray().ravel()
    return {f.commitment.id: float(value) for f, value in zip(same, cosines, strict=True)}
