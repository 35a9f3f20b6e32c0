import json

import pytest
from click.testing import CliRunner
from factories import JOG, make_decision
from review.desks import fill

from classifier.cli import verbs
from classifier.predict import bundle
from classifier.train.rows import CORPUS, Source

MODEL = bundle.MODELS / bundle.current()


def call(*arguments):
    return CliRunner().invoke(verbs, [str(a) for a in arguments], standalone_mode=False)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    for path in CORPUS.glob("*.jsonl"):
        lines = path.read_text(encoding="utf-8").splitlines()[::3]
        (folder / path.name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def models(corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    result = call("train", "--corpus", corpus, "--models", folder, "--name", "first")
    assert "ogp-justice promote first" in result.output
    return folder


def test_a_candidate_is_promoted_by_its_name(models, corpus):
    assert "first is in use." in call("promote", "first", "--models", models, "--corpus", corpus).output
    assert bundle.current(models) == "first"


def test_evaluate_scores_the_hold_out(models, corpus):
    figures = json.loads(call("evaluate", "--model", models / "first", "--corpus", corpus, "--json").output)
    assert 0 <= figures["macro_f1_interval"][0] <= figures["macro_f1"] <= 1


def test_evaluate_prints_a_table(models, corpus):
    assert "Macro F1" in call("evaluate", "--model", models / "first", "--corpus", corpus).output


def test_by_member_needs_real_commitments():
    assert "--gold" in str(call("evaluate", "--by-member").exception)


def test_real_commitments_are_scored_by_member(corpus, tmp_path):
    gold = tmp_path / "gold.jsonl"
    lines = [json.loads(line) for line in (corpus / "en.jsonl").read_text(encoding="utf-8").splitlines()]
    gold.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    result = call("evaluate", "--corpus", corpus, "--gold", gold, "--by-member", "--json")
    assert json.loads(result.output)["rows"] == len(lines)


def test_rollback_without_a_past_is_refused(models):
    assert "No model was in use before" in str(call("rollback", "--models", models).exception)


def test_decisions_of_a_workspace_are_learned_from(tmp_path, monkeypatch):
    workspace = fill(tmp_path)
    workspace.decide(make_decision([JOG], commitment_id="c2"))
    learned = []
    monkeypatch.setattr("classifier.train.train.train", lambda rows, *_, **__: learned.extend(rows) or MODEL)
    call("train", "--decisions", tmp_path)
    assert [(row.id, row.labels) for row in learned if row.source is Source.REAL] == [("c2", {JOG})]
