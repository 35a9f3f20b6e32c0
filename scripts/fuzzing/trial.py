"""One input through the real fence, the model and a workspace: what came of it."""

import re
from concurrent.futures import ThreadPoolExecutor

from classifier.errors import InputError, LimitExceeded
from classifier.fences import Fence, ReadingFailed, WorkerDied, fenced
from classifier.pipeline import read_document
from classifier.workspace import FileRow

# A file of this size takes a second; the rest is room for a busy machine.
FENCE = Fence(seconds=90, memory=2 * 2**30)
PATIENT = Fence(seconds=400, memory=2 * 2**30)


def read_without_ocr(path):
    """A plan read as where Tesseract is missing: OCR takes seconds a page."""
    import pytesseract

    pytesseract.pytesseract.tesseract_cmd = "no-such-program"
    return read_document(path, None)


def outcome(path, model, workspace, *, ocr):
    """The outcome and, for a finding, what was found."""
    try:
        return _kept(_read(path, ocr), path, model, workspace)
    except InputError as error:
        return error.outcome, str(error) if _is_finding(error) else ""


def _is_finding(error):
    """Too many pages or bytes is an answer; too slow or too hungry is worth a look."""
    outgrown = isinstance(error, LimitExceeded) and re.search("longer than|more memory", str(error))
    return isinstance(error, ReadingFailed | WorkerDied) or bool(outgrown)


def _read(path, ocr):
    arguments = (read_document, path, None) if ocr else (read_without_ocr, path)
    try:
        return fenced(*arguments, fence=FENCE)
    except LimitExceeded as error:
        if "longer than" not in str(error):
            raise
        return fenced(*arguments, fence=PATIENT)


def _kept(reading, path, model, workspace):
    """The rest of the way, which runs outside the fence."""
    plan = reading.plan
    row = FileRow(str(path), plan.sha256, "read", plan_id=plan.id, warnings=reading.warnings)
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(lambda: workspace.store(row, plan, model.predict(plan.commitments)))
    error = done.exception()
    return ("failed after reading", f"{type(error).__name__}: {error}") if error else ("read", "")
