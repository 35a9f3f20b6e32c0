import re
import xml.etree.ElementTree as ET

import matplotlib
import pytest
from factories import A2J, JOG, OJI
from scenes import a_read_sample, figures, findings

from classifier.report import compute
from classifier.report.charts import CHARTS, to_png, to_svg
from classifier.report.charts.draw import COLOURS, WORDS, lighter, on, short

NAMES = sorted(CHARTS)


@pytest.fixture(scope="module")
def report():
    return figures()


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_is_wellformed_and_named(report, name):
    drawing = CHARTS[name](report)
    root = ET.fromstring(to_svg(drawing))
    assert root.tag.endswith("svg") and drawing.name == name and drawing.title


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_is_the_same_each_time(report, name):
    assert to_svg(CHARTS[name](report)) == to_svg(CHARTS[name](report))


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_can_be_drawn_of_next_to_nothing(name):
    bare = compute(findings()[1:2])
    assert "<svg" in to_svg(CHARTS[name](bare))


def test_pictures_carry_no_clock_and_no_program(report):
    picture = to_png(CHARTS["years"](report))
    assert picture.startswith(b"\x89PNG") and b"Software" not in picture and b"tIME" not in picture


def test_drawing_leaves_matplotlib_as_it_was(report):
    before = dict(matplotlib.rcParams)
    to_svg(CHARTS["regions"](report))
    assert dict(matplotlib.rcParams) == before


def test_a_chart_says_in_words_what_it_shows(report):
    alt = CHARTS["years"](report).alt
    assert "2022: 2." in alt and "2023: 3." in alt


def test_bars_bear_the_numbers_of_their_table(report):
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", to_svg(CHARTS["years"](report)))
    assert {"2022", "2023", "Access to justice", "several"} <= {text.strip() for text in texts}
    assert {"2", "3"} <= set(texts)


def test_intervals_are_drawn_where_there_are_estimates():
    with_sample = compute(a_read_sample())
    low, high = (with_sample.table("headline").row("any_justice")[name] for name in ("low", "high"))
    assert f"{low:.0f}–{high:.0f}" in to_svg(CHARTS["years"](with_sample))


def test_no_mathematics_is_read_into_names():
    assert "svg" in to_svg(CHARTS["members"](figures()))


def test_the_categories_have_okabe_and_itos_colours():
    assert [COLOURS[c] for c in (A2J, OJI, JOG)] == ["#0072B2", "#E69F00", "#009E73"]


def contrast(colour, other="#FFFFFF"):
    """WCAG 2.2's contrast ratio."""
    lights = []
    for one in (colour, other):
        parts = [int(one[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        lights.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def test_words_in_colour_can_be_read_on_white():
    assert min(contrast(colour) for colour in WORDS.values()) >= 4.5


@pytest.mark.parametrize("share", [0.0, 0.3, 0.55, 0.7, 0.85])
def test_numbers_can_be_read_on_every_bar(share):
    for colour in COLOURS.values():
        shade = lighter(colour, share)
        # Large or bold text needs three to one.
        assert contrast(shade, on(shade)) >= 3


def test_long_names_are_cut_with_a_sign():
    assert short("Open justice", 6) == "Open…" and short("Open", 6) == "Open"
