from factories import A2J, JOG, OJI, make_commitment, make_evidence
from hypothesis import given
from hypothesis import strategies as st

from classifier.plans import Field, FieldName
from classifier.review.web.marks import marked, sections, title_pieces


def span(start, end, category=A2J, part="text"):
    return make_evidence(category, "x" * (end - start), start=start, end=end, part=part)


def shown(pieces):
    return [(piece.text, [c.short for c in piece.categories]) for piece in pieces if piece.text]


def test_text_without_evidence_is_one_piece():
    assert shown(marked("free legal aid", [])) == [("free legal aid", [])]


def test_evidence_is_cut_out():
    assert shown(marked("free legal aid here", [span(5, 14)])) == [
        ("free ", []),
        ("legal aid", ["A2J"]),
        (" here", []),
    ]


def test_overlapping_evidence_carries_both():
    pieces = marked("abcdef", [span(0, 4), span(2, 6, OJI)])
    assert shown(pieces) == [("ab", ["A2J"]), ("cd", ["A2J", "OJI"]), ("ef", ["OJI"])]
    assert [[c.short for c in piece.ending] for piece in pieces] == [[], ["A2J"], ["OJI"]]


def test_two_rules_on_the_same_words_are_one_mark():
    assert shown(marked("abcd", [span(0, 4), span(1, 3)])) == [("abcd", ["A2J"])]


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60), st.sampled_from([A2J, OJI, JOG]))),
)
def test_no_character_is_lost_whatever_the_spans(text, spans):
    pieces = marked(text, [make_evidence(c, "", start=a, end=b) for a, b, c in spans])
    assert "".join(piece.text for piece in pieces) == text


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=5))
def test_sections_leave_out_nothing_but_white_space(text, spans):
    fields = tuple(Field(FieldName.PROBLEM, min(s), max(s)) for s in spans)
    found = sections(make_commitment(text=text, fields=fields), [])
    together = "".join(s.label + "".join(piece.text for piece in s.pieces) for s in found)
    assert "".join(together.split()) == "".join(text.split())


def test_fields_are_named_and_background_told_apart():
    text = "Problem: slow. Action: legal aid."
    fields = (Field(FieldName.PROBLEM, 9, 14), Field(FieldName.SOLUTION, 23, 33))
    found = sections(make_commitment(text=text, fields=fields), [span(23, 32)])
    assert [(s.name, s.operative) for s in found if s.name] == [("problem", False), ("solution", True)]
    assert [s.label for s in found if s.name] == ["Problem:", "Action:"]
    assert shown(found[-1].pieces) == [("legal aid", ["A2J"]), (".", [])]


def test_the_title_takes_only_its_own_evidence():
    commitment = make_commitment(title="Legal aid", text="Bus")
    assert shown(title_pieces(commitment, [span(0, 5, part="title"), span(0, 3)])) == [
        ("Legal", ["A2J"]),
        (" aid", []),
    ]


def test_a_long_paragraph_before_a_field_is_no_label():
    text = f"{'A long promise. ' * 20}slow"
    (promise, field) = sections(make_commitment(text=text, fields=(Field(FieldName.PROBLEM, 320, 324),)), [])
    assert (promise.name, field.label) == ("", "")


def test_the_printed_label_is_the_line_before_its_field():
    text = "We will act.\nWho leads?\nMinistry"
    (promise, field) = sections(make_commitment(text=text, fields=(Field(FieldName.LEAD, 24, 32),)), [])
    assert (promise.pieces[0].text.strip(), field.label) == ("We will act.", "Who leads?")
