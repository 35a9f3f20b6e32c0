"""Ruling lines and filled rectangles among a page's drawn paths."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from classifier.documents import Box

# A path no thicker than this, in points, is a line and not an area.
THIN = 3.0

# Paths looked at on one page; a chart or map can hold hundreds of thousands.
MOST_PATHS = 4000

# Segments looked at in one path.
MOST_SEGMENTS = 400

# Segments of a box with round corners; longer paths with curves are drawings.
ROUNDED = 16

SHORTEST = 4.0


@dataclass(frozen=True, slots=True)
class Rulings:
    """Lines drawn on a page, and areas filled on it."""

    horizontal: tuple[Box, ...]
    vertical: tuple[Box, ...]
    areas: tuple[Box, ...]


def read_rulings(page: pdfium.PdfPage, height: float) -> Rulings:
    """The straight lines and rectangles of an open page, from the top left."""
    boxes = [(box, box.x1 - box.x0, box.bottom - box.top) for box in islice(_paths(page, height), MOST_PATHS)]
    return Rulings(
        horizontal=tuple(box for box, wide, tall in boxes if tall <= THIN and wide >= SHORTEST),
        vertical=tuple(box for box, wide, tall in boxes if wide <= THIN < SHORTEST <= tall),
        areas=tuple(box for box, wide, tall in boxes if min(wide, tall) > THIN),
    )


def _paths(page: pdfium.PdfPage, height: float) -> Iterator[Box]:
    bounds = [ctypes.c_float() for _ in range(4)]
    count = min(raw.FPDFPage_CountObjects(page.raw), MOST_PATHS)
    for index in range(count):
        item = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPath_CountSegments(item) > 5:
            yield from _segments(item, height)
        elif raw.FPDFPageObj_GetBounds(item, *bounds):
            x0, bottom, x1, top = (value.value for value in bounds)
            yield Box(x0, height - top, x1, height - bottom)


def _segments(path: object, height: float) -> Iterator[Box]:
    """The straight pieces of a path that draws a whole grid at once."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    count = raw.FPDFPath_CountSegments(path)
    for index in range(min(count, MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO and count > ROUNDED:
            return
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        px = matrix.a * x.value + matrix.c * y.value + matrix.e
        py = height - (matrix.b * x.value + matrix.d * y.value + matrix.f)
        if last and kind == raw.FPDF_SEGMENT_LINETO and _straight(px - last[0], py - last[1]):
            yield Box(min(px, last[0]), min(py, last[1]), max(px, last[0]), max(py, last[1]))
        last = (px, py)


def _straight(across: float, down: float) -> bool:
    """Whether a stroke runs along the page and is long enough to rule a cell."""
    across, down = abs(across), abs(down)
    return min(across, down) <= THIN and max(across, down) >= SHORTEST
