import pytest
from review.desks import make_client, make_desk, token_of

from classifier.review.web.safety import is_loopback


@pytest.fixture
def desk(tmp_path):
    return make_desk(tmp_path)


@pytest.fixture
def client(desk):
    return make_client(desk)


def post(client, *, token=None, headers=None, **form):
    values = {"token": token_of(client) if token is None else token, "category": "none"} | form
    return client.post("/decide/c1", data=values, headers=headers or {})


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.9", "[::2]", ""])
def test_a_foreign_name_is_refused(client, host):
    assert client.get("/queue", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:1", "[::1]:8765"])
def test_this_machines_names_are_ours(client, host):
    assert client.get("/queue", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_page_cannot_decide(client, desk, headers):
    assert post(client, headers=headers).status_code == 403
    assert desk.workspace.decisions() == []


@pytest.mark.parametrize("token", ["", "guessed", "ä"])
def test_without_the_token_nothing_is_done(client, desk, token):
    assert post(client, token=token).status_code == 403
    assert desk.workspace.decisions() == []


def test_ones_own_page_may_decide(client):
    headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert post(client, headers=headers).status_code == 303


def test_another_page_may_link_here_and_not_embed(client):
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert client.get("/queue", headers=link).status_code == 200
    assert client.get("/queue", headers=link | {"Sec-Fetch-Dest": "iframe"}).status_code == 403
    assert client.get("/decisions.jsonl", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


@pytest.mark.parametrize("address", ["/queue", "/read/c1", "/nowhere", "/static/desk.js"])
def test_every_answer_forbids_what_is_not_its_own(client, address):
    with client.get(address) as answer:
        headers = answer.headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY" and headers["X-Content-Type-Options"] == "nosniff"


def test_the_cookie_is_for_this_site_alone(client):
    cookie = client.get("/help").headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie


def test_no_page_holds_inline_code_or_another_sites_address(client):
    for address in ("/read/c1", "/queue", "/plans", "/progress", "/codebook", "/help", "/agreement"):
        page = client.get(address).text
        assert " style=" not in page and "<style" not in page and "javascript:" not in page
        assert " onclick" not in page and "http://" not in page.replace("http://www.w3.org", "")


def test_going_back_never_leaves_the_desk(client):
    for back in ("https://evil.example/", "//evil.example", "javascript:alert(1)", "evil"):
        answer = client.post("/settings", data={"token": token_of(client), "back": back})
        assert answer.location == "/"


def test_a_large_form_is_refused(client):
    assert post(client, comment="x" * 300_000).status_code == 413


@pytest.fixture
def shared(desk, monkeypatch):
    monkeypatch.setattr("classifier.review.web.safety.WRONG_PASSWORD", 0)
    return make_client(desk, password="correct horse", any_address=True)


def log_in(client, password="correct horse", name="ben"):
    form = {"token": token_of(client, "/login"), "name": name, "password": password}
    return client.post("/login", data=form)


@pytest.mark.parametrize("address", ["/", "/queue", "/read/c1", "/decisions.jsonl", "/picture/c1/1.jpg"])
def test_a_shared_desk_asks_for_its_password(shared, address):
    assert shared.get(address).location == "/login"


def test_a_shared_desk_takes_each_ones_name(shared, desk):
    assert log_in(shared, name=" ben  ott ").status_code == 303
    assert post(shared).status_code == 303
    assert desk.workspace.decisions()[0].analyst == "ben ott"


@pytest.mark.parametrize(("password", "name"), [("wrong", "ben"), ("", "ben"), ("correct horse", " ")])
def test_a_wrong_password_or_no_name_stays_outside(shared, password, name):
    assert log_in(shared, password, name).status_code == 403
    assert shared.get("/queue").location == "/login"


def test_logging_out_forgets(shared):
    log_in(shared)
    shared.post("/logout", data={"token": token_of(shared)})
    assert shared.get("/queue").location == "/login"


def test_bound_elsewhere_addresses_are_answered_and_other_names_not(shared):
    assert shared.get("/login", headers={"Host": "192.168.1.9:8765"}).status_code == 200
    assert shared.get("/login", headers={"Host": "evil.example"}).status_code == 403


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("x", False),
    ],
)
def test_loopback(host, here):
    assert is_loopback(host) is here
