"""Lines to blocks, and what kind each is."""

import pytest

from classifier.documents import BlockKind, Box, Line
from classifier.extract.blocks import body_size, to_blocks

BODY = 10.0
PAGE = 800.0


def line(text, top=100.0, size=BODY, *, bold=False, x1=500.0):
    return Line(text, 1, Box(50, top, x1, top + size), size, bold, bold_prefix=len(text) if bold else 0)


def kinds(*lines):
    return [block.kind for block in to_blocks(lines, BODY, PAGE)]


def test_the_body_size_is_what_most_letters_are_set_in():
    assert body_size([line("Title", size=20), line("Many more letters than that", size=9.6)]) == 9.5
    assert body_size([]) == 0.0


@pytest.mark.parametrize(
    "text",
    ["Figure 3. Wells", "Cuadro 2: Pozos", "Tableau n° 4", "Таблица 1 – Колодцы", "ცხრილი 2", "Աղյուսակ 5",
     "표 1", "جدول 3",
     "Table 2.1 Wells by town", "2 lentelė. Šuliniai", "Tabelul 7", "[Figure 1]"],
)  # fmt: skip
def test_a_caption_is_known_in_many_languages(text):
    assert kinds(line(text)) == [BlockKind.CAPTION]


@pytest.mark.parametrize(
    "text",
    ["Table 3 shows what the wells cost.", "Mapping 3 wells took a year.", "Tables are set for 12 people."],
)
def test_a_sentence_about_a_table_is_no_caption(text):
    assert kinds(line(text)) == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize("size", [12.0, 20.0])
def test_larger_type_is_a_heading(size):
    assert kinds(line("Open wells", size=size)) == [BlockKind.HEADING]


def test_bold_type_and_capitals_are_headings():
    assert kinds(line("Open wells", bold=True)) == [BlockKind.HEADING]
    assert kinds(line("OPEN WELLS")) == [BlockKind.HEADING]


def test_a_pulled_quotation_is_no_heading():
    lines = [line("“Nobody asked us", size=14), line("about the wells”", top=115, size=14)]
    assert kinds(*lines) == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "marker"), [("• train clerks", "•"), ("2.1 train clerks", "2.1"), ("(a) train clerks", "(a)")]
)
def test_an_item_keeps_its_marker(text, marker):
    (block,) = to_blocks([line(text)], BODY, PAGE)
    assert (block.kind, block.marker) == (BlockKind.LIST_ITEM, marker)


def test_small_type_with_a_number_at_the_foot_is_a_footnote():
    assert kinds(line("3 Law on wells.", top=740, size=7)) == [BlockKind.FOOTNOTE]
    assert kinds(line("3 Law on wells.", top=100, size=7)) == [BlockKind.PARAGRAPH]


def test_a_gap_between_lines_parts_paragraphs():
    assert len(to_blocks([line("One", 100), line("two", 112), line("Three", 140)], BODY, PAGE)) == 2
