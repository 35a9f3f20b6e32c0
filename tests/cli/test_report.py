"""report, trace, similar and import-ogp as a person types them, over the sample database."""

import csv
import json

import pytest
from click.testing import CliRunner
from factories import SAMPLES

from classifier.cli import verbs

DATABASE = SAMPLES / "ogp_database.csv"
MEMBERS = ("Kestovia", "Islas Corvinas", "Estado de Araçari")


def run(*arguments):
    return CliRunner().invoke(verbs, [str(one) for one in arguments])


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """Three invented members' plans of the sample database, classified."""
    folder = tmp_path_factory.mktemp("ws")
    members = [part for name in MEMBERS for part in ("--member", name)]
    result = run("import-ogp", DATABASE, "--workspace", folder, *members)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="module")
def report(workspace, tmp_path_factory):
    out = tmp_path_factory.mktemp("report")
    result = run(
        "report",
        "--workspace",
        workspace,
        "--year",
        "2022",
        "--irm",
        DATABASE,
        "--out",
        out,
        "--formats",
        "csv,json",
    )
    assert result.exit_code == 0, result.output
    return out


def rows(path):
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_importing_again_does_nothing(workspace):
    result = run("import-ogp", DATABASE, "--workspace", workspace, "--member", MEMBERS[0])
    assert "0 brought in" in result.output


def test_a_report_covers_years_without_pdfs(report):
    members = {row["member"] for row in rows(report / "commitments.csv")}
    assert members == set(MEMBERS)


def test_imported_commitments_join_their_own_rows_by_id(report):
    assert all(row["ogp_id"] for row in rows(report / "commitments.csv"))
    assert rows(report / "unjoined.csv") == []


def test_a_report_compares_itself_with_an_earlier_one(workspace, report, tmp_path):
    result = run(
        "report",
        "--workspace",
        workspace,
        "--previous",
        report,
        "--out",
        tmp_path,
        "--formats",
        "csv",
        "--language",
        "es",
    )
    assert result.exit_code == 0 and "compromisos" in result.output
    assert all(row["previous"] == row["now"] for row in rows(tmp_path / "changes.csv"))


def test_trace_lists_the_commitments_behind_a_figure(workspace, report):
    result = run(
        "trace", "overlap.justice_for_open_government", "--workspace", workspace, "--year", "2022", "--json"
    )
    listed = {row["id"] for row in json.loads(result.output)}
    recount = {
        row["id"]
        for row in rows(report / "commitments.csv")
        if [row[c] for c in ("access_to_justice", "open_justice_institutions", "justice_for_open_government")]
        == ["false", "false", "true"]
    }
    assert listed == recount and listed


def test_trace_of_an_unknown_figure_says_which_there_are(workspace):
    result = run("trace", "headline.nothing", "--workspace", workspace)
    assert result.exit_code == 1 and "access_to_justice" in result.output


def test_similar_lists_other_members_with_irm_results(workspace, report):
    target = next(row for row in rows(report / "commitments.csv") if row["any_justice"] == "true")
    result = run(
        "similar", target["id"], "--workspace", workspace, "--irm", DATABASE, "--limit", "3", "--json"
    )
    found = json.loads(result.output)
    assert len(found) == 3 and all(row["member"] != target["member"] and row["irm"] for row in found)


def test_similar_of_an_unknown_id_says_so(workspace):
    result = run("similar", "nothing", "--workspace", workspace)
    assert "No commitment 'nothing'" in str(result.exception)


@pytest.mark.parametrize(
    "options, said",
    [
        (["--formats", "pdf"], "html, docx"),
        (["--language", "xx"], "en, es, fr"),
        (["--irm", "none.csv"], "none.csv"),
    ],
)
def test_wrong_options_are_answered_with_the_right_ones(workspace, tmp_path, options, said):
    result = run("report", "--workspace", workspace, "--out", tmp_path / "r", *options)
    assert result.exit_code in (1, 2) and said in result.output


def test_years_must_be_years(workspace):
    result = run("import-ogp", DATABASE, "--workspace", workspace, "--years", "soon")
    assert result.exit_code == 2 and "2021-2023" in result.output


def test_an_empty_workspace_has_no_report(tmp_path):
    result = run("report", "--workspace", tmp_path / "ws", "--out", tmp_path / "r")
    assert result.exit_code == 1 and "ogp-justice run" in result.output
