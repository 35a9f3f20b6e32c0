"""A plan in every language of the cues: its headings and field labels are understood."""

from pathlib import Path

import matplotlib
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from classifier.cues import languages, load_cues
from classifier.extract import extract_document
from classifier.find import find_plan

FONT = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
# Scripts that the font lacks or that need shaping, which reportlab does not do.
NOT_DRAWN = {"ko", "ar", "he"}
FIELDS = ("lead", "problem", "description", "milestones", "period")
DRAWN = [code for code in languages() if code not in NOT_DRAWN]


def first(code, concept, at=0):
    cues = load_cues(code).terms[concept]
    return cues[min(at, len(cues) - 1)].text.capitalize()


def filler(code):
    """Words of the language that label nothing."""
    names = ("theme", "plan", "commitments", "fields.values", "fields.results", "fields.additional")
    words = " ".join(cue.text for name in names for cue in load_cues(code).terms.get(name, ()))
    return [word for word in words.split() if word.isalpha() and len(word) > 2] or ["abc"]


def write(code, path, labelled):
    pdfmetrics.registerFont(TTFont("DejaVu", FONT))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    words = filler(code) * 60
    for number in range(1, 7):
        canvas.setFont("DejaVu", 15)
        title = " ".join(words[number * 5 : number * 5 + 4]).capitalize()
        canvas.drawString(60, 760, f"{first(code, 'commitment')} {number}. {title}")
        canvas.setFont("DejaVu", 10)
        top = 720
        for at, name in enumerate(FIELDS):
            if labelled:
                canvas.drawString(60, top, first(code, f"fields.{name}") + ":")
                top -= 16
            for line in range(4):
                start = number * 7 + at * 31 + line * 9
                canvas.drawString(60, top, " ".join(words[start : start + 8]))
                top -= 14
            top -= 10
        canvas.showPage()
    canvas.save()


@pytest.mark.parametrize("labelled", [True, False], ids=["fields", "prose"])
@pytest.mark.parametrize("code", DRAWN)
def test_a_plan_in_this_language_is_split(code, labelled, tmp_path):
    path = tmp_path / f"{code}.pdf"
    write(code, path, labelled)
    plan = find_plan(extract_document(path))
    assert [commitment.number for commitment in plan.commitments] == list("123456")


def test_most_of_ogps_languages_have_cues():
    assert len(languages()) >= 30
