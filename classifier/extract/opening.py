"""Opening a PDF, with a clear reason where it cannot be opened."""

import hashlib
from pathlib import Path

import pypdfium2 as pdfium

from classifier.errors import DamagedPdf, LimitExceeded, LockedPdf, NotAPdf
from classifier.extract.limits import Limits

# Bytes within which readers look for the PDF header.
HEADER_WITHIN = 1024


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The file's bytes; refused when too large or no PDF."""
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise LimitExceeded(
                f"{path.name} has {size // 2**20} MiB, more than the {limits.file_bytes // 2**20} allowed. "
                "Make the file smaller, or raise --file-size."
            )
        data = path.read_bytes()
    except OSError as error:
        raise NotAPdf(
            f"{path.name} cannot be read: {error.strerror}. Check the path and permissions."
        ) from error
    if b"%PDF-" not in data[:HEADER_WITHIN]:
        raise NotAPdf(
            f"{path.name} does not hold a PDF (it starts with {data[:8]!r}). "
            "Save the plan as PDF and run again."
        )
    return data


def open_pdf(path: Path, data: bytes, limits: Limits) -> pdfium.PdfDocument:
    """The open document, with at least one page and no more than allowed."""
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise LockedPdf(
                f"{path.name} asks for a password. Save an unlocked copy and run again."
            ) from error
        raise DamagedPdf(
            f"{path.name} is damaged: {error}. Download it again, or print it to a new PDF."
        ) from error
    if len(pdf) == 0:
        raise DamagedPdf(f"{path.name} has no pages. Download it again.")
    if len(pdf) > limits.pages:
        raise LimitExceeded(
            f"{path.name} has {len(pdf)} pages, more than the {limits.pages} allowed. "
            "Split it, or raise --pages."
        )
    return pdf


def digest(data: bytes) -> str:
    """SHA-256 of the file."""
    return hashlib.sha256(data).hexdigest()
