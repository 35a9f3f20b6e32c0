import json

import pytest
from factories import make_row

from classifier.cli.progress import LOGGED, log_event, logged, one_line, watcher
from classifier.errors import WorkspaceError


def lines(capsys):
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_an_event_is_one_json_line_whatever_it_holds(capsys):
    log_event("file", path="two\nlines \u202e \udcff.pdf")
    (line,) = lines(capsys)
    assert line["event"] == "file"
    assert line["path"] == "two\nlines \u202e \udcff.pdf"


def test_beginning_and_end_are_logged(capsys):
    with logged(True, version="1"):
        pass
    assert [line["event"] for line in lines(capsys)] == ["start", "end"]


def test_an_error_is_logged_with_its_exit_code(capsys):
    with pytest.raises(WorkspaceError), logged(True):
        raise WorkspaceError("full")
    assert lines(capsys)[-1] | {"time": ""} == {
        "time": "",
        "event": "error",
        "message": "full",
        "kind": "WorkspaceError",
        "exit_code": 3,
    }


def test_nothing_is_logged_unasked(capsys):
    with logged(False):
        pass
    assert lines(capsys) == []


def test_each_file_is_logged_with_why_it_was_read(capsys):
    watch = watcher(as_json=False, log_json=True)
    rows = list(watch(iter([make_row(outcome="damaged", reason="ends early")]), {"/plans/a.pdf": "new file"}))
    (line,) = lines(capsys)
    assert len(rows) == 1
    assert set(LOGGED) <= set(line)
    assert (line["outcome"], line["why"]) == ("damaged", "new file")


def test_lines_for_people_are_one_each(capsys):
    watch = watcher(as_json=False, log_json=False)
    list(
        watch(iter([make_row("/plans/two\nlines\x1b[2J.pdf")]), {"/plans/two\nlines\x1b[2J.pdf": "new file"})
    )
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "\x1b" not in told


def test_json_output_is_not_disturbed(capsys):
    list(watcher(as_json=True, log_json=False)(iter([make_row()]), {}))
    assert capsys.readouterr().err == ""


def test_a_name_becomes_one_harmless_line():
    assert one_line("/a/b\x1b\nc.pdf") == "b  c.pdf"
