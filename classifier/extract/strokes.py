"""How heavily words are drawn, measured on a page's picture: OCR tells no weight."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

# The share of a page's pixels that are surely ink.
DARKEST = 0.01
# Runs of ink longer than so many times the usual are bars and joints, no stems.
LONG_RUN = 2.0

Rectangle = tuple[int, int, int, int]


def stroke_widths(picture: Any, rectangles: Sequence[Rectangle]) -> list[float]:
    """The width of the strokes in each rectangle (left, top, width, height), in pixels; 0 without ink.

    `picture` is a PIL picture in shades of grey, dark on light. Stems are what lies between the
    edges that a row of pixels crosses.
    """
    shades = np.asarray(picture)
    ink = shades < (np.median(shades) + np.quantile(shades, DARKEST)) / 2
    return [_stem(ink[top : top + height, left : left + width]) for left, top, width, height in rectangles]


def _stem(ink: NDArray[np.bool_]) -> float:
    edges = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    runs = np.nonzero(edges < 0)[1] - np.nonzero(edges > 0)[1]
    if not len(runs):
        return 0.0
    return float(runs[runs <= LONG_RUN * np.median(runs)].mean())
