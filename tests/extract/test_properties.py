"""What holds of any page, however odd: nothing is lost, nothing is made up."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.documents import Block, BlockKind, Box, Line
from classifier.extract.blocks import body_size, to_blocks
from classifier.extract.breaks import close_breaks
from classifier.extract.columns import reading_order
from classifier.extract.contents import read_contents
from classifier.extract.furniture import find_furniture, printed_number
from classifier.extract.grade import grade_text
from classifier.extract.language import detect_languages
from classifier.extract.levels import DEEPEST, set_levels
from classifier.extract.outline import Bookmark, page_labels
from classifier.extract.repair import OPEN, STEPS, join_lines, repair
from classifier.extract.versions import find_versions

often = settings(max_examples=60, deadline=None)
texts = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["Open wells", "1. Open", "• train,", "Table 3", "목록을", "سجل الآبار", "7", "COUNCIL", "end."]
    ),
)
places = st.floats(0, 500, allow_nan=False)


@st.composite
def lines(draw):
    x, top, size = draw(places), draw(places), draw(st.sampled_from([7.0, 10.0, 10.5, 12.0, 18.0]))
    text = draw(texts) or "a"
    box = Box(x, top, x + draw(st.floats(1, 300)), top + size)
    return Line(text, 1, box, size, draw(st.booleans()), bold_prefix=draw(st.integers(0, len(text))))


pages = st.lists(lines(), max_size=30)


def letters(text):
    return sorted(c for c in text if c.isalpha())


@often
@given(pages)
def test_every_piece_is_read_once(page):
    ordered = [piece for column in reading_order(page) for piece in column]
    assert sorted(map(id, ordered)) == sorted(map(id, page))


@often
@given(pages)
def test_every_line_stands_in_one_block_in_order(page):
    blocks = to_blocks(page, body_size(page), 842)
    assert [id(line) for block in blocks for line in block.lines] == [id(line) for line in page]
    assert all(block.kind is not BlockKind.TABLE for block in blocks)


@often
@given(pages)
def test_headings_have_levels_and_nothing_else_has(page):
    blocks = set_levels(to_blocks(page, body_size(page), 842), [Bookmark("Open wells", 1, 9)])
    assert all((block.kind is BlockKind.HEADING) == (block.level > 0) for block in blocks)
    assert all(block.level <= DEEPEST for block in blocks)
    assert [block.order for block in blocks] == list(range(len(blocks)))


@often
@given(st.lists(texts, max_size=8))
def test_joined_lines_keep_their_letters(some):
    assert letters(join_lines(some)) == letters("".join(some))


@often
@given(texts)
def test_a_repaired_text_holds_no_control_characters(text):
    found = repair(text)
    assert not [c for c in found if unicodedata.category(c) in ("Cc", "Cn", "Cs") and c != "\n"]
    assert OPEN not in found


@often
@given(texts)
def test_every_step_of_repair_does_its_work_at_once(text):
    assert [step(step(text)) == step(text) for step in STEPS] == [True] * len(STEPS)


@often
@given(st.lists(st.text("우물목록을 에서ab.", max_size=12), min_size=1, max_size=8))
def test_no_line_end_stays_open_and_no_letter_is_lost(some):
    text = join_lines(some)
    (found,) = close_breaks([Block(0, BlockKind.PARAGRAPH, text, (1,), (Box(0, 0, 9, 9),))])
    assert OPEN not in found.text
    assert letters(found.text) == letters(text)


@often
@given(st.lists(pages, max_size=5))
def test_furniture_is_of_the_page_it_is_dropped_from(some):
    numbered = dict(enumerate(some, 1))
    found = find_furniture(numbered, dict.fromkeys(numbered, 842.0))
    assert set(found) == set(numbered)
    assert all(places <= set(range(len(numbered[number]))) for number, places in found.items())


@often
@given(pages)
def test_whatever_stands_on_a_page_can_be_looked_at(page):
    entries = read_contents(page)
    assert all(entry.target.isdigit() for entry in entries)
    assert isinstance(printed_number(page), str)
    assert grade_text(" ".join(line.text for line in page), shows_something=True)[1]


@often
@given(st.lists(st.lists(texts, max_size=4), max_size=4))
def test_every_block_has_a_place_for_its_language(some):
    assert [len(page) for page in detect_languages(some)] == [len(page) for page in some]


@often
@given(st.lists(st.tuples(st.sampled_from(["en", "es", "ka", ""]), texts), max_size=12))
def test_versions_never_share_a_block(some):
    made = [
        Block(at, BlockKind.PARAGRAPH, text * 90, (at + 1,), (Box(0, 0, 9, 9),), language=code)
        for at, (code, text) in enumerate(some)
    ]
    found = [at for version in find_versions(made) for at in version.blocks]
    assert len(found) == len(set(found))


@often
@given(st.lists(st.tuples(st.sampled_from(["", "1", "ii"]), st.sampled_from(["", "1", "ii"])), max_size=8))
def test_a_printed_number_is_never_replaced(some):
    printed, given_labels = [page for page, _ in some], [label for _, label in some]
    found = page_labels(printed, given_labels)
    assert all(label == page for page, label in zip(printed, found, strict=True) if page)
