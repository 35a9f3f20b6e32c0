from find.readings import BODY, make_reading

from classifier.find.runs import alike_runs
from classifier.find.series import Series, start_at

OWN = ("Problem definition", "Main objective", "Milestones")


def entries(count, labels):
    return [
        entry
        for n in range(1, count + 1)
        for entry in (
            ("h", f"Commitment {n}: Open list {n}", 13),
            *(e for name in labels for e in (("h", name, 11), ("p", BODY))),
        )
    ]


def runs(*parts):
    reading = make_reading(*(entry for count, labels in parts for entry in entries(count, labels)))
    places = [at for at, mark in enumerate(reading.marks) if mark and mark.noun]
    series = Series("named headings", tuple(start_at(reading, at) for at in places), 1.0)
    return list(alike_runs(reading, series))


def test_a_run_built_unlike_the_longest_is_left_out():
    (kept,) = runs((3, ("Status of implementation", "Level of completion")), (5, OWN))
    assert [start.number for start in kept.starts] == ["1", "2", "3", "4", "5"]


def test_runs_of_themes_are_built_alike_and_stay():
    assert runs((3, OWN), (4, OWN), (3, OWN)) == []


def test_one_run_has_nothing_to_be_compared_with():
    assert runs((6, OWN)) == []


def test_runs_without_labels_are_not_judged():
    assert runs((3, ()), (5, ())) == []


def test_another_bodys_plan_in_another_form_stays():
    assert runs((6, OWN), (4, ("Way of working", "Who takes part"))) == []
