"""The justice commitments themselves, with the way back to the page."""

from collections.abc import Sequence

from classifier.judgements import Finding, Label
from classifier.report.tables import ReportTable
from classifier.taxonomy import JusticeCategory

# Examples shown for each category.
EXAMPLES_EACH = 3


def commitments_table(findings: Sequence[Finding]) -> ReportTable:
    """Every commitment that carries a category."""
    rows = tuple(_row(finding) for finding in findings if finding.label and finding.label.categories)
    return ReportTable(
        "justice_commitments",
        "Every justice commitment",
        ("Id", "Member", "Year", "File", "Page", "Title", "Categories", "Said by"),
        rows,
    )


def _row(finding: Finding) -> tuple[object, ...]:
    plan, commitment, label = finding.plan, finding.commitment, finding.label
    return (
        commitment.id,
        plan.member.name if plan.member else "",
        plan.year or "",
        plan.file_name,
        commitment.pages[0] if commitment.pages else "",
        commitment.title,
        _short(label),
        "people" if label and label.decided else "model",
    )


def _short(label: Label | None) -> str:
    return " ".join(category.short for category in sorted(label.categories)) if label else ""


def examples(findings: Sequence[Finding]) -> tuple[dict[str, str], ...]:
    """A few commitments of each category: those people confirmed first, then the surest."""
    chosen: list[dict[str, str]] = []
    for category in JusticeCategory:
        carrying = [f for f in findings if f.label and category in f.label.categories]
        ranked = sorted(carrying, key=lambda f: (not (f.label and f.label.decided), -_score(f, category)))
        chosen += [_example(finding, category) for finding in ranked[:EXAMPLES_EACH]]
    return tuple(chosen)


def _score(finding: Finding, category: JusticeCategory) -> float:
    return finding.prediction.scores[category] if finding.prediction else 0.0


def _example(finding: Finding, category: JusticeCategory) -> dict[str, str]:
    page = finding.commitment.pages[0] if finding.commitment.pages else 1
    said = finding.prediction.evidence if finding.prediction else ()
    evidence = [one.text for one in said if one.category == category]
    return {
        "category": category.full_name,
        "id": finding.commitment.id,
        "title": finding.commitment.title,
        "member": finding.plan.member.name if finding.plan.member else "",
        "years": f"{finding.plan.starts or '?'}-{finding.plan.ends or '?'}",
        "where": f"{finding.plan.file_name}, page {page}",
        "evidence": evidence[0] if evidence else "",
    }
