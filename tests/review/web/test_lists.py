import pytest
from factories import A2J, JOG, make_decision
from review.desks import decide, make_client, make_desk, token_of

from classifier.review.doubts import TITLES
from classifier.review.web.lists import load_codebook
from classifier.taxonomy import RULES, JusticeCategory


def test_the_queue_lists_what_is_left(client):
    page = client.get("/queue").text
    assert "Legal aid in villages" in page and "Bus timetables" not in page
    assert "Read these 3" in page


def test_the_queue_can_be_narrowed_to_nothing(client):
    assert "No commitment fits" in client.get("/queue?language=xx").text


def test_the_sample_is_listed_blind(client):
    page = client.get("/queue?state=audit").text
    assert "Bus timetables" in page and "audit sample, blind" in page and "not shown" in page


def test_long_lists_come_in_sheets(tmp_path):
    client = make_client(make_desk(tmp_path, [f"Publish list {n}" for n in range(120)]))
    assert "sheet 1 of 3" in client.get("/queue").text
    last = client.get("/queue?sheet=3").text
    assert last.count("/read/c") == 20


def test_plans_count_what_stands_and_hide_the_sample(client, desk):
    decide(client, "c1", "access_to_justice")
    page = client.get("/plans/p1").text
    assert "Telmara" in page and "decided" in page and "not shown" in page


def test_an_unknown_plan_is_said(client):
    assert client.get("/plans/nowhere").status_code == 404


def test_the_history_of_a_label_names_every_step(client, desk):
    decide(client, "c1", "none", comment="first")
    decide(client, "c1", "access_to_justice", comment="second")
    client.post("/undo", data={"token": token_of(client)})
    page = client.get("/history/c1").text
    assert "first" in page and "second" in page and "taken back" in page


def test_the_codebook_has_every_category_and_rule(client):
    book = load_codebook()
    assert set(book["category"]) == set(JusticeCategory)
    assert tuple(rule["name"] for rule in book["rule"]) == RULES
    assert all(f'id="{name}"' in client.get("/codebook").text for name in RULES)


def test_every_reason_can_be_filtered_by(client):
    page = client.get("/queue").text
    assert all(f'value="{name}"' in page for name in TITLES)


def test_progress_counts_today(client, desk):
    decide(client, "c1", "none")
    decide(client, "c2", "none")
    client.post("/undo", data={"token": token_of(client)})
    page = client.get("/progress").text
    assert '<b class="big">1</b> decision by ana' in page and "1 of 4" in page


def test_the_share_read_twice_is_set_and_checked(client, desk):
    form = {"token": token_of(client), "share": "20"}
    assert client.post("/second", data=form).status_code == 303
    assert desk.second_share == 0.2
    assert client.post("/second", data=form | {"share": "200"}).status_code == 400


def test_decisions_leave_as_json_lines(client):
    decide(client, "c1", "none")
    answer = client.get("/decisions.jsonl")
    assert answer.mimetype == "application/x-ndjson" and '"commitment_id": "c1"' in answer.text


@pytest.fixture
def differing(desk):
    for analyst, codes in (("ana", [A2J]), ("ben", [JOG])):
        desk.workspace.decide(make_decision(codes, analyst, commitment_id="c1", comment=f"{analyst}'s view"))
    return desk


def test_disagreements_stand_beside_each_other(differing, client):
    page = client.get("/disagreements").text
    assert "ana&#39;s view" in page and "ben&#39;s view" in page


def test_a_disagreement_is_settled_once(differing, client):
    form = {"token": token_of(client), "category": "justice_for_open_government", "comment": "B21"}
    for _ in range(2):
        assert client.post("/adjudicate/c1", data=form).status_code == 303
    assert differing.case("c1").categories == {JOG}
    assert "settled by now" in client.get("/disagreements").text


@pytest.mark.parametrize("codes", [[], ["none", "access_to_justice"]])
def test_a_settlement_needs_a_clear_choice(differing, client, codes):
    assert (
        client.post("/adjudicate/c1", data={"token": token_of(client), "category": codes}).status_code == 400
    )
    assert differing.case("c1").disputed


def test_agreement_is_shown_by_category(differing, client):
    page = client.get("/agreement").text
    assert "Gwet" in page and "1 commitment read by two people" in page
    assert "ana and ben" in client.get("/agreement?first=ana&second=ben").text


def test_without_second_readings_agreement_says_what_to_do(client):
    assert "Choose a share" in client.get("/agreement").text


def test_theme_and_keys_are_remembered(client):
    token = token_of(client)
    client.post("/settings", data={"token": token, "theme": "dark", "keys": "no"})
    page = client.get("/queue").text
    assert 'data-theme="dark"' in page and 'data-keys="off"' in page
    client.post("/settings", data={"token": token, "theme": "odd"})
    assert 'data-theme="dark"' in client.get("/queue").text


def test_a_run_meanwhile_can_be_taken_up(client, desk):
    from factories import make_commitment, make_plan, make_row

    plan = make_plan(make_commitment(id="new", plan_id="p9", title="Brand new"), id="p9")
    desk.workspace.store(make_row("/plans/new.pdf", plan_id="p9"), plan)
    assert "A run has changed this workspace" in client.get("/queue").text
    client.post("/reload", data={"token": token_of(client), "back": "/queue"})
    page = client.get("/queue").text
    assert "Brand new" in page and "A run has changed" not in page


def test_similar_commitments_leave_out_what_must_stay_hidden(desk):
    asked = []

    def alike(target, findings):
        asked.extend(finding.commitment.id for finding in findings)
        return [(desk.case("c2").finding, 0.75)]

    client = make_client(desk, similar=alike)
    page = client.get("/similar/c1").text
    assert "Open court data" in page and "75%" in page
    assert "c4" not in asked and client.get("/similar/c4").status_code == 404
    assert "/similar/c1" in client.get("/read/c1").text and "/similar/" not in client.get("/read/c4").text
