"""Titles that open their paragraphs: which of them are commitments."""

from dataclasses import replace

import pytest
from find.readings import BODY, make_document

from classifier.find.reading import read
from classifier.find.styles import runs_in

TITLES = (
    "Open the well register",
    "Count every road sign",
    "Teach mayors to answer letters",
    "Print maps of flooded fields",
    "Invite fishers to budget talks",
    "Name those who own quarries",
    "Lend scales to market halls",
    "Hear parents on school buses",
    "Translate forms into hill speech",
    "Weigh waste at the harbour gate",
)


def plan(*lefts, per_page=10):
    """A page after another of paragraphs with bold openings at these left edges; 0 is one without."""
    titles = iter(TITLES)
    document = make_document(*[("p", f"{next(titles)}. {BODY}" if left else BODY) for left in lefts])
    blocks = []
    for at, (block, left) in enumerate(zip(document.blocks, lefts, strict=True)):
        x0, page = left or 70, at // per_page + 1
        box = replace(block.boxes[0], x0=x0)
        lead = block.text.index(".") + 1 if left else 0
        line = replace(block.lines[0], box=box, page=page, bold_prefix=lead)
        blocks.append(replace(block, boxes=(box,), pages=(page,), lines=(line,)))
    return read(replace(document, blocks=tuple(blocks)))


def counts(reading):
    return [len(series.starts) for series in runs_in(reading)]


def test_milestones_set_in_below_commitments_are_left_out_of_one_proposal():
    assert counts(plan(70, 100, 100, 70, 70, 100, 70)) == [7, 4]


@pytest.mark.parametrize("right", [72, 300])
def test_a_ragged_edge_or_a_second_column_is_no_indent(right):
    assert counts(plan(70, right, 70, right, 70, right, 70)) == [7]


def test_pages_with_another_margin_keep_their_titles():
    assert counts(plan(*[70] * 5, *[100] * 5, per_page=5)) == [10]


def test_too_few_titles_at_an_edge_make_no_rule():
    assert counts(plan(70, 100, 100, 70, 70)) == [5]


def test_milestones_on_a_page_of_their_own_stand_to_the_right_of_its_text():
    assert counts(plan(*[70] * 4, 0, 100, 0, 100, per_page=4)) == [6, 4]
