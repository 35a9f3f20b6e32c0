import pytest
from find.readings import BODY, make_reading

from classifier.documents import ContentsEntry
from classifier.find.fit import fit
from classifier.find.series import Series, start_at


def series(reading, *places, style="numbered headings", regular=1.0):
    return Series(style, tuple(start_at(reading, at) for at in places), regular)


@pytest.fixture
def reading():
    titles = ("Open the wells", "Name the owners", "Count the trees", "Plant the hills")
    return make_reading(
        *(pair for n, t in enumerate(titles, 1) for pair in (("h", f"{n}. {t}", 13), ("p", BODY)))
    )


def test_headings_with_text_fit_well(reading):
    assert fit(reading, series(reading, 0, 2, 4, 6)).score > 0.9


def test_a_series_that_leaves_half_the_text_out_fits_less(reading):
    assert fit(reading, series(reading, 0, 2, 4, 6)).score > fit(reading, series(reading, 4, 6)).score


def test_no_start_is_no_fit(reading):
    assert fit(reading, Series("outline", (), 1.0)).score == 0.0


def test_bodies_of_a_line_are_a_list():
    reading = make_reading(*(("h", f"{n}. Publish list {n}", 13) for n in range(1, 6)))
    assert fit(reading, series(reading, *range(5))).score < 0.5


def test_titles_of_the_contents_page_count(reading):
    listed = tuple(
        ContentsEntry(title, "3", 2)
        for title in ("Open the wells", "Name the owners", "Count the trees", "Plant the hills")
    )
    titles = [entry.title for entry in listed]
    entries = [pair for n, t in enumerate(titles, 1) for pair in (("h", f"{n}. {t}", 13), ("p", BODY))]
    with_contents = make_reading(*entries, contents=listed)
    assert fit(with_contents, series(with_contents, 0, 2, 4, 6)).parts["contents"] == 1.0


def test_the_parts_of_a_score_are_shares(reading):
    parts = fit(reading, series(reading, 0, 2, 4, 6)).parts
    assert all(0 <= value <= 1 for value in parts.values())
