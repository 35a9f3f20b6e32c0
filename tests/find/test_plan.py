import re

import pytest
from factories import SAMPLES
from pdfs import Pages

from classifier.errors import NoCommitments, NotAPlan
from classifier.extract import extract_document
from classifier.find import find_plan, render_html
from classifier.plans import Edition, FieldName


@pytest.fixture(scope="module")
def document():
    return extract_document(SAMPLES / "arvenia_2019-2021_en.pdf")


@pytest.fixture(scope="module")
def plan(document):
    return find_plan(document, hints={"member": "Arvenia"})


def titled(title, tmp_path):
    pages = Pages().text(50, 100, title, 24, bold=True).next()
    for at in range(1, 5):
        pages.text(50, 100, f"Commitment {at}: Open well number {at}", 14, bold=True)
        pages.prose(50, 140, lines=12).next()
    return extract_document(pages.prose(50, 100).write(tmp_path / "file.pdf"))


def test_the_users_word_on_the_member_wins(plan):
    assert plan.member.name == "Arvenia"
    assert (plan.starts, plan.ends, plan.edition) == (2019, 2021, Edition.FINAL)


def test_ids_come_from_content(document, plan):
    again = find_plan(document)
    assert [c.id for c in again.commitments] == [c.id for c in plan.commitments]
    assert plan.commitments[3].id == f"{plan.id}-004-4"


def test_contact_details_stand_apart(plan):
    commitment = plan.commitments[3]
    assert "help@legalaid.example.org" in commitment.contact
    assert "@" not in commitment.text


def test_fields_are_spans_of_the_text(plan):
    commitment = plan.commitments[3]
    assert commitment.field_text(FieldName.LEAD) == "Legal Aid Agency"
    assert commitment.field_text(FieldName.PROBLEM).startswith("Lawyers work in five towns")


def test_every_commitment_knows_pages_and_boxes(plan):
    assert all(len(c.pages) == len(c.boxes) > 0 for c in plan.commitments)


@pytest.mark.parametrize("title", ["Self-Assessment Report 2019", "IRM Progress Report"])
def test_another_kind_of_document_is_said_to_be_one(title, tmp_path):
    with pytest.raises(NotAPlan, match=re.escape(title)):
        find_plan(titled(title, tmp_path))


def test_the_user_may_insist(tmp_path):
    found = find_plan(titled("IRM Progress Report", tmp_path), hints={"kind": "action plan"})
    assert len(found.commitments) == 4


@pytest.mark.parametrize(
    ("title", "edition"), [("Draft action plan", Edition.DRAFT), ("Plan 2020: Addendum", Edition.ADDENDUM)]
)
def test_the_edition_is_read_from_the_cover(title, edition, tmp_path):
    assert find_plan(titled(title, tmp_path)).edition is edition


def test_a_text_without_commitments_is_refused(tmp_path):
    document = extract_document(Pages().prose(50, 100, lines=30).write(tmp_path / "a.pdf"))
    with pytest.raises(NoCommitments, match="ogp-justice find"):
        find_plan(document)


def test_a_wrong_announcement_is_a_warning(tmp_path):
    found = find_plan(titled("Our plan makes nine commitments", tmp_path))
    assert any("speaks of 9 commitments; 4 were found" in warning for warning in found.warnings)


def test_the_pages_are_shown_with_outlines(document, plan):
    html = render_html(plan, document)
    assert html.count("<figure") == len(document.pages)
    assert "Legal help within an hour&#39;s journey" in html
