from dataclasses import replace

import pytest
from find.readings import make_document

from classifier.documents import Box, Line
from classifier.find.heads import with_first_lines

BODY = "The valley council answers within a week."


def said(*lines):
    """The texts of a page with a title at 60 and a paragraph at 120 points, lines of its head given."""
    document = make_document(("h", "Open the wells", 14), ("p", BODY))
    furniture = tuple(Line(text, 1, Box(50, top, 500, top + 10), 10) for text, top in lines)
    page = replace(document.pages[0], furniture=furniture)
    return [block.text for block in with_first_lines(replace(document, pages=(page,)))]


def test_a_label_taken_for_a_running_head_is_given_back():
    assert said(("Lead institution", 30)) == ["Lead institution", "Open the wells", BODY]


def test_a_label_below_the_title_stays_below_it():
    assert said(("Lead institution", 90)) == ["Open the wells", "Lead institution", BODY]


def test_a_label_below_all_else_comes_last():
    assert said(("Lead institution", 200))[-1] == "Lead institution"


def test_two_labels_keep_their_order():
    assert said(("Problem statement", 95), ("Lead institution", 85))[1:3] == [
        "Lead institution",
        "Problem statement",
    ]


@pytest.mark.parametrize("text", ["Republic of Ketu", "Objective", "Lead", "National Action Plan 2031"])
def test_running_heads_stay_out(text):
    assert text not in said((text, 30))


def test_a_commitments_own_heading_is_given_back():
    assert said(("Commitment 3: Open every well", 30))[0] == "Commitment 3: Open every well"


def test_a_foot_is_no_head():
    assert "Lead institution" not in said(("Lead institution", 700))
