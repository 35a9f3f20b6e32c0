import pytest
from factories import SHARED

from classifier.irm import read_database
from classifier.irm.results import IrmResult, Missing, missing

DATABASE = SHARED / "data" / "ogp_commitments_2024_layout.csv"


@pytest.mark.parametrize(
    "value, kind", [("ND", Missing.ND), ("NR", Missing.NR), ("NA", Missing.NA), (" ", Missing.BLANK)]
)
def test_kinds_of_missing_stay_apart(value, kind):
    assert missing(value) is kind


@pytest.mark.parametrize("value", ["None", "Minor", "0", "Not Started"])
def test_a_low_value_is_not_missing(value):
    assert missing(value) is None


@pytest.mark.parametrize(
    "values, high",
    [
        ({"potential_impact": "Transformative"}, True),
        ({"potential_impact": "None"}, False),
        ({"potential_for_results": "Substantial", "potential_impact": "ND"}, True),
        ({"potential_for_results": "Modest"}, False),
        ({"potential_impact": "NR"}, None),
        ({}, None),
    ],
)
def test_ambition_over_both_regimes(values, high):
    assert IrmResult(**values).high_ambition is high


@pytest.mark.parametrize(
    "relevant, high", [("1", True), ("Yes", True), ("NR", True), ("0", False), ("no", False)]
)
def test_what_is_not_relevant_to_open_government_is_not_ambitious(relevant, high):
    assert IrmResult(relevant=relevant, potential_impact="Moderate").high_ambition is high


def test_what_was_not_assessed_stays_so_whether_relevant_or_not():
    assert IrmResult(relevant="0", potential_impact="NR").high_ambition is None


@pytest.mark.skipif(not DATABASE.exists(), reason="needs ../shared")
def test_high_ambition_is_ogps_own_wherever_ogp_says_it():
    said = [row.irm for row in read_database(DATABASE) if row.irm.ogp_high_ambition in ("0", "1")]
    assert len(said) > 100
    assert [one for one in said if one.high_ambition is not (one.ogp_high_ambition == "1")] == []


@pytest.mark.parametrize(
    "progress, end, high",
    [
        ("b. Limited", "Complete", True),
        ("d. Complete", "ND", True),
        ("Complete", "Limited", False),
        ("NR", "NR", None),
    ],
)
def test_completion_is_that_of_the_latest_assessment(progress, end, high):
    assert IrmResult(completion_progress=progress, completion_end=end).high_completion is high


@pytest.mark.parametrize(
    "values, high",
    [
        ({"diog": "d. Major"}, True),
        ({"early_results": "Moderate"}, False),
        ({"early_results": "Significant"}, True),
        ({}, None),
    ],
)
def test_early_results_over_both_regimes(values, high):
    assert IrmResult(**values).high_early_results is high
