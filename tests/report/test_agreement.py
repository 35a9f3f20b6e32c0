"""No two formats disagree, and none with a recount."""

import json
from collections import Counter
from io import BytesIO

import docx
import openpyxl
import pyarrow.parquet as pq
import pytest
from factories import A2J, JOG, OJI
from report_readers import Tables, as_text, csv_rows, whole
from scenes import a_read_sample, figures, files, findings, joins

from classifier.report import Sources, compute, write_report
from classifier.report.numbering import parts
from classifier.report.records import FIELDS
from classifier.report.tables import shown
from classifier.report.xlsx import HEAD, sheet_name

CATEGORIES = (A2J, OJI, JOG)


@pytest.fixture(scope="module")
def report():
    everything = (*findings(), *a_read_sample())
    return compute(everything, Sources(files=files(), joins=joins()), year=2023)


@pytest.fixture(scope="module")
def folder(report, tmp_path_factory):
    path = tmp_path_factory.mktemp("report")
    write_report(report, path)
    return path


def in_figures(report, name):
    return [[as_text(value) for value in row] for row in report.table(name).values()]


def shown_in_figures(report, name):
    table = report.table(name)
    return [[shown(v, c.kind) for v, c in zip(row, table.columns, strict=True)] for row in table.values()]


def test_csv_holds_the_figures(report, folder):
    for table in report.tables:
        head, *rows = csv_rows(folder / f"{table.name}.csv")
        assert head == ["key", *(column.name for column in table.columns)]
        assert [row[1:] for row in rows] == in_figures(report, table.name)


def test_json_holds_the_figures(report, folder):
    tables = {one["name"]: one for one in json.loads((folder / "figures.json").read_text())["tables"]}
    assert list(tables) == [table.name for table in report.tables]
    for name, table in tables.items():
        assert [[as_text(value) for value in row[1:]] for row in table["rows"]] == in_figures(report, name)


def test_the_page_shows_the_figures(report, folder):
    tables = Tables((folder / "report.html").read_text()).found
    assert sorted(tables) == sorted(table.name for table in report.tables)
    for name, (_, *rows) in tables.items():
        assert [[text for text, _ in row] for row in rows] == shown_in_figures(report, name)


def test_the_page_keeps_exact_values_beside_rounded_ones(report, folder):
    table = report.table("headline")
    _, *rows = Tables((folder / "report.html").read_text()).found["headline"]
    exact = [[value for _, value in row] for row in rows]
    assert [row[table.at("confirmed_share")] for row in exact] == [
        as_text(v) for v in table.column("confirmed_share")
    ]


def test_the_document_shows_the_figures_in_tables_that_can_be_edited(report, folder):
    tables = docx.Document(folder / "report.docx").tables
    wanted = [t for part in parts(report) for t in (*(t for _, t in part.charts), *part.tables) if t.rows]
    assert len(tables) == len(wanted)
    for written, table in zip(tables, wanted, strict=True):
        cells = [[cell.text for cell in row.cells] for row in written.rows]
        assert cells == [[c.title for c in table.columns], *shown_in_figures(report, table.name)]


def test_the_workbook_holds_the_figures(report, folder):
    book = openpyxl.load_workbook(folder / "report.xlsx")
    for table in report.tables:
        sheet = book[sheet_name(table.name)]
        rows = sheet.iter_rows(min_row=HEAD + 1, max_col=len(table.columns), values_only=True)
        assert whole([map(as_text, row) for row in rows]) == whole(in_figures(report, table.name))
        assert (sheet["A1"].value, sheet["A2"].value or "") == (table.title, table.note)


def test_commitments_are_the_same_in_csv_parquet_and_workbook(report, folder):
    head, *rows = csv_rows(folder / "commitments.csv")
    columns = pq.read_table(folder / "commitments.parquet").to_pydict()
    sheet = openpyxl.load_workbook(folder / "report.xlsx")["commitments"]
    in_book = sheet.iter_rows(min_row=HEAD + 1, max_col=len(FIELDS), values_only=True)
    assert head == list(columns) == list(FIELDS)
    assert rows == [[as_text(value) for value in row] for row in zip(*columns.values(), strict=True)]
    assert whole(rows) == whole([map(as_text, row) for row in in_book])


def test_parquet_keeps_types_and_carries_the_codebook(folder):
    schema = pq.read_schema(folder / "commitments.parquet")
    assert str(schema.field("year").type) == "int32" and str(schema.field(A2J).type) == "bool"
    assert b"legal problem" in schema.field(A2J).metadata[b"description"]


# Recounts from the CSV alone, with nothing of the package but the names of columns.


@pytest.fixture(scope="module")
def rows(folder):
    head, *rows = csv_rows(folder / "commitments.csv")
    return [dict(zip(head, row, strict=True)) for row in rows]


def of_year(rows):
    return [row for row in rows if row["year"] == "2023"]


def test_the_headline_equals_a_recount(report, rows):
    for category in (*CATEGORIES, "any_justice"):
        mine = [row for row in of_year(rows) if row[category] == "true"]
        row = report.table("headline").row(category)
        assert row["decided"] == sum(one["decided"] == "true" for one in mine)
        assert row["predicted"] == sum(one["decided"] == "false" for one in mine)


FIELDS_OF = {
    "by_region": "region",
    "by_income": "income",
    "by_member": "member",
    "by_level": "level",
    "by_branch": "lead_branch",
}


@pytest.mark.parametrize("table", FIELDS_OF)
@pytest.mark.parametrize("column", [*CATEGORIES, "any_justice"])
def test_breakdowns_equal_a_recount(report, rows, table, column):
    every = Counter(row[FIELDS_OF[table]] or "unknown" for row in of_year(rows) if row[column] == "true")
    found = report.table(table)
    assert {row.key: found.row(row.key)[column] for row in found.rows} == {
        row.key: every[row.key] for row in found.rows
    }


@pytest.mark.parametrize("table", FIELDS_OF)
def test_breakdowns_of_all_years_equal_a_recount(report, rows, table):
    every = Counter(row[FIELDS_OF[table]] or "unknown" for row in rows)
    found = report.table(table)
    assert {row.key: found.row(row.key)["commitments_all"] for row in found.rows} == every


def test_subthemes_people_and_means_equal_a_recount(report, rows):
    mine = [row for row in of_year(rows) if row["any_justice"] == "true"]
    means = Counter(one for row in mine for one in row["means"].split("; "))
    people = Counter(row["people_centred"] for row in mine)
    for name, every in (("means", means), ("people_centred", people)):
        found = report.table(name)
        assert {r.key: found.row(r.key)["number"] for r in found.rows} == {
            r.key: every[r.key] for r in found.rows
        }


def test_cohorts_equal_a_recount(report, rows):
    running = [row for row in rows if int(row["starts"]) <= 2023 <= int(row["ends"])]
    for key, mine in (("new", of_year(rows)), ("active", running)):
        row = report.table("cohorts").row(key)
        assert row["commitments"] == len(mine) and row["plans"] == len({one["plan_id"] for one in mine})
        assert row["any_justice"] == sum(one["any_justice"] == "true" for one in mine)


def test_every_line_of_the_annex_equals_a_recount(report, rows):
    fields = {"region": "region", "income": "income", "level": "level", "member": "member", "year": "year"}
    table = report.table("estimates")
    for key in (row.key for row in table.rows):
        by, *value, category = key.split(":")
        if by in fields:
            mine = [r for r in rows if r[fields[by]] == value[0] and r[category] == "true"]
            people = sum(r["decided"] == "true" for r in mine)
            assert (table.row(key)["decided"], table.row(key)["predicted"]) == (people, len(mine) - people)


def test_years_equal_a_recount(report, rows):
    every = Counter(row["year"] for row in rows)
    assert {
        row.key: report.table("by_year").row(row.key)["commitments"] for row in report.table("by_year").rows
    } == every


def test_overlap_equals_a_recount(report, rows):
    sets = Counter(
        "+".join(c for c in CATEGORIES if row[c] == "true") for row in rows if row["any_justice"] == "true"
    )
    table = report.table("overlap")
    assert {row.key: table.row(row.key)["number_all"] for row in table.rows} == sets


def test_targets_and_groups_equal_a_recount(report, rows):
    mine = [row for row in of_year(rows) if row["any_justice"] == "true"]
    targets = Counter(target for row in mine for target in row["sdg_targets"].split("; "))
    groups = Counter(group for row in mine for group in row["groups"].split("; ") if group)
    sdg, by_group = report.table("sdg"), report.table("by_group")
    assert {row.key: sdg.row(row.key)["number"] for row in sdg.rows} == {
        row.key: targets[row.key] for row in sdg.rows
    }
    assert {row.key: by_group.row(row.key)["number"] for row in by_group.rows} == groups


def test_irm_results_equal_a_recount(report, rows):
    for side, wanted in (("justice", "true"), ("others", "false")):
        assessed = [r for r in rows if r["any_justice"] == wanted and r["high_ambition"]]
        row = report.table("irm").row("high_ambition")
        assert row[f"{side}_of"] == len(assessed)
        assert row[side] == sum(r["high_ambition"] == "true" for r in assessed)


def test_every_level_of_every_irm_scale_equals_a_recount(report, rows):
    table = report.table("irm_levels")
    scales = ("potential_impact", "potential_for_results", "early_results", "diog")
    keys = [tuple(row.key.split(":")) for row in table.rows if row.key.startswith(scales)]
    for scale, level in (key for key in keys if key[1] != "blank"):
        for side, wanted in (("justice", "true"), ("others", "false")):
            mine = [r for r in rows if r["any_justice"] == wanted and r[scale].lower() == level.lower()]
            assert table.row(f"{scale}:{level}")[side] == len(mine)


def test_participants_equal_a_recount(report, rows):
    running = [r for r in rows if int(r["starts"]) <= 2023 <= int(r["ends"]) and r["any_justice"] == "true"]
    table = report.table("participants")
    found = {row.key: table.row(row.key)["number"] for row in table.rows if table.row(row.key)["number"]}
    assert found == Counter(row["member"] for row in running)


def test_the_estimate_equals_horvitz_and_thompson_by_hand(rows):
    read = [
        r
        for r in rows
        if r["audit_sampled"] == "true" and r["decided"] == "true" and r["id"].startswith("a-")
    ]
    frame = sum(r["id"].startswith("a-") for r in rows)
    by_hand = frame * sum(r[A2J] == "true" for r in read) / len(read)
    assert compute(a_read_sample()).table("headline").row(A2J)["estimate"] == by_hand


def test_a_document_in_another_language_shows_the_same_numbers():
    one, other = (docx.Document(BytesIO(to_docx(figures(code)))).tables for code in ("en", "es"))
    for here, there in zip(one, other, strict=True):
        numbers = [[c.text for c in row.cells if c.text.isdigit()] for row in here.rows[1:]]
        assert numbers == [[c.text for c in row.cells if c.text.isdigit()] for row in there.rows[1:]]


def to_docx(made):
    from classifier.report.docx import to_docx

    return to_docx(made)
