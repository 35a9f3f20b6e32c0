"""Every layout that real plans have, as an invented plan, found whole."""

import pytest
from find import blind1, blind2, blind3, blind5, blind6  # noqa: F401  they add to LAYOUTS
from find.layouts import LAYOUTS
from find.scoring import f1, span

from classifier.extract import extract_document
from classifier.find import find_plan


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layouts_commitments_are_found(name, tmp_path):
    path = tmp_path / f"{name}.pdf"
    made = LAYOUTS[name]()
    truth = made.scan(path) if getattr(made, "scanned", False) else made.write(path)
    plan = find_plan(extract_document(path))
    assert len(plan.commitments) == len(truth)
    assert f1(truth, plan.commitments) == 1.0
    assert span(truth, plan.commitments) > 0.85
