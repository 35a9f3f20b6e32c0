"""The order of the verbs, for one plan and for a folder of plans."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any

from classifier.documents import Document, PagePath
from classifier.errors import InputError
from classifier.extract import extract_document
from classifier.fences import Fence, fenced
from classifier.find import find_plan
from classifier.inputs import fingerprint
from classifier.judgements import Finding, Prediction
from classifier.plans import ActionPlan, Commitment
from classifier.review import settle
from classifier.workspace import FileRow, Workspace
from classifier.workspace.ledger import DUPLICATE, READ

Hints = Mapping[str, str]
Predict = Callable[[Sequence[Commitment]], Iterable[Prediction]]


def read_plan(path: str | Path, *, hints: Hints | None = None) -> ActionPlan:
    """The action plan in a PDF: extract, then find.

    `hints` is the user's own row on the file (member, years, plan_id) and wins where given.
    Raises an `InputError` that says what to do for a file that cannot be used.
    """
    return find_plan(extract_document(Path(path)), hints=hints)


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan with what the ledger keeps of its document."""

    plan: ActionPlan
    pages: int
    ocr_pages: int
    grade: str
    warnings: tuple[str, ...]


def read_document(path: Path, hints: Hints | None) -> Reading:
    """One plan with its document's figures; what a fenced process runs."""
    document = extract_document(path)
    plan = find_plan(document, hints=hints)
    return Reading(
        plan,
        pages=len(document.pages),
        ocr_pages=_ocr_pages(document),
        grade=document.grade,
        warnings=document.warnings + plan.warnings,
    )


def _ocr_pages(document: Document) -> int:
    return sum(page.path is PagePath.OCR for page in document.pages)


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be processed, and why."""

    path: Path
    sha256: str
    why: str
    reread: bool = True


@cache
def code_version() -> str:
    """A digest of the code and language data that read plans.

    When it changes, plans already in a workspace are read again.
    """
    home = Path(__file__).parent
    digest = sha256()
    for name in ("documents.py", "plans.py", "cues.py", "extract", "find"):
        part = home / name
        for file in [part] if part.is_file() else sorted(part.rglob("*")):
            if file.suffix in (".py", ".toml", ".csv", ".json"):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def plan_tasks(
    paths: Iterable[Path], workspace: Workspace, model_id: str, *, redo: bool = False
) -> list[Task]:
    """The files that are new or changed since the last run, each with the reason."""
    tasks = (_task(path, workspace.file(str(path)), model_id, redo) for path in paths)
    return [task for task in tasks if task is not None]


def _task(path: Path, row: FileRow | None, model_id: str, redo: bool) -> Task | None:
    try:
        digest = fingerprint(path)
    except InputError:
        digest = ""
    if row is None:
        return Task(path, digest, "new file")
    if row.sha256 != digest:
        return Task(path, digest, "file changed")
    if redo:
        return Task(path, digest, "asked for")
    return _stale(Task(path, digest, ""), row, model_id)


def _stale(task: Task, row: FileRow, model_id: str) -> Task | None:
    if row.code != code_version():
        return replace(task, why="reading changed in this program version")
    if row.outcome == READ and row.model_id != model_id:
        return replace(task, why=f"model changed from {row.model_id}", reread=False)
    if row.outcome == "needs OCR" and _ocr_at_hand():
        return replace(task, why="OCR is now at hand")
    return None


def _ocr_at_hand() -> bool:
    import shutil

    return shutil.which("tesseract") is not None


def process(
    tasks: Sequence[Task],
    workspace: Workspace,
    model: Any,
    *,
    jobs: int = 1,
    fence: Fence | None = None,
    hints: Mapping[Path, Hints] | None = None,
) -> Iterator[FileRow]:
    """Work through tasks, storing and handing on each ledger row as it is done.

    `model` has an `id` and `predict`. Each document is read in a process of its own, within
    the fence; rows come in the order they end.
    """
    from joblib import Parallel, delayed

    fence, hints = fence or Fence(), hints or {}
    again = [task for task in tasks if not task.reread]
    firsts, copies = _split_copies([task for task in tasks if task.reread], workspace)
    calls = (delayed(_attempt)(task, hints.get(task.path), fence) for task in firsts)
    for task in again:
        yield _predict_again(task, workspace, model)
    for row, plan in Parallel(n_jobs=jobs, prefer="threads", return_as="generator_unordered")(calls):
        row = replace(row, model_id=model.id if plan else "")
        workspace.store(row, plan, model.predict(plan.commitments) if plan else ())
        yield row
    for task in copies:
        yield _store_copy(task, workspace, hints.get(task.path), fence, model)


def _split_copies(tasks: Sequence[Task], workspace: Workspace) -> tuple[list[Task], list[Task]]:
    firsts: dict[str, Task] = {}
    copies = []
    for task in tasks:
        known = task.sha256 in firsts or workspace.read_elsewhere(task.sha256, str(task.path))
        if task.sha256 and known:
            copies.append(task)
        else:
            firsts[task.sha256 or str(task.path)] = task
    return list(firsts.values()), copies


def _attempt(task: Task, hints: Hints | None, fence: Fence) -> tuple[FileRow, ActionPlan | None]:
    began = perf_counter()
    row = FileRow(str(task.path), task.sha256, READ, code=code_version())
    try:
        fingerprint(task.path)
        reading: Reading = fenced(read_document, task.path, hints, fence=fence)
    except InputError as error:
        return replace(row, outcome=error.outcome, reason=str(error), seconds=perf_counter() - began), None
    plan = reading.plan
    row = replace(
        row,
        seconds=perf_counter() - began,
        pages=reading.pages,
        ocr_pages=reading.ocr_pages,
        grade=reading.grade,
        language=plan.language,
        commitments=len(plan.commitments),
        warnings=reading.warnings,
        plan_id=plan.id,
    )
    return row, plan


def _predict_again(task: Task, workspace: Workspace, model: Any) -> FileRow:
    row = workspace.file(str(task.path))
    if row is None or row.plan_id is None:
        raise InputError(f"{task.path.name} left the workspace during this run. Run again.")
    row = replace(row, model_id=model.id)
    workspace.store_predictions(row, model.predict(list(workspace.commitments(row.plan_id))))
    return row


def _store_copy(task: Task, workspace: Workspace, hints: Hints | None, fence: Fence, model: Any) -> FileRow:
    first = workspace.read_elsewhere(task.sha256, str(task.path))
    if first is None:
        row, plan = _attempt(task, hints, fence)
        workspace.store(row, plan, model.predict(plan.commitments) if plan else ())
        return row
    row = replace(
        first,
        path=str(task.path),
        outcome=DUPLICATE,
        reason=f"Same content as {first.path}; counted once.",
        seconds=0.0,
        warnings=(),
    )
    workspace.store(row)
    return row


def findings(workspace: Workspace, model_id: str = "") -> Iterator[Finding]:
    """Every commitment with its plan, prediction and standing label.

    `model_id` defaults to the model of the latest run.
    """
    plans = {plan.id: plan for plan in workspace.plans()}
    predictions = workspace.predictions(model_id or workspace.latest_model())
    decided: dict[str, list[Any]] = {}
    for decision in workspace.decisions():
        decided.setdefault(decision.commitment_id, []).append(decision)
    for commitment in workspace.commitments():
        prediction = predictions.get(commitment.id)
        label = settle(decided.get(commitment.id, []), prediction)
        yield Finding(plans[commitment.plan_id], commitment, prediction, label)
