"""The fuzzer and the killer themselves, at small: that they find what is wrong, and a few inputs."""

import json
import random
from dataclasses import replace

import fuzz
import killing
import pytest
from factories import KeywordModel, make_commitment, make_plan, make_row
from fuzzing.mutations import mutated
from fuzzing.trial import outcome
from hostile_files import essay, noise

from classifier.fences import ReadingFailed, WorkerDied
from classifier.workspace import Workspace

INPUTS = 16


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(tmp_path / "ws") as opened:
        yield opened


def test_a_few_damaged_and_senseless_files_end_with_an_outcome(tmp_path, workspace):
    chance, path = random.Random(3), tmp_path / "input.pdf"
    damaged = [mutated(essay(2), chance, [essay()]) for _ in range(INPUTS)]
    for data in [*damaged, *fuzz.built(3, INPUTS)[:INPUTS]]:
        path.write_bytes(data)
        ended, found = outcome(path, KeywordModel(), workspace, ocr=False)
        assert ended and found == ""


@pytest.mark.parametrize("size", [2, 9, 40])
def test_damage_is_done_to_the_smallest_file_too(size):
    chance = random.Random(size)
    assert len({mutated(noise(size), chance, [noise(size)]) for _ in range(200)}) > 10


@pytest.mark.parametrize("error", [WorkerDied("killed"), ReadingFailed("IndexError")])
def test_what_nobody_foresaw_is_a_finding(tmp_path, workspace, monkeypatch, error):
    def fail(*_, fence):
        raise error

    monkeypatch.setattr("fuzzing.trial.fenced", fail)
    assert outcome(tmp_path / "x.pdf", KeywordModel(), workspace, ocr=False) == (error.outcome, str(error))


def test_a_finding_is_kept_with_its_reason_and_added_up(tmp_path, capsys):
    log = fuzz.Log(tmp_path, seed=1)
    log.add("built", b"%PDF", "failed", "IndexError")
    log.add("mutated", b"%PDF", "read", "")
    log.keep()
    assert len(list((tmp_path / "findings").glob("failed-*.pdf"))) == 1
    fuzz.total(tmp_path)
    said = capsys.readouterr().out
    assert "1 sessions, 2 inputs" in said and "finding: IndexError" in said


@pytest.fixture
def reference(tmp_path):
    """One plan, stored twice alike."""
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "a.pdf").write_bytes(b"x")
    plan = make_plan(make_commitment(id="c-1"))
    for name in ("one", "two"):
        with Workspace.open(tmp_path / name) as opened:
            opened.store(make_row(str(plans / "a.pdf"), commitments=1), plan)
    return plans, tmp_path


def differences(plans, home):
    one, two = (killing.stored(home / name) for name in ("one", "two"))
    return list(killing.differences(plans, one, two))


def test_two_runs_that_ended_alike_do_not_differ(reference):
    assert differences(*reference) == []


def test_a_lost_file_a_lost_plan_and_another_outcome_are_seen(reference):
    plans, home = reference
    (plans / "b.pdf").write_bytes(b"y")
    with Workspace.open(home / "one") as opened:
        row = opened.files()[0]
        opened.store(replace(row, outcome="damaged", plan_id=None, commitments=0))
    said = " ".join(differences(plans, home))
    assert "1 ledger rows for 2 files" in said and "damaged" in said
    assert "plans differ" in said and "commitments differ" in said


@pytest.mark.soak
def test_a_run_killed_at_random_ends_as_one_in_peace(tmp_path, monkeypatch):
    monkeypatch.setattr(killing, "DISTURBED", 2)
    figures = killing.soak(tmp_path, kills=4, seed=11, count=8)
    assert figures["wrong"] == []
    assert sum(figures["kills"].values()) >= 4 and figures["files"] == 11
    assert json.loads((tmp_path / "kills-11.json").read_text())["seed"] == 11
