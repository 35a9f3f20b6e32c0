"""The desk driven in a browser, as an analyst would: by keys, by mouse, by two at once."""

import pytest
from factories import A2J, JOG, OJI
from review.desks import fill
from review.web.conftest import with_pdf

from classifier.review.settle import AUDIT, UNDO

TITLES = (
    "Legal aid in villages",
    "Open court data",
    "Publish the budget",
    "Bus timetables",
    "Whistleblower channel",
)


@pytest.fixture
def workspace(tmp_path, pdf):
    return with_pdf(fill(tmp_path, TITLES), pdf)


@pytest.fixture
def page(workspace, serve, open_page):
    return open_page(serve(workspace))


def title(page):
    return page.locator("#case-title").inner_text()


def press(page, *keys):
    """Press keys one after another; after one that moves on, wait until the next case stands there."""
    for key in keys:
        if key == "h":
            with page.expect_navigation():
                page.keyboard.press(key)
        elif key in ("Enter", "u", "z", "j", "k") and not in_field(page):
            turn = int(page.locator("body").get_attribute("data-turn") or 0)
            page.keyboard.press(key)
            page.locator(f"body[data-turn='{turn + 1}']").wait_for()
        else:
            page.keyboard.press(key)


def in_field(page):
    return page.evaluate("document.activeElement.matches('textarea, input[type=search]')")


def says(page, words):
    """Wait until the desk says something."""
    page.locator("#messages", has_text=words).wait_for()


def above(page, value, least):
    """Wait until a number is above another; the desk's policy forbids Playwright's own waiting."""
    for _ in range(200):
        if page.evaluate(value) > least:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{value} stays at {least} or below")


def loaded(page, id, wider):
    """Wait until a picture is there, wider than so many pixels."""
    above(page, f"document.getElementById('{id}').naturalWidth", wider)


def votes(workspace):
    return [(d.commitment_id, d.categories) for d in workspace.decisions() if d.reason != UNDO]


def ticked(page):
    return page.locator("#decide input:checked").evaluate_all("boxes => boxes.map(box => box.value)")


def test_a_session_by_keyboard_alone(page, workspace):
    press(page, "1", "2", "Enter")
    press(page, "3", "c")
    page.keyboard.type("see the milestones")
    press(page, "Enter", "Enter", "u", "Enter", "0", "Enter")
    made = {d.commitment_id: d for d in workspace.decisions()}
    assert len(made) == 5
    assert page.url.endswith("/done")
    assert [d.comment for d in made.values() if d.comment] == ["see the milestones"]
    assert sum(d.categories is None for d in made.values()) == 1


def test_keys_toggle_and_none_excludes_the_rest(page):
    press(page, "1")
    first = ticked(page)
    press(page, "1", "2", "3")
    assert "open_justice_institutions" in ticked(page)
    press(page, "0")
    assert ticked(page) == ["none"]
    press(page, "2")
    assert ticked(page) == ["open_justice_institutions"]
    assert first != ["none"]


def test_enter_accepts_what_the_model_proposes(page, workspace):
    while title(page) != "Legal aid in villages":
        press(page, "j")
    press(page, "Enter")
    assert votes(workspace) == [("c1", frozenset({A2J}))]


def test_undo_walks_back(page, workspace):
    first = title(page)
    press(page, "0", "Enter", "0", "Enter", "z", "z")
    assert title(page) == first
    assert sum(d.reason == UNDO for d in workspace.decisions()) == 2
    assert "Taken back" in page.locator("#messages").inner_text()


def test_j_and_k_move_without_deciding(page, workspace):
    first = title(page)
    press(page, "j")
    second = title(page)
    press(page, "k")
    assert title(page) == first != second
    assert workspace.decisions() == []


def test_the_next_is_announced_and_has_the_focus(page):
    press(page, "0", "Enter")
    said = page.locator("#said").inner_text()
    assert "Stored: none" in said and f"Next: {title(page)}" in said
    assert page.evaluate("document.activeElement.id") == "case-title"


def test_everything_also_by_mouse(page, workspace):
    page.get_by_label("JOG Justice for open government").check(force=True)
    page.locator("#comment").fill("by mouse")
    page.get_by_role("button", name="Accept").click()
    says(page, "Stored")
    (decision,) = workspace.decisions()
    assert JOG in decision.categories and decision.comment == "by mouse"
    page.get_by_role("button", name="Undo").click()
    says(page, "Taken back")


def test_without_javascript_a_form_is_enough(workspace, serve, open_page):
    page = open_page(serve(workspace), java_script_enabled=False)
    page.get_by_role("button", name="Accept").click()
    assert "Stored" in page.locator("#messages").inner_text()
    assert len(workspace.decisions()) == 1


def test_filters_narrow_and_stay(page):
    page.get_by_role("link", name="Queue").click()
    page.get_by_label("Category").select_option("access_to_justice")
    page.wait_for_url("**category=access_to_justice**")
    assert page.locator("table.list tbody tr").count() == 1
    page.get_by_role("link", name="Read these 1").click()
    assert title(page) == "Legal aid in villages"
    press(page, "Enter")
    assert "/done" in page.url and "category=access_to_justice" in page.url


def test_search_from_anywhere(page):
    press(page, "/")
    page.keyboard.type("BÚDGET")
    page.keyboard.press("Enter")
    page.wait_for_url("**/queue**")
    assert page.locator("table.list .title").inner_text() == "Publish the budget"


def test_hidden_scores_come_back_after_the_decision(page):
    page.goto(page.url.split("/read")[0] + "/read/c1?state=all")
    press(page, "h")
    assert page.locator(".scores").count() == 0 and ticked(page) == []
    assert "The model is hidden" in page.locator(".blind").inner_text()
    press(page, "Enter")
    assert "Choose 1, 2, 3 or 0" in page.locator("#problem").inner_text()
    press(page, "1", "Enter", "k")
    assert title(page) == "Legal aid in villages"
    assert page.locator(".scores").count() == 1


def test_the_audit_sample_is_read_blind(tmp_path, pdf, serve, open_page):
    workspace = fill(tmp_path, TITLES, audit=(1, 2))
    page = open_page(serve(with_pdf(workspace, pdf)) + "/?state=audit")
    for _ in range(2):
        assert page.locator(".scores, mark, .reasons").count() == 0 and ticked(page) == []
        press(page, "2", "Enter")
    assert "/done" in page.url
    assert [d.reason for d in workspace.decisions()] == [AUDIT, AUDIT]


def test_two_analysts_are_given_different_commitments(workspace, serve, open_page):
    ana, ben = open_page(serve(workspace, "ana")), open_page(serve(workspace, "ben"))
    assert title(ana) != title(ben)
    for _ in range(2):
        press(ana, "2", "Enter")
        press(ben, "0", "Enter")
    made = workspace.decisions()
    assert len({d.commitment_id for d in made}) == len(made) == 4


def test_two_who_differ_settle_it(workspace, serve, open_page):
    ana, ben = open_page(serve(workspace, "ana")), open_page(serve(workspace, "ben"))
    for page, key in ((ana, "2"), (ben, "3")):
        page.goto(page.url.split("/read")[0] + "/read/c3?state=all")
        press(page, key, "Enter")
    assert "differ" in ben.locator("#messages").inner_text()
    ben.get_by_role("link", name="Disagreements").click()
    assert ben.locator(".vote .voter").all_inner_texts()[:2] != []
    ben.locator(".settle .choice.OJI").click()
    ben.get_by_role("button", name="Settle").click()
    says(ben, "Settled")
    assert workspace.decisions("c3")[-1].categories == {OJI}
    ben.get_by_role("link", name="Agreement", exact=True).click()
    assert "1 commitment read by two people" in ben.locator("main").inner_text()
    assert ben.locator("table.agreement tbody tr").count() == 4


def test_a_half_made_choice_outlives_the_browser_tab(page):
    here, before = page.url, ticked(page)
    press(page, "3", "c")
    page.keyboard.type("half a thought")
    page.goto("about:blank")
    page.goto(here)
    assert "justice_for_open_government" in ticked(page) and ticked(page) != before
    assert page.locator("#comment").input_value() == "half a thought"


def test_keys_can_be_turned_off(page, workspace):
    press(page, "?")
    page.wait_for_url("**/help")
    page.get_by_role("button", name="Turn single keys off").click()
    page.get_by_role("link", name="Read").first.click()
    before = ticked(page)
    press(page, "1")
    assert ticked(page) == before


def test_the_commitment_is_outlined_on_its_page(page):
    page.goto(page.url.split("/read")[0] + "/read/c4?state=all")
    loaded(page, "picture", 500)
    loaded(page, "outline", 500)
    above(page, "document.getElementById('paper').scrollTop", 50)
    press(page, "ArrowRight")
    assert page.locator("#page-number").inner_text() == "5"
    press(page, "ArrowLeft", "ArrowLeft", "+")
    assert page.locator("#page-number").inner_text() == "3"
    loaded(page, "picture", 1500)


def test_pages_end_where_the_plan_ends(page):
    page.goto(page.url.split("/read")[0] + "/read/c1?state=all")
    press(page, "ArrowLeft")
    assert page.locator("#page-number").inner_text() == "1"
    press(page, *["ArrowRight"] * 12)
    assert page.locator("#page-number").inner_text() == "9"


HOSTILE = (
    '<script>window.hacked=1</script><img src=x onerror="window.hacked=1"><svg onload="window.hacked=1">'
)


def test_hostile_texts_are_shown_and_do_nothing(tmp_path, pdf, serve, open_page):
    workspace = with_pdf(fill(tmp_path, (HOSTILE, "javascript:window.hacked=1"), texts=[HOSTILE] * 2), pdf)
    page = open_page(serve(workspace))
    assert "<script>" in page.locator("body").inner_text()
    press(page, "c")
    page.keyboard.type(HOSTILE)
    press(page, "Enter", "Enter")
    for address in ("/queue?state=all", "/plans/p1", "/plans/p1/split", "/read/c1", "/disagreements"):
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + address)
        assert page.evaluate("window.hacked") is None


def test_dark_is_a_press_away_and_stays(page):
    page.get_by_role("button", name="Use dark colours").click()
    page.locator("html[data-theme=dark]").wait_for()
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).color") != "rgb(28, 33, 39)"


def test_at_200_percent_nothing_is_out_of_reach(workspace, serve, open_page):
    # A window of 1280 by 800 at 200% leaves 640 by 400 to lay out.
    page = open_page(serve(workspace), viewport={"width": 640, "height": 400}, device_scale_factor=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert page.get_by_role("button", name="Accept").is_visible()
    for address in ("/queue", "/plans", "/progress", "/codebook", "/help", "/plans/p1/split"):
        page.goto("/".join(page.url.split("/")[:3]) + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_every_control_has_a_name_and_every_picture_a_text(page):
    for address in ("/read/c1", "/queue", "/plans", "/plans/p1/split", "/progress", "/codebook", "/help"):
        page.goto("/".join(page.url.split("/")[:3]) + address)
        nameless = page.evaluate(NAMELESS)
        assert nameless == []
        assert page.locator("h1").count() == 1 and page.locator("main").count() == 1


NAMELESS = """() =>
  [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, img')]
  .filter(e => !(e.textContent.trim() || e.getAttribute('aria-label') || (e.labels && e.labels.length)
                 || (e.tagName === 'IMG' && e.hasAttribute('alt')))).map(e => e.outerHTML)"""
