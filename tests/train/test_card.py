"""The readable card is what its figures say, and shows an ablation from when one is kept."""

import json
import shutil
from pathlib import Path

import pytest

from classifier.predict import bundle
from classifier.train.card import ABLATION, read_ablation, write_ablation, write_card
from classifier.train.train import AS_IF_NEW, BY_MEMBER, HOLD_OUT

SHIPPED = sorted(path.parent for path in bundle.MODELS.glob("*/card.json"))
PAGE = Path(__file__).parents[2] / "docs" / "prediction.md"
FIGURES = {"macro_f1": 0.5, "any_justice_f1": 0.5, "average_precision": 0.5, "hard_macro_f1": None}


@pytest.fixture(params=SHIPPED, ids=lambda folder: folder.name)
def copy(request, tmp_path):
    return Path(shutil.copytree(request.param, tmp_path / request.param.name))


def test_a_shipped_card_is_what_its_figures_say(copy):
    before = (copy / "card.md").read_text(encoding="utf-8")
    write_card(copy, bundle.read_card(copy))
    assert (copy / "card.md").read_text(encoding="utf-8") == before


def test_a_shipped_card_shows_both_readings_of_real_rows(copy):
    scores = bundle.read_card(copy)["scores"]
    assert {HOLD_OUT, BY_MEMBER, AS_IF_NEW, f"hard {BY_MEMBER}", f"hard {AS_IF_NEW}"} == set(scores)


def test_a_shipped_model_is_calibrated(copy):
    scores = bundle.read_card(copy)["scores"]
    assert all(figures["expected_calibration_error"] <= 0.05 for figures in scores.values())


def test_the_page_shows_the_figures_of_the_card(copy):
    text = PAGE.read_text(encoding="utf-8")
    for figures in bundle.read_card(copy)["scores"].values():
        low, high = figures["macro_f1_interval"]
        assert f"| {figures['macro_f1']} ({low} to {high}) |" in text


def test_an_ablation_is_kept_and_shown(copy):
    row = {"variant": "without a leg", "whole lexicon": FIGURES, "as if new": FIGURES}
    write_ablation(copy, {"data_sha256": "0" * 64, "variants": [row]})
    text = (copy / "card.md").read_text(encoding="utf-8")
    assert "| without a leg | – | 0.500 |" in text
    assert "which is not what this model learned from" in text


def test_without_an_ablation_there_is_none(copy):
    (copy / ABLATION).unlink(missing_ok=True)
    assert read_ablation(copy) is None
    write_card(copy, json.loads((copy / "card.json").read_text(encoding="utf-8")))
    assert "What each part adds" not in (copy / "card.md").read_text(encoding="utf-8")
