from dataclasses import replace

import pytest
from factories import A2J, PORT_SELM, make_decision, make_finding, make_plan

from classifier.judgements import AuditItem, Doubt
from classifier.review.cases import Case
from classifier.review.queue import Filter, Reader, assigned_twice, next_after, select

ANA = Reader("ana")


def case(id, *doubts, decisions=(), sampled=False, **more):
    finding = replace(make_finding(id=id, **more), audit=AuditItem(id, 0, 0.5, sampled))
    found = tuple(Doubt(reason, strength) for reason, strength in doubts)
    return Case(finding, found).with_decisions(tuple(decisions))


def ids(cases, reader=ANA, **fields):
    return [one.id for one in select(cases, Filter(**fields), reader)]


def test_most_reasons_first_then_the_strongest():
    some = [case("a"), case("b", ("x", 0.2)), case("c", ("x", 0.9)), case("d", ("x", 0.1), ("y", 0.1))]
    assert ids(some) == ["d", "c", "b", "a"]


def test_what_is_decided_leaves_the_queue():
    assert ids([case("a", decisions=[make_decision([A2J])]), case("b")]) == ["b"]


def test_what_i_am_unsure_of_leaves_my_queue_and_stays_in_others():
    some = [case("a", decisions=[make_decision(None)])]
    assert ids(some) == [] and ids(some, Reader("ben")) == ["a"]
    assert ids(some, state="unsure") == ["a"]


def test_doubtful_is_what_has_a_reason():
    assert ids([case("a"), case("b", ("x", 0.5))], state="doubtful") == ["b"]


def test_the_audit_sample_is_read_apart_in_an_order_that_tells_nothing():
    some = [case("a", ("x", 1.0), sampled=True), case("b", sampled=True), case("c")]
    assert ids(some) == ["c"]
    assert sorted(ids(some, state="audit")) == ["a", "b"]
    plain = [replace(one, doubts=()) for one in some]
    assert ids(some, state="audit") == ids(plain, state="audit")


@pytest.mark.parametrize("fields", [{"category": A2J.value}, {"reason": "x"}])
def test_no_filter_tells_what_the_model_thinks_of_the_sample(fields):
    sampled = case("a", ("x", 1.0), sampled=True, categories=[A2J])
    assert ids([sampled], state="all", **fields) == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"plan": "p2"}, ["b"]),
        ({"member": "Port Selm"}, ["b"]),
        ({"year": "2019"}, ["b"]),
        ({"language": "fr"}, ["b"]),
        ({"category": "access_to_justice"}, ["b"]),
        ({"category": "none"}, ["a"]),
        ({"reason": "x"}, ["a"]),
        ({"text": "BUDGÉTS"}, ["a"]),
        ({"text": "nowhere"}, []),
        ({"year": "2019", "language": "en"}, []),
    ],
)
def test_filters_narrow(fields, found):
    other = make_plan(id="p2", member=PORT_SELM, starts=2019)
    some = [
        case("a", ("x", 0.5)),
        case("b", plan=other, categories=[A2J], language="fr", text="Aide", title="Aide", plan_id="p2"),
    ]
    assert ids(some, **fields) == found


def test_filter_by_who_decided():
    some = [case("a", decisions=[make_decision([], "ben")]), case("b")]
    assert ids(some, state="all", analyst="ben") == ["a"]


def test_a_second_reading_waits_for_another_person():
    some = [case("a", decisions=[make_decision([A2J], "ben")]), case("b")]
    assert ids(some, Reader("ana", 1.0), state="second") == ["a"]
    assert ids(some, Reader("ben", 1.0), state="second") == []
    assert ids(some, Reader("ana", 0.0), state="second") == []


def test_the_share_read_twice_is_the_share_chosen():
    share = sum(assigned_twice(f"c{n}", 0.2) for n in range(5000)) / 5000
    assert 0.18 < share < 0.22


def test_a_larger_share_only_adds():
    small, large = ({n for n in range(500) if assigned_twice(f"c{n}", s)} for s in (0.1, 0.3))
    assert small < large


def test_the_next_is_free_and_after_this_one():
    some = select([case(id) for id in "abcd"], Filter(), ANA)
    assert next_after(some, some[1], Filter(), frozenset()).id == "c"
    assert next_after(some, some[1], Filter(), frozenset("c")).id == "d"


def test_after_the_last_reading_starts_again_at_the_first():
    some = select([case(id) for id in "ab"], Filter(), ANA)
    assert next_after(some, some[1], Filter(), frozenset()).id == "a"
    assert next_after(some[:1], some[0], Filter(), frozenset()) is None


def test_what_another_holds_comes_when_nothing_else_is_left():
    some = select([case(id) for id in "ab"], Filter(), ANA)
    assert next_after(some, some[0], Filter(), frozenset("b")).id == "b"


def test_an_address_holds_a_filter():
    chosen = Filter.of({"state": "all", "text": " aid ", "nonsense": "x"})
    assert chosen.as_dict() == {"state": "all", "text": "aid"}
    assert Filter.of({"state": "odd"}) == Filter()
