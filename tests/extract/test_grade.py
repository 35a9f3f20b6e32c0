import pytest

from classifier.documents import Grade
from classifier.extract.grade import grade_text, worst_tenth

WORDS = "the register of wells is open to all residents " * 10


@pytest.mark.parametrize(
    ("text", "shows", "grade"),
    [
        (WORDS, False, Grade.GOOD),
        ("", False, Grade.GOOD),
        ("12", True, Grade.NONE),
        (WORDS + "\ufffd" * 20, True, Grade.FAIR),
        ("\ue000\ue001" * 100, True, Grade.NONE),
        ("(cid:12)(cid:40)" * 50, True, Grade.NONE),
        ("q1 z9 k2 " * 60, True, Grade.NONE),
    ],
)
def test_a_page_is_graded_by_what_can_be_read(text, shows, grade):
    assert grade_text(text, shows_something=shows)[0] is grade


def test_every_grade_has_a_reason():
    assert "characters" in grade_text(WORDS, shows_something=False)[1]


def test_the_document_is_as_good_as_nine_pages_in_ten():
    assert worst_tenth([Grade.GOOD] * 19 + [Grade.NONE]) is Grade.GOOD
    assert worst_tenth([Grade.GOOD] * 8 + [Grade.POOR] * 2) is Grade.POOR
