"""What holds for every plan at hand: invented, sample and shared ones."""

import os
import subprocess
import sys
from collections import Counter
from itertools import pairwise

import pytest
from factories import SAMPLES, SHARED
from find import blind3
from find.layouts import LAYOUTS

from classifier.cues import field_labels
from classifier.extract import extract_document
from classifier.find import find_plan
from classifier.find.plan import best_fit
from classifier.find.reading import read

INVENTED = [name for name, made in LAYOUTS.items() if made.__module__ == blind3.__name__]
PLANS = sorted(SAMPLES.glob("*.pdf")) + sorted((SHARED / "plans").glob("*.pdf"))


@pytest.fixture(scope="module", params=[*INVENTED, *PLANS], ids=lambda one: getattr(one, "stem", one))
def document(request, tmp_path_factory):
    if request.param in PLANS:
        return extract_document(request.param)
    path = tmp_path_factory.mktemp("invented") / f"{request.param}.pdf"
    LAYOUTS[request.param]().write(path)
    return extract_document(path)


@pytest.fixture(scope="module")
def plan(document):
    return find_plan(document)


def test_no_piece_of_a_plan_stands_in_two_commitments(document):
    segments = best_fit(read(document)).segments
    assert all(before.end <= after.start.unit for before, after in pairwise(segments))
    assert all(segment.start.unit < segment.end for segment in segments)


def test_commitments_follow_each_other_page_by_page(plan):
    assert all(list(c.pages) == sorted(set(c.pages)) for c in plan.commitments)
    assert all(a.pages[0] <= b.pages[0] for a, b in pairwise(plan.commitments))


def test_a_block_shared_by_two_is_one_that_holds_both_starts(plan):
    counts = Counter(block for c in plan.commitments for block in c.blocks)
    ends = {block for c in plan.commitments for block in (min(c.blocks), max(c.blocks))}
    assert {block for block, count in counts.items() if count > 1} <= ends


def test_every_field_lies_in_the_text_behind_its_label(plan):
    for c in plan.commitments:
        labels = {label.end for label in field_labels(c.text)}
        for field in c.fields:
            assert 0 <= field.start < field.end <= len(c.text)
            assert labels and min(labels) <= field.start


def test_fields_do_not_overlap(plan):
    assert all(a.end <= b.start for c in plan.commitments for a, b in pairwise(c.fields))


def test_what_is_read_from_fields_is_in_the_text(plan):
    for c in plan.commitments:
        said = " ".join(c.text.split())
        assert " ".join(c.lead_institution.split()) in said
        assert all(name in said for name in c.supporting_institutions)


def test_a_second_run_says_the_same(document, plan):
    assert find_plan(document) == plan


def found_anew(path, seed):
    """The plan as another process finds it, sets in another order."""
    said = "import classifier, sys; print(classifier.read_plan(sys.argv[1]))"
    environment = os.environ | {"PYTHONHASHSEED": seed}
    call = [sys.executable, "-c", said, str(path)]
    return subprocess.run(call, env=environment, capture_output=True, text=True, check=True).stdout


def test_another_process_says_the_same():
    plan = SAMPLES / "valdore_2018-2020_fr.pdf"
    assert found_anew(plan, "1") == found_anew(plan, "2") != ""


def test_ids_are_one_for_each_and_confidences_shares(plan):
    assert len({c.id for c in plan.commitments}) == len(plan.commitments)
    assert all(0 <= c.confidence <= 1 for c in plan.commitments)


@pytest.mark.skipif(not (SHARED / "plans").is_dir(), reason="the shared plans are not here")
def test_the_shared_plans_are_among_them():
    assert len([path for path in PLANS if SHARED in path.parents]) >= 7
