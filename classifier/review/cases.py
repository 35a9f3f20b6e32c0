"""What an analyst is shown: a commitment with all that is known of it."""

from dataclasses import dataclass, replace
from functools import cached_property

from classifier.cues import without_accents
from classifier.judgements import Decision, Doubt, Evidence, Finding
from classifier.review.settle import disputed, effective, settle
from classifier.taxonomy import JusticeCategory
from classifier.workspace import FileRow


@dataclass(frozen=True)
class Case:
    """A commitment to decide on.

    `decisions` are all ever made on it, oldest first; `file` is the ledger row of its plan's PDF;
    `tags` are OGP's, `None` where the commitment was not joined with OGP's database.
    """

    finding: Finding
    doubts: tuple[Doubt, ...] = ()
    decisions: tuple[Decision, ...] = ()
    file: FileRow | None = None
    tags: frozenset[str] | None = None

    @property
    def id(self) -> str:
        """The commitment's id."""
        return self.finding.commitment.id

    @cached_property
    def folded(self) -> str:
        """Id, title and text without case and accents, for searching."""
        commitment = self.finding.commitment
        return fold(f"{commitment.id}\n{commitment.title}\n{commitment.text}")

    @property
    def sampled(self) -> bool:
        """Whether the case belongs to the audit sample."""
        return bool(self.finding.audit and self.finding.audit.sampled)

    @cached_property
    def decided(self) -> bool:
        """Whether a label settled by people stands."""
        return bool(self.finding.label and self.finding.label.decided)

    @cached_property
    def disputed(self) -> bool:
        """Whether analysts differ."""
        return disputed(self.decisions)

    @cached_property
    def readers(self) -> dict[str, Decision]:
        """Each analyst's latest decision that was not taken back, unsure ones too."""
        return {decision.analyst: decision for decision in effective(self.decisions)}

    @property
    def categories(self) -> frozenset[JusticeCategory]:
        """What stands now, decided or predicted."""
        return self.label_before or frozenset()

    @property
    def label_before(self) -> frozenset[JusticeCategory] | None:
        """What stands before the next decision; `None` where nothing was said yet."""
        return self.finding.label.categories if self.finding.label else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The prediction's evidence; none without a prediction."""
        return self.finding.prediction.evidence if self.finding.prediction else ()

    @property
    def model_id(self) -> str:
        """The model that predicted the case; empty without a prediction."""
        return self.finding.prediction.model_id if self.finding.prediction else ""

    @cached_property
    def rank(self) -> tuple[int, float, str]:
        """The place in the queue: most reasons first, then the strongest."""
        return -len(self.doubts), -round(sum(doubt.strength for doubt in self.doubts), 6), self.id

    def with_decisions(self, decisions: tuple[Decision, ...]) -> "Case":
        """The case after more was decided, its label settled anew."""
        label = settle(decisions, self.finding.prediction)
        return replace(self, finding=replace(self.finding, label=label), decisions=decisions)


def fold(text: str) -> str:
    """Text without case and accents, spaces as one."""
    return " ".join(without_accents(text.casefold()).split())
