from factories import make_plan

from classifier.plans import Commitment, Field, FieldName


def test_a_commitment_from_text_has_an_id_from_its_content():
    one = Commitment.from_text(title="Open courts", text="Publish rulings.")
    same = Commitment.from_text(title="Open courts", text="Publish rulings.")
    other = Commitment.from_text(title="Open courts", text="Publish all rulings.")
    assert one.id == same.id != other.id


def test_field_text_joins_the_spans_of_a_field():
    text = "Problem. First step. Second step."
    steps = (Field(FieldName.MILESTONES, 9, 20), Field(FieldName.MILESTONES, 21, 33))
    commitment = Commitment("c", "p", 1, "1", "t", text, fields=steps)
    assert commitment.field_text(FieldName.MILESTONES) == "First step.\nSecond step."
    assert commitment.field_text(FieldName.PROBLEM) == ""


def test_a_plan_counts_in_the_year_it_was_submitted_else_starts():
    assert make_plan(starts=2019).year == 2019
    assert make_plan(starts=2019, submitted=2018).year == 2018
