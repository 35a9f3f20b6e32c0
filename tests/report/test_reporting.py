"""From a workspace and files beside it to figures: links, versions, drafts, concepts."""

from hashlib import sha256
from pathlib import Path

import pytest
from factories import A2J, SAMPLES, TELMARA, make_commitment, make_finding, make_plan, make_row
from workspaces import decide, fill, made_workspace

from classifier.errors import InputError, UnknownId
from classifier.plans import Edition
from classifier.reporting import concepts, figures_of, irm_words, links, most_similar
from classifier.workspace import Workspace

DATABASE = SAMPLES / "ogp_database.csv"


@pytest.fixture
def opened(tmp_path):
    with Workspace.open(tmp_path / "ws") as workspace:
        yield fill(workspace)


def test_links_lead_from_the_report_to_the_files_as_they_were_read(tmp_path):
    rows = [make_row("/plans/my plan.pdf", plan_id="p1")]
    assert links(rows, "", Path("/reports/2023")) == {"p1": "../../plans/my%20plan.pdf"}


def test_links_lead_where_the_plans_are_published():
    rows = [make_row("/plans/my plan.pdf", plan_id="p1")]
    assert links(rows, "https://plans.example/all/", None) == {
        "p1": "https://plans.example/all/my%20plan.pdf"
    }


@pytest.mark.parametrize(
    "row", [make_row("/plans/a.pdf", "damaged"), make_row("base.csv#ogp-x-1", plan_id="p9")]
)
def test_what_is_no_pdf_that_was_read_has_no_link(row):
    assert links([row], "", None) == {}


def test_figures_name_the_database_and_its_fingerprint(opened):
    made = figures_of(opened, irm=[DATABASE])
    digest = sha256(DATABASE.read_bytes()).hexdigest()[:12]
    assert made.versions["database"] == f"ogp_database.csv ({digest})"
    assert made.versions["program"] and made.versions["code"]


def test_without_a_database_nothing_is_joined(opened):
    made = figures_of(opened)
    assert made.versions["database"] == "" and made.table("irm").rows == ()


def test_a_draft_takes_no_row_from_the_final_plan(opened):
    draft = make_plan(
        make_commitment("Free legal aid in the valleys", id="d-1", plan_id="d"),
        id="d",
        member=TELMARA,
        edition=Edition.DRAFT,
    )
    opened.store(make_row("/plans/draft.pdf", plan_id="d"), draft, [])
    made = figures_of(opened)
    assert "d-1" not in {record["id"] for record in made.records}
    assert any("draft.pdf" in warning or "d.pdf" in warning for warning in made.warnings)


def test_the_database_must_be_one(opened, tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match=r"other\.csv has none of the known column heads"):
        figures_of(opened, irm=[path])


def test_an_earlier_report_must_be_one(opened, tmp_path):
    with pytest.raises(InputError, match="no earlier report"):
        figures_of(opened, previous=tmp_path)


def test_decisions_reach_the_figures(tmp_path):
    folder = made_workspace(tmp_path / "ws")
    decide(folder, "p1-3", [A2J])
    with Workspace.open(folder) as workspace:
        row = figures_of(workspace).table("headline").row(A2J)
    assert (row["decided"], row["predicted"]) == (1, 1)


def test_concepts_have_the_same_names_in_every_language():
    english = make_finding([A2J], text="We will give free legal aid.", language="en")
    spanish = make_finding([A2J], text="Daremos asistencia jurídica gratuita.", language="es")
    found = concepts([english, spanish])
    assert found[english.commitment.id] & found[spanish.commitment.id]


def test_the_most_similar_are_of_other_members(opened):
    target, found = most_similar(opened, "p1-1")
    assert target.commitment.id == "p1-1"
    assert {one.finding.commitment.id for one in found} == {"p2-1"}


def test_ordinary_commitments_are_compared_only_where_asked(opened):
    _, found = most_similar(opened, "p1-1", every=True)
    assert {one.finding.commitment.id for one in found} == {"p2-1", "p2-2"}


def test_no_more_are_listed_than_asked_for(opened):
    assert len(most_similar(opened, "p1-1", every=True, limit=1)[1]) == 1


def test_an_unknown_commitment_is_refused(opened):
    with pytest.raises(UnknownId):
        most_similar(opened, "nothing")


def test_results_in_words_only_for_what_is_in_the_files():
    assert irm_words([make_finding([A2J])], [DATABASE]) == {}
    assert irm_words([make_finding([A2J])], []) == {}
