import pytest
from factories import make_commitment, make_plan

from classifier.corrections import apply_corrections, drop, in_force, merge, rename, split, undo
from classifier.documents import Box
from classifier.plans import Field, FieldName, Milestone

TEXT = "Wells are far away.\nWe open a register of wells.\nRoads are poor.\nWe mend four roads."
CUT = TEXT.index("Roads")


def box(at):
    return Box(10, at, 500, at + 100)


def wells(**more):
    values = {"id": "p1-001-1", "number": "1", "text": TEXT, "boxes": (box(1), box(2)), "blocks": (5, 6)}
    fields = (Field(FieldName.PROBLEM, 0, 19), Field(FieldName.SOLUTION, 20, len(TEXT)))
    return make_commitment(**({"title": "Open wells", "fields": fields} | values | more))


def roads(**more):
    return make_commitment("Mend roads", "Four roads.", id="p1-002-2", pages=(4, 5), boxes=(box(3), box(4)))


def corrected(*made, plan=None):
    return apply_corrections(plan or make_plan(wells(), roads()), made)


def test_a_dropped_commitment_is_gone_and_the_others_keep_their_ids():
    plan = corrected(drop(wells(), analyst="ana"))
    assert [(c.id, c.order) for c in plan.commitments] == [("p1-002-2", 1)]


def test_a_renamed_commitment_keeps_its_id():
    plan = corrected(rename(wells(), " Open every well ", analyst="ana"))
    assert (plan.commitments[0].title, plan.commitments[0].id) == ("Open every well", "p1-001-1")


def test_an_empty_title_is_refused():
    with pytest.raises(ValueError, match="needs a title"):
        rename(wells(), " ", analyst="ana")


def test_a_merge_joins_text_pages_and_boxes():
    one = corrected(merge(wells(), roads(), analyst="ana")).commitments[0]
    assert one.text == f"{TEXT}\nMend roads\nFour roads."
    assert (one.pages, one.boxes[1]) == ((3, 4, 5), box(2).union(box(3)))


def test_a_merged_commitments_fields_still_point_at_their_words():
    second = make_commitment("B", "We mend.", id="p1-002-2", fields=(Field(FieldName.SOLUTION, 3, 7),))
    plan = make_plan(wells(), second)
    one = corrected(merge(wells(), second, analyst="ana"), plan=plan).commitments[0]
    assert one.field_text(FieldName.SOLUTION).endswith("\nmend")


def test_a_split_parts_text_fields_and_pages():
    made = split(wells(), CUT, "Mend roads", page=4, analyst="ana")
    first, second = corrected(made, plan=make_plan(wells())).commitments
    assert (first.text, second.text) == (TEXT[:CUT].strip(), TEXT[CUT:])
    assert (first.pages, second.pages, second.title) == ((3, 4), (4,), "Mend roads")
    assert second.field_text(FieldName.SOLUTION) == TEXT[CUT:]
    assert first.field_text(FieldName.SOLUTION) == "We open a register of wells."


def test_a_split_gives_each_milestone_to_its_part():
    whole = wells(milestones=(Milestone("We open a register"), Milestone("We mend four roads")))
    made = split(whole, CUT, "Mend roads", analyst="ana")
    first, second = corrected(made, plan=make_plan(whole)).commitments
    assert [step.text for c in (first, second) for step in c.milestones] == [s.text for s in whole.milestones]
    assert len(first.milestones) == 1


def test_a_split_needs_words_on_both_sides():
    with pytest.raises(ValueError, match="would be empty"):
        split(wells(), 0, "All of it", analyst="ana")


def test_a_split_gives_the_same_ids_whenever_it_is_applied():
    made = split(wells(), CUT, "Mend roads", page=4, analyst="ana")
    ids = [[c.id for c in corrected(made).commitments] for _ in range(2)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 3


def test_a_correction_holds_when_numbers_moved():
    moved = make_plan(roads(), wells(id="p1-002-1"))
    assert [c.title for c in corrected(drop(wells(), analyst="ana"), plan=moved).commitments] == [
        "Mend roads"
    ]


def test_a_correction_holds_when_the_title_is_read_better():
    better = make_plan(wells(title="Open all wells"))
    assert corrected(drop(wells(), analyst="ana"), plan=better).commitments == ()


def test_a_correction_without_its_commitment_is_a_warning():
    plan = corrected(drop(wells(), analyst="ana"), plan=make_plan(roads()))
    assert len(plan.commitments) == 1
    assert plan.warnings == (
        'ana asked to drop "Open wells", which is not found so any more: check the split.',
    )


def test_a_merge_without_its_second_is_a_warning():
    plan = corrected(merge(wells(), roads(), analyst="ana"), plan=make_plan(wells()))
    assert (plan.commitments[0].text, len(plan.warnings)) == (TEXT, 1)


def test_an_undone_correction_does_not_hold():
    made = drop(wells(), analyst="ana")
    assert len(corrected(made, undo(made, analyst="ben")).commitments) == 2


def test_an_undo_can_be_undone():
    made = drop(wells(), analyst="ana")
    back = undo(made, analyst="ben")
    assert in_force([made, back, undo(back, analyst="ana")]) == (made,)


def test_another_plans_corrections_change_nothing():
    plan = make_plan(wells(), id="p2")
    assert corrected(drop(wells(), analyst="ana"), plan=plan) is plan
