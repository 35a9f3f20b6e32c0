import json

import pytest
from factories import A2J, JOG, make_finding, make_plan

from classifier.errors import CorpusError
from classifier.taxonomy import JusticeCategory
from classifier.train.rows import Source, decided_rows, load_corpus, load_rows, split

ROW = {
    "id": "en-1",
    "member": "Ardmoor",
    "title": "Open",
    "text": "We open.",
    "labels": ["access_to_justice"],
}


def write(tmp_path, *entries):
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(entry if isinstance(entry, str) else json.dumps(entry) for entry in entries))
    return path


def test_a_row_is_read(tmp_path):
    (row,) = load_rows(write(tmp_path, ROW), Source.REAL)
    assert row.labels == {JusticeCategory.ACCESS_TO_JUSTICE}
    assert row.commitment.title == "Open"


def test_a_key_serves_as_id(tmp_path):
    entry = {key: value for key, value in ROW.items() if key != "id"} | {"key": "x:1", "set": "hard"}
    (row,) = load_rows(write(tmp_path, entry), Source.REAL)
    assert (row.id, row.hard) == ("x:1", True)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{", "line 2 is no JSON"),
        ("[]", "line 2 holds no object"),
        ({"id": "a"}, "line 2 has no 'member'"),
        (ROW | {"labels": ["justice"]}, "line 2: 'justice'"),
    ],
)
def test_a_bad_row_is_named_with_its_line(tmp_path, entry, message):
    with pytest.raises(CorpusError, match=message):
        load_rows(write(tmp_path, ROW, entry), Source.CORPUS)


def test_a_file_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CorpusError, match="UTF-8"):
        load_rows(path, Source.CORPUS)


def test_an_empty_folder_is_no_corpus(tmp_path):
    with pytest.raises(CorpusError, match="No corpus"):
        load_corpus(tmp_path)


def test_no_member_is_on_both_sides_of_the_split():
    learned, held_out = split(load_corpus())
    assert learned
    assert held_out
    assert not {row.member for row in learned} & {row.member for row in held_out}


def test_decisions_become_rows_and_predictions_do_not():
    decided = make_finding([A2J], decided=[JOG], title="Legal aid")
    (row,) = decided_rows([decided, make_finding([A2J])])
    assert (row.id, row.labels, row.source) == (decided.commitment.id, {JOG}, Source.REAL)
    assert (row.member, row.title) == ("TX", "Legal aid")


def test_a_decision_for_none_teaches_too():
    assert decided_rows([make_finding(decided=[])])[0].labels == frozenset()


def test_a_plan_without_member_stands_for_itself():
    plan = make_plan(id="p7", member=None)
    assert decided_rows([make_finding(plan=plan, decided=[])])[0].member == "p7"
