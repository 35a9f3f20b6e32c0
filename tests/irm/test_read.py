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


def test_another_table_is_refused_with_the_layouts_known(tmp_path):
    with pytest.raises(InputError, match=r"none of the known column heads \(layouts 2024, 2016\)"):
        read_database(as_csv(tmp_path / "d.csv", [["a", "b"], ["1", "2"]]))


@pytest.mark.parametrize("name, content", [("d.csv", b"\xff\xfe\x00x"), ("d.xlsx", b"not a zip")])
def test_a_damaged_file_says_what_to_do(name, content, tmp_path):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match="Save it"):
        read_database(tmp_path / name)
