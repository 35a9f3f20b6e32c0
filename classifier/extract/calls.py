"""pdfium's functions that are called for every word, without ctypes' checks of their arguments.

Handles and places for results are passed as addresses; a call so costs a third to a half less.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw

# PYFUNCTYPE keeps Python's lock during the call: each takes less time than letting go of it.
_ADDRESS, _INT = ctypes.c_void_p, ctypes.c_int


def address(handle: Any) -> int:
    """Where a handle or a place for a result lies in memory."""
    return ctypes.cast(handle, _ADDRESS).value or 0


def _direct(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


char_origin = _direct(raw.FPDFText_GetCharOrigin, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
loose_char_box = _direct(raw.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
text_object = _direct(raw.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
get_object = _direct(raw.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
object_type = _direct(raw.FPDFPageObj_GetType, _INT, _ADDRESS)
object_bounds = _direct(raw.FPDFPageObj_GetBounds, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
path_segments = _direct(raw.FPDFPath_CountSegments, _INT, _ADDRESS)
path_segment = _direct(raw.FPDFPath_GetPathSegment, _ADDRESS, _ADDRESS, _INT)
segment_type = _direct(raw.FPDFPathSegment_GetType, _INT, _ADDRESS)
segment_point = _direct(raw.FPDFPathSegment_GetPoint, _INT, _ADDRESS, _ADDRESS, _ADDRESS)
object_font = _direct(raw.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
render_mode = _direct(raw.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
