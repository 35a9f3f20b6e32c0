"""One plan's commitments on the terminal."""

import json

import pytest
from click.testing import CliRunner
from factories import SAMPLES

from classifier.cli import verbs
from classifier.errors import OgpJusticeError

PLAN = SAMPLES / "valdore_2018-2020_fr.pdf"


def find(*arguments):
    return CliRunner().invoke(verbs, ["find", *map(str, arguments)], standalone_mode=False)


@pytest.fixture(scope="module")
def shown():
    return find(PLAN).output


def test_every_commitment_stands_in_the_table(shown):
    numbers = [line.split()[0] for line in shown.splitlines() if line[1:2].isdigit()]
    assert {"1", "9"} <= set(numbers)


def test_pages_stand_once_where_first_and_last_are_one(shown):
    assert " 6-7 " in shown and " 6-6 " not in shown


def test_what_it_was_taken_for_and_why_is_said(shown):
    assert "Taken for an action plan" in shown
    assert "9 commitments" in shown and "style: named headings" in shown


def test_json_holds_the_whole_plan():
    plan = json.loads(find(PLAN, "--json").output)
    assert (len(plan["commitments"]), plan["number"], plan["starts"]) == (9, "2", 2018)


def test_the_outlined_pages_are_written_where_asked(tmp_path):
    output = find(PLAN, "--html", tmp_path / "split.html").output
    assert "split.html" in output.replace("\n", "")
    assert (tmp_path / "split.html").read_text(encoding="utf-8").count("<figure") == 11


def test_a_file_that_is_no_pdf_is_told(tmp_path):
    (tmp_path / "page.pdf").write_text("<html>404</html>")
    assert isinstance(find(tmp_path / "page.pdf").exception, OgpJusticeError)
