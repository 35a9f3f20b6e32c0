"""Labels by reference: found again in a copy of the database, or said to be absent."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.errors import CorpusError
from classifier.taxonomy import RULES, JusticeCategory
from classifier.train.references import (
    DIGITS,
    Reference,
    codebook_rule,
    match,
    read_references,
    text_hash,
    write_references,
)
from classifier.train.rows import Source

A2J, OJI, JOG = JusticeCategory
SHARED = Path(__file__).parents[3] / "shared"


@dataclass(frozen=True)
class TheirRow:
    """A row of an invented database."""

    ogp_id: str = ""
    member: str = "Ardania"
    plan_number: str = "1"
    title: str = "Open the courts"
    text: str = "All judgments will be published."
    lead_institution: str = "Council of Judges"


def refer(row, labels=(), **more):
    values = {"key": "v:1", "ogp_id": row.ogp_id, "member": row.member.casefold(), "plan": row.plan_number}
    values |= {"number": "3", "title_hash": text_hash(row.title), "text_hash": text_hash(row.text)}
    values |= {"characters": 0, "labels": frozenset(labels), "rule": "B2", "hard": False}
    return Reference(**(values | more))


@pytest.fixture(scope="module")
def shipped():
    return read_references()


def test_a_reference_finds_its_text_by_id():
    row = TheirRow(ogp_id="AD0001")
    (found,) = match([refer(row, [OJI], title_hash="changed")], [TheirRow(), row]).rows
    assert (found.text, found.labels, found.source) == (row.text, {OJI}, Source.REAL)
    assert (found.id, found.member, found.lead_institution) == ("v:1", "ardania", row.lead_institution)


def test_without_an_id_member_plan_and_title_find_it():
    others = [TheirRow(member="Bavonia"), TheirRow(plan_number="2"), TheirRow(title="Plant trees")]
    assert len(match([refer(TheirRow())], [*others, TheirRow()]).rows) == 1
    assert match([refer(TheirRow())], others).absent == (refer(TheirRow()),)


def test_of_two_with_one_title_the_text_decides():
    one, other = TheirRow(text="Hearings will be filmed."), TheirRow()
    assert match([refer(other)], [one, other]).rows[0].text == other.text


def test_of_two_with_one_title_and_other_texts_none_is_taken():
    rows = [TheirRow(text="Hearings will be filmed."), TheirRow(text="Trees will be planted.")]
    assert match([refer(TheirRow())], rows).rows == ()


def test_a_title_that_stands_alone_is_enough():
    assert match([refer(TheirRow())], [TheirRow(text="Rewritten since.")]).rows


def test_a_commitment_in_two_files_is_taken_once():
    row = TheirRow(ogp_id="AD0001")
    assert len(match([refer(row)], [row, row]).rows) == 1


def test_only_what_was_read_for_the_label_is_learned_from():
    (found,) = match([refer(TheirRow(), characters=13)], [TheirRow()]).rows
    assert found.text == "All judgments"


def test_names_of_one_member_are_folded_by_the_function_given():
    rows = [TheirRow(member="Republic of Ardania")]
    assert not match([refer(TheirRow())], rows).rows
    assert match([refer(TheirRow())], rows, lambda name: name.split()[-1].lower()).rows


def test_a_file_is_read_as_it_was_written(tmp_path):
    written = [refer(TheirRow(), [A2J, JOG], hard=True), refer(TheirRow(ogp_id="AD0002"), characters=2200)]
    write_references(tmp_path / "labels.csv", written)
    assert read_references(tmp_path / "labels.csv") == written


@pytest.mark.parametrize(("old", "new"), [("A2J", "justice"), (",1\n", ",1,\n"), ("2200", "many")])
def test_a_bad_line_is_named_with_what_it_should_hold(tmp_path, old, new):
    path = tmp_path / "labels.csv"
    write_references(path, [refer(TheirRow(), [A2J], hard=True, characters=2200)])
    text = path.read_text()
    path.write_text(text.replace(old, new) if old != ",1\n" else text.replace("characters", "letters"))
    with pytest.raises(CorpusError, match=r"labels\.csv line 2: .*Columns are key, ogp_id"):
        read_references(path)


def test_a_missing_file_says_what_to_do(tmp_path):
    with pytest.raises(CorpusError, match="Restore it, or train without --ogp"):
        read_references(tmp_path / "none.csv")


@given(st.text())
def test_a_hash_is_short_and_hexadecimal(text):
    assert len(text_hash(text)) == DIGITS
    assert int(text_hash(text), 16) >= 0


def test_a_hash_minds_words_and_not_how_they_are_set():
    assert (
        text_hash("Open  the\nCourts")
        == text_hash("<p>open the <br/>courts</p>")
        == text_hash("OPEN THE COURTS.")
    )
    assert text_hash("Open the courts") != text_hash("Open the court")


@pytest.mark.parametrize(
    ("note", "rule"), [("B7 with sanction", "B7"), ("B6/B21", "B6"), ("none", ""), ("", ""), ("B123", "")]
)
def test_a_readers_note_is_kept_only_as_the_rule_it_names(note, rule):
    assert codebook_rule(note) == rule


def test_the_shipped_references_hold_no_text(shipped):
    for one in shipped:
        hashes = (one.title_hash, one.text_hash)
        assert all(len(digits) == DIGITS and int(digits, 16) >= 0 for digits in hashes)
        assert len(one.number) <= 20 and one.rule in {"", *RULES}


def test_the_shipped_references_name_each_commitment_once(shipped):
    assert len({one.key for one in shipped}) == len(shipped) >= 1_000
    assert {category for one in shipped for category in one.labels} == set(JusticeCategory)


@pytest.mark.skipif(not SHARED.exists(), reason="../shared holds the database and is missing")
def test_every_shipped_reference_is_found_in_the_database(shipped):
    from classifier.irm.join import member_key
    from classifier.irm.read import read_databases

    files = sorted((SHARED / "data").glob("ogp_*.csv"))
    found = match(shipped, read_databases(files), member_key)
    assert not found.absent
    assert all(row.title for row in found.rows)


def test_a_reference_can_be_changed_without_touching_the_file(shipped):
    assert replace(shipped[0], hard=True).key == shipped[0].key
