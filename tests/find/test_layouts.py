"""Every layout that real plans have, as an invented plan, found whole."""

import re

import pytest
from find.layouts import LAYOUTS

from classifier.extract import extract_document
from classifier.find import find_plan


def words(text):
    return set(re.findall(r"\w+", text.lower()))


def same(truth, commitment):
    title, start, _ = truth
    found = words(commitment.title) | words(commitment.text[: len(title) + 250])
    return abs(start - commitment.pages[0]) <= 1 and len(words(title) & found) >= 0.6 * len(words(title))


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layouts_commitments_are_found(name, tmp_path):
    path = tmp_path / f"{name}.pdf"
    truth = LAYOUTS[name]().write(path)
    plan = find_plan(extract_document(path))
    assert len(plan.commitments) == len(truth)
    assert all(map(same, truth, plan.commitments))
