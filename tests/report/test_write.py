import csv
import json
from html.parser import HTMLParser

import pytest
from factories import A2J, OJI, make_finding, make_plan, make_row

from classifier.report import compute, write_report
from classifier.report.write import to_csv, to_html

HOSTILE = '<script>alert("x")</script>'


@pytest.fixture
def figures():
    hostile = make_finding([OJI], title=HOSTILE, plan=make_plan(file_name="=cmd|' /C calc'!A0"))
    return compute(
        [make_finding([A2J]), hostile], [make_row("/plans/=1+1.pdf", "damaged", reason="ends early")]
    )


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.seen = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def test_the_page_stands_alone(figures):
    for tag, attributes in Tags(to_html(figures)).seen:
        assert tag not in {"script", "link", "img", "iframe"}
        assert "src" not in attributes


def test_the_page_shows_every_table_once(figures):
    ids = [attributes.get("id") for tag, attributes in Tags(to_html(figures)).seen if tag == "table"]
    assert sorted(ids) == sorted(table.name for table in (figures.headline, *figures.tables))


def test_text_from_plans_is_never_markup(figures):
    assert HOSTILE not in to_html(figures)
    assert "&lt;script&gt;" in to_html(figures)


def test_a_spreadsheet_runs_nothing(figures):
    for table in figures.tables:
        cells = [cell for row in csv.reader(to_csv(table).splitlines()) for cell in row]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_every_format_is_written(figures, tmp_path):
    written = write_report(figures, tmp_path / "new" / "folder")
    assert written[0].name == "report.html"
    assert all(path.stat().st_size for path in written)
    assert json.loads(written[1].read_text())["year"] == figures.year


def test_the_same_figures_give_the_same_bytes(figures, tmp_path):
    one, two = write_report(figures, tmp_path / "1"), write_report(figures, tmp_path / "2")
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_formats_agree(figures, tmp_path):
    write_report(figures, tmp_path)
    with (tmp_path / "headline.csv").open() as file:
        rows = list(csv.reader(file))[1:]
    assert rows == [[str(value) for value in row] for row in figures.headline.rows]
