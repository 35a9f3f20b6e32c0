import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.cli.terminal import clean, page_span, print_json, print_table, without_password


@pytest.mark.parametrize("hostile", ["\x1b[2Jgone", "\x07bell", "a\rb", "\x9b31mred", "\u202eright to left"])
def test_control_characters_never_reach_the_terminal(hostile):
    assert not set(clean(hostile)) & set("\x1b\x07\r\x9b\u202e")


@given(st.text())
def test_cleaning_keeps_length_and_lines(text):
    assert len(clean(text)) == len(text)
    assert clean(text).count("\n") == text.count("\n")


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("folder", "folder"),
        ("postgresql://ana:secret@host/db", "postgresql://host/db"),
        ("postgresql://host/db", "postgresql://host/db"),
        ("postgresql://ana:p@ss@host/db", "postgresql://host/db"),
    ],
)
def test_a_password_is_never_shown(given, shown):
    assert without_password(given) == shown


def test_a_table_shows_text_as_it_is(capsys):
    print_table(["title"], [["[bold]not markup[/bold] :smile:"]])
    assert "[bold]not markup[/bold] :smile:" in capsys.readouterr().out


def test_numbers_stand_on_the_right(capsys):
    print_table(["name", "count"], [["a", 5], ["b", 1000]], right=["count"])
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    five, thousand = (next(line for line in lines if line.endswith(end)) for end in (" 5", "1000"))
    assert len(five) == len(thousand)


def test_json_takes_dates_and_sets(capsys):
    print_json({"on": date(2026, 1, 2), "codes": frozenset({"b", "a"}), "title": "Перелік"})
    assert json.loads(capsys.readouterr().out) == {
        "on": "2026-01-02",
        "codes": ["a", "b"],
        "title": "Перелік",
    }


def test_json_shows_what_steers_a_terminal_as_codes(capsys):
    text = "one\x1b two\x9b three\u202e línea"
    print_json([text])
    said = capsys.readouterr().out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)
    assert json.loads(said) == [text] and "línea" in said


@pytest.mark.parametrize(("pages", "shown"), [((3, 4, 5), "3-5"), ((3,), "3"), ((), "")])
def test_pages_are_shown_from_the_first_to_the_last(pages, shown):
    assert page_span(pages) == shown
