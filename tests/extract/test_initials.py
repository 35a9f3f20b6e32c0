"""Initials drawn over several lines."""

import pytest
from pdfs import Pages

from classifier.documents import BlockKind
from classifier.extract import extract_document
from classifier.extract.glyphs import Style, Word
from classifier.extract.initials import with_initials

BODY, LARGE = Style(10, False, False, 0), Style(40, False, False, 0)
INITIAL = Word("W", 50, 88, 131, LARGE)


def word(text, x, y=107.0):
    return Word(text, x, x + 5 * len(text), y, BODY)


def texts(*words):
    return [found.text for found in with_initials(words)]


def test_an_initial_is_set_before_the_word_it_begins():
    assert texts(INITIAL, word("ells", 89), word("are", 120), word("open", 89, 119)) == [
        "Wells",
        "are",
        "open",
    ]


def test_the_whole_word_begins_where_its_initial_does():
    (found,) = with_initials([INITIAL, word("ells", 89)])
    assert (found.x0, found.style.size) == (50, 10)


@pytest.mark.parametrize(
    "words",
    [
        [INITIAL, word("Wells", 89)],
        [INITIAL, word("ells", 200)],
        [INITIAL, word("ells", 89, 300)],
        [Word("W", 50, 58, 107, Style(12, False, False, 0)), word("ells", 59)],
        [Word("5", 50, 70, 131, LARGE), word("wells", 72)],
        [INITIAL],
    ],
    ids=["a word of its own", "far off", "on a lower line", "hardly larger", "a figure", "nothing behind"],
)
def test_other_large_letters_stay_as_they_are(words):
    assert with_initials(words) == words


def test_a_paragraph_with_an_initial_is_no_heading(tmp_path):
    pages = (
        Pages()
        .text(50, 126, "W", 40)
        .text(90, 105, "ells are kept on paper by the council and few")
        .text(90, 118, "residents know who may draw water from them, or")
    )
    pages.text(50, 131, "whom to ask. It will open the register and publish every permit.")
    (block,) = extract_document(pages.write(tmp_path / "a.pdf")).blocks
    assert block.kind is BlockKind.PARAGRAPH
    assert block.text.startswith("Wells are kept")
