"""What is said about a commitment, by a model or a person, and the counts that follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from classifier.plans import ActionPlan, Commitment
from classifier.taxonomy import Group, JusticeCategory, Means, PeopleCentred


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that carry a label, as a span of the commitment's text.

    `part` is "title" or "text": the string that `start` and `end` count in. `concept` names the
    lexicon concept or rule that matched.
    """

    category: JusticeCategory
    part: str
    start: int
    end: int
    text: str
    concept: str


@dataclass(frozen=True, slots=True)
class Prediction:
    """What one model says of one commitment.

    `scores` holds a calibrated probability for every category; `categories` are those above
    the model's thresholds; `doubtful` are those whose score lies in the band sent to review;
    `auto_accepted` is true only where independent signals agree. `background` are spans that
    speak for a category which nothing promised speaks for; `unknown_words` is the share of the
    promise's words (0 to 1) that the model never learned from.
    """

    commitment_id: str
    model_id: str
    scores: Mapping[JusticeCategory, float]
    categories: frozenset[JusticeCategory]
    doubtful: frozenset[JusticeCategory] = frozenset()
    auto_accepted: bool = False
    evidence: tuple[Evidence, ...] = ()
    rules: tuple[str, ...] = ()
    subthemes: tuple[str, ...] = ()
    people_centred: PeopleCentred = PeopleCentred.UNCLEAR
    indicators: tuple[str, ...] = ()
    groups: frozenset[Group] = frozenset()
    means: frozenset[Means] = frozenset()
    warnings: tuple[str, ...] = ()
    background: tuple[Evidence, ...] = ()
    unknown_words: float = 0.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """One named reason to look twice at a commitment.

    `strength` lies above 0 and up to 1; `detail` says in words what was seen.
    """

    reason: str
    strength: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What one analyst decided, and when; never overwritten.

    `categories` is `None` for "unsure". `before` is what stood there before this decision.
    """

    id: str
    commitment_id: str
    categories: frozenset[JusticeCategory] | None
    analyst: str
    made_at: datetime
    model_id: str = ""
    before: frozenset[JusticeCategory] | None = None
    reason: str = ""
    comment: str = ""


class CorrectionKind(StrEnum):
    """What a person may do to a split."""

    MERGE = "merge"
    SPLIT = "split"
    DROP = "drop"
    RENAME = "rename"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Target:
    """A commitment as the person saw it; `page` is its first."""

    id: str
    title: str
    page: int

    @classmethod
    def of(cls, commitment: Commitment) -> "Target":
        """The target that names a commitment."""
        return cls(commitment.id, commitment.title, commitment.pages[0] if commitment.pages else 0)


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction by one person; never overwritten.

    `target` is the commitment meant, `other` the one merged into it. `title` is the new title
    (rename) or the second part's (split), which begins at the words `quoted` on page `page`.
    `undoes` is the id of the correction taken back.
    """

    id: str
    plan_id: str
    kind: CorrectionKind
    analyst: str
    made_at: datetime
    target: Target | None = None
    other: Target | None = None
    title: str = ""
    quoted: str = ""
    page: int = 0
    undoes: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands for a commitment now: settled by people, or predicted."""

    commitment_id: str
    categories: frozenset[JusticeCategory]
    decided: bool


@dataclass(frozen=True, slots=True)
class Count:
    """Commitments in one cell of a breakdown, by who said so.

    `keys` holds the breakdown's values in order. `decided` were labelled by people, `predicted`
    only by the model; `commitments` is the cell's total, `unread` those nobody has labelled,
    person or model.
    """

    keys: tuple[str, ...]
    category: str
    decided: int
    predicted: int
    commitments: int
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimated true count with its 95% interval.

    `value`, `low` and `high` are `None` where the sample cannot carry a figure; `note` says why,
    and `reason` names it in one word, for reports in other languages.
    `read` counts the commitments of the sample that people read; `keys` holds the breakdown's
    values in order.
    """

    category: str
    value: float | None
    low: float | None
    high: float | None
    read: int
    note: str = ""
    keys: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AuditItem:
    """A commitment's place in the audit sample's frame, fixed when the sample was drawn.

    `probability` is the chance it had of being sampled; `sampled` whether it was.
    """

    commitment_id: str
    stratum: int
    probability: float
    sampled: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """A commitment with its plan and what stands for it now.

    `plan` comes without its commitments. `prediction` and `label` are `None` where no model has
    read the commitment: no label is not an empty set. `audit` is `None` for commitments that
    came after the audit sample was drawn.
    """

    plan: ActionPlan
    commitment: Commitment
    prediction: Prediction | None = None
    label: Label | None = None
    audit: AuditItem | None = None
