from factories import A2J, JOG, OJI, make_decision, make_prediction

from classifier.review.settle import ADJUDICATION, UNDO, disputed, effective, settle, standing, votes_of


def test_nobody_has_said_anything():
    assert settle([], None) is None


def test_a_prediction_stands_until_someone_decides():
    label = settle([], make_prediction("c1", [A2J]))
    assert label.categories == {A2J} and not label.decided


def test_a_decision_outranks_the_model():
    label = settle([make_decision([OJI])], make_prediction("c1", [A2J]))
    assert label.categories == {OJI} and label.decided


def test_none_of_the_categories_is_a_decision_too():
    label = settle([make_decision([])], make_prediction("c1", [A2J]))
    assert label.categories == frozenset() and label.decided


def test_the_same_analyst_may_change_a_decision():
    assert settle([make_decision([A2J]), make_decision([JOG], day=2)], None).categories == {JOG}


def test_analysts_who_disagree_settle_nothing():
    decisions = [make_decision([A2J]), make_decision([OJI], "ben", day=2)]
    assert settle(decisions, None) is None
    assert not settle(decisions, make_prediction()).decided
    assert disputed(decisions)


def test_an_adjudication_settles_a_disagreement():
    decisions = [make_decision([A2J]), make_decision([OJI], "ben", day=2)]
    decisions.append(make_decision([OJI], "cleo", day=3, reason=ADJUDICATION))
    assert settle(decisions, None).categories == {OJI}
    assert not disputed(decisions)


def test_unsure_is_no_vote():
    assert not settle([make_decision(None)], make_prediction("c1", [A2J])).decided
    assert settle([make_decision(None), make_decision([A2J], "ben")], None).categories == {A2J}


def test_settling_twice_changes_nothing():
    decisions = [make_decision([A2J]), make_decision([A2J], "ben", day=2)]
    assert settle(standing(decisions), None) == settle(decisions, None)


def test_a_decision_taken_back_counts_no_more():
    decisions = [make_decision([A2J]), make_decision(None, day=2, reason=UNDO)]
    assert effective(decisions) == []
    assert not settle(decisions, make_prediction("c1", [JOG])).decided


def test_taking_back_leaves_the_decision_before():
    decisions = [make_decision([A2J]), make_decision([JOG], day=2), make_decision([A2J], day=3, reason=UNDO)]
    assert votes_of(decisions) == {"ana": {A2J}}


def test_nobody_takes_back_what_another_decided():
    decisions = [make_decision([A2J]), make_decision(None, "ben", day=2, reason=UNDO)]
    assert settle(decisions, None).categories == {A2J}


def test_an_adjudication_taken_back_opens_the_disagreement_again():
    decisions = [make_decision([A2J]), make_decision([OJI], "ben", day=2)]
    decisions.append(make_decision([OJI], "cleo", day=3, reason=ADJUDICATION))
    decisions.append(make_decision(None, "cleo", day=4, reason=UNDO))
    assert disputed(decisions)
