import csv
import json
import re
from html.parser import HTMLParser

import pytest
from factories import A2J, OJI, make_finding, make_plan, make_row
from scenes import figures as scene

from classifier.report import Sources, compute, write_report
from classifier.report.data import commitments_csv, to_csv, to_datapackage
from classifier.report.html import to_html
from classifier.report.records import FIELDS

HOSTILE = '<script>alert("x")</script>'
FORMULA = "=cmd|' /C calc'!A0"


@pytest.fixture(scope="module")
def figures():
    return scene()


@pytest.fixture(scope="module")
def hostile():
    plan = make_plan(file_name=FORMULA, member=None)
    findings = [make_finding([A2J]), make_finding([OJI], title=HOSTILE, plan=plan)]
    findings.append(
        make_finding([OJI], title=FORMULA, text="\u202eevil\x00\x0b ana@example.org", contact="ana")
    )
    return compute(findings, Sources(files=[make_row("/plans/=1+1.pdf", "damaged", reason="@ends early")]))


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
        assert "src" not in attributes and not any(name.startswith("on") for name in attributes)


def test_the_page_shows_every_table_once(figures):
    ids = [attributes.get("id") for tag, attributes in Tags(to_html(figures)).seen if tag == "table"]
    assert sorted(ids) == sorted(f"table-{table.name}" for table in figures.tables)


def test_no_two_elements_share_an_id(figures):
    ids = [attributes["id"] for _, attributes in Tags(to_html(figures)).seen if attributes.get("id")]
    assert len(ids) == len(set(ids))


def test_every_reference_in_the_page_leads_somewhere(figures):
    page = to_html(figures)
    ids = {attributes.get("id") for _, attributes in Tags(page).seen}
    assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', page)) <= ids


def test_every_chart_says_what_it_shows(figures):
    pictures = [a for _, a in Tags(to_html(figures)).seen if a.get("role") == "img"]
    assert len(pictures) == 7
    assert all(a["aria-label"].startswith("Chart:") for a in pictures)


def test_text_from_plans_is_never_markup(hostile):
    page = to_html(hostile)
    assert HOSTILE not in page and "&lt;script&gt;" in page
    assert "\u202e" not in page and "\x00" not in page


def test_a_link_carries_no_markup(hostile):
    links = [a["href"] for tag, a in Tags(to_html(hostile)).seen if tag == "a"]
    assert not any(" " in link or "<" in link or link.startswith("javascript") for link in links)


def test_a_spreadsheet_runs_nothing(hostile):
    texts = [commitments_csv(hostile), *map(to_csv, hostile.tables)]
    cells = [cell for text in texts for row in csv.reader(text.splitlines()) for cell in row]
    assert any("calc" in cell for cell in cells)
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)


def test_contacts_go_nowhere(hostile, tmp_path):
    for path in write_report(hostile, tmp_path):
        assert b"ana@example.org" not in path.read_bytes()


def test_the_same_figures_give_the_same_bytes(figures, tmp_path):
    one, two = write_report(figures, tmp_path / "1"), write_report(scene(), tmp_path / "2")
    assert [path.name for path in one] == [path.name for path in two]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_only_the_formats_asked_for_are_written(figures, tmp_path):
    assert [path.name for path in write_report(figures, tmp_path, ["html"])] == ["report.html"]


def test_the_package_describes_every_column_of_every_file(figures, tmp_path):
    write_report(figures, tmp_path)
    for resource in json.loads(to_datapackage(figures))["resources"]:
        with (tmp_path / resource["path"]).open(newline="") as file:
            head = next(csv.reader(file))
        assert [field["name"] for field in resource["schema"]["fields"]] == head


def test_the_codebook_describes_every_field(figures):
    fields = json.loads(to_datapackage(figures))["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == list(FIELDS)
    assert all(len(field["description"]) > 10 for field in fields)
