from factories import A2J, make_decision, make_finding
from hypothesis import given
from hypothesis import strategies as st

from classifier.judgements import Doubt
from classifier.review.cases import Case
from classifier.review.kept import REMEMBERED, KeptLists
from classifier.review.queue import STATES, Filter, Reader, facets, select

ANA = Reader("ana", 0.5)


def make_cases(number=12):
    return {f"k{n}": Case(make_finding(id=f"k{n}"), (Doubt("x", 0.1 + n % 3 / 3),)) for n in range(number)}


@given(
    st.sampled_from(sorted(STATES)),
    st.lists(
        st.tuples(st.integers(0, 11), st.sampled_from(["ana", "ben"]), st.sampled_from([None, [], [A2J]])),
        max_size=12,
    ),
)
def test_a_kept_list_is_what_looking_anew_would_give(state, steps):
    cases, kept, chosen = make_cases(), KeptLists(), Filter(state=state)
    kept.get(cases.values(), chosen, ANA)
    for place, analyst, codes in steps:
        case = cases[f"k{place}"]
        decision = make_decision(codes, analyst, commitment_id=case.id)
        cases[case.id] = case.with_decisions((*case.decisions, decision))
        kept.put(cases[case.id])
    now = [(case.id, len(case.decisions)) for case in kept.get((), chosen, ANA)]
    assert now == [(case.id, len(case.decisions)) for case in select(cases.values(), chosen, ANA)]


def test_a_list_in_use_does_not_change_under_its_reader():
    cases, kept = make_cases(), KeptLists()
    mine = kept.get(cases.values(), Filter(), ANA)
    kept.put(cases["k0"].with_decisions((make_decision([]),)))
    assert len(mine) == 12 and len(kept.get((), Filter(), ANA)) == 11


def test_only_so_many_lists_are_remembered():
    cases, kept = make_cases(), KeptLists()
    for number in range(REMEMBERED + 1):
        kept.get(cases.values(), Filter(text=f"word {number}"), ANA)
    assert kept.get((), Filter(text="word 0"), ANA) == []
    assert len(kept._lists) == REMEMBERED


def test_facets_name_what_is_there_and_nothing_empty():
    found = facets(make_cases(2).values())
    assert found["member"] == [("Telmara", "Telmara")]
    assert found["year"] == [("2023", "2023")] and found["language"] == [("en", "en")]
