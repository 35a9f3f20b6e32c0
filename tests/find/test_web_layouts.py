"""Plans laid out by a browser are found whole."""

from pathlib import Path

import pytest
from find.blind4 import WEB
from find.scoring import f1, span
from find.web import CHROMIUM, browser

from classifier.extract import extract_document
from classifier.find import find_plan

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="Chromium draws these plans"),
]


@pytest.fixture(scope="module")
def opened():
    with browser() as running:
        yield running


@pytest.mark.parametrize("name", WEB)
def test_a_designed_plans_commitments_are_found(name, opened, tmp_path):
    path = tmp_path / f"{name}.pdf"
    truth = WEB[name]().write(path, opened)
    found = find_plan(extract_document(path)).commitments
    assert (f1(truth, found), len(found)) == (1.0, len(truth))
    assert span(truth, found) > 0.85
