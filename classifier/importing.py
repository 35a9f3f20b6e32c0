"""OGP's database into a workspace: its commitments classified, plan by plan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from classifier.errors import InputError
from classifier.extract.language import detect_language
from classifier.find.whose import find_member
from classifier.irm import read_database, to_plans
from classifier.irm.join import member_key
from classifier.pipeline import Predictor
from classifier.plans import ActionPlan, Member
from classifier.workspace import FileRow, Workspace
from classifier.workspace.ledger import READ

# Ledger rows of imported plans carry this in place of the code that reads PDFs.
CODE = "import-1"
# Quality grade of text that was not extracted from pages.
GRADE = "database"


@dataclass(frozen=True, slots=True)
class Import:
    """What an import did: the rows stored, and plans left as they were or not asked for."""

    rows: tuple[FileRow, ...]
    plans: int
    unchanged: int
    outside: int


def import_database(
    path: Path,
    workspace: Workspace,
    model: Predictor,
    *,
    members: Sequence[str] = (),
    years: tuple[int, int] | None = None,
) -> Import:
    """Classify and store every plan of a database file that is new or changed.

    `members` and `years` (first, last) narrow it. Raises `InputError` for a file whose layout is
    not known, or where nothing in it was asked for.
    """
    plans = to_plans(read_database(path), _member_of, detect_language)
    wanted = [plan for plan in plans if _wanted(plan, members, years)]
    if not wanted:
        raise InputError(
            f"{path.name} holds no plan of the members and years asked for. It holds: {_holds(plans)}."
        )
    fresh = [plan for plan in wanted if _is_new(plan, path, workspace, model)]
    rows = tuple(_store(plan, path, workspace, model) for plan in fresh)
    return Import(rows, len(plans), len(wanted) - len(fresh), len(plans) - len(wanted))


def _member_of(name: str) -> Member | None:
    """The member of a name as plans print it, or as the database abbreviates it ("USA")."""
    return find_member(name) or find_member(member_key(name))


def _wanted(plan: ActionPlan, members: Sequence[str], years: tuple[int, int] | None) -> bool:
    if members and member_key(_name(plan)) not in set(map(member_key, members)):
        return False
    return years is None or (plan.year is not None and years[0] <= plan.year <= years[1])


def _holds(plans: Sequence[ActionPlan]) -> str:
    years = sorted({plan.year for plan in plans if plan.year})
    span = f"{years[0]} to {years[-1]}" if years else "no years"
    return f"{span}; {', '.join(sorted(filter(None, set(map(_name, plans))))) or 'no members'}"


def _name(plan: ActionPlan) -> str:
    return plan.member.name if plan.member else ""


def _key(plan: ActionPlan, path: Path) -> str:
    """The ledger's path for one plan of a database file."""
    return f"{path.name}#{plan.id.rsplit('-', 1)[0]}"


def _is_new(plan: ActionPlan, path: Path, workspace: Workspace, model: Predictor) -> bool:
    row = workspace.file(_key(plan, path))
    return row is None or (row.sha256, row.model_id, row.code) != (plan.sha256, model.id, CODE)


def _store(plan: ActionPlan, path: Path, workspace: Workspace, model: Predictor) -> FileRow:
    row = FileRow(
        _key(plan, path),
        plan.sha256,
        READ,
        reason=f"From {path.name}, not from a PDF.",
        code=CODE,
        model_id=model.id,
        grade=GRADE,
        language=plan.language,
        commitments=len(plan.commitments),
        plan_id=plan.id,
    )
    workspace.store(row, plan, model.predict(plan.commitments))
    return replace(row)
