"""Hostile text from a plan in every output: shown as text, never obeyed."""

import csv
import html
import io
import json
import re
import shutil
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from factories import A2J, make_commitment, make_evidence, make_plan, make_prediction, make_row
from openpyxl import load_workbook

from classifier.cli import verbs
from classifier.errors import ModelError
from classifier.pipeline import findings
from classifier.plans import Member
from classifier.predict import load_model
from classifier.predict.bundle import MODELS, current
from classifier.review.cases import Case
from classifier.review.workbook import export_workbook
from classifier.workspace import Workspace

MARK = "wellsmark"
HOSTILE = {
    "formula": f'=HYPERLINK("http://{MARK}.example","x")',
    "command": f"+cmd|' /C {MARK}'!A0",
    "script": f"<script>{MARK}()</script><img src=x onerror={MARK}()>",
    "template": "{{ 7 * 191919 }}{% raw %}" + MARK,
    "terminal": f"\x1b[2J\x1b]0;{MARK}\x07\x9b31m",
    "turned": f"\u202e{MARK}\u2066",
    "sql": f"'; DROP TABLE commitments; -- {MARK}",
    "null": f"a\0b{MARK}",
}
ADDRESS = "wanda@harrowmere.example"


@pytest.fixture(params=HOSTILE)
def hostile(request):
    return HOSTILE[request.param]


@pytest.fixture
def folder(tmp_path, hostile):
    """A workspace in which every text a plan can bring is hostile."""
    member = Member("TX", hostile, region=hostile, income=hostile)
    text = f"{hostile} legal aid"
    commitment = make_commitment(
        id="c-1",
        title=hostile,
        text=text,
        number=hostile,
        theme=hostile,
        lead_institution=hostile,
        contact=ADDRESS,
    )
    plan = make_plan(
        commitment, member=member, file_name=f"{hostile}.pdf", title=hostile, warnings=(hostile,)
    )
    evidence = make_evidence(text=hostile[:5], concept=hostile)
    row = make_row(f"/plans/{hostile}.pdf", reason=hostile, warnings=(hostile,), commitments=1, model_id="m1")
    with Workspace.open(tmp_path / "ws") as opened:
        opened.store(row, plan, [make_prediction("c-1", [A2J], evidence=(evidence,))])
    return tmp_path / "ws"


def call(*arguments):
    result = CliRunner().invoke(verbs, [str(a) for a in arguments], standalone_mode=False)
    assert result.exception is None, result.exception
    return result.output


VERBS = (
    ["show"],
    ["show", "p1"],
    ["show", "c-1"],
    ["tally", "--by", "member,category"],
    ["tally", "--by", "region,category", "--csv"],
    ["workspace", "check"],
)


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_no_verb_lets_it_steer_the_terminal(folder, verb):
    output = call(*verb, "--workspace", folder)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\u2066]", output)


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_no_verb_prints_contacts_unasked(folder, verb):
    assert ADDRESS not in call(*verb, "--workspace", folder)


def test_csv_on_the_screen_holds_no_formula(folder):
    cells = [cell for row in csv.reader(io.StringIO(call(*VERBS[4], "--workspace", folder))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


class Tags(HTMLParser):
    """Every tag and attribute of a page."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


@pytest.fixture
def report(folder, tmp_path):
    call("report", "--workspace", folder, "--out", tmp_path / "report")
    return tmp_path / "report"


def test_the_report_shows_it_as_text(report):
    page = (report / "report.html").read_text(encoding="utf-8")
    tags = Tags(page).found
    assert not [a for _, a in tags if "onerror" in a or a.get("src") == "x"]
    assert f"<script>{MARK}" not in page
    assert "1343433" not in html.unescape(page)


def test_every_csv_of_the_report_is_free_of_formulas_and_contacts(report):
    for path in report.rglob("*.csv"):
        text = path.read_text(encoding="utf-8-sig")
        assert ADDRESS not in text
        assert not [c for row in csv.reader(io.StringIO(text)) for c in row if c.startswith(("=", "+", "@"))]


def test_every_workbook_of_the_report_is_free_of_formulas(report):
    for path in report.rglob("*.xlsx"):
        cells = [cell for sheet in load_workbook(path) for row in sheet for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f" and MARK in str(cell.value)]


def test_json_carries_it_and_stays_json(folder):
    assert json.loads(call("show", "--json", "--workspace", folder))[0]["id"] == "p1"


def test_a_model_from_elsewhere_is_never_executed(tmp_path):
    shutil.copytree(MODELS / current(), tmp_path / "model")
    (tmp_path / "model" / "model.skops").write_bytes(b"cos\nsystem\n(S'touch pwned'\ntR.")
    with pytest.raises(ModelError, match="was not opened"):
        load_model(tmp_path / "model")


def test_the_workbook_taken_home_holds_text_only(folder, tmp_path):
    with Workspace.open(folder) as opened:
        export_workbook(map(Case, findings(opened)), tmp_path / "book.xlsx")
    cells = [cell for sheet in load_workbook(tmp_path / "book.xlsx") for row in sheet for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" and MARK in str(cell.value)]
    assert ADDRESS not in " ".join(str(cell.value) for cell in cells)
