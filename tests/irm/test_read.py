import csv

import pytest
from openpyxl import Workbook

from classifier.errors import InputError
from classifier.irm.layouts import settings
from classifier.irm.read import read_database

TITLE = "Open the register of permits"


def table(layout_name, **values):
    """A database of one row in the layout named."""
    layout = next(one for one in settings()["layout"] if one["name"] == layout_name)
    tags = [layout["tags"]["first"], "Justice", layout["tags"]["last"]]
    head = [*layout["columns"].values(), *tags]
    defaults = {"member": "Telmara", "title": TITLE, "year": "2021"}
    given = {layout["columns"].get(name, name): value for name, value in (defaults | values).items()}
    row = [given.get(name, "ND" if name not in tags else "0") for name in head]
    filler = [[str(i) for i in range(len(head))]] * layout["header_row"]
    return [*filler, head, row]


def as_csv(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def as_xlsx(path, rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("layout", ["2024", "2016"])
def test_both_layouts_give_the_same_commitment(layout, tmp_path):
    (row,) = read_database(as_csv(tmp_path / "d.csv", table(layout, number="4")))
    assert (row.member, row.title, row.year, row.number) == ("Telmara", TITLE, 2021, "4")


def test_a_workbook_reads_like_a_csv(tmp_path):
    rows = table("2024", ogp_id="TX0001", ends="2023")
    assert read_database(as_xlsx(tmp_path / "d.xlsx", rows)) == read_database(
        as_csv(tmp_path / "d.csv", rows)
    )


def test_tags_that_nobody_gave_are_not_an_empty_set(tmp_path):
    (none,) = read_database(as_csv(tmp_path / "a.csv", table("2024")))
    (some,) = read_database(as_csv(tmp_path / "b.csv", table("2024", Justice="1")))
    (unknown,) = read_database(
        as_csv(tmp_path / "c.csv", [[v if v != "0" else "ND" for v in row] for row in table("2024")])
    )
    assert (none.tags, some.tags, unknown.tags) == (frozenset(), {"Justice"}, None)


def test_an_indicator_the_layout_lacks_is_nd(tmp_path):
    (row,) = read_database(as_csv(tmp_path / "d.csv", table("2016")))
    assert row.irm.early_results == "ND"


@pytest.mark.parametrize("value", ["ND", "NR", "NA", ""])
def test_why_a_value_is_missing_is_kept_as_published(value, tmp_path):
    (row,) = read_database(as_csv(tmp_path / "d.csv", table("2024", potential_impact=value)))
    assert row.irm.potential_impact == value and row.irm.high_ambition is None


def test_the_second_row_heads_the_older_layout(tmp_path):
    rows = table("2016", title="Open courts")
    assert len(rows) == 3 and rows[0][0] == "0"
    (row,) = read_database(as_csv(tmp_path / "d.csv", rows))
    assert (row.title, row.ogp_id) == ("Open courts", "")


def test_columns_may_stand_in_any_order_and_others_between_them(tmp_path):
    head, body = table("2024", ogp_id="TX0001", number="3")
    first, last = head.index("Anti-Corruption and Integrity"), head.index("Money in Politics")
    plain = [at for at in range(len(head)) if not first <= at <= last]
    order = [*plain[::-1], *range(first, last + 1)]
    rows = [["new", *(row[at] for at in order)] for row in (head, body)]
    assert read_database(as_csv(tmp_path / "a.csv", rows)) == read_database(
        as_csv(tmp_path / "b.csv", [head, body])
    )


def test_empty_rows_are_no_commitments(tmp_path):
    head, body = table("2024")
    assert len(read_database(as_csv(tmp_path / "d.csv", [head, body, [""] * len(head), body]))) == 2


def test_a_mark_of_byte_order_is_no_part_of_a_name(tmp_path):
    path = as_csv(tmp_path / "d.csv", table("2024", ogp_id="TX0001"))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_database(path)[0].ogp_id == "TX0001"


@pytest.mark.parametrize("year, read", [("2021", 2021), ("ND", None), ("", None), ("2021-22", None)])
def test_a_year_that_is_none_stays_unknown(year, read, tmp_path):
    assert read_database(as_csv(tmp_path / "d.csv", table("2024", year=year)))[0].year == read


def test_a_short_title_stands_in_for_a_missing_one(tmp_path):
    rows = table("2024", title="", short_title="Open courts")
    assert read_database(as_csv(tmp_path / "d.csv", rows))[0].title == "Open courts"


def test_markup_goes_and_signs_stay(tmp_path):
    rows = table("2024", text="<p>Fees &lt; 5 &amp; fair</p>2<br/>courts, a < b")
    assert read_database(as_csv(tmp_path / "d.csv", rows))[0].text == "Fees < 5 & fair\n2\ncourts, a < b"


def test_another_table_is_refused_with_the_layouts_known(tmp_path):
    with pytest.raises(InputError, match=r"none of the known column heads \(layouts 2024, 2016\)"):
        read_database(as_csv(tmp_path / "d.csv", [["a", "b"], ["1", "2"]]))


@pytest.mark.parametrize("name, content", [("d.csv", b"\xff\xfe\x00x"), ("d.xlsx", b"not a zip")])
def test_a_damaged_file_says_what_to_do(name, content, tmp_path):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match="Save it"):
        read_database(tmp_path / name)
