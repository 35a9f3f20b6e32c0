"""Every number drawn stands in the chart's own table, and the other way round."""

import re
from html import unescape

import pytest
from factories import A2J, JOG, OJI
from scenes import a_read_sample, figures, findings, joins

from classifier.report import Sources, compute
from classifier.report.chapters import CHAPTERS
from classifier.report.charts import CHARTS, to_svg
from classifier.report.charts.words import MOST_ITEMS, describe
from classifier.report.html import to_html
from classifier.report.numbering import parts
from classifier.report.words import load_messages


@pytest.fixture(scope="module")
def report():
    return figures()


def texts(made, name):
    found = re.findall(r"<text[^>]*>([^<]*)</text>", to_svg(CHARTS[name](made)))
    return [unescape(text).strip() for text in found]


def numbers(made, name):
    return sorted(int(text) for text in texts(made, name) if text.isdigit())


def test_the_headline_draws_people_and_model_apart(report):
    table = report.table("headline")
    drawn = [*table.column("decided"), *table.column("predicted")]
    assert numbers(report, "headline") == sorted(n for n in drawn if n)


def test_the_headline_draws_the_estimate_with_its_interval():
    made = compute(a_read_sample())
    row = made.table("headline").row(A2J)
    assert f"{row['estimate']:.0f} ({row['low']:.0f}–{row['high']:.0f})" in texts(made, "headline")


def test_the_heat_map_draws_every_cell_of_its_table(report):
    table = report.table("region_category")
    names = [name for c in (A2J, OJI, JOG) for name in (c, f"{c}_all")]
    drawn = numbers(report, "regions")
    # The year heads the first of the two maps.
    assert drawn == sorted([report.year, *(n for name in names for n in table.column(name))])


def test_overlap_draws_the_year_within_all_years(report):
    table = report.table("overlap")
    drawn = [text for text in texts(report, "overlap") if re.fullmatch(r"\d+ of \d+", text)]
    pairs = zip(table.column("number"), table.column("number_all"), strict=True)
    assert sorted(drawn) == sorted(f"{now} of {every}" for now, every in pairs)


def test_subthemes_are_drawn_by_name_with_their_numbers(report):
    table, drawn = report.table("by_subtheme"), texts(report, "subthemes")
    assert set(table.column("subtheme")) <= set(drawn)
    pairs = zip(table.column("number"), table.column("number_all"), strict=True)
    assert {f"{now} of {every}" for now, every in pairs} <= set(drawn)


def test_irm_bars_carry_share_and_denominator_of_both_sides(report):
    drawn = texts(report, "irm")
    row = report.table("irm").row("high_ambition")
    for side in ("justice", "others"):
        share = f"{row[f'{side}_share']:.0%}"
        assert f"{side} {share} ({row[side]} of {row[f'{side}_of']})" in drawn


def test_a_tile_for_every_participant_and_none_for_observers(report):
    table = report.table("participants")
    with_justice = {row.key for row in table.rows if table.row(row.key)["number"]}
    drawn = set(texts(report, "members"))
    assert with_justice <= drawn
    assert not ({row.key for row in table.rows} - with_justice) & drawn


def test_without_a_database_there_is_no_chart_of_results():
    names = [drawing.name for part in parts(compute(findings())) for drawing, _ in part.charts]
    assert "irm" not in names
    with_database = compute(findings(), Sources(joins=joins()))
    assert "irm" in [drawing.name for part in parts(with_database) for drawing, _ in part.charts]


def test_every_chart_belongs_to_a_chapter():
    placed = [name for chapter in CHAPTERS for name, _ in chapter.charts]
    assert sorted(placed) == sorted(CHARTS)


def test_every_chart_stands_beside_the_table_of_its_figures(report):
    page = to_html(report)
    for part in parts(report):
        for drawing, table in part.charts:
            assert page.index(f"figure-{drawing.name}") < page.index(f'id="table-{table.name}"')


def test_a_description_stops_before_it_tires():
    words = load_messages()
    said = describe(words, "Members", [(f"M{n}", "1") for n in range(30)])
    assert f"M{MOST_ITEMS - 1}:" in said and f"M{MOST_ITEMS}:" not in said
    assert said.endswith("The table beside it holds the same figures.")


def test_figures_and_tables_are_numbered_in_reading_order(report):
    charts = [part.numbers[drawing.name] for part in parts(report) for drawing, _ in part.charts]
    tables = [
        part.numbers[f"table:{table.name}"]
        for part in parts(report)
        for table in (*(table for _, table in part.charts), *part.tables)
    ]
    assert charts == list(range(1, len(charts) + 1))
    assert tables == list(range(1, len(tables) + 1))


def test_every_table_stands_in_one_chapter(report):
    placed = [
        table.name for part in parts(report) for table in (*(table for _, table in part.charts), *part.tables)
    ]
    assert sorted(placed) == sorted(table.name for table in report.tables if report.has(table.name))
