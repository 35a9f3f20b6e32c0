"""scripts/recount_report.py counts a report again, and notices what was changed."""

import csv
import json
import sys
from pathlib import Path

import pytest
from scenes import a_read_sample, figures, files, findings, joins

from classifier.report import Sources, compute, write_report

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


@pytest.fixture(scope="module")
def script():
    sys.path.insert(0, str(SCRIPTS))
    import recount_report

    yield recount_report
    sys.path.remove(str(SCRIPTS))
    sys.modules.pop("recount_report")


@pytest.fixture
def folder(tmp_path):
    everything = (*findings(), *a_read_sample())
    made = compute(everything, Sources(files=files(), joins=joins()), year=2023)
    write_report(made, tmp_path, ["csv", "json"])
    return tmp_path


def test_every_figure_of_a_report_equals_its_recount(script, folder):
    number, differ = script.compare(folder)
    assert differ == [] and number > 100


def test_a_report_without_a_database_is_counted_again_too(script, tmp_path):
    write_report(compute(findings()), tmp_path, ["csv", "json"])
    assert script.compare(tmp_path)[1] == []


@pytest.mark.parametrize("language", ["es", "fr"])
def test_the_files_are_the_same_to_a_recount_in_every_language(script, tmp_path, language):
    write_report(figures(language), tmp_path, ["csv", "json"])
    assert script.compare(tmp_path)[1] == []


def test_the_year_of_the_report_is_the_year_that_is_counted(script, folder):
    whole = json.loads((folder / "figures.json").read_text())
    (folder / "figures.json").write_text(json.dumps(whole | {"year": 2022}))
    assert any(line.startswith("headline.any_justice") for line in script.compare(folder)[1])


@pytest.mark.parametrize("column", ["access_to_justice", "decided", "lead_branch", "means", "high_ambition"])
def test_a_changed_commitment_is_noticed(script, folder, column):
    with (folder / "commitments.csv").open(newline="") as file:
        head, *rows = list(csv.reader(file))
    at, plan = head.index(column), head.index("id")
    row = next(row for row in rows if row[plan] == "t23-3")
    row[at] = {"true": "false", "false": "true"}.get(row[at], "judiciary")
    with (folder / "commitments.csv").open("w", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    assert script.compare(folder)[1]


def test_it_says_which_figure_differs_and_fails(script, folder, capsys, monkeypatch):
    text = (folder / "headline.csv").read_text()
    lines = text.splitlines()
    lines[-1] = lines[-1].rsplit(",", 1)[0] + ",1"
    (folder / "headline.csv").write_text("\n".join(lines))
    monkeypatch.setattr(sys, "argv", ["recount_report.py", str(folder)])
    assert script.main() == 1
    assert "headline.any_justice.commitments: the report says 1" in capsys.readouterr().out
