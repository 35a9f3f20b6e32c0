import pytest

from classifier.irm.results import IrmResult, Missing, missing


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
