"""What one document may cost; every limit can be set, none is infinite."""

from dataclasses import dataclass, field, fields
from pathlib import Path
from time import monotonic

from classifier.errors import LimitExceeded

# Where Linux tells how many bytes of memory a process holds, in pages.
STATM = Path("/proc/self/statm")
MEMORY_PAGE = 4096


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of the file, pages, characters on one page; for the whole, seconds and bytes of memory.

    `image_pixels` is the most that a page is drawn with for OCR, or a picture on it may hold.
    `memory` is what this process may grow by; a fenced process has a limit of its own beside it.
    """

    file_bytes: int = 300 * 2**20
    pages: int = 1500
    page_characters: int = 200_000
    seconds: float = 600.0
    memory: int = 2 * 2**30
    image_pixels: int = 100_000_000

    def __post_init__(self) -> None:
        for limit in fields(self):
            if getattr(self, limit.name) <= 0:
                raise ValueError(f"the limit {limit.name} must be above zero")

    def __str__(self) -> str:
        return (
            f"{self.file_bytes // 2**20} MiB a file, "
            f"{self.pages} pages of {self.page_characters} characters, "
            f"{self.image_pixels / 10**6:g} million pixels a picture"
        )


@dataclass(frozen=True, slots=True)
class Meter:
    """What reading one document has cost since the meter was made."""

    name: str
    limits: Limits
    began: float = field(default_factory=monotonic)
    held: int = field(default_factory=lambda: resident_bytes())

    def check(self, page: int) -> None:
        """Raise `LimitExceeded` if the document has taken too long, or too much memory, by this page."""
        seconds, grown = monotonic() - self.began, resident_bytes() - self.held
        if seconds > self.limits.seconds:
            raise LimitExceeded(
                f"{self.name} took longer than {self.limits.seconds:g} seconds by page {page}. "
                "Raise --seconds, or split the file."
            )
        if grown > self.limits.memory:
            raise LimitExceeded(
                f"{self.name} needed more than {self.limits.memory // 2**20} MiB by page {page}. "
                "Raise --memory, or split the file."
            )


def resident_bytes() -> int:
    """Bytes of memory this process holds now; 0 where the system does not tell."""
    try:
        return int(STATM.read_text(encoding="ascii").split()[1]) * MEMORY_PAGE
    except OSError:
        return 0
