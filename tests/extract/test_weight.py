"""Which fonts are bold, by name and by the weight a file gives."""

import pytest

from classifier.extract.glyphs import _is_bold


@pytest.mark.parametrize(
    ("name", "weight", "bold"),
    [
        ("AAAAAA+NotoSans-Regular", 625, False),
        ("AAAAAA+NotoSans-Bold", 828, True),
        ("Bookman-Demi", 400, True),
        ("F3", 700, True),
        ("Times-Roman", 640, False),
        ("Helvetica", 400, False),
    ],
)
def test_a_name_that_says_plain_wins_over_the_weight(name, weight, bold):
    assert _is_bold(name, weight) is bold
