"""Paragraphs that open with their commitment's title in bold."""

from dataclasses import replace

from find.maker import Made
from find.scoring import f1, span

from classifier.documents import BlockKind, Box
from classifier.extract import extract_document
from classifier.find import find_plan
from classifier.find.styles import _goes_on_in
from classifier.find.units import Unit

TITLES = ("E-Procurement", "Open Data Portal", "Wells", "Mobile Advice for Remote Valleys", "Ombudspersons")


def plan(*labels):
    """Commitments of two paragraphs; the second opens with a label, where one is given."""
    made = Made()
    made.cover("2031-2033", "Valdoria")
    for title in TITLES:
        made.begin(title)
        for head in (title, *labels):
            text = " ".join(next(made.words) for _ in range(80))
            made.line(f"<b>{head}.</b> {text}", 11, leading=19)
    made.end()
    return made


def found(made, path):
    truth = made.write(path)
    return truth, find_plan(extract_document(path)).commitments


def test_titles_of_one_word_open_commitments_too(tmp_path):
    truth, commitments = found(plan(), tmp_path / "plan.pdf")
    assert f1([one for one in truth if one[0] != "Wells"], commitments) == 1.0


def test_a_bold_opening_that_comes_again_in_each_is_no_title(tmp_path):
    truth, commitments = found(plan("What will change"), tmp_path / "plan.pdf")
    assert len(commitments) <= len(truth)
    assert span([one for one in truth if one[0] != "Wells"], commitments) > 0.9


def test_a_title_in_capitals_opens_its_commitment(tmp_path):
    made = Made()
    made.cover("2031-2033", "Valdoria")
    for title in ("Open the river wells", "Name the owners of quarries", "Count the trees", "Mend the roads"):
        made.begin(title)
        made.line(f"{title.upper()}. " + " ".join(next(made.words) for _ in range(80)), 11)
        made.prose(80, 11)
    truth, commitments = found(made, tmp_path / "plan.pdf")
    assert f1(truth, commitments) == 1.0


def broken(gap, page, text="It will be opened."):
    """Whether a bold sentence goes on in a line below it by a gap, or on a later page."""
    bold = Unit(0, 0, BlockKind.PARAGRAPH, "Wells.", 1, Box(50, 700, 90, 711), 11.0, bold=True)
    top = 711 + gap
    return _goes_on_in(bold, replace(bold, text=text, page=page, box=Box(50, top, 90, top + 11)))


def test_a_bold_sentence_goes_on_right_below_in_the_next_column_and_on_the_next_page():
    assert broken(2, 1)
    assert broken(-650, 1)
    assert broken(-650, 2)


def test_a_bold_sentence_does_not_go_on_far_below_or_two_pages_on():
    assert not broken(20, 1)
    assert not broken(-650, 3)
