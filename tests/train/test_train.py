"""A candidate from rows to a bundle, in use and taken back."""

import dataclasses

import pytest
from worlds import small_world

from classifier.errors import ModelError
from classifier.predict import bundle, load_model
from classifier.train import train as training
from classifier.train.fit import Settings
from classifier.train.rows import Source, split
from classifier.train.train import (
    AS_IF_NEW,
    BY_MEMBER,
    HOLD_OUT,
    data_hash,
    describe,
    promote,
    rollback,
    train,
)

REAL = {"m0", "m1", "m2"}


@pytest.fixture(scope="module")
def rows():
    """A small world, a third of its members real; some of the others are held out."""
    made = small_world(members=14)
    return [
        dataclasses.replace(row, source=Source.REAL, hard=row.member == "m0") if row.member in REAL else row
        for row in made
    ]


@pytest.fixture(scope="module")
def models(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("classifier.train.fit.Settings", lambda **more: Settings(**{"trees": 5} | more))
        train(rows, "one", models=folder, files={"ogp.csv": "0" * 64})
        train(rows, "two", models=folder)
        train(rows, "alone", models=folder, corpus_alone=True)
    return folder


def test_the_same_rows_give_the_same_bytes(models):
    one, two = ((models / name / "model.skops").read_bytes() for name in ("one", "two"))
    assert one == two


def test_the_card_says_what_it_was_scored_on(models):
    card = bundle.read_card(models / "one")
    real = {BY_MEMBER, AS_IF_NEW}
    assert set(card["scores"]) == {HOLD_OUT, *real, *(f"hard {name}" for name in real)}
    assert card["rows"]["real"] > 0
    assert card["files_sha256"] == {"ogp.csv": "0" * 64}


def test_a_model_of_the_corpus_alone_is_scored_on_real_rows_it_never_learned(models):
    card = bundle.read_card(models / "alone")
    assert card["rows"]["real"] == 0
    assert card["scores"][BY_MEMBER]["rows"] == 42


def test_the_card_can_be_read(models):
    text = (models / "one" / "card.md").read_text(encoding="utf-8")
    for said in ("Macro F1", "| Access to justice |", "Accepted unread", "ogp.csv", "Labels that look wrong"):
        assert said in text


def test_the_card_shows_its_pictures(models):
    text = (models / "one" / "card.md").read_text(encoding="utf-8")
    pictures = list((models / "one").glob("*.svg"))
    assert len(pictures) == 6
    assert all(f"]({path.name})" in text for path in pictures)


def test_the_card_holds_no_text_of_the_rows(models, rows):
    said = "".join((models / "one" / name).read_text(encoding="utf-8") for name in ("card.md", "card.json"))
    assert not any(row.text in said for row in rows)


def test_a_model_is_described_with_what_it_hardly_knows():
    card = {"id": "m", "languages_with_too_little": {"ka": 4}, "suspects": [{}, {}]}
    said = describe(card)
    assert "not scored" in said and "ka (4)" in said and "2 labels look wrong" in said


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
    monkeypatch.setattr(training, "difference", lambda *_: (-0.3, -0.4, -0.2))
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
