"""The pictures of docs/finding.md show what is found today."""

import sys
from pathlib import Path

import pytest

from classifier.find.fit import STYLE_TRUST
from classifier.find.styles import STYLES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def draw_styles():
    sys.path.insert(0, str(ROOT / "scripts"))
    import draw_styles

    yield draw_styles
    sys.path.remove(str(ROOT / "scripts"))


def test_every_style_has_a_picture(draw_styles):
    assert set(draw_styles.SHOWN) == set(STYLE_TRUST)
    assert len(STYLES) <= len(STYLE_TRUST)


def test_every_picture_is_shown_and_small(draw_styles):
    page = (DOCS / "finding.md").read_text(encoding="utf-8")
    for style in draw_styles.SHOWN:
        name = f"finding/{style.replace(' ', '-')}.png"
        assert f"]({name})" in page
        assert (DOCS / name).stat().st_size < 60_000


@pytest.mark.parametrize("style", ["table rows", "contents titles", "number chain"])
def test_a_style_reads_its_page(draw_styles, style, tmp_path):
    draw_styles.draw(style, draw_styles.SHOWN[style], tmp_path / "picture.png")
    assert (tmp_path / "picture.png").stat().st_size > 5_000


def test_a_layout_that_another_style_reads_is_refused(draw_styles, tmp_path):
    with pytest.raises(SystemExit, match="choose another layout"):
        draw_styles.draw("outline", "french_engagement", tmp_path / "picture.png")
