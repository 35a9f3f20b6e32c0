import csv
import json

import pytest
from click.testing import CliRunner
from factories import A2J, JOG
from workspaces import decide, draw

from classifier.cli import verbs
from classifier.tally import DIMENSIONS


def tally(folder, *arguments):
    return CliRunner().invoke(verbs, ["tally", "--workspace", str(folder), *arguments])


def rows(folder, *arguments):
    return list(csv.DictReader(tally(folder, "--csv", *arguments).output.splitlines()))


def test_each_category_has_a_row_and_any_justice_one(folder):
    counted = {row["category"]: row["predicted"] for row in rows(folder)}
    assert counted == {
        "access_to_justice": "1",
        "open_justice_institutions": "1",
        "justice_for_open_government": "1",
        "any_justice": "3",
    }


def test_decided_and_predicted_stand_apart(folder):
    decide(folder, "p1-1", [A2J])
    row = rows(folder)[0]
    assert (row["decided"], row["predicted"], row["commitments"]) == ("1", "0", "5")


def test_a_decision_of_none_takes_a_prediction_away(folder):
    decide(folder, "p1-1", [])
    assert rows(folder)[0]["predicted"] == "0"


def test_breakdowns_combine(folder):
    found = rows(folder, "--by", "member,year")
    assert [(row["member"], row["year"], row["predicted"]) for row in found] == [
        ("Port Selm", "2021", "1"),
        ("Telmara", "2023", "2"),
    ]


def test_without_a_sample_there_is_no_estimate_but_a_reason(folder):
    assert rows(folder)[0]["estimate"] == ""
    assert "no audit sample was drawn" in " ".join(tally(folder).output.split())


def test_a_sample_too_small_gives_no_estimate(folder):
    draw(folder, {"p1-1"})
    decide(folder, "p1-1", [A2J])
    assert "at least 30 are needed" in " ".join(tally(folder).output.split())


def test_a_sample_of_everything_gives_the_count_itself(folder):
    names = ("p1-1", "p1-2", "p1-3", "p2-1", "p2-2")
    draw(folder, set(names))
    for name in names:
        decide(folder, name, [A2J] if name == "p1-1" else [])
    row = rows(folder)[0]
    assert (row["estimate"], row["low"], row["high"]) == ("1.0", "1.0", "1.0")


def test_json_holds_counts_and_estimates(folder):
    counts = json.loads(tally(folder, "--json").output)
    assert [count["category"] for count in counts][-1] == "any_justice"
    assert counts[0]["estimate"]["reason"] == "no_sample"


def test_an_unknown_breakdown_is_refused_with_those_there_are(folder):
    result = tally(folder, "--by", "planet")
    assert result.exit_code == 2
    assert "no breakdown called planet" in result.output


def test_an_empty_workspace_counts_nothing(tmp_path):
    result = tally(tmp_path / "new", "--json")
    assert result.exit_code == 0
    assert json.loads(result.output) == []


@pytest.mark.parametrize("by, values", [("overlap", {"A2J", "OJI", "JOG"}), ("branch", {"unknown"})])
def test_more_breakdowns(folder, by, values):
    assert {row[by] for row in rows(folder, "--by", by)} == values


def test_every_breakdown_that_help_names_can_be_asked_for(folder):
    said = " ".join(tally(folder, "--help").output.split())
    names = said.split("Breakdowns: ")[1].split(".")[0].replace("(of the lead institution)", "").split(",")
    for name in (one.strip() for one in names):
        assert tally(folder, "--csv", "--by", name).exit_code == 0, name
    assert {one.strip() for one in names} == {"category", *DIMENSIONS}


def test_categories_that_stand_together_count_once_in_any_justice(folder):
    decide(folder, "p1-1", [A2J, JOG])
    found = {row["overlap"]: row["decided"] for row in rows(folder, "--by", "overlap")}
    assert found["A2J+JOG"] == "1"
    assert [row["decided"] for row in rows(folder, "--by", "category")] == ["1", "0", "1", "1"]


def test_rows_without_justice_stand_in_the_table_by_year(folder):
    by_year = {row["year"]: row for row in rows(folder, "--by", "year")}
    assert {year: row["commitments"] for year, row in by_year.items()} == {"2021": "2", "2023": "3"}


def test_json_names_why_there_is_no_estimate(folder):
    found = json.loads(tally(folder, "--json").output)
    assert {one["estimate"]["reason"] for one in found} == {"no_sample"}
