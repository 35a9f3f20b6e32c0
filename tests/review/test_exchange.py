import json

import pytest
from factories import A2J, JOG, make_decision

from classifier.errors import InputError
from classifier.review.exchange import read_lines, to_lines


def write(path, decisions):
    path.write_text("".join(f"{line}\n" for line in to_lines(decisions)), encoding="utf-8")
    return path


@pytest.fixture
def decisions():
    return [
        make_decision([JOG, A2J], comment="two\nlines\u2028and “quotes”", before=frozenset(), model_id="m1"),
        make_decision(None, "ben", day=2, reason="audit"),
    ]


def test_decisions_come_back_as_they_were(decisions, tmp_path):
    found = read_lines(write(tmp_path / "d.jsonl", decisions), [])
    assert list(found.new) == decisions and not found.problems


def test_the_same_decisions_give_the_same_lines(decisions):
    assert list(to_lines(decisions)) == list(to_lines(decisions))
    assert json.loads(next(to_lines(decisions)))["categories"] == sorted([A2J, JOG])


def test_importing_twice_changes_nothing(decisions, tmp_path):
    found = read_lines(write(tmp_path / "d.jsonl", decisions), decisions)
    assert (found.new, found.known) == ((), 2)


def test_a_line_twice_in_one_file_is_one_decision(decisions, tmp_path):
    found = read_lines(write(tmp_path / "d.jsonl", decisions * 2), [])
    assert len(found.new) == 2 and found.known == 2


def test_the_same_id_with_other_content_is_not_applied(decisions, tmp_path):
    from dataclasses import replace

    other = [replace(decisions[0], comment="changed")]
    found = read_lines(write(tmp_path / "d.jsonl", other), decisions)
    assert found.new == () and "other content" in found.problems[0]


GOOD = {"id": "d", "commitment_id": "c", "analyst": "a", "categories": [], "made_at": "2026-01-01T00:00:00Z"}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("no json", "no JSON"),
        ("{}", "no decision"),
        (json.dumps(GOOD | {"id": ""}), "needs id"),
        (json.dumps(GOOD | {"categories": ["x"]}), "categories"),
        (json.dumps(GOOD | {"made_at": "2026-01-01T00:00:00"}), "time zone"),
    ],
)
def test_a_line_that_is_no_decision_is_named(line, problem, tmp_path, decisions):
    path = write(tmp_path / "d.jsonl", decisions)
    path.write_text(f"{line}\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    found = read_lines(path, [])
    assert len(found.new) == 2
    assert found.problems[0].startswith("Line 1") and problem in found.problems[0]


def test_another_file_is_refused(tmp_path):
    (tmp_path / "d.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="JSON lines"):
        read_lines(tmp_path / "d.jsonl", [])
