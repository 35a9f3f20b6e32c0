"""What the tables of a report are made from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from classifier.irm import Joins
from classifier.judgements import Finding
from classifier.report.columns import kind_of
from classifier.report.tables import Cell, Column, ReportTable, Row
from classifier.report.words import Messages
from classifier.tally import ANY_JUSTICE
from classifier.tally.cells import carries
from classifier.tally.dimensions import running
from classifier.taxonomy import JusticeCategory
from classifier.workspace import FileRow

# Concepts of the lexicon by commitment id.
Concepts = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Context:
    """Findings of all years, the reporting year, joined OGP rows, and words.

    `joins` is `None` where no database file was given. `links` holds, by plan id, where its
    PDF is found. `versions` names what made the figures.
    """

    findings: Sequence[Finding]
    files: Sequence[FileRow]
    year: int
    words: Messages
    joins: Joins | None = None
    versions: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    concepts: Concepts = field(default_factory=dict)

    @cached_property
    def here(self) -> list[Finding]:
        """Findings of plans submitted in the reporting year."""
        return [finding for finding in self.findings if finding.plan.year == self.year]

    @cached_property
    def before(self) -> list[Finding]:
        """Findings of plans submitted in the year before."""
        return [finding for finding in self.findings if finding.plan.year == self.year - 1]

    @cached_property
    def active(self) -> list[Finding]:
        """Findings of plans that run in the reporting year."""
        return [finding for finding in self.findings if active_in(finding, self.year)]

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

    def table(
        self,
        name: str,
        columns: Sequence[str],
        rows: Iterable[tuple[str, Sequence[Cell]]],
        *,
        note: str = "",
        main: Sequence[str] = ("number",),
    ) -> ReportTable:
        """A table whose titles come from the messages; rows are keys with cells."""
        return ReportTable(
            name,
            self.words(f"table.{name}", year=self.year, before=self.year - 1),
            tuple(self._column(one) for one in columns),
            tuple(Row(key, tuple(cells)) for key, cells in rows),
            note,
            tuple(main),
        )

    def _column(self, name: str) -> Column:
        if name in (*JusticeCategory, ANY_JUSTICE):
            return Column(name, self.category(name))
        return Column(name, self.words(f"column.{name}", year=self.year, before=self.year - 1), kind_of(name))


def is_justice(finding: Finding) -> bool:
    """Whether the standing label has any category."""
    return carries(ANY_JUSTICE, finding)


def has(finding: Finding, category: str) -> bool:
    """Whether the standing label has this category, or any for "any_justice"."""
    return carries(category, finding)


def decided(finding: Finding) -> bool:
    """Whether people settled the label."""
    return bool(finding.label and finding.label.decided)


def active_in(finding: Finding, year: int) -> bool:
    """Whether the finding's plan runs in a year."""
    return year in running(finding.plan)


def member_name(finding: Finding) -> str:
    """The member's name; empty if unknown."""
    return finding.plan.member.name if finding.plan.member else ""


def carrying(findings: Iterable[Finding], category: str) -> list[Finding]:
    """The findings with a category, or with any for "any_justice"."""
    return [finding for finding in findings if has(finding, category)]


def chosen(findings: Iterable[Finding], test: Callable[[Finding], bool]) -> list[Finding]:
    """The findings that pass a test, in their order."""
    return [finding for finding in findings if test(finding)]
