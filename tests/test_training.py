"""What a model learns from is gathered once, whichever way it is given."""

import csv
import hashlib
import json

import pytest
from factories import JOG, make_decision
from review.desks import fill

from classifier.errors import CorpusError
from classifier.taxonomy import JusticeCategory
from classifier.train.references import Reference, text_hash, write_references
from classifier.train.rows import Source
from classifier.training import gather

A2J, OJI, _ = JusticeCategory
ENTRY = {"member": "Ardania", "title": "Publish the budget", "text": "We publish it.", "labels": []}
TITLE, TEXT = "Open the courts", "All judgments will be published."


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "en.jsonl").write_text(json.dumps({"id": "en-1"} | ENTRY))
    return folder


@pytest.fixture
def references(tmp_path):
    path = tmp_path / "labels.csv"
    known = {"member": "ardania", "plan": "1", "number": "1", "title_hash": text_hash(TITLE)}
    known |= {"text_hash": text_hash(TEXT), "characters": 0, "rule": "", "hard": False, "ogp_id": ""}
    absent = known | {"title_hash": text_hash("Gone")}
    labels = frozenset({OJI})
    both = [Reference(key="v:1", labels=labels, **known), Reference(key="v:2", labels=labels, **absent)]
    write_references(path, both)
    return path


@pytest.fixture
def ogp(tmp_path):
    """A database in the layout of 2016 with one commitment."""
    from classifier.irm.layouts import settings

    layout = next(one for one in settings()["layout"] if one["header_row"] == 1)
    names = [
        *dict.fromkeys([*layout["recognised_by"], *layout["columns"].values(), *layout["tags"].values()])
    ]
    row = dict.fromkeys(names, "") | {
        layout["columns"]["member"]: "Ardania",
        layout["columns"]["title"]: TITLE,
    }
    row |= {layout["columns"]["plan_number"]: "1", layout["columns"]["text"]: TEXT}
    path = tmp_path / "ogp.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([range(len(names)), names, [row[name] for name in names]])
    return path


def test_the_corpus_alone_is_said_to_be_alone(corpus):
    found = gather(corpus)
    assert [row.id for row in found.rows] == ["en-1"]
    assert "left out" in found.said[0]
    assert (found.gold, found.files) == (frozenset(), ())


def test_references_are_joined_and_counted(corpus, ogp, references):
    found = gather(corpus, ogp=[ogp], references=references)
    assert [(row.id, row.text) for row in found.rows[1:]] == [("v:1", TEXT)]
    assert found.said == (
        "1 of 2 labelled commitments were found in ogp.csv; 1 were not, and were left out.",
    )


def test_the_files_are_named_with_their_hashes(corpus, ogp, references):
    files = dict(gather(corpus, ogp=[ogp], references=references).files)
    assert files["ogp.csv"] == hashlib.sha256(ogp.read_bytes()).hexdigest()
    assert set(files) == {"ogp.csv", "labels.csv"}


def test_a_label_given_by_file_comes_before_a_reference(corpus, ogp, references, tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(ENTRY | {"key": "v:1", "labels": [A2J]}))
    found = gather(corpus, [gold], [ogp], references=references)
    assert [row.labels for row in found.rows if row.id == "v:1"] == [{A2J}]
    assert found.gold == {"v:1"}


def test_two_names_of_a_member_become_one(corpus, tmp_path):
    gold = tmp_path / "gold.jsonl"
    lines = [ENTRY | {"key": name, "member": name} for name in ("Slovakia", "Slovak Republic")]
    gold.write_text("\n".join(map(json.dumps, lines)))
    assert len({row.member for row in gather(corpus, [gold]).rows if row.source is Source.REAL}) == 1


def test_decisions_of_a_workspace_are_learned_from(corpus, tmp_path):
    fill(tmp_path / "desk").decide(make_decision([JOG], commitment_id="c2"))
    found = gather(corpus, decisions=str(tmp_path / "desk"))
    assert [(row.id, row.labels) for row in found.rows[1:]] == [("c2", {JOG})]


def test_a_corpus_that_is_none_is_refused(tmp_path):
    with pytest.raises(CorpusError, match="No corpus"):
        gather(tmp_path)
