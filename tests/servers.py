"""Real servers for tests: a PostgreSQL and a Dask cluster, started and ended by them."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

SECONDS = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing answers on port {port}")


def postgres_programs():
    """Where Debian keeps PostgreSQL's programs; the test is skipped where there are none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("PostgreSQL is not installed: scripts/system tests installs it on Debian and Ubuntu")
    return found[-1].parent


def as_postgres():
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


@contextmanager
def postgres():
    """The URL of an empty PostgreSQL database on this machine."""
    programs, port = postgres_programs(), free_port()
    folder = Path(tempfile.mkdtemp(prefix="ogp-justice-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    prepare = [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]
    subprocess.run([*as_postgres(), *map(str, prepare)], check=True, capture_output=True, cwd="/")
    command = [programs / "postgres", "-D", data, "-k", folder, "-p", port]
    settings = ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"]
    server = subprocess.Popen(
        [*as_postgres(), *map(str, command), *settings],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
    )
    try:
        wait_for(port)
        yield f"postgresql+pg8000://postgres@127.0.0.1:{port}/postgres"
    finally:
        stop = [programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"]
        subprocess.run([*as_postgres(), *map(str, stop)], check=False, capture_output=True, cwd="/")
        server.wait(timeout=SECONDS)
        shutil.rmtree(folder)


class Cluster:
    """A Dask scheduler with worker processes, each of which may be killed."""

    def __init__(self, workers):
        port = free_port()
        self.address = f"tcp://127.0.0.1:{port}"
        self.processes = [
            self._start("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
        ]
        wait_for(port)
        self.workers = [self.add_worker() for _ in range(workers)]

    def add_worker(self):
        options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
        self.processes.append(self._start("worker", self.address, *options))
        return self.processes[-1]

    def _start(self, *arguments):
        home = str(Path(__file__).parents[1])
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            env=os.environ | {"PYTHONPATH": home},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def close(self):
        for process in reversed(self.processes):
            process.kill()
            process.wait(timeout=SECONDS)


@contextmanager
def cluster(workers):
    pytest.importorskip("distributed", reason="Dask is not installed: it is in the extra 'scale'")
    started = Cluster(workers)
    try:
        yield started
    finally:
        started.close()
