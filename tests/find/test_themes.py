"""Themes are told from the commitments inside them."""

import pytest
from find.maker import TITLES, Made
from find.readings import BODY, make_reading
from find.scoring import f1

from classifier.extract import extract_document
from classifier.find import find_plan
from classifier.find.segments import segments
from classifier.find.series import Series, start_at
from classifier.find.themes import themes

LONG = BODY * 2


def left(reading, *places, style="numbered headings"):
    series = Series(style, tuple(start_at(reading, at) for at in places), 1.0)
    return themes(reading, series, segments(reading, series))


def themed(*titles, body=LONG, heads=3):
    """Numbered headings, with texts under the titles below each."""
    entries = []
    for number in range(1, heads + 1):
        entries += [("h", f"3.{number} Honest offices and clean water", 14), ("p", BODY)]
        for title in titles:
            entries += [("h", title.format(number), 11), ("p", body)]
    return make_reading(*entries)


def test_headings_over_texts_with_titles_of_their_own_are_themes():
    reading = themed("Open the wells of {}", "Name the owners of {}")
    assert left(reading, 0, 6, 12) == pytest.approx(0.6)


def test_titles_that_come_again_in_each_are_a_commitments_parts():
    assert left(themed("What we saw there", "What we shall do"), 0, 6, 12) == 1.0


def test_one_title_inside_is_a_part():
    assert left(themed("Open the wells of {}"), 0, 4, 8) == 1.0


def test_titles_over_a_line_each_are_milestones():
    reading = themed("Open the wells of {}", "Name the owners of {}", body="Within a year.")
    assert left(reading, 0, 6, 12) == 1.0


def test_many_numbered_headings_are_no_themes():
    reading = themed("Open the wells of {}", "Name the owners of {}", heads=7)
    assert left(reading, *range(0, 42, 6)) == 1.0


def test_headings_that_say_commitment_are_none():
    assert (
        left(themed("Open the wells of {}", "Name the owners of {}"), 0, 6, 12, style="named headings") == 1.0
    )


def test_headings_that_call_themselves_themes_are():
    reading = make_reading(("h", "Theme 1: water", 14), ("p", BODY), ("h", "Theme 2: money", 14), ("p", BODY))
    assert left(reading, 0, 2) == pytest.approx(0.6)


def test_a_series_with_the_chapter_of_commitments_is_of_chapters():
    reading = make_reading(
        ("h", "1. Where we stand", 16), ("p", BODY), ("h", "2. Our commitments", 16), ("p", BODY),
        ("h", "3. How we shall watch", 16), ("p", BODY),
    )  # fmt: skip
    assert left(reading, 0, 2, 4) == pytest.approx(0.7)


# Prose of the first plans: numbered themes, and commitments that open with their title in bold.
def prose(language, heads, run_in, spacing=1.25):
    made = Made(language)
    made.cover("2031-2033", "Valdoria")
    titles = iter(TITLES[language][:9])
    for number, head in enumerate(heads, 1):
        made.end()
        made.line(f"3.{number} {head}", 14, bold=True, leading=14 * spacing)
        made.prose(50)
        for title in (next(titles), next(titles), next(titles)):
            made.begin(title)
            text = " ".join(next(made.words) for _ in range(90))
            lead = f"<b>{title}.</b> {text}"
            if not run_in:
                made.line(title, 11, bold=True)
            made.line(lead if run_in else text, 11, leading=11 * spacing)
            made.line(text, 11, leading=11 * spacing)
    made.end()
    return made


HEADS = {
    "it": ("Integrità", "Servizi", "Risorse pubbliche"),
    "pt": ("Integridade", "Bons serviços", "Contas públicas"),
    "fr": ("Intégrité", "Des services simples", "Les moyens publics"),
}


@pytest.mark.parametrize("run_in", [True, False], ids=["run in", "own line"])
@pytest.mark.parametrize(("language", "spacing"), [("it", 1.25), ("pt", 1.6), ("fr", 2.0)])
def test_unnumbered_titles_below_numbered_themes_are_the_commitments(language, spacing, run_in, tmp_path):
    truth = prose(language, HEADS[language], run_in, spacing).write(tmp_path / "plan.pdf")
    found = find_plan(extract_document(tmp_path / "plan.pdf")).commitments
    assert f1(truth, found) == 1.0
