from datetime import timedelta

import pytest
from factories import A2J, JOG, OJI, make_decision
from review.desks import fill, load, make_desk

from classifier.errors import UnknownId
from classifier.review.desk import Desk
from classifier.review.queue import Filter
from classifier.review.settle import AUDIT, UNDO
from classifier.workspace import Workspace
from classifier.workspace.desk import CLAIM_LASTS, claim, held_by_others, keep_setting, new_decisions, setting

A, J, O_ = frozenset({A2J}), frozenset({JOG}), frozenset({OJI})


@pytest.fixture
def desk(tmp_path):
    return make_desk(tmp_path)


def stored(desk, id="c1"):
    """What the database holds, read apart from the desk."""
    with Workspace.open(desk.workspace.engine.url.render_as_string(hide_password=False)) as other:
        return other.decisions(id)


def test_a_decision_is_in_the_database_at_once(desk):
    desk.decide(desk.case("c1"), J, "ana", comment="see page 2")
    (decision,) = stored(desk)
    assert (decision.categories, decision.analyst, decision.comment) == (J, "ana", "see page 2")
    assert (decision.before, decision.model_id) == (A, "m1")
    assert desk.case("c1").decided


def test_the_same_id_twice_is_one_decision(desk):
    for _ in range(2):
        desk.decide(desk.case("c1"), J, "ana", id="once")
    assert len(stored(desk)) == 1


def test_undo_walks_back_through_what_was_decided(desk):
    desk.decide(desk.case("c1"), A, "ana")
    desk.decide(desk.case("c2"), J, "ana")
    assert [desk.undo("ana").id, desk.undo("ana").id, desk.undo("ana")] == ["c2", "c1", None]
    assert not desk.case("c1").decided and not desk.case("c2").decided


def test_undo_of_a_change_of_mind_restores_the_first_decision(desk):
    for categories in (A, J):
        desk.decide(desk.case("c1"), categories, "ana")
    assert desk.undo("ana").categories == A
    assert [decision.reason for decision in stored(desk)] == ["", "", UNDO]


def test_undo_leaves_others_alone(desk):
    desk.decide(desk.case("c1"), A, "ben")
    assert desk.undo("ana") is None
    assert desk.case("c1").decided


def test_what_another_desk_decides_is_taken_up(desk):
    other = Desk(desk.workspace, load)
    other.decide(other.case("c1"), O_, "ben")
    desk.catch_up()
    assert desk.case("c1").categories == O_


def test_two_on_one_commitment_lose_nothing(desk):
    other = Desk(desk.workspace, load)
    desk.decide(desk.case("c1"), A, "ana")
    other.decide(other.case("c1"), O_, "ben")
    desk.catch_up()
    assert desk.case("c1").disputed
    assert len(stored(desk)) == 2


def test_a_decision_imported_with_an_old_date_stands_where_it_belongs(desk):
    desk.decide(desk.case("c1"), A, "ana")
    desk.workspace.decide(make_decision([JOG], "ana", commitment_id="c1"))
    desk.catch_up()
    assert desk.case("c1").categories == A


def test_decisions_of_the_sample_say_so(tmp_path):
    desk = make_desk(tmp_path, audit=(2,))
    assert desk.decide(desk.case("c2"), J, "ana").reason == AUDIT
    assert desk.decide(desk.case("c1"), J, "ana").reason == ""


def test_an_analyst_is_not_given_what_another_has_open(desk):
    claim(desk.workspace, "c2", "ben")
    listed = [case.id for case in desk.select(Filter(), "ana")]
    first = desk.case(listed[0])
    assert desk.next_after(first, Filter(), "ana").id == next(i for i in listed[1:] if i != "c2")


def test_a_claim_ends_with_the_next_one_and_with_time(desk, monkeypatch):
    claim(desk.workspace, "c1", "ben")
    claim(desk.workspace, "c2", "ben")
    assert held_by_others(desk.workspace, "ana") == {"c2": "ben"}
    monkeypatch.setattr("classifier.workspace.desk.CLAIM_LASTS", -CLAIM_LASTS)
    assert held_by_others(desk.workspace, "ana") == {}
    assert timedelta(minutes=1) < CLAIM_LASTS


def test_the_first_claim_holds(desk):
    claim(desk.workspace, "c1", "ben")
    claim(desk.workspace, "c1", "ana")
    assert held_by_others(desk.workspace, "ana") == {"c1": "ben"}


def test_settings_are_shared_by_all_who_use_the_workspace(desk):
    desk.second_share = 0.25
    assert Desk(desk.workspace, load).second_share == 0.25
    keep_setting(desk.workspace, "second share", "0.5")
    assert setting(desk.workspace, "second share") == "0.5"


@pytest.mark.parametrize(("given", "kept"), [(-1, 0.0), (7, 1.0)])
def test_a_share_stays_a_share(desk, given, kept):
    desk.second_share = given
    assert desk.second_share == kept


def test_many_new_decisions_are_found_in_the_order_they_were_made(tmp_path):
    workspace = fill(tmp_path)
    made = [make_decision([], day=day) for day in (3, 1, 2)]
    for decision in made:
        workspace.decide(decision)
    assert [d.made_at.day for d in new_decisions(workspace, ())] == [1, 2, 3]
    assert new_decisions(workspace, {d.id for d in made}) == []


def test_a_run_meanwhile_is_noticed_and_taken_up(desk, tmp_path):
    from factories import make_commitment, make_plan, make_row

    assert not desk.changed
    plan = make_plan(make_commitment(id="new", plan_id="p9"), id="p9")
    desk.workspace.store(make_row("/plans/new.pdf", plan_id="p9"), plan)
    assert desk.changed
    desk.reload()
    assert desk.case("new") and not desk.changed


def test_an_unknown_commitment_is_named(desk):
    with pytest.raises(UnknownId, match="'nowhere'"):
        desk.case("nowhere")


def test_a_form_sent_again_after_undo_is_a_decision_of_its_own(desk):
    desk.decide(desk.case("c1"), J, "ana", id="form")
    desk.undo("ana")
    desk.decide(desk.case("c1"), J, "ana", id="form")
    assert desk.case("c1").categories == J and desk.case("c1").decided
    assert len({decision.id for decision in stored(desk)}) == 3


def test_another_choice_in_the_same_form_is_not_lost(desk):
    for categories in (A, J):
        desk.decide(desk.case("c1"), categories, "ana", id="form")
    assert desk.case("c1").categories == J and len(stored(desk)) == 2
