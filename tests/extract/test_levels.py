"""Heading levels from bookmarks, looks and numbering together."""

import pytest

from classifier.documents import Block, BlockKind, Box
from classifier.extract.levels import DEEPEST, set_levels
from classifier.extract.outline import Bookmark

BOX = Box(0, 0, 100, 20)


def heading(text, size=12.0, *, bold=False, kind=BlockKind.HEADING, page=1):
    return Block(0, kind, text, (page,), (BOX,), size=size, bold=bold)


def levels(blocks, bookmarks=()):
    return [block.level for block in set_levels(blocks, bookmarks)]


def test_larger_then_bold_then_capitals():
    blocks = [
        heading("Chapter", 20),
        heading("Section", 14, bold=True),
        heading("PART", 14),
        heading("Part", 14),
    ]
    assert levels(blocks) == [1, 2, 3, 4]


def test_sizes_almost_the_same_are_one_level():
    assert levels([heading("Chapter", 14.0), heading("Another", 13.6), heading("Section", 12.0)]) == [1, 1, 2]


def test_numbering_tells_headings_of_one_look_apart():
    blocks = [
        heading("1. Wells"),
        heading("1.1 Owners"),
        heading("1.1.1 Names"),
        heading("2. Trees"),
        heading("Annex"),
    ]
    assert levels(blocks) == [1, 2, 3, 1, 1]


def test_sections_alone_are_not_set_deeper_for_their_numbering():
    assert levels([heading("2.1 Owners"), heading("2.2 Names")]) == [1, 1]


def test_paragraphs_have_no_level():
    (plain,) = set_levels([heading("Water runs.", kind=BlockKind.PARAGRAPH)])
    assert (plain.kind, plain.level) == (BlockKind.PARAGRAPH, 0)


def test_looks_on_a_cover_do_not_push_the_chapters_down():
    cover = [heading("Plan", size) for size in (40, 34, 28)]
    chapters = [heading("Chapter", 20)] * 3 + [heading("Section", 14)] * 3
    assert levels(cover + chapters) == [1, 1, 1, 2, 2, 2, 3, 3, 3]


def test_a_rare_look_goes_with_the_next_usual_one():
    blocks = [heading("Chapter", 20)] * 3 + [heading("Pulled out", 17)] + [heading("Section", 14)] * 3
    assert levels(blocks)[3] == levels(blocks)[4] == 2


def test_no_level_is_deeper_than_word_processors_know():
    assert max(levels([heading("Title", 10 + 2 * at) for at in range(12)])) == DEEPEST


def test_a_bookmark_says_the_level_and_its_look_follows():
    blocks = [heading("Chapter", 14), heading("Another", 14), heading("Section", 12)]
    assert levels(blocks, [Bookmark("CHAPTER", 1, 2)]) == [2, 2, 3]


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM])
def test_what_a_bookmark_names_is_a_heading(kind):
    (found,) = set_levels([heading("1. Open wells", 10, kind=kind)], [Bookmark("1.  Open  wells", 1, 1)])
    assert (found.kind, found.level) == (BlockKind.HEADING, 1)


def test_a_bookmark_of_another_page_names_nothing():
    (found,) = set_levels([heading("Wells", kind=BlockKind.PARAGRAPH)], [Bookmark("Wells", 2, 1)])
    assert found.kind is BlockKind.PARAGRAPH


def test_blocks_are_numbered_in_order():
    assert [block.order for block in set_levels([heading("One"), heading("Two")])] == [0, 1]
