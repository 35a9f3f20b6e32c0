"""What was read and what was not: the report's own limits."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from classifier.report.tables import ReportTable
from classifier.workspace import FileRow


def coverage_table(files: Sequence[FileRow]) -> ReportTable:
    """How many files ended how."""
    outcomes = Counter(row.outcome for row in files)
    return ReportTable(
        "coverage",
        "What was read",
        ("Outcome", "Files"),
        tuple(outcomes.most_common()),
        "Commitments of files that were not read are in no figure of this report.",
    )


def reading_table(files: Sequence[FileRow]) -> ReportTable:
    """Each file with its reading and the warnings about it."""
    return ReportTable(
        "files",
        "File by file",
        ("File", "Outcome", "Language", "Pages", "By OCR", "Grade", "Commitments", "Remarks"),
        tuple(
            (
                Path(row.path).name,
                row.outcome,
                row.language,
                row.pages,
                row.ocr_pages,
                row.grade,
                row.commitments,
                " ".join([row.reason, *row.warnings]).strip(),
            )
            for row in files
        ),
    )
