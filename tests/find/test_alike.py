from find.readings import BODY, make_reading

from classifier.find.alike import alike
from classifier.find.plan import best_fit
from classifier.find.series import Series
from classifier.find.styles import outline


def plan(*titles, parts=("Why it matters", "What we do", "Who helps")):
    entries = []
    for title in titles:
        entries.append(("h", title, 18))
        for part in parts if title.startswith("Open") else ():
            entries += [("h", part, 12), ("p", BODY)]
        entries.append(("p", BODY))
    return make_reading(*entries)


def test_headings_built_unlike_the_rest_are_left_out():
    reading = plan("A word before", "Open wells", "Open roads", "Open woods", "Open books")
    assert [s.start.title for s in best_fit(reading).segments] == [
        "Open wells",
        "Open roads",
        "Open woods",
        "Open books",
    ]


def test_nothing_is_left_out_where_no_parts_recur():
    reading = plan("A word before", "Open wells", "Open roads", "Open woods", parts=())
    assert not any(list(alike(reading, series)) for series in outline(reading))


def test_named_commitments_are_never_left_out():
    reading = plan("A word before", "Open wells", "Open roads", "Open woods")
    series = next(outline(reading))
    assert list(alike(reading, Series("named headings", series.starts, 1.0))) == []
