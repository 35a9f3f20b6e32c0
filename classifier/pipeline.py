"""The order of the verbs, for one plan and for a folder of plans."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import filterfalse
from operator import attrgetter
from pathlib import Path
from time import perf_counter
from typing import Protocol

from classifier.corrections import apply_corrections
from classifier.documents import Document, PagePath
from classifier.errors import InputError
from classifier.extract import extract_document
from classifier.extract.limits import Limits
from classifier.fences import Fence, ReadingFailed, WorkerDied, fenced, guarded
from classifier.find import find_plan
from classifier.inputs import fingerprint, printable, read_hints
from classifier.judgements import Correction, CorrectionKind, Decision, Finding, Prediction
from classifier.plans import ActionPlan, Commitment
from classifier.review import settle
from classifier.spread import spread
from classifier.tasks import Task, code_version
from classifier.workspace import FileRow, Workspace
from classifier.workspace.joined import joined
from classifier.workspace.ledger import DUPLICATE, READ

Hints = Mapping[str, str]


class Predictor(Protocol):
    """What a run needs of a model."""

    @property
    def id(self) -> str:
        """The model's id, kept with every prediction."""

    def predict(self, commitments: Sequence[Commitment]) -> Sequence[Prediction]:
        """One prediction for each commitment."""


def read_plan(path: str | Path, *, hints: Hints | None = None) -> ActionPlan:
    """The action plan in a PDF: extract, then find.

    `hints` is the user's own row on the file (member, years, plan_id) and wins where given.
    Raises an `InputError` that says what to do for a file that cannot be used.
    """
    return _named(find_plan(extract_document(Path(path)), hints=hints))


def _named(plan: ActionPlan) -> ActionPlan:
    """The plan with a file name that can be stored and shown, whatever bytes it holds."""
    return replace(plan, file_name=printable(plan.file_name))


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one document may cost: its process, and its file."""

    fence: Fence = field(default_factory=Fence)
    limits: Limits = field(default_factory=Limits)

    def __str__(self) -> str:
        return f"{self.fence}, {self.limits}"


BOUNDS = Bounds()
NO_HINTS: Mapping[Path, Hints] = {}


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan with what the ledger keeps of its document."""

    plan: ActionPlan
    pages: int
    ocr_pages: int
    grade: str
    warnings: tuple[str, ...]


def read_document(path: Path, hints: Hints | None, limits: Limits | None = None) -> Reading:
    """One plan with its document's figures; what a fenced process runs."""
    document = extract_document(path, limits=limits)
    plan = _named(find_plan(document, hints=hints))
    return Reading(
        plan,
        pages=len(document.pages),
        ocr_pages=_ocr_pages(document),
        grade=document.grade,
        warnings=document.warnings + plan.warnings,
    )


def _ocr_pages(document: Document) -> int:
    return sum(page.path is PagePath.OCR for page in document.pages)


def process(
    tasks: Sequence[Task],
    workspace: Workspace,
    model: Predictor,
    *,
    jobs: int = 1,
    scheduler: str = "",
    bounds: Bounds = BOUNDS,
    hints: Mapping[Path, Hints] = NO_HINTS,
) -> Iterator[FileRow]:
    """Work through tasks, storing and handing on each ledger row as it is done.

    `model` has an `id` and `predict`. Each document is read in a process of its own, within
    its bounds; rows come in the order they end. With `scheduler`, the address of a Dask cluster,
    its workers read: each must see the files under the same paths.
    """
    for task in filterfalse(attrgetter("reread"), tasks):
        yield _predict_again(task, workspace, model)
    # The same bytes under two names are one plan.
    firsts, copies = _split_copies(filter(attrgetter("reread"), tasks), workspace)
    calls = [(task, hints.get(task.path), bounds) for task in firsts]
    killed: dict[str, FileRow] = {}
    for row, plan in spread(_attempt, calls, jobs=jobs, scheduler=scheduler):
        if row.outcome == WorkerDied.outcome:
            killed[row.sha256] = row
        yield _keep(row, plan, workspace, model)
    # Copies come last, when it is known whether the first of them could be read.
    for task in copies:
        first = workspace.read_elsewhere(task.sha256, str(task.path)) or killed.get(task.sha256)
        yield _keep(*_copied(first, task, hints.get(task.path), bounds), workspace, model)


def _split_copies(tasks: Iterable[Task], workspace: Workspace) -> tuple[list[Task], list[Task]]:
    """The tasks to read, and those whose content another of them, or the workspace, brings."""
    firsts: dict[str, Task] = {}
    copies = []
    for task in tasks:
        known = task.sha256 in firsts or workspace.read_elsewhere(task.sha256, str(task.path))
        if task.sha256 and known:
            copies.append(task)
        else:
            firsts[task.sha256 or str(task.path)] = task
    return list(firsts.values()), copies


def _attempt(task: Task, hints: Hints | None, bounds: Bounds) -> tuple[FileRow, ActionPlan | None]:
    began = perf_counter()
    row = FileRow(printable(str(task.path)), task.sha256, READ, code=code_version(), limits=str(bounds))
    try:
        fingerprint(task.path)
        reading: Reading = fenced(read_document, task.path, hints, bounds.limits, fence=bounds.fence)
    except InputError as error:
        return replace(row, outcome=error.outcome, reason=str(error), seconds=perf_counter() - began), None
    plan = reading.plan
    row = replace(
        row,
        # A file may change while it is read: the row stands for what was read.
        sha256=plan.sha256,
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


def _predict_again(task: Task, workspace: Workspace, model: Predictor) -> FileRow:
    row = workspace.file(str(task.path))
    if row is None or row.plan_id is None:
        raise InputError(f"{task.path.name} left the workspace during this run. Run again.")
    row = replace(row, model_id=model.id)
    workspace.store_predictions(row, model.predict(list(workspace.commitments(row.plan_id))))
    return row


def _copied(
    first: FileRow | None, task: Task, hints: Hints | None, bounds: Bounds
) -> tuple[FileRow, ActionPlan | None]:
    """What a copy stands for: its first, or itself where the first holds no plan."""
    if first is None:
        return _attempt(task, hints, bounds)
    return _copy_of(first, task), None


def _copy_of(first: FileRow, task: Task) -> FileRow:
    if first.outcome == WorkerDied.outcome:
        # Which of two copies counts must not hang on a kill: both wait for the next run.
        reason = f"Same content as {first.path}, whose process was killed; the next run tries again."
        return replace(first, path=printable(str(task.path)), reason=reason, seconds=0.0)
    reason = f"Same content as {first.path}; counted once."
    copy = replace(first, path=printable(str(task.path)), outcome=DUPLICATE, reason=reason)
    return replace(copy, seconds=0.0, warnings=())


def _keep(row: FileRow, plan: ActionPlan | None, workspace: Workspace, model: Predictor) -> FileRow:
    if plan is None:
        workspace.store(row)
        return row
    # Corrections stand in the workspace, so they hold however often the file is read anew.
    corrected = apply_corrections(plan, workspace.corrections(plan.id))
    warnings = tuple(dict.fromkeys(row.warnings + corrected.warnings))
    count = len(corrected.commitments)
    row = replace(row, model_id=model.id, commitments=count, warnings=warnings)
    try:
        workspace.store(row, corrected, guarded(model.predict, corrected.commitments))
    except ReadingFailed as error:
        row = replace(row, outcome=error.outcome, reason=str(error), commitments=0, plan_id=None)
        workspace.store(row)
    return row


def correct(workspace: Workspace, correction: Correction, model: Predictor) -> ActionPlan:
    """Keep a correction, apply it, predict anew; the plan as it then stands.

    Taking a correction back reads the plan's file again, since what was found before is not kept.
    Raises `UnknownId` for a plan that is not here and `InputError` where its file has gone.
    """
    plan = workspace.plan(correction.plan_id)
    row = next(row for row in workspace.files() if row.plan_id == plan.id and row.outcome == READ)
    if correction.kind is CorrectionKind.UNDO:
        row, plan = _read_again(row)
        workspace.correct(correction)
        _keep(row, plan, workspace, model)
    else:
        workspace.correct(correction)
        held = (replace(c, contact=workspace.contact(c.id)) for c in plan.commitments)
        plan = apply_corrections(replace(plan, commitments=tuple(held)), [correction])
        row = replace(row, commitments=len(plan.commitments), model_id=model.id)
        workspace.store(row, plan, model.predict(plan.commitments))
    return workspace.plan(correction.plan_id)


def _read_again(row: FileRow) -> tuple[FileRow, ActionPlan]:
    path = Path(row.path)
    again, plan = _attempt(Task(path, row.sha256, "correction"), read_hints([path]).get(path), Bounds())
    if plan is None:
        raise InputError(f"{path.name} is needed to take a correction back. {again.reason}")
    return again, plan


def findings(workspace: Workspace, model_id: str = "") -> Iterator[Finding]:
    """Every commitment with its plan, prediction and standing label.

    `model_id` defaults to the model of the latest run.
    """
    decided: dict[str, list[Decision]] = {}
    for decision in workspace.decisions():
        decided.setdefault(decision.commitment_id, []).append(decision)
    for plan, commitment, prediction, item in joined(workspace.engine, model_id or workspace.latest_model()):
        label = settle(decided.get(commitment.id, []), prediction)
        yield Finding(plan, commitment, prediction, label, item)


def lean(finding: Finding) -> Finding:
    """A finding without its text and places, of which counting takes no notice.

    Hundreds of thousands of them then fit into the memory of a laptop.
    """
    commitment = replace(finding.commitment, text="", fields=(), boxes=(), blocks=(), milestones=())
    said = finding.prediction
    return replace(
        finding,
        commitment=commitment,
        prediction=said and replace(said, scores={}, evidence=()),
    )
