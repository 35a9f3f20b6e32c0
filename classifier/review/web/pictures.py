"""Pages of plans as pictures, drawn in a process of their own.

pdfium is not thread-safe, and a PDF that was made to harm can end the process that draws it: the
worker draws one page at a time and a new one takes its place when it falls.
"""

import hashlib
import io
from collections import OrderedDict
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from concurrent.futures import TimeoutError as TooSlow
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from threading import Lock

import pypdfium2 as pdfium

# Picture pixels for each point of the page, by zoom step.
SCALES = (1.6, 3.2)
# Seconds one page may take; maps and posters are slow.
LONGEST = 20.0
# Pixels of the longer side beyond which a page is drawn smaller.
MOST_PIXELS = 5000
# Pictures kept; a picture has about 150 KB.
KEPT = 240


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as JPEG, with its size in points and the pages there are."""

    data: bytes
    width: float
    height: float
    pages: int


class NoPicture(Exception):
    """A page cannot be shown; says why in words for the analyst."""


class Pictures:
    """Draws pages, keeps the last ones."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int, int], Picture] = OrderedDict()
        self._same: dict[tuple[str, str, int, int], bool] = {}
        self._lock = Lock()
        self._worker: ProcessPoolExecutor | None = None

    def page(self, path: Path, sha256: str, number: int, zoom: int = 0) -> Picture:
        """One page, numbered from 1.

        Raises `NoPicture` where the file is gone, is another by now, or cannot be drawn.
        """
        key = (sha256, number, zoom)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            self._check(path, sha256)
            picture = self._drawn(path, number, SCALES[zoom])
            self._kept[key] = picture
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return picture

    def close(self) -> None:
        """End the worker."""
        if self._worker:
            self._worker.shutdown(wait=False, cancel_futures=True)

    def _check(self, path: Path, sha256: str) -> None:
        try:
            found = path.stat()
            key = (str(path), sha256, found.st_mtime_ns, found.st_size)
            if key not in self._same:
                with path.open("rb") as file:
                    self._same[key] = hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except OSError:
            raise NoPicture(
                f"The PDF is no longer at {path}. The text beside is what was read from it."
            ) from None
        if not self._same[key]:
            raise NoPicture(f"{path.name} has changed since it was read. Run `ogp-justice run` on it again.")

    def _drawn(self, path: Path, number: int, scale: float) -> Picture:
        if self._worker is None:
            self._worker = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        try:
            return self._worker.submit(draw, str(path), number, scale).result(LONGEST)
        except (BrokenExecutor, TooSlow):
            self._restart()
            raise NoPicture(
                f"Page {number} of {path.name} cannot be drawn in {LONGEST:.0f} seconds."
            ) from None
        except (pdfium.PdfiumError, IndexError, ValueError, OSError, MemoryError):
            raise NoPicture(f"{path.name} has no page {number} that can be drawn.") from None

    def _restart(self) -> None:
        worker, self._worker = self._worker, None
        if worker:
            for process in list(getattr(worker, "_processes", {}).values()):
                process.kill()
            worker.shutdown(wait=False, cancel_futures=True)


def draw(path: str, number: int, scale: float) -> Picture:
    """Draw one page; what the worker runs."""
    with pdfium.PdfDocument(path) as pdf:
        if not 1 <= number <= len(pdf):
            raise IndexError(number)
        page = pdf[number - 1]
        try:
            width, height = page.get_size()
            fitting = min(scale, MOST_PIXELS / max(width, height, 1))
            picture = page.render(scale=fitting).to_pil().convert("RGB")
        finally:
            page.close()
        target = io.BytesIO()
        picture.save(target, "JPEG", quality=80)
        return Picture(target.getvalue(), width, height, len(pdf))
