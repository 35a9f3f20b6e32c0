from dataclasses import replace

import pytest
from factories import A2J, OJI, PORT_SELM, SAMPLES, KeywordModel, make_finding, make_plan
from pdfs import Pages

from classifier.corrections import drop, merge, rename, undo
from classifier.errors import InputError
from classifier.fences import Fence, WorkerDied
from classifier.inputs import gather
from classifier.pipeline import Bounds, correct, findings, lean, process, read_plan
from classifier.tally import estimates, tally
from classifier.tally.dimensions import DIMENSIONS
from classifier.tasks import plan_tasks
from classifier.workspace import Workspace

PLAN = SAMPLES / "valdore_2018-2020_fr.pdf"


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(tmp_path / "workspace") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path):
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "good.pdf").write_bytes(PLAN.read_bytes())
    return plans


def killed(*_, fence):
    raise WorkerDied("killed by signal 9")


def run(folder, workspace):
    tasks = plan_tasks(gather([folder]), workspace, KeywordModel.id)
    rows = process(tasks, workspace, KeywordModel(), bounds=Bounds(Fence(seconds=120)))
    return {row.path.rpartition("/")[2]: row for row in rows}


def test_reading_a_plan_is_extract_then_find():
    plan = read_plan(PLAN, hints={"member": "Valdore"})
    assert (plan.member.name, len(plan.commitments), plan.language) == ("Valdore", 9, "fr")


def test_a_plan_is_stored_with_its_predictions(folder, workspace):
    row = run(folder, workspace)["good.pdf"]
    assert (row.outcome, row.commitments, row.pages) == ("read", 9, 11)
    assert sum(finding.prediction is not None for finding in findings(workspace)) == 9


def test_bad_files_cost_nobody_else(folder, workspace):
    (folder / "page.pdf").write_text("<html>404</html>")
    (folder / "damaged.pdf").write_bytes(PLAN.read_bytes()[:2000])
    Pages().prose(50, 100, lines=30).write(folder / "essay.pdf")
    rows = run(folder, workspace)
    assert rows["good.pdf"].outcome == "read"
    assert rows["page.pdf"].outcome == "not a PDF"
    assert rows["damaged.pdf"].outcome == "damaged"
    assert rows["essay.pdf"].outcome == "no commitments found"
    assert all(row.reason for row in rows.values() if row.outcome != "read")


def test_the_second_run_has_nothing_to_do(folder, workspace):
    run(folder, workspace)
    assert run(folder, workspace) == {}


def test_a_copy_is_counted_once(folder, workspace):
    run(folder, workspace)
    (folder / "copy.pdf").write_bytes(PLAN.read_bytes())
    assert run(folder, workspace)["copy.pdf"].outcome == "duplicate"
    assert len(list(findings(workspace))) == 9


@pytest.fixture
def read(folder, workspace):
    run(folder, workspace)
    return workspace.plan(workspace.plans()[0].id)


def test_a_correction_shows_at_once_and_in_the_ledger(read, workspace):
    plan = correct(workspace, merge(*read.commitments[:2], analyst="ana"), KeywordModel())
    assert len(plan.commitments) == 8
    assert [row.commitments for row in workspace.files()] == [8]
    assert len(workspace.predictions(KeywordModel.id)) == 8


def test_a_correction_survives_a_new_run(read, folder, workspace):
    made = correct(workspace, rename(read.commitments[0], "Another title", analyst="ana"), KeywordModel())
    tasks = plan_tasks(gather([folder]), workspace, KeywordModel.id, redo=True)
    assert list(process(tasks, workspace, KeywordModel(), bounds=Bounds(Fence(seconds=120))))
    assert workspace.plan(read.id) == made


def test_a_correction_taken_back_gives_the_plan_as_found(read, workspace):
    made = drop(read.commitments[3], analyst="ana")
    correct(workspace, made, KeywordModel())
    assert correct(workspace, undo(made, analyst="ana"), KeywordModel()) == read
    assert len(workspace.corrections(read.id)) == 2


def test_a_correction_is_not_taken_back_without_the_file(read, folder, workspace):
    made = drop(read.commitments[3], analyst="ana")
    correct(workspace, made, KeywordModel())
    (folder / "good.pdf").unlink()
    with pytest.raises(InputError, match="needed to take a correction back"):
        correct(workspace, undo(made, analyst="ana"), KeywordModel())
    assert len(workspace.plan(read.id).commitments) == 8


def test_contact_details_survive_a_correction(read, workspace):
    before = {c.id: workspace.contact(c.id) for c in read.commitments}
    correct(workspace, rename(read.commitments[0], "Another title", analyst="ana"), KeywordModel())
    assert {c.id: workspace.contact(c.id) for c in read.commitments} == before
    assert any(before.values())


def test_which_of_two_copies_counts_does_not_hang_on_a_kill(folder, workspace, monkeypatch):
    (folder / "copy.pdf").write_bytes(PLAN.read_bytes())
    with monkeypatch.context() as patched:
        patched.setattr("classifier.pipeline.fenced", killed)
        outcomes = [row.outcome for row in run(folder, workspace).values()]
    assert outcomes == ["worker died", "worker died"]
    rows = run(folder, workspace)
    assert (rows["copy.pdf"].outcome, rows["good.pdf"].outcome) == ("read", "duplicate")


EVERY = [*DIMENSIONS, "category"]


@pytest.mark.parametrize(
    "by", [[name] for name in EVERY] + [["category", "year", "region", "branch"]], ids=str
)
def test_lean_findings_are_counted_like_whole_ones(by):
    member = make_plan(id="p2", member=PORT_SELM, starts=2019)
    whole = [
        make_finding([A2J], title="Legal aid", lead_institution="Supreme Court"),
        make_finding([A2J, OJI], plan=member, decided=[OJI]),
        make_finding(plan=member),
    ]
    assert tally(map(lean, whole), by) == tally(whole, by)
    assert estimates(map(lean, whole), by) == estimates(whole, by)


def test_a_lean_finding_holds_no_text():
    kept = lean(make_finding([A2J], text="a long text"))
    assert kept.commitment.text == "" and kept.prediction.evidence == ()
    assert lean(replace(kept, prediction=None)).prediction is None
