"""What one document may cost; every limit can be set, none is infinite."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of the file, pages, and characters on one page."""

    file_bytes: int = 300 * 2**20
    pages: int = 1500
    page_characters: int = 200_000

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) <= 0:
                raise ValueError(f"the limit {field.name} must be above zero")

    def __str__(self) -> str:
        return f"{self.file_bytes // 2**20} MiB a file, {self.pages} pages"
