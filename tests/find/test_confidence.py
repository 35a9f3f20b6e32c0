from find.readings import BODY, make_reading

from classifier.find.confidence import confidences
from classifier.find.plan import best_fit


def numbered(*numbers, odd_body=BODY):
    entries = []
    for number in numbers:
        body = odd_body if number == numbers[-1] else BODY
        entries += [("h", f"Commitment {number}: Open well {number}", 14), ("p", body)]
    return make_reading(*entries)


def sure(reading):
    return confidences(reading, best_fit(reading))


def test_a_regular_plan_is_sure_of_each():
    assert set(sure(numbered(1, 2, 3, 4))) == {1.0}


def test_a_number_out_of_turn_is_less_sure():
    found = sure(numbered(1, 2, 4, 5))
    assert found[2] < min(found[0], found[1], found[3])


def test_a_body_much_longer_than_the_rest_is_less_sure():
    found = sure(numbered(1, 2, 3, 4, odd_body=BODY * 9))
    assert found[3] < 0.75 < found[0]


def test_a_commitment_without_the_others_parts_is_less_sure():
    entries = []
    for number in range(1, 6):
        entries += [("h", f"Commitment {number}: Open well {number}", 14)]
        labels = ("Objective", "Status quo", "Lead agency") if number != 3 else ()
        for label in labels:
            entries += [("h", label, 11), ("p", BODY)]
        entries += [("p", BODY * 3)]
    found = sure(make_reading(*entries))
    assert found[2] == min(found) < found[0]


def test_confidence_stays_between_nothing_and_all():
    assert all(0 <= one <= 1 for one in sure(numbered(1, 3, 2, 9)))
