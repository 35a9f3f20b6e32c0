"""Correcting a split in the browser, and what an analyst may do wrong."""

import pytest
from factories import A2J, KeywordModel, make_commitment, make_decision
from review.desks import decide, fill, load, make_client, token_of
from review.web.conftest import with_pdf

from classifier import pipeline
from classifier.review.desk import Desk
from classifier.review.web.correcting import places

TEXT = "We will open legal aid houses.\nA second promise begins here.\nIt goes on."


def correct(workspace, correction):
    pipeline.correct(workspace, correction, KeywordModel())


@pytest.fixture
def workspace(tmp_path, pdf):
    return with_pdf(fill(tmp_path, ("First", "Second", "Third"), texts=[TEXT, "Two.", "Three."]), pdf)


@pytest.fixture
def desk(workspace):
    return Desk(workspace, load)


@pytest.fixture
def client(desk):
    return make_client(desk, correct=correct)


def mend(client, kind, commitment="c1", **more):
    form = {"token": token_of(client), "kind": kind, "commitment": commitment} | more
    return client.post("/plans/p1/correct", data=form, follow_redirects=True).text


def titles(desk):
    return [c.title for c in desk.workspace.plan("p1").commitments]


def test_places_are_lines_after_the_first():
    found = places(make_commitment(text=" one\n  two\n\nthree"))
    assert [(place.offset, place.text) for place in found] == [(7, "two"), (12, "three")]


def test_a_title_is_mended(client, desk):
    assert "Kept: rename" in mend(client, "rename", title="Legal aid houses")
    assert titles(desk) == ["Legal aid houses", "Second", "Third"]


def test_two_become_one(client, desk):
    mend(client, "merge", "c1")
    assert titles(desk) == ["First", "Third"]


def test_one_becomes_two(client, desk):
    page = mend(client, "split", offset=str(TEXT.index("A second")), title="")
    assert titles(desk) == ["First", "A second promise begins here.", "Second", "Third"]
    assert "A second promise begins here." in page
    assert len(desk.cases()) == 4


def test_what_is_no_commitment_goes_and_can_come_back_by_its_log(client, desk):
    mend(client, "drop", "c2")
    assert titles(desk) == ["First", "Third"]
    assert [one.kind for one in desk.workspace.corrections("p1")] == ["drop"]
    assert "Take back" in client.get("/plans/p1/split").text


def test_decisions_stay_with_what_was_not_touched(client, desk):
    decide(client, "c1", "access_to_justice")
    mend(client, "drop", "c2")
    assert desk.case("c1").categories == {A2J} and desk.case("c1").decided


@pytest.mark.parametrize(
    ("kind", "more", "said"),
    [
        ("split", {}, "Choose the line"),
        ("split", {"offset": "0"}, "would be empty"),
        ("merge", {"commitment": "c3"}, "Nothing follows"),
        ("rename", {"title": "  "}, "needs a title"),
        ("drop", {"commitment": "gone"}, "changed meanwhile"),
        ("undo", {"correction": "gone"}, "not here any more"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(client, desk, kind, more, said):
    assert said in mend(client, kind, **more)
    assert titles(desk) == ["First", "Second", "Third"]


def test_an_unknown_kind_is_refused(client):
    form = {"token": token_of(client), "kind": "burn"}
    assert client.post("/plans/p1/correct", data=form).status_code == 400


def test_a_desk_that_cannot_correct_shows_and_says_so(desk):
    page = make_client(desk).get("/plans/p1/split").text
    assert "cannot change it" in page and "Merge" not in page


def test_a_split_is_corrected_in_the_browser(workspace, desk, serve, open_page):
    workspace.decide(make_decision([A2J], commitment_id="c3"))
    page = open_page(serve(workspace, correct=correct) + "/read/c1?state=all")
    page.keyboard.press("s")
    page.wait_for_url("**/split#at-1")
    page.get_by_text("Split in two").first.click()
    page.get_by_label("A second promise").check()
    page.get_by_role("button", name="Split", exact=True).click()
    page.locator("#messages", has_text="Kept: split").wait_for()
    page.get_by_role("button", name="Merge with the next").nth(2).click()
    page.locator("#messages", has_text="Kept: merge").wait_for()
    assert titles(desk) == ["First", "A second promise begins here.", "Second"]
    assert page.locator(".cut h2").all_inner_texts() == titles(desk)
