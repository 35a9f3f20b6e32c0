import dataclasses

import pytest

from classifier.errors import ModelError
from classifier.predict import bundle, load_model
from classifier.train.rows import Source, load_corpus, split
from classifier.train.train import AS_IF_NEW, BY_MEMBER, data_hash, promote, rollback, train


@pytest.fixture(scope="module")
def rows():
    """A third of the corpus, a few rows of it taken for real ones."""
    some = load_corpus()[::3]
    return [
        dataclasses.replace(row, source=Source.REAL) if row.batch.endswith("b2") and not row.held_out else row
        for row in some
    ]


@pytest.fixture(scope="module")
def models(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    train(rows, "one", models=folder)
    train(rows, "two", models=folder)
    return folder


def test_the_same_rows_give_the_same_bytes(models):
    one, two = ((models / name / "model.skops").read_bytes() for name in ("one", "two"))
    assert one == two


def test_the_card_says_what_it_was_scored_on(models):
    card = bundle.read_card(models / "one")
    real = {BY_MEMBER, AS_IF_NEW}
    assert set(card["scores"]) == {"corpus hold-out", *real, *(f"hard {name}" for name in real)}
    assert card["rows"]["real"] > 0


def test_the_card_can_be_read(models):
    text = (models / "one" / "card.md").read_text(encoding="utf-8")
    assert "Macro F1" in text
    assert "| Access to justice |" in text


def test_a_candidate_is_put_in_use_and_taken_back(models, rows):
    held_out = split([row for row in rows if row.source is Source.CORPUS])[1]
    assert promote("one", held_out, models=models) == []
    assert promote("two", held_out, models=models) == []
    assert load_model(models=models).id == "two"
    assert rollback(models=models) == "one"
    with pytest.raises(ModelError, match="No model was in use before"):
        rollback(models=models)


def test_a_worse_candidate_is_refused_with_the_reason(models, rows, monkeypatch):
    held_out = split([row for row in rows if row.source is Source.CORPUS])[1]
    promote("one", held_out, models=models)
    monkeypatch.setattr("classifier.train.train.difference", lambda *_: (-0.3, -0.4, -0.2))
    assert "F1 -0.300, interval -0.400 to -0.200" in promote("two", held_out, models=models)[0]
    assert bundle.current(models) == "one"


def test_the_hash_changes_with_a_label(rows):
    other = [dataclasses.replace(rows[0], labels=frozenset()), *rows[1:]]
    changed = [dataclasses.replace(rows[0], title="Other"), *rows[1:]]
    assert data_hash(rows) != data_hash(changed)
    assert data_hash(rows) == data_hash(list(rows))
    assert len(data_hash(other)) == 64


@pytest.mark.parametrize("name", ["../escape", "", "a b", "/tmp/x"])
def test_a_name_cannot_leave_the_folder(name, rows, tmp_path):
    if name:
        with pytest.raises(ModelError, match="no name for a model"):
            train(rows, name, models=tmp_path)
    else:
        assert not list(tmp_path.iterdir())
