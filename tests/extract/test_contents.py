"""Contents pages: which pages are, and what their lines point to."""

import pytest

from classifier.documents import Box, Line
from classifier.extract.contents import read_contents

TITLES = ("Opening the wells", "Naming the owners", "Counting the trees", "Mending the bridges", "Next steps")


def line(text, at=0, x=50.0):
    return Line(text, 2, Box(x, 100 + 20 * at, 500, 110 + 20 * at), 10)


def page(targets, leader=" .......... ", titles=TITLES):
    return [
        line(f"{title}{leader}{target}", at)
        for at, (title, target) in enumerate(zip(titles, targets, strict=True))
    ]


def found(lines):
    return [(entry.title, entry.target) for entry in read_contents(lines)]


@pytest.mark.parametrize("leader", [" .......... ", " . . . . . . ", "………… ", " ______ ", " "])
def test_titles_and_targets_are_read_whatever_leads_to_them(leader):
    assert found(page((3, 5, 8, 9, 12), leader)) == list(zip(TITLES, ("3", "5", "8", "9", "12"), strict=True))


def test_a_number_set_far_to_the_right_belongs_to_the_title_beside_it():
    lines = [
        part for at, title in enumerate(TITLES) for part in (line(title, at), line(str(at + 3), at, 480))
    ]
    assert found(lines)[0] == ("Opening the wells", "3")


def test_entries_know_their_page_and_how_deep_they_stand():
    lines = page((3, 5, 8, 9, 12))
    lines[1] = line("Naming the owners .......... 5", 1, x=80)
    entries = read_contents(lines)
    assert [entry.level for entry in entries] == [1, 2, 1, 1, 1]
    assert {entry.page for entry in entries} == {2}


@pytest.mark.parametrize(
    "lines",
    [
        page((3, 5, 8), titles=TITLES[:3]),
        page((9, 3, 7, 2, 1)),
        page((3, 5, 8, 9, 12), " ") + [line("The council reads every letter", 6 + at) for at in range(12)],
        [line("The council reads every letter", at) for at in range(6)],
        [],
    ],
    ids=["three lines", "numbers that fall", "most lines are prose", "no numbers", "nothing"],
)
def test_other_pages_are_no_contents(lines):
    assert read_contents(lines) == []


def test_leaders_make_contents_of_a_page_with_prose_besides():
    prose = [line("The council reads every letter", 6 + at) for at in range(12)]
    assert len(read_contents(page((3, 5, 8, 9, 12)) + prose)) == len(TITLES)


def test_one_number_out_of_order_does_not_hide_the_contents():
    titles = (*TITLES, "Annex", "Sources")
    assert len(read_contents(page((3, 5, 4, 9, 12, 14, 15), titles=titles))) == 7
