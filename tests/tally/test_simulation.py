"""The script behind docs/counting.md: its populations are what it says, its table is whole."""

import re
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script():
    sys.path.insert(0, str(ROOT / "scripts"))
    import simulate_counts

    yield simulate_counts
    sys.path.remove(str(ROOT / "scripts"))
    sys.modules.pop("simulate_counts")


def some(script, repeats=80, **more):
    setting = {"prevalence": 0.06, "distance": 3.0, "factor": 1.0, "blind": 0.0} | more
    rng = np.random.default_rng(7)
    return np.mean([script.simulate(*setting.values(), rng) for _ in range(repeats)], axis=0)


def test_intervals_hold_the_truth_and_are_narrower_than_a_random_samples(script):
    covered, width, plain_covered, plain_width, _ = some(script)
    assert covered >= 0.88 and plain_covered >= 0.88
    assert width < 0.5 * plain_width


def test_they_hold_it_where_prevalence_is_not_what_the_model_learnt(script):
    assert some(script, factor=2.0)[0] >= 0.88
    assert some(script, factor=0.5)[0] >= 0.88


def test_counting_labels_is_off_by_what_the_model_never_saw(script):
    counted, blinded = some(script)[4], some(script, blind=0.5)[4]
    assert blinded < counted - 0.2


def test_a_model_that_is_blind_to_some_widens_the_interval(script):
    assert some(script, blind=0.1)[1] > 1.15 * some(script)[1]


def test_reading_costs_the_same_both_ways(script):
    rng = np.random.default_rng(1)
    truth, scores = rng.random(script.POPULATION) < 0.05, rng.random(script.POPULATION) ** 4
    strata = script.stratified(truth, scores, rng)
    assert sum(stratum.read for stratum in strata) == script.READ
    assert sum(stratum.size for stratum in strata) == script.POPULATION


def test_the_page_holds_a_row_for_every_setting(script):
    page = (ROOT / "docs" / "counting.md").read_text(encoding="utf-8")
    table = page.split(script.MARKERS[0])[1].split(script.MARKERS[1])[0]
    rows = [line for line in table.splitlines() if re.match(r"\| \d+% ", line)]
    settings = len(script.PREVALENCES) * len(script.MODELS) * len(script.SEEN | script.BLIND)
    assert len(rows) == settings


def test_the_page_says_what_its_table_shows(script):
    page = (ROOT / "docs" / "counting.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.split("|")] for line in page.splitlines() if line.startswith("| ")]
    usual = [row for row in rows if len(row) > 8 and row[3] in script.SEEN]
    shares = [float(row[4].rstrip("%")) for row in usual]
    inside = sum(94 <= share <= 97 for share in shares)
    assert f"in {inside} of {len(usual)} rows" in page
    assert f"coverage {min(shares):.1f}% to {max(shares):.1f}%" in page


def test_the_summary_counts_the_rows_within_bounds(script):
    rows = [
        script.Row(0.01, "fair", script.TRAINED, share, 40, 0.95, 80, 0.0) for share in (0.93, 0.95, 0.96)
    ]
    said = script.summary("All", rows)
    assert "3 rows, coverage 93.0% to 96.0%" in said and "2 rows between 94% and 97%" in said
    assert "fair 0.50 to 0.50" in said
