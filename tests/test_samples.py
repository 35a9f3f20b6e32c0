"""The sample plans: made from their texts, and found whole."""

import json
import shutil
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from factories import SAMPLES
from rapidfuzz import fuzz

import classifier
from classifier.taxonomy import JusticeCategory

ROOT = Path(__file__).parents[1]
PDFS = sorted(SAMPLES.glob("*.pdf"))
SOURCES = sorted((ROOT / "corpus" / "plans").glob("*.toml"))
names = pytest.mark.parametrize("pdf", PDFS, ids=lambda path: path.stem)


def truth(pdf):
    return json.loads(pdf.with_suffix(".json").read_text(encoding="utf-8"))


@cache
def plan(pdf):
    if "scan" in truth(pdf)["layout"] and not shutil.which("tesseract"):
        pytest.skip("Tesseract is not installed")
    return classifier.read_plan(pdf)


def test_every_plan_has_its_text_and_its_truth():
    stems = [path.stem for path in PDFS]
    assert stems == [path.stem for path in SOURCES]
    assert stems == [path.stem for path in sorted(SAMPLES.glob("*.json"))]
    assert len(stems) >= 8


def test_four_languages_and_a_scan():
    assert {truth(pdf)["language"] for pdf in PDFS} == {"en", "es", "fr", "pt"}
    assert sum("scan" in truth(pdf)["layout"] for pdf in PDFS) == 1


def test_all_three_categories_and_many_in_none():
    labels = [c["justice_categories"] for pdf in PDFS for c in truth(pdf)["commitments"]]
    assert {code for some in labels for code in some} == set(JusticeCategory)
    assert sum(not some for some in labels) > len(labels) / 2


@names
def test_the_plan_is_found_whole(pdf):
    found = plan(pdf)
    wanted = truth(pdf)["commitments"]
    assert len(found.commitments) == len(wanted)
    # OCR of another version may misread a letter.
    same = [fuzz.ratio(c.title, w["title"]) for c, w in zip(found.commitments, wanted, strict=True)]
    assert min(same) >= (85 if "scan" in truth(pdf)["layout"] else 100)
    assert [c.pages[0] for c in found.commitments] == [c["start_page"] for c in wanted]


@names
def test_the_plan_has_the_length_of_real_ones(pdf):
    assert 8 <= plan(pdf).pages <= 40


@names
def test_language_and_years_are_read(pdf):
    found = plan(pdf)
    assert found.language == truth(pdf)["language"]
    assert f"{found.starts}-{found.ends}" == truth(pdf)["years"]


def test_most_justice_commitments_are_recognised():
    model, right, total = classifier.load_model(), 0, 0
    for pdf in PDFS:
        if "scan" in truth(pdf)["layout"]:
            continue
        for want, got in zip(truth(pdf)["commitments"], model.predict(plan(pdf).commitments), strict=True):
            right += set(want["justice_categories"]) == set(got.categories)
            total += 1
    assert right >= 0.9 * total


@pytest.mark.parametrize("stem", ["kestrel_bay_2014-2016_en", "puerto_lirio_2021-2022_es"])
def test_the_same_text_gives_the_same_bytes(stem, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from make_samples import make

    made = make(ROOT / "corpus" / "plans" / f"{stem}.toml", tmp_path)
    assert made.read_bytes() == (SAMPLES / made.name).read_bytes()
    sys.modules.pop("make_samples")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_commitment_of_a_text_is_complete(path):
    themes = tomllib.loads(path.read_text(encoding="utf-8"))["themes"]
    commitments = [c for theme in themes for c in theme["commitments"]]
    assert all({"title", "lead", "problem", "description", "milestones"} <= set(c) for c in commitments)
    assert all(code in set(JusticeCategory) for c in commitments for code in c.get("labels", []))
