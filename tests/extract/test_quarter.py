import pytest

from classifier.extract.glyphs import _quarter


@pytest.mark.parametrize(
    ("a", "b", "degrees"), [(1, 0, 0), (0, 1, 90), (-1, 0, 180), (0, -1, 270), (1, 0.01, 0), (0, 0, 0)]
)
def test_text_turns_by_quarters(a, b, degrees):
    assert _quarter(a, b) == degrees


# A fuzzed plan held a text matrix of this kind.
@pytest.mark.parametrize("broken", [float("nan"), float("inf")])
def test_a_matrix_without_numbers_is_upright(broken):
    assert _quarter(float("nan"), broken) == 0
