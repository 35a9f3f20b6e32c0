"""Reasons to look twice, one small function each.

The form is doubtlab's: a reason is a callable, and a queue sorts by how many of them speak up and
how strongly. A new reason is one more function in `REASONS` with its name in `TITLES`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from math import log

from classifier.judgements import Doubt, Finding, Prediction
from classifier.taxonomy import JusticeCategory
from classifier.workspace import FileRow

# Log-odds from a threshold within which a score counts as near.
NEAR = 1.5
# Split confidence below which the split itself should be checked.
SURE_SPLIT = 0.75
# Share of unknown words below which nothing is out of vocabulary, however well the rest is known.
MANY_UNKNOWN = 0.35
# One commitment in so many is read whatever the model thinks, so that it can surprise.
CHANCE = 40


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The most similar commitment of the same member's plan before."""

    commitment_id: str
    title: str
    plan: str
    categories: frozenset[JusticeCategory]
    likeness: float


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What reasons look at beside the commitment itself; all may be empty.

    `thresholds` are the model's, by category; `covered` the languages it has learned; `files` the
    ledger rows by plan id; `tags` OGP's tags by commitment id, `tag_categories` the category each
    tag stands for; `counterparts` last plan's twin by commitment id; `usual_unknown` the share of
    unknown words that nine in ten commitments do not reach.
    """

    thresholds: Mapping[JusticeCategory, float] = field(default_factory=dict)
    covered: frozenset[str] = frozenset()
    files: Mapping[str, FileRow] = field(default_factory=dict)
    tags: Mapping[str, frozenset[str]] = field(default_factory=dict)
    tag_categories: Mapping[str, JusticeCategory] = field(default_factory=dict)
    counterparts: Mapping[str, Counterpart] = field(default_factory=dict)
    usual_unknown: float = MANY_UNKNOWN


Reason = Callable[[Finding, Knowledge], Doubt | None]


def doubts(finding: Finding, knowledge: Knowledge) -> tuple[Doubt, ...]:
    """Every reason that speaks up, in the order of `REASONS`."""
    found = (reason(finding, knowledge) for reason in REASONS)
    return tuple(doubt for doubt in found if doubt)


def usual_unknown(findings: Iterable[Finding]) -> float:
    """The share of unknown words that nine in ten commitments do not reach."""
    shares = sorted(f.prediction.unknown_words for f in findings if f.prediction)
    return shares[len(shares) * 9 // 10] if shares else MANY_UNKNOWN


def near_threshold(finding: Finding, knowledge: Knowledge) -> Doubt | None:
    """A score so near its threshold that it could fall on either side."""
    prediction = finding.prediction
    if prediction is None:
        return None
    limits = knowledge.thresholds
    gaps = {c: abs(_log_odds(s) - _log_odds(limits[c])) for c, s in prediction.scores.items() if c in limits}
    closest = min(gaps, key=lambda category: gaps[category], default=None)
    if closest is None or gaps[closest] >= NEAR:
        return None
    detail = (
        f"{closest.short} scores {prediction.scores[closest]:.2f}, the threshold is {limits[closest]:.2f}"
    )
    return Doubt("near_threshold", _strength(1 - gaps[closest] / NEAR), detail)


def signals_disagree(finding: Finding, knowledge: Knowledge) -> Doubt | None:
    """The words' score and the rules say different things."""
    prediction = finding.prediction
    if prediction is None:
        return None
    shown = {evidence.category for evidence in prediction.evidence}
    likely = set(_likely(prediction, knowledge))
    scores = prediction.scores
    unshown = max(likely - prediction.categories - shown, key=lambda c: (scores[c], c), default=None)
    unscored = min(shown - likely, key=lambda c: (scores[c], c), default=None)
    if unshown:
        detail = f"{unshown.short} scores {scores[unshown]:.2f} and no word speaks for it"
        return Doubt("signals_disagree", _strength(scores[unshown]), detail)
    if unscored:
        detail = f"words speak for {unscored.short}, which scores {scores[unscored]:.2f}"
        return Doubt("signals_disagree", _strength((1 - scores[unscored]) / 2), detail)
    return None


def only_background(finding: Finding, _: Knowledge) -> Doubt | None:
    """What speaks of justice stands in the problem, the partners or the values."""
    background = finding.prediction.background if finding.prediction else ()
    if not background:
        return None
    names = ", ".join(sorted({evidence.category.short for evidence in background}))
    return Doubt("only_background", 0.5, f"words for {names}, in the background only (B17)")


def weak_language(finding: Finding, knowledge: Knowledge) -> Doubt | None:
    """A language of which the model has seen too little."""
    language = finding.commitment.language
    if not knowledge.covered or not language or language in knowledge.covered:
        return None
    return Doubt("weak_language", 0.7, f"the model has learned little in {language!r}")


def read_by_ocr(finding: Finding, knowledge: Knowledge) -> Doubt | None:
    """A scan, or pages of poor text."""
    row = knowledge.files.get(finding.plan.id)
    if row is None or not (row.ocr_pages or row.grade in ("poor", "none")):
        return None
    how = f"{row.ocr_pages} of {row.pages} pages read by OCR" if row.ocr_pages else "the text layer is poor"
    return Doubt("read_by_ocr", 0.4, how)


def unsure_split(finding: Finding, _: Knowledge) -> Doubt | None:
    """Where the commitment begins and ends is not certain."""
    confidence = finding.commitment.confidence
    if confidence >= SURE_SPLIT:
        return None
    return Doubt("unsure_split", _strength(1 - confidence), f"the split is {confidence:.0%} sure: check it")


def differs_from_ogp(finding: Finding, knowledge: Knowledge) -> Doubt | None:
    """OGP's own tags say something else of the two kinds it has tags for."""
    tags = knowledge.tags.get(finding.commitment.id)
    if tags is None or finding.prediction is None:
        return None
    justice_tags = sorted(tags & set(knowledge.tag_categories))
    theirs = {knowledge.tag_categories[tag] for tag in justice_tags}
    differing = theirs ^ (finding.prediction.categories & set(knowledge.tag_categories.values()))
    said = ", ".join(justice_tags) or "no justice tag"
    what = f"OGP: {said}; differs in {_short(differing)}"
    return Doubt("differs_from_ogp", 0.6, what) if differing else None


def differs_from_last_plan(finding: Finding, knowledge: Knowledge) -> Doubt | None:
    """Nearly the same commitment stood in the member's last plan, with another label."""
    twin = knowledge.counterparts.get(finding.commitment.id)
    if twin is None or finding.prediction is None or twin.categories == finding.prediction.categories:
        return None
    codes = " ".join(sorted(c.short for c in twin.categories)) or "none"
    return Doubt(
        "differs_from_last_plan", _strength(twin.likeness), f"{twin.plan}: “{twin.title}” was {codes}"
    )


def out_of_vocabulary(finding: Finding, knowledge: Knowledge) -> Doubt | None:
    """More words that the model never learned from than nearly all others have."""
    share = finding.prediction.unknown_words if finding.prediction else 0.0
    if share < max(MANY_UNKNOWN, knowledge.usual_unknown):
        return None
    return Doubt("out_of_vocabulary", _strength(share), f"{share:.0%} of its words are new to the model")


def drawn_by_chance(finding: Finding, _: Knowledge) -> Doubt | None:
    """A small slice drawn by lot, so that the model can be wrong where it feels sure."""
    if int(sha256(finding.commitment.id.encode()).hexdigest(), 16) % CHANCE:
        return None
    return Doubt("drawn_by_chance", 0.1, f"one in {CHANCE}, drawn by lot")


REASONS: tuple[Reason, ...] = (
    near_threshold,
    signals_disagree,
    only_background,
    weak_language,
    read_by_ocr,
    unsure_split,
    differs_from_ogp,
    differs_from_last_plan,
    out_of_vocabulary,
    drawn_by_chance,
)
# How each reason is called on the screen, by the name of its function.
TITLES = {
    "near_threshold": "score near threshold",
    "signals_disagree": "signals disagree",
    "only_background": "evidence only in background",
    "weak_language": "language weakly covered",
    "read_by_ocr": "read by OCR",
    "unsure_split": "check the split",
    "differs_from_ogp": "differs from OGP's tag",
    "differs_from_last_plan": "differs from last plan",
    "out_of_vocabulary": "out of vocabulary",
    "drawn_by_chance": "drawn by chance",
}


def _short(categories: Iterable[JusticeCategory]) -> str:
    return ", ".join(sorted(category.short for category in categories))


def _likely(prediction: Prediction, knowledge: Knowledge) -> list[JusticeCategory]:
    return [c for c, s in prediction.scores.items() if s >= knowledge.thresholds.get(c, 0.5)]


def _log_odds(score: float) -> float:
    kept = min(max(score, 1e-6), 1 - 1e-6)
    return log(kept / (1 - kept))


def _strength(value: float) -> float:
    return round(min(1.0, max(0.01, value)), 3)
