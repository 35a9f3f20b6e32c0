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


def texts(*lines):
    return [block.text for block in to_blocks(lines, BODY, PAGE)]


def run_in(text, title, top, x1=495.0):
    """A line whose first words are bold, and most of its letters."""
    return Line(text, 1, Box(50, top, x1, top + BODY), BODY, bold=True, bold_prefix=len(title))


def test_a_bold_title_that_runs_into_its_text_stays_with_it():
    title = "Make the registers of wells and springs open to all."
    lines = [run_in(f"{title} The council", title, 100), line("Will publish both.", 112, x1=200)]
    assert len(to_blocks(lines, BODY, PAGE)) == 1


def test_a_bold_line_of_its_own_is_parted_from_the_text_below():
    assert kinds(line("Open wells", bold=True, x1=100), line("The council reads.", 112)) == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


def test_bold_that_begins_inside_a_running_text_stays_with_it():
    lines = [line("The register stands at"), line("wells.example/register", 112, bold=True, x1=150)]
    assert len(to_blocks(lines, BODY, PAGE)) == 1


def test_a_short_line_in_slightly_larger_type_is_the_heading_of_the_text_below():
    lines = [line("Vision and impact", 100, 10.9, x1=130), line("The council reads every letter.", 112)]
    assert kinds(*lines) == [BlockKind.HEADING, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("The wells are open.", "Nobody knows."),
        ("Vision and impact", "of all this."),
        ("12 %", "Share of wells"),
    ],
    ids=["a sentence", "text that runs on", "a figure"],
)
def test_slightly_larger_type_alone_makes_no_heading(above, below):
    lines = [line(above, 100, 10.9, x1=130), line(below, 112)]
    assert BlockKind.HEADING not in kinds(*lines)


def test_a_colon_does_not_end_a_heading_of_several_lines():
    lines = [line("Empowering citizens:", 100, 18, x1=200), line("transforming", 120, 18, x1=160)]
    assert texts(*lines, line("The council reads.", 160)) == [
        "Empowering citizens: transforming",
        "The council reads.",
    ]


def test_the_last_bold_item_of_a_list_is_an_item_too():
    lines = [
        line(f"{n}. {text}", 90 + 12 * n, bold=True) for n, text in ((1, "open wells,"), (2, "open trees."))
    ]
    assert kinds(*lines) == [BlockKind.LIST_ITEM, BlockKind.LIST_ITEM]


def test_a_numbered_heading_after_a_list_is_a_heading():
    lines = [line("3. open trees,"), line("2. Next steps", 130, bold=True)]
    assert kinds(*lines)[1] is BlockKind.HEADING


@pytest.mark.parametrize("text", ["40%", "90", "16 - 25 26 - 35"])
def test_a_figure_on_an_axis_is_no_footnote(text):
    assert kinds(line(text, top=740, size=7)) == [BlockKind.PARAGRAPH]


def test_codes_in_capitals_are_no_heading():
    assert kinds(line("GC1, GC2, GC3")) == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize("marker", ["I.", "IV.", "VIII)"])
def test_roman_figures_mark_items(marker):
    (block,) = to_blocks([line(f"{marker} train clerks")], BODY, PAGE)
    assert (block.kind, block.marker) == (BlockKind.LIST_ITEM, marker)


def test_a_column_without_lines_has_no_blocks():
    assert to_blocks([], BODY, PAGE) == []


def test_a_full_line_beside_a_picture_does_not_end_its_paragraph():
    """The column is 450 wide elsewhere; beside the picture lines end at 300."""
    wide = line("A line over the whole column.", 60)
    beside = [line("The council reads" + "." * (at == 3), 100 + 12 * at, x1=300) for at in range(4)]
    assert len(to_blocks([wide, *beside, line("It answers.", 148, x1=90)], BODY, PAGE)) == 2
