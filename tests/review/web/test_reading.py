import re

import pytest
from factories import A2J, JOG
from review.desks import decide, fill, load, make_client, make_desk, token_of

from classifier.review.desk import Desk

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)"> \u202eevil\u202c {{7*7}} " onmouseover="x'


def ticked(page):
    return re.findall(r'name="category" value="(\w+)"[^>]* checked', page)


def test_the_start_is_the_first_of_the_queue(client, desk):
    answer = client.get("/")
    assert answer.status_code == 302 and answer.location.startswith("/read/c")


def test_what_the_model_thinks_is_ticked_to_accept(client):
    assert ticked(client.get("/read/c1").text) == ["access_to_justice"]
    assert ticked(client.get("/read/c2").text) == ["none"]


def test_a_decision_is_stored_before_the_next_shows(client, desk):
    answer = decide(client, "c1", "justice_for_open_government", comment="p. 2")
    assert answer.status_code == 303 and "/read/c1" not in answer.location
    assert desk.workspace.decisions("c1")[0].categories == {JOG}
    assert "Stored: JOG" in client.get(answer.location).text


def test_the_filter_goes_along(client):
    answer = client.post("/decide/c1?language=en", data={"token": token_of(client), "category": "none"})
    assert "language=en" in answer.location


@pytest.mark.parametrize(
    ("codes", "problem"),
    [([], "Choose 1, 2, 3 or 0"), (["none", "access_to_justice"], "not both"), (["odd"], "Choose 1")],
)
def test_an_unclear_choice_is_sent_back_and_not_stored(client, desk, codes, problem):
    answer = decide(client, "c1", *codes)
    assert answer.status_code == 400 and problem in answer.text
    assert desk.workspace.decisions() == []


def test_unsure_needs_no_choice(client, desk):
    decide(client, "c1", verdict="unsure")
    assert desk.workspace.decisions("c1")[0].categories is None


def test_undo_shows_the_case_again(client, desk):
    decide(client, "c1", "none")
    answer = client.post("/undo", data={"token": token_of(client)})
    assert answer.location == "/read/c1"
    assert not desk.case("c1").decided


def test_nothing_to_undo_is_said(client):
    page = client.post("/undo", data={"token": token_of(client)}, follow_redirects=True).text
    assert "Nothing to undo" in page


def test_the_audit_sample_shows_nothing_of_the_model(client):
    page = client.get("/read/c4?state=audit").text
    assert "read blind" in page and 'class="scores"' not in page and "<mark" not in page
    assert ticked(page) == []


def test_a_decided_sample_may_be_seen(client):
    decide(client, "c4", "none")
    assert 'class="scores"' in client.get("/read/c4").text


def test_the_model_can_be_hidden_and_shown_again(client):
    form = {"token": token_of(client), "hide_model": "yes", "back": "/read/c1"}
    page = client.post("/settings", data=form, follow_redirects=True).text
    assert 'class="scores"' not in page and ticked(page) == []
    page = client.post("/settings", data=form | {"hide_model": "no"}, follow_redirects=True).text
    assert 'class="scores"' in page


def test_who_reads_second_does_not_see_what_the_first_decided(tmp_path):
    desk = make_desk(tmp_path)
    desk.second_share = 1.0
    decide(make_client(desk, "ben"), "c2", "justice_for_open_government", comment="telling")
    page = make_client(desk).get("/read/c2?state=second").text
    assert "Someone has read this before you" in page
    assert "telling" not in page and ticked(page) == ["none"]


def test_two_who_differ_are_told(client, desk):
    decide(make_client(desk, "ben"), "c1", "none")
    answer = decide(client, "c1", "access_to_justice")
    assert "Both are kept" in client.get(answer.location).text


def test_the_end_of_a_list_is_said(client):
    assert "Nothing left" in client.get("/?text=nowhere", follow_redirects=True).text


def test_an_unknown_commitment_is_a_page_that_says_so(client):
    answer = client.get("/read/nowhere")
    assert answer.status_code == 404 and "merged or dropped" in answer.text


def test_hostile_text_is_never_markup(tmp_path):
    workspace = fill(tmp_path, (HOSTILE,), texts=[HOSTILE])
    client = make_client(Desk(workspace, load))
    decide(client, "c1", "none", comment=HOSTILE)
    for address in ("/read/c1", "/queue?state=all", "/plans/p1", "/plans/p1/split", "/history/c1"):
        page = client.get(address).text
        assert "<script>alert" not in page and "<img src=x" not in page and 'onmouseover="x' not in page
        assert "{{7*7}}" in page


def test_a_missing_pdf_is_a_placeholder_that_says_so(client):
    answer = client.get("/picture/c1/1.jpg")
    assert answer.mimetype == "image/svg+xml" and "No picture of this page" in answer.text
    assert client.get("/outline/c1/1.svg").status_code == 404


def test_a_comment_is_kept_up_to_its_limit(client, desk):
    decide(client, "c1", "none", comment="x" * 9000)
    assert len(desk.workspace.decisions()[0].comment) == 4000


def test_a_decision_sent_twice_is_stored_once(client, desk):
    for _ in range(2):
        decide(client, "c1", "access_to_justice", decision="d" * 32)
    assert len(desk.workspace.decisions()) == 1
    assert desk.case("c1").categories == {A2J}
