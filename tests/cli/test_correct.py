"""Splits corrected from the command line."""

import shutil

import pytest
from click.testing import CliRunner
from factories import SAMPLES, KeywordModel
from workspaces import TITLES

from classifier.cli import verbs
from classifier.errors import InputError, UnknownId
from classifier.workspace import Workspace


@pytest.fixture(autouse=True)
def model(monkeypatch):
    monkeypatch.setattr("classifier.predict.load_model", lambda *_: KeywordModel())


def correct(folder, *arguments):
    call = ["correct", *arguments, "--workspace", str(folder)]
    return CliRunner().invoke(verbs, call, standalone_mode=False)


def titles(folder):
    with Workspace.open(folder) as opened:
        return [commitment.title for commitment in opened.commitments("p1")]


def kept(folder):
    with Workspace.open(folder) as opened:
        return opened.corrections("p1")


def test_a_dropped_commitment_is_gone_and_the_rest_is_shown(folder):
    output = correct(folder, "drop", "p1-2", "--analyst", "ana", "--comment", "an annex").output
    assert titles(folder) == [TITLES["p1-1"][0], TITLES["p1-3"][0]]
    assert "2 commitments now" in output and TITLES["p1-2"][0] in output


def test_a_correction_says_who_and_why(folder):
    correct(folder, "drop", "p1-2", "--analyst", "ana", "--comment", "an annex")
    assert [(one.analyst, one.comment) for one in kept(folder)] == [("ana", "an annex")]


def test_without_a_name_the_user_corrects(folder, monkeypatch):
    monkeypatch.setattr("classifier.cli.terminal.getuser", lambda: "bo")
    correct(folder, "drop", "p1-2")
    assert [one.analyst for one in kept(folder)] == ["bo"]


def test_merged_commitments_are_one_with_both_texts(folder):
    correct(folder, "merge", "p1-1", "p1-2", "--analyst", "ana")
    with Workspace.open(folder) as opened:
        text = opened.commitment("p1-1").text
    assert TITLES["p1-1"][0] in text and TITLES["p1-2"][0] in text
    assert len(titles(folder)) == 2


def test_a_split_begins_where_the_words_stand(folder):
    correct(folder, "split", "p1-1", "--at", "for everyone", "--title", "Everyone", "--analyst", "ana")
    assert titles(folder)[:2] == [TITLES["p1-1"][0], "Everyone"]


def test_a_renamed_commitment_has_the_new_title(folder):
    correct(folder, "rename", "p1-3", "Open every budget", "--analyst", "ana")
    assert titles(folder)[2] == "Open every budget"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("split", "p1-1", "--at", "nowhere", "--title", "x"), "0 times"),
        (("split", "p1-1", "--at", "e", "--title", "x"), "stand there once"),
        (("split", "p1-1", "--at", TITLES["p1-1"][0], "--title", "x"), "would be empty"),
        (("rename", "p1-1", " "), "needs a title"),
        (("merge", "p1-1", "p2-1"), "one plan"),
        (("merge", "p1-1", "p1-1"), "one plan"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(folder, arguments, message):
    result = correct(folder, *arguments, "--analyst", "ana")
    assert isinstance(result.exception, InputError) and message in str(result.exception)
    assert (len(titles(folder)), kept(folder)) == (3, [])


def test_an_unknown_commitment_is_said(folder):
    assert isinstance(correct(folder, "drop", "p9-1", "--analyst", "ana").exception, UnknownId)


def test_the_list_says_what_holds(folder):
    correct(folder, "drop", "p1-2", "--analyst", "ana")
    output = correct(folder, "list", "p1").output
    assert all(word in output for word in ("ana", "drop", TITLES["p1-2"][0], "yes"))
    assert TITLES["p1-2"][0] not in correct(folder, "list", "p2").output


def test_what_is_not_in_force_cannot_be_taken_back(folder):
    assert isinstance(correct(folder, "undo", "abc", "--analyst", "ana").exception, UnknownId)


@pytest.fixture
def real(tmp_path):
    """A sample plan, read by `run`."""
    plans = tmp_path / "plans"
    plans.mkdir()
    shutil.copy(SAMPLES / "valdore_2018-2020_fr.pdf", plans)
    run(plans, tmp_path / "results")
    return plans, tmp_path / "results"


def run(plans, results, *more):
    call = ["run", str(plans), "--workspace", str(results), *more]
    assert CliRunner().invoke(verbs, call, standalone_mode=False).exception is None


def of_plan(results):
    with Workspace.open(results) as opened:
        return list(opened.commitments())


def test_a_correction_survives_a_new_run_and_can_be_taken_back(real):
    plans, results = real
    before = of_plan(results)
    correct(results, "rename", before[0].id, "Another title", "--analyst", "ana")
    run(plans, results, "--redo")
    assert of_plan(results)[0].title == "Another title"
    with Workspace.open(results) as opened:
        (made,) = opened.corrections()
    correct(results, "undo", made.id[:8], "--analyst", "ana")
    assert [one.title for one in of_plan(results)] == [one.title for one in before]
