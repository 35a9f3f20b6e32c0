"""The table of hostile files: each ends with its outcome, and costs nobody else."""

import re
from pathlib import Path

import pytest
from factories import SAMPLES, KeywordModel
from hostile_files import FILES

from classifier.fences import Fence
from classifier.inputs import gather
from classifier.pipeline import Bounds, process
from classifier.tasks import plan_tasks
from classifier.workspace import Workspace
from classifier.workspace.checks import problems

GOOD = SAMPLES / "valdore_2018-2020_fr.pdf"
BOUNDS = Bounds(Fence(seconds=60, memory=2**30))
TABLE = Path(__file__).parents[2] / "docs" / "reliability.md"


def file_name(name):
    return re.sub(r"\W+", "-", name) + ".pdf"


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    """Every hostile file and a good one, run together: ledger rows by file name, and the workspace."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (make, _) in FILES.items():
        (folder / file_name(name)).write_bytes(make())
    (folder / "good.pdf").write_bytes(GOOD.read_bytes())
    with Workspace.open(tmp_path_factory.mktemp("ws")) as workspace:
        tasks = plan_tasks(gather([folder]), workspace, KeywordModel.id)
        rows = list(process(tasks, workspace, KeywordModel(), jobs=2, bounds=BOUNDS))
        yield {Path(row.path).name: row for row in rows}, workspace


@pytest.mark.parametrize("name", FILES)
def test_each_ends_with_its_outcome(ended, name):
    row = ended[0][file_name(name)]
    assert row.outcome in FILES[name][1], row.reason
    assert row.reason


def test_the_good_file_among_them_is_read(ended):
    assert ended[0]["good.pdf"].outcome == "read"
    assert ended[0]["good.pdf"].commitments == 9


def test_every_file_is_accounted_for_once(ended):
    rows, workspace = ended
    assert len(workspace.files()) == len(FILES) + 1 == len(rows)
    assert problems(workspace.engine) == []


def test_reasons_say_what_to_do(ended):
    advice = "again|[Rr]aise|Save|Split|Print|[Ll]ook|Download|install|use"
    assert all(re.search(advice, row.reason) for row in ended[0].values() if row.outcome != "read")


def test_the_table_in_the_docs_is_this_one():
    section = TABLE.read_text(encoding="utf-8").partition("## Hostile files")[2].partition("\n## ")[0]
    told = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", section, re.MULTILINE))
    assert set(told) - {"file", "---"} == set(FILES)
    for name, (_, outcomes) in FILES.items():
        assert set(re.findall(r"`(.+?)`", told[name])) == outcomes
