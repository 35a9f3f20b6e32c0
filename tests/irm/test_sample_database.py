"""The sample database: invented, written from fixed ids, and whole."""

import csv
import sys
import tomllib

import pytest
from factories import SAMPLES

from classifier.irm import read_database

SCRIPTS = SAMPLES.parents[1] / "scripts"
DATABASE = SAMPLES / "ogp_database.csv"
PLANS = tomllib.loads(DATABASE.with_suffix(".toml").read_text(encoding="utf-8"))["plans"]


@pytest.fixture
def script(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    import make_sample_database

    yield make_sample_database
    sys.modules.pop("make_sample_database")


def csv_rows():
    with DATABASE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_script_writes_the_sample_database_as_it_is_kept(script, tmp_path, monkeypatch):
    made = tmp_path / "made.csv"
    monkeypatch.setattr(sys, "argv", ["make_sample_database.py", "--out", str(made)])
    script.main()
    why = "a text of the sample database changed: run scripts/make_sample_database.py"
    assert made.read_bytes() == DATABASE.read_bytes(), why


def test_more_commitments_in_the_corpus_change_nothing(script, monkeypatch):
    before = list(script.database())
    grown = script.corpus() | {
        "en-9999": script.corpus()["en-0001"] | {"member": "Kestovia", "id": "en-9999"}
    }
    monkeypatch.setattr(script, "corpus", lambda: grown)
    assert list(script.database()) == before


def test_every_row_is_of_a_plan_that_is_named():
    named = {(plan["member"], str(plan["number"]), str(plan["starts"])) for plan in PLANS}
    rows = csv_rows()
    assert {(r["Country/Locality"], r["Action Plan Number"], r["Year Of Submission"]) for r in rows} == named


def test_no_commitment_stands_in_two_plans():
    taken = [one for plan in PLANS for one in plan.get("commitments", ())]
    assert len(taken) == len(set(taken))


def test_identifiers_are_unique_and_run_on_over_a_members_plans():
    ids = [row.ogp_id for row in read_database(DATABASE)]
    assert len(ids) == len(set(ids))
    assert [i for i in ids if i.startswith("QU")] == [f"QU{n:04}" for n in range(1, 12)]


def test_every_region_and_level_and_period_has_rows():
    rows = csv_rows()
    assert len({row["Region"] for row in rows}) == 4
    assert {row["National Or Local"] for row in rows} == {"National", "Legacy Local"}
    years = [int(row["Year Of Submission"]) for row in rows]
    assert min(years) < 2020 < 2022 < max(years)


def test_scales_of_one_period_are_not_filled_in_another():
    for row in csv_rows():
        old = int(row["Year Of Submission"]) < 2020
        assert (row["Potential Impact"] == "ND") is not old
        assert (row["Potential for Results"] == "ND") is old
