import pytest
from factories import A2J, JOG, OJI, PORT_SELM, make_finding, make_plan
from hypothesis import given
from hypothesis import strategies as st

from classifier.judgements import Finding
from classifier.tally import ANY_JUSTICE, DIMENSIONS, tally

sets = st.frozensets(st.sampled_from([A2J, OJI, JOG]))


def test_people_and_the_model_are_counted_apart():
    findings = [make_finding([A2J]), make_finding([A2J], decided=[A2J]), make_finding([A2J], decided=[])]
    (count,) = [c for c in tally(findings, ["category"]) if c.category == A2J]
    assert (count.decided, count.predicted, count.commitments) == (1, 1, 3)


def test_any_justice_counts_a_commitment_once():
    (count,) = tally([make_finding([A2J, OJI, JOG])])
    assert count.category == ANY_JUSTICE
    assert count.predicted == 1


def test_a_commitment_without_a_label_is_unread_not_none():
    finding = make_finding()
    (count,) = tally([Finding(finding.plan, finding.commitment), finding])
    assert (count.unread, count.commitments) == (1, 2)


def test_breakdowns_combine():
    there = make_plan(id="p2", member=PORT_SELM, starts=2021)
    counts = tally([make_finding([A2J]), make_finding(plan=there)], ["year", "level"])
    assert [count.keys for count in counts] == [("2021", "local"), ("2023", "national")]


def test_what_a_plan_does_not_say_is_unknown():
    bare = make_finding(plan=make_plan(member=None, starts=None))
    (count,) = tally([bare], ["year", "region", "income", "member", "level"])
    assert set(count.keys) == {"unknown"}


def test_an_unknown_breakdown_names_the_known_ones():
    with pytest.raises(ValueError, match="planet; there are: category, year"):
        tally([], ["planet"])


@given(st.lists(sets, max_size=12))
def test_counts_sum_to_the_labels(labels):
    counts = {c.category: c for c in tally([make_finding(names) for names in labels], ["category"])}
    for category in (A2J, OJI, JOG):
        assert not labels or counts[category].predicted == sum(category in names for names in labels)
    assert not labels or counts[ANY_JUSTICE].predicted == sum(map(bool, labels))


@pytest.mark.parametrize("name", DIMENSIONS)
def test_every_breakdown_keeps_the_total_of_its_cells(name):
    findings = [make_finding([A2J]), make_finding()]
    total = sum(len(DIMENSIONS[name](finding)) for finding in findings)
    assert sum(count.commitments for count in tally(findings, [name])) == total
