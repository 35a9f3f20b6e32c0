"""Paragraphs that open with their commitment's title in bold."""

from find.maker import Made
from find.scoring import f1, span

from classifier.extract import extract_document
from classifier.find import find_plan

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
