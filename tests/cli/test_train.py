import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from factories import JOG, make_decision
from review.desks import fill
from worlds import small_world

from classifier.cli import verbs
from classifier.predict import bundle
from classifier.train.fit import Settings
from classifier.train.rows import Source

MODEL = bundle.MODELS / bundle.current()


def call(*arguments):
    return CliRunner().invoke(verbs, [str(a) for a in arguments], standalone_mode=False)


@pytest.fixture(scope="module", autouse=True)
def few_trees():
    """The same verbs with fewer trees: a small world needs no more."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("classifier.train.fit.Settings", lambda **more: Settings(**{"trees": 5} | more))
        yield


def write_rows(path, rows):
    """Rows as a corpus or a gold file holds them."""
    entries = [
        {"id": r.id, "member": r.member, "language": r.language, "title": r.title, "text": r.text}
        | {"labels": sorted(r.labels)}
        for r in rows
    ]
    path.write_text("\n".join(map(json.dumps, entries)) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    write_rows(folder / "en.jsonl", small_world(members=14))
    return folder


@pytest.fixture(scope="module")
def gold(tmp_path_factory):
    rows = [replace(row, id=f"real-{row.id}", member=f"r{row.member}") for row in small_world(members=4)]
    return write_rows(tmp_path_factory.mktemp("gold") / "gold.jsonl", rows)


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
    said = call("evaluate", "--model", models / "first", "--corpus", corpus).output
    assert "Macro F1" in said and "Accepted unread" in said


def test_evaluate_names_languages_with_too_little_evidence(models, corpus, tmp_path):
    few = write_rows(tmp_path / "few.jsonl", small_world(members=1))
    said = call("evaluate", "--model", models / "first", "--corpus", corpus, "--gold", few).output
    assert "Too few justice commitments to speak for these languages: en (6)" in said


def test_without_a_database_train_says_that_the_corpus_is_alone(corpus, tmp_path):
    said = call("train", "--corpus", corpus, "--models", tmp_path, "--name", "alone").output
    assert "No copy of OGP's database was given" in said


def test_a_database_that_is_none_is_refused(corpus, tmp_path):
    path = tmp_path / "ogp.csv"
    path.write_text("a,b\n1,2\n")
    assert "none of the known column heads" in str(call("train", "--corpus", corpus, "--ogp", path).exception)


def test_a_gold_file_is_scored_by_the_model_in_use(models, corpus, gold):
    found = call("evaluate", "--model", models / "first", "--corpus", corpus, "--gold", gold, "--json").output
    figures = json.loads(found)
    assert figures["rows"] == 56
    assert set(figures["by"]) == {"language", "length", "template"}


def test_an_ablation_is_kept_in_the_card(models, corpus, gold, monkeypatch):
    few = (("as it is", Settings(trees=5)), ("lines alone, without trees", Settings(trees=0)))
    monkeypatch.setattr("classifier.train.ablation.VARIANTS", few)
    result = call("evaluate", "--model", models / "first", "--corpus", corpus, "--gold", gold, "--ablation")
    assert result.exception is None
    text = (models / "first" / "card.md").read_text(encoding="utf-8")
    assert "| lines alone, without trees |" in text


def test_by_member_needs_real_commitments():
    assert "--gold" in str(call("evaluate", "--by-member").exception)


def test_real_commitments_are_scored_by_member(corpus, gold):
    result = call("evaluate", "--corpus", corpus, "--gold", gold, "--by-member", "--json")
    assert json.loads(result.output)["rows"] == 56


def test_rollback_without_a_past_is_refused(models):
    assert "No model was in use before" in str(call("rollback", "--models", models).exception)


def test_decisions_of_a_workspace_are_learned_from(tmp_path, monkeypatch):
    workspace = fill(tmp_path)
    workspace.decide(make_decision([JOG], commitment_id="c2"))
    learned = []
    monkeypatch.setattr("classifier.train.train.train", lambda rows, *_, **__: learned.extend(rows) or MODEL)
    call("train", "--decisions", tmp_path)
    assert [(row.id, row.labels) for row in learned if row.source is Source.REAL] == [("c2", {JOG})]
