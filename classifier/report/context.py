"""What the tables of a report are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from classifier.irm import OgpCommitment
from classifier.judgements import Finding
from classifier.report.words import Messages
from classifier.tally import ANY_JUSTICE
from classifier.tally.cells import carries
from classifier.taxonomy import JusticeCategory
from classifier.workspace import FileRow


@dataclass(frozen=True)
class Context:
    """Findings of all years, the reporting year, joined OGP rows, and words.

    `ogp` maps commitment ids to OGP's rows; it is `None` where no database file was given.
    """

    findings: Sequence[Finding]
    files: Sequence[FileRow]
    year: int
    words: Messages
    ogp: Mapping[str, OgpCommitment] | None = None
    versions: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def here(self) -> list[Finding]:
        """Findings of plans submitted in the reporting year."""
        return [finding for finding in self.findings if finding.plan.year == self.year]

    @cached_property
    def justice(self) -> list[Finding]:
        """Findings of all years that carry a category."""
        return [finding for finding in self.findings if is_justice(finding)]

    @cached_property
    def justice_here(self) -> list[Finding]:
        """Findings of the reporting year that carry a category."""
        return [finding for finding in self.here if is_justice(finding)]

    def category(self, code: str) -> str:
        """A category's name in the report's language."""
        return self.words(f"category.{code}")


def is_justice(finding: Finding) -> bool:
    """Whether the standing label has any category."""
    return carries(ANY_JUSTICE, finding)


def has(finding: Finding, category: JusticeCategory) -> bool:
    """Whether the standing label has this category."""
    return carries(category, finding)


def member_name(finding: Finding) -> str:
    """The member's name; empty if unknown."""
    return finding.plan.member.name if finding.plan.member else ""
