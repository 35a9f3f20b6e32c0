"""What was read and what was not: the report's own limits."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from classifier.irm import is_imported
from classifier.judgements import Finding
from classifier.plans import ActionPlan, Edition
from classifier.report.clean import without_contacts
from classifier.report.context import Context, chosen, decided
from classifier.report.tables import ReportTable, Rows, counted, share
from classifier.workspace import FileRow

# Split confidences that part "sure" from "likely" and "weak".
SURE, LIKELY = 0.85, 0.6


def coverage(context: Context) -> ReportTable:
    """How many files ended how, and what that holds."""
    outcomes: dict[str, list[FileRow]] = defaultdict(list)
    for row in context.files:
        outcomes[row.outcome].append(row)
    order = sorted(outcomes.items(), key=lambda item: (-len(item[1]), item[0]))
    found: Rows = [
        (
            name,
            (
                context.words.value("outcome", name),
                len(rows),
                sum(r.pages for r in rows),
                sum(r.ocr_pages for r in rows),
                sum(r.commitments for r in rows),
            ),
        )
        for name, rows in order
    ]
    columns = ("outcome", "files", "pages", "ocr", "commitments")
    return context.table("coverage", columns, found, note=context.words("note.coverage"), main=())


def languages(context: Context) -> ReportTable:
    """Plans and commitments by language."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in context.findings:
        groups[finding.commitment.language or finding.plan.language or "unknown"].append(finding)
    found: Rows = []
    for code in sorted(groups, key=lambda c: (-len(groups[c]), c)):
        some = groups[code]
        doubtful = chosen(some, _needs_reading)
        found.append(
            (
                code,
                (
                    context.words.value("language", code),
                    len({f.plan.id for f in some}),
                    counted(some),
                    counted(doubtful),
                ),
            )
        )
    columns = ("language", "plans", "commitments", "to_review")
    return context.table(
        "languages", columns, found, note=context.words("note.languages"), main=("commitments",)
    )


def _needs_reading(finding: Finding) -> bool:
    """Whether the model was in doubt and nobody has decided."""
    return not decided(finding) and bool(finding.prediction is None or finding.prediction.doubtful)


def quality(context: Context) -> ReportTable:
    """How sure the split into commitments is."""
    bands = {
        "sure": lambda f: f.commitment.confidence >= SURE,
        "likely": lambda f: LIKELY <= f.commitment.confidence < SURE,
        "weak": lambda f: f.commitment.confidence < LIKELY,
        "imported": lambda f: is_imported(f.plan),
    }
    read = chosen(context.findings, lambda f: not is_imported(f.plan))
    found: Rows = []
    for name, test in bands.items():
        some = chosen(context.findings if name == "imported" else read, test)
        found.append(
            (
                name,
                (
                    context.words(f"value.split_{name}"),
                    counted(some),
                    share(len(some), len(context.findings)),
                ),
            )
        )
    return context.table(
        "quality",
        ("reading", "commitments", "share"),
        found,
        note=context.words("note.quality"),
        main=("commitments",),
    )


def files(context: Context) -> ReportTable:
    """Each file with its reading and the warnings about it."""
    names = Counter(Path(row.path).name for row in context.files)
    found: Rows = []
    for at, row in enumerate(context.files):
        name = Path(row.path).name
        key = name if names[name] == 1 else f"{name}#{at + 1}"
        remarks = without_contacts(" ".join([_reason(row), *row.warnings]).strip())
        cells = (
            name,
            context.words.value("outcome", row.outcome),
            row.language,
            row.pages,
            row.ocr_pages,
            row.grade,
            row.commitments,
            remarks,
        )
        found.append((key, cells))
    columns = ("file", "outcome", "language", "pages", "ocr", "grade", "commitments", "remarks")
    return context.table("files", columns, found, main=())


def _reason(row: FileRow) -> str:
    """The ledger's reason, with file names in place of this machine's paths."""
    return " ".join(Path(word).name if word.startswith("/") else word for word in row.reason.split(" "))


def counted_once(findings: Sequence[Finding]) -> tuple[list[Finding], list[ActionPlan]]:
    """Findings without plans that another stands for, and those plans.

    A draft gives way to a final version of the same member and start, a plan from OGP's
    database to one read from its PDF, and of two from databases the shorter to the fuller.
    """
    plans = {finding.plan.id: finding.plan for finding in findings}
    sizes = Counter(finding.plan.id for finding in findings)
    by_member: dict[str, list[ActionPlan]] = defaultdict(list)
    for plan in plans.values():
        by_member[plan.member.name if plan.member else ""].append(plan)
    aside = [
        plan
        for name, mine in by_member.items()
        for plan in mine
        if name and any(_stands_for(other, plan, sizes) for other in mine)
    ]
    gone = {plan.id for plan in aside}
    return [finding for finding in findings if finding.plan.id not in gone], aside


def _stands_for(other: ActionPlan, plan: ActionPlan, sizes: Mapping[str, int]) -> bool:
    """Whether a plan of the same member is the one to count."""
    apart = abs((other.year or 0) - (plan.year or 0))
    if is_imported(other):
        fuller = (sizes[other.id], other.id) > (sizes[plan.id], plan.id)
        return is_imported(plan) and apart == 0 and fuller
    gives_way = is_imported(plan) or plan.edition == Edition.DRAFT
    # Databases and covers may differ by a year on when a plan begins.
    return gives_way and other.edition != Edition.DRAFT and apart <= 1
