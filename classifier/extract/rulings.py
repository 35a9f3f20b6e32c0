"""Ruling lines and filled rectangles among a page's drawn paths."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from classifier.documents import Box
from classifier.extract import calls

# A path no thicker than this, in points, is a line and not an area.
THIN = 3.0

# Paths looked at on one page; a chart or map can hold hundreds of thousands.
MOST_PATHS = 4000

# Segments looked at in one path.
MOST_SEGMENTS = 400

# Segments of a box with round corners; longer paths with curves are drawings.
ROUNDED = 16

# Segments of a line or a rectangle, whose bounds say all.
SIMPLE = 5

# Lengths, in points: of the shortest ruling, and of the longer side of a path that may draw cells.
SHORTEST = 4.0
LEAST_GRID = 24.0


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
    places = tuple(map(ctypes.addressof, bounds))
    handle = calls.address(page.raw)
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), MOST_PATHS)):
        item = calls.get_object(handle, index)
        if calls.object_type(item) != raw.FPDF_PAGEOBJ_PATH or not calls.object_bounds(item, *places):
            continue
        x0, bottom, x1, top = (value.value for value in bounds)
        if max(x1 - x0, top - bottom) < SHORTEST:
            continue
        segments = calls.path_segments(item)
        if segments <= SIMPLE:
            yield Box(x0, height - top, x1, height - bottom)
        elif max(x1 - x0, top - bottom) >= LEAST_GRID:
            yield from _segments(item, segments, height)


def _segments(path: int, count: int, height: float) -> Iterator[Box]:
    """The straight pieces of a path that draws a whole grid at once."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(ctypes.cast(path, raw.FPDF_PAGEOBJECT), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    places = ctypes.addressof(x), ctypes.addressof(y)
    last: tuple[float, float] | None = None
    for index in range(min(count, MOST_SEGMENTS)):
        segment = calls.path_segment(path, index)
        kind = calls.segment_type(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO and count > ROUNDED:
            return
        calls.segment_point(segment, *places)
        px = matrix.a * x.value + matrix.c * y.value + matrix.e
        py = height - (matrix.b * x.value + matrix.d * y.value + matrix.f)
        if last and kind == raw.FPDF_SEGMENT_LINETO and _straight(px - last[0], py - last[1]):
            yield Box(min(px, last[0]), min(py, last[1]), max(px, last[0]), max(py, last[1]))
        last = (px, py)


def _straight(across: float, down: float) -> bool:
    """Whether a stroke runs along the page and is long enough to rule a cell."""
    across, down = abs(across), abs(down)
    return min(across, down) <= THIN and max(across, down) >= SHORTEST
