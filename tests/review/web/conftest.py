"""A browser and a desk behind a real server, for tests that press keys."""

import hashlib
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from pdfs import HEIGHT, Pages
from review.desks import load, make_client, make_desk
from waitress import create_server

from classifier.documents import Box
from classifier.review.desk import Desk
from classifier.review.web import Setup, make_app
from classifier.review.web.pictures import Pictures
from classifier.workspace import Workspace

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture
def desk(tmp_path):
    return make_desk(tmp_path, audit=(4,))


@pytest.fixture
def client(desk):
    return make_client(desk)


@pytest.fixture(scope="module")
def browser():
    """One browser for a whole module; skips where there is none."""
    if not CHROMIUM.exists():
        pytest.skip("no Chromium here: `scripts/system tests` installs it")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pictures():
    """One worker that draws pages, for a whole module."""
    made = Pictures()
    yield made
    made.close()


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    """Nine pages with a commitment in the middle of each."""
    pages = Pages()
    for number in range(1, 10):
        pages.text(72, 80, f"Page {number} of an invented plan", 16, bold=True)
        pages.prose(72, 320, lines=12).next()
    return pages.write(tmp_path_factory.mktemp("pdf") / "plan.pdf")


def with_pdf(workspace, pdf):
    """Let the one plan of a workspace stand in this PDF, each commitment in its middle."""
    row, plan = workspace.files()[0], workspace.plan("p1")
    box = Box(66, 300, 520, HEIGHT / 2 + 60)
    commitments = tuple(replace(c, boxes=(box,) * len(c.pages)) for c in plan.commitments)
    sha256 = hashlib.sha256(pdf.read_bytes()).hexdigest()
    predictions = workspace.predictions("m1").values()
    row = replace(row, path=str(pdf), sha256=sha256, pages=9)
    workspace.store(row, replace(plan, commitments=commitments), list(predictions))
    for old in workspace.files():
        if old.path != str(pdf):
            workspace.store(replace(old, outcome="gone", plan_id=None))
    return workspace


@contextmanager
def serving(setup):
    """The address at which a desk is served, by the server that analysts use."""
    server = create_server(make_app(setup), host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        # Closed in the thread that waits on its sockets, else it waits on what is gone.
        server.trigger.pull_trigger(server.close)
        thread.join(5)


@pytest.fixture
def serve(pictures):
    """Serve a workspace; gives the address. Ends with the test."""
    from contextlib import ExitStack

    with ExitStack() as stack:

        def start(workspace: Workspace, analyst="ana", **more):
            desk = Desk(workspace, more.pop("load", load))
            return stack.enter_context(serving(Setup(desk, analyst, pictures=pictures, **more)))

        yield start


@pytest.fixture
def open_page(browser):
    """A page in a context of its own; what goes wrong in it fails the test."""
    contexts, troubles = [], []

    def start(address, **options):
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | options))
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "console", lambda said: troubles.append(said.text) if "Security Policy" in said.text else None
        )
        page.goto(address)
        return page

    yield start
    for context in contexts:
        context.close()
    assert troubles == []
