"""The pictures of a card: the same figures give the same bytes, and every slice is on them."""

import numpy as np
import pytest

from classifier.taxonomy import JusticeCategory
from classifier.train.figures import in_full, summary
from classifier.train.plots import calibration, categories, draw
from classifier.train.scores import Scored

MEMBERS = np.array([f"m{n // 12}" for n in range(60)])
LABELS = np.array([[n % 3 == 0, n % 4 == 0, n % 5 == 0] for n in range(60)])
LANGUAGES = ["en"] * 40 + ["es"] * 18 + ["ka"] * 2


@pytest.fixture(scope="module")
def scores():
    scored = Scored(MEMBERS, LABELS, LABELS, LABELS * 0.6 + 0.2)
    return {"hold-out": in_full(scored, {"language": LANGUAGES}), "hard": summary(scored)}


def test_what_was_measured_in_full_is_drawn_the_same_twice(scores, tmp_path):
    written = draw(tmp_path, scores)
    before = {name: (tmp_path / name).read_bytes() for name in written["hold-out"]}
    assert set(written) == {"hold-out"} and len(before) == 2
    draw(tmp_path, scores)
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def test_each_category_has_its_panel(scores):
    for figure in (calibration(scores["hold-out"]), categories(scores["hold-out"])):
        assert [axes.get_title() for axes in figure.axes] == [c.short for c in JusticeCategory]


def test_every_slice_with_labels_enough_is_named_with_their_number(scores):
    names = [text.get_text() for text in categories(scores["hold-out"]).axes[0].get_yticklabels()]
    assert [name.split(" (")[0] for name in names] == ["es", "en"]


def test_a_point_stands_at_its_score_and_share(scores):
    marks = [line for line in calibration(scores["hold-out"]).axes[0].lines if line.get_marker() == "o"]
    assert sorted(float(line.get_xdata()[0]) for line in marks) == [0.2, 0.8]


def test_a_picture_is_small(scores, tmp_path):
    assert all((tmp_path / name).stat().st_size < 60_000 for name in draw(tmp_path, scores)["hold-out"])
