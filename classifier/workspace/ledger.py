"""One ledger row for each input file: what came of it, and why."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

# Outcome of a plan whose commitments stand in the workspace.
READ = "read"

# Outcome of a file with the same content as another.
DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class FileRow:
    """What came of one file.

    `path` is absolute. `code` and `model_id` name the versions that made the result; `seconds`
    is wall time; `grade` is that of the document's worst pages; `limits` are those the file was
    read within.
    """

    path: str
    sha256: str
    outcome: str
    reason: str = ""
    code: str = ""
    model_id: str = ""
    seconds: float = 0.0
    pages: int = 0
    ocr_pages: int = 0
    grade: str = ""
    language: str = ""
    limits: str = ""
    commitments: int = 0
    warnings: tuple[str, ...] = ()
    plan_id: str | None = None
    processed_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def ok(self) -> bool:
        """Whether the file is accounted for without a failure."""
        return self.outcome in (READ, DUPLICATE)
