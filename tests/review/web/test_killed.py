"""A server killed between decisions, and a browser that was closed: nothing is lost."""

import os
import signal
import socket
import subprocess
import sys

import pytest
from review.desks import fill
from review.web.conftest import with_pdf

from classifier.workspace import Workspace

TITLES = [f"Open register number {n}" for n in range(8)]


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """`ogp-justice review` in a process of its own."""

    def __init__(self, where, port, *more):
        command = [sys.executable, "-m", "classifier", "review", "--workspace", str(where)]
        command += ["--port", str(port), "--analyst", "ana", "--no-browser", *more]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
        self.said = self.process.stdout.readline()

    def kill(self):
        """End it and its worker at once, as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture
def where(tmp_path, pdf):
    with_pdf(fill(tmp_path / "w", TITLES), pdf).engine.dispose()
    return tmp_path / "w"


def made(where):
    with Workspace.open(where) as workspace:
        return workspace.decisions()


def turned(page, key):
    turn = int(page.locator("body").get_attribute("data-turn") or 0)
    page.keyboard.press(key)
    page.locator(f"body[data-turn='{turn + 1}']").wait_for()


def test_a_killed_server_loses_nothing_and_reading_goes_on(where, open_page):
    port = free_port()
    server = Server(where, port)
    try:
        page = open_page(f"http://127.0.0.1:{port}/")
        for _ in range(3):
            turned(page, "Enter")
        server.kill()
        assert len(made(where)) == 3
        page.keyboard.press("3")
        turned(page, "Enter")
        assert "does not answer" in page.locator("#problem").inner_text()
        assert len(made(where)) == 3
        server = Server(where, port)
        # The page that was open before the fall goes on: its token and its choice still hold.
        turned(page, "Enter")
        decisions = made(where)
        assert len(decisions) == 4
        assert [c.short for c in decisions[-1].categories] == ["JOG"]
    finally:
        server.kill()


def test_a_second_analyst_gets_the_next_port_and_ctrl_c_ends_both(where):
    port = free_port()
    servers = [Server(where, port), Server(where, port)]
    for server in servers:
        os.kill(server.process.pid, signal.SIGINT)
        server.process.wait(20)
        server.process.stdout.close()
    assert f":{port}/" in servers[0].said
    assert "http://127.0.0.1" in servers[1].said and f":{port}/" not in servers[1].said
    assert {server.process.returncode for server in servers} <= {0, 130}
