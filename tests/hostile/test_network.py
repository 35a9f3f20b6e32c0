"""Nothing is fetched at run time: the main job with the network refused."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from factories import SAMPLES

ROOT = Path(__file__).parents[2]
# Loaded by every Python that starts, the fork server and its workers too.
REFUSE = """
import socket, sys

def refuse(event, arguments):
    if event == "socket.getaddrinfo" or event == "socket.gethostbyname":
        raise OSError(f"the network was asked for {arguments[0]}")
    if event in ("socket.connect", "socket.bind", "socket.sendto") and arguments[0].family != socket.AF_UNIX:
        raise OSError(f"the network was used: {event} {arguments[1]}")

sys.addaudithook(refuse)
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with one plan, and a Python that refuses every socket but those inside the machine."""
    folder = tmp_path_factory.mktemp("offline")
    (folder / "site").mkdir()
    (folder / "site" / "sitecustomize.py").write_text(REFUSE)
    (folder / "plans").mkdir()
    shutil.copy(SAMPLES / "valdore_2018-2020_fr.pdf", folder / "plans")
    return folder


def call(place, *arguments):
    environment = os.environ | {"PYTHONPATH": f"{place / 'site'}:{ROOT}"}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, env=environment, cwd=place, capture_output=True, text=True, check=False)


def test_the_refusal_refuses(place):
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert "the network was" in call(place, "-c", code).stderr


def test_a_run_reads_and_predicts_without_the_network(place):
    done = call(place, "-m", "classifier", "run", "plans", "--workspace", "ws", "--jobs", 1)
    assert done.returncode == 0, done.stderr
    assert "1 files: 1 read, 0 not." in done.stdout


def test_a_report_is_written_without_the_network(place):
    done = call(place, "-m", "classifier", "report", "--workspace", "ws", "--out", "report")
    assert done.returncode == 0, done.stderr
    assert (place / "report" / "report.html").exists()
