"""Hostile text from a plan in every output: shown as text, never obeyed."""

import csv
import html
import io
import json
import re
import shutil
import zipfile
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from factories import A2J, make_commitment, make_evidence, make_plan, make_prediction, make_row
from openpyxl import load_workbook
from pyarrow import parquet
from review.desks import decide, load, make_client

from classifier.cli import verbs
from classifier.errors import ModelError
from classifier.pipeline import findings
from classifier.plans import Member
from classifier.predict import load_model
from classifier.predict.bundle import MODELS, current
from classifier.review.cases import Case
from classifier.review.desk import Desk
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
ADDRESS, PHONE = "wanda@harrowmere.example", "+99 555 0102 033"
CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"


def hostile_plan(name, hostile):
    """A plan, its ledger row and prediction in which every text a plan can bring is hostile."""
    member = Member(f"T{name[:2].upper()}", hostile, region=hostile, income=hostile)
    commitment = make_commitment(
        id=f"c-{name}",
        plan_id=f"p-{name}",
        title=f"{hostile} {ADDRESS}",
        text=f"{hostile} legal aid, write to {ADDRESS} or call {PHONE}",
        number=hostile,
        theme=hostile,
        lead_institution=f"{hostile} {ADDRESS}",
        contact=f"{ADDRESS} {PHONE}",
    )
    plan = make_plan(
        commitment,
        id=f"p-{name}",
        member=member,
        file_name=f"{hostile}.pdf",
        title=hostile,
        warnings=(f"{hostile} {ADDRESS}",),
    )
    row = make_row(
        f"/plans/{hostile}.pdf",
        reason=f"{hostile} {ADDRESS}",
        warnings=plan.warnings,
        commitments=1,
        model_id="m1",
        plan_id=plan.id,
        sha256=plan.sha256,
    )
    evidence = make_evidence(text=hostile[:5], concept=hostile)
    return row, plan, [make_prediction(commitment.id, [A2J], evidence=(evidence,))]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A workspace with a plan for each kind of hostile text."""
    where = tmp_path_factory.mktemp("hostile") / "ws"
    with Workspace.open(where) as opened:
        for name, hostile in HOSTILE.items():
            opened.store(*hostile_plan(name, hostile))
    return where


def call(*arguments):
    result = CliRunner().invoke(verbs, [str(a) for a in arguments], standalone_mode=False)
    assert result.exception is None, result.exception
    return result.output


VERBS = (
    ["show"],
    *(["show", f"{letter}-{name}"] for name in HOSTILE for letter in "pc"),
    ["tally", "--by", "member,category"],
    ["tally", "--by", "region,category", "--csv"],
    ["workspace", "check"],
    ["similar", "c-script"],
    ["trace", "headline.access_to_justice"],
)


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_no_verb_lets_it_steer_the_terminal(folder, verb):
    assert not re.search(CONTROL, call(*verb, "--workspace", folder))


def test_csv_on_the_screen_holds_no_formula(folder):
    text = call("tally", "--by", "region,category", "--csv", "--workspace", folder)
    assert formulas(csv.reader(io.StringIO(text))) == []


def formulas(rows):
    return [cell for row in rows for cell in row if str(cell).startswith(("=", "+", "@"))]


class Tags(HTMLParser):
    """Every tag and attribute of a page."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


@pytest.fixture(scope="module")
def report(folder, tmp_path_factory):
    where = tmp_path_factory.mktemp("report")
    call("report", "--workspace", folder, "--out", where)
    return where


def test_the_report_shows_it_as_text(report):
    page = (report / "report.html").read_text(encoding="utf-8")
    tags = Tags(page).found
    assert not [a for _, a in tags if "onerror" in a or a.get("src") == "x"]
    assert f"<script>{MARK}" not in page
    assert "1343433" not in html.unescape(page)
    assert not re.search(CONTROL, page)


def test_every_csv_of_the_report_is_free_of_formulas(report):
    files = list(report.rglob("*.csv"))
    assert files
    for path in files:
        assert formulas(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))) == []


def written_formulas(path):
    cells = [cell for sheet in load_workbook(path) for row in sheet for cell in row]
    return [cell for cell in cells if cell.data_type == "f" and MARK in str(cell.value)]


def test_every_workbook_of_the_report_is_free_of_formulas(report):
    assert written_formulas(report / "report.xlsx") == []


def test_the_document_shows_it_as_text(report):
    text = unpacked(report / "report.docx")
    assert MARK in text
    # Links lead to the plans' own files, nowhere else.
    targets = re.findall(f'Target="([^"]*{MARK}[^"]*)"', text)
    assert targets and not [target for target in targets if not target.startswith("../")]
    assert not re.search(f"<script>{MARK}|instrText[^<]*{MARK}", text)
    assert "1343433" not in text and not re.search(CONTROL, text)


def unpacked(path):
    """All text of one file of the report, out of archives and columns."""
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as archive:
            parts = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
            return "\n".join(archive.read(name).decode("utf-8") for name in parts)
    if path.suffix == ".parquet":
        return json.dumps(parquet.read_table(path).to_pylist(), ensure_ascii=False)
    return path.read_text(encoding="utf-8", errors="replace")


def test_no_file_of_the_report_holds_a_contact(report):
    files = {path.suffix: path for path in report.rglob("*") if path.is_file()}
    assert {".html", ".docx", ".xlsx", ".csv", ".json", ".parquet"} <= set(files)
    for path in report.rglob("*.*"):
        text = html.unescape(unpacked(path))
        assert ADDRESS not in text and PHONE not in text, path.name


def test_sql_in_text_is_text(folder):
    with Workspace.open(folder) as opened:
        assert opened.commitment("c-sql").title.startswith(HOSTILE["sql"])
        assert len(opened.plans()) == len(HOSTILE)


def test_json_carries_it_and_stays_json(folder):
    shown = json.loads(call("show", "--json", "--workspace", folder))
    assert {plan["id"] for plan in shown} == {f"p-{name}" for name in HOSTILE}


def test_a_model_from_elsewhere_is_never_executed(tmp_path):
    shutil.copytree(MODELS / current(), tmp_path / "model")
    (tmp_path / "model" / "model.skops").write_bytes(b"cos\nsystem\n(S'touch pwned'\ntR.")
    with pytest.raises(ModelError, match="was not opened"):
        load_model(tmp_path / "model")


def test_the_workbook_taken_home_holds_text_only(folder, tmp_path):
    with Workspace.open(folder) as opened:
        export_workbook(map(Case, findings(opened)), tmp_path / "book.xlsx")
    assert written_formulas(tmp_path / "book.xlsx") == []


DESK_PAGES = (
    "/queue?state=all",
    "/plans",
    "/progress",
    "/agreement",
    "/disagreements",
    *(f"/{page}/{letter}-{name}" for name in HOSTILE for page, letter in (("read", "c"), ("plans", "p"))),
    *(f"/{page}" for name in HOSTILE for page in (f"history/c-{name}", f"plans/p-{name}/split")),
)

NO_TEXT = {"/progress", "/agreement", "/disagreements"}


@pytest.fixture(scope="module")
def client(folder):
    with Workspace.open(folder) as opened:
        yield make_client(Desk(opened, load))


@pytest.mark.parametrize("address", DESK_PAGES)
def test_no_page_of_the_desk_obeys_it(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert MARK in answer.text or address in NO_TEXT
    assert not [a for _, a in Tags(answer.text).found if "onerror" in a or a.get("src") == "x"]
    assert f"<script>{MARK}" not in answer.text
    assert "1343433" not in answer.text and not re.search(CONTROL, answer.text)


def test_a_search_for_it_is_a_search(client):
    for hostile in HOSTILE.values():
        answer = client.get("/queue", query_string={"state": "all", "text": hostile})
        assert answer.status_code == 200
        assert not [a for _, a in Tags(answer.text).found if "onerror" in a]


def test_what_an_analyst_brings_in_is_text_too(client):
    for hostile in HOSTILE.values():
        answer = decide(client, "c-sql", "none", comment=hostile)
        assert answer.status_code in (302, 303, 400)
    page = client.get("/history/c-sql").text
    assert MARK in page
    assert not [a for _, a in Tags(page).found if "onerror" in a]
