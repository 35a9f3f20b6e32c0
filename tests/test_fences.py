import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from multiprocessing import forkserver
from pathlib import Path

import pytest

from classifier.errors import LimitExceeded, OgpJusticeError
from classifier.fences import Fence, ReaderCrashed, ReadingFailed, WorkerDied, fenced, guarded

FENCE = Fence(seconds=20, memory=2**31)


def test_the_answer_comes_back():
    assert fenced(json.loads, "[1, 2]", fence=FENCE) == [1, 2]


def test_a_worker_runs_in_a_process_of_its_own():
    assert fenced(os.getpid, fence=FENCE) != os.getpid()


def test_a_worker_that_is_too_slow_is_stopped():
    began = time.perf_counter()
    with pytest.raises(LimitExceeded, match=r"longer than 0.5 seconds.*--seconds"):
        fenced(time.sleep, 30, fence=Fence(seconds=0.5))
    assert time.perf_counter() - began < 10


def test_a_worker_that_is_killed_says_by_what():
    with pytest.raises(WorkerDied, match="killed by signal 9"):
        fenced(signal.raise_signal, signal.SIGKILL, fence=FENCE)


def test_a_worker_that_breaks_down_is_told_from_one_that_is_killed():
    with pytest.raises(ReaderCrashed, match="signal 6"):
        fenced(os.abort, fence=FENCE)


def test_a_worker_that_leaves_says_its_exit_code():
    with pytest.raises(WorkerDied, match="exit code 7"):
        fenced(os._exit, 7, fence=FENCE)


def test_a_worker_that_wants_too_much_memory_is_refused():
    with pytest.raises(LimitExceeded, match="more memory"):
        fenced(bytearray, 2**33, fence=FENCE)


def test_an_error_nobody_foresaw_becomes_a_reason():
    with pytest.raises(ReadingFailed, match="JSONDecodeError"):
        fenced(json.loads, "no json", fence=FENCE)


@pytest.mark.parametrize("seconds, memory", [(0, 1), (1, -1)])
def test_a_limit_of_nothing_is_refused(seconds, memory):
    with pytest.raises(ValueError, match="above zero"):
        Fence(seconds, memory)


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def gone(pid, seconds=10):
    until = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    return not alive(pid)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at processes in /proc")
def test_what_a_slow_worker_started_ends_with_it(tmp_path):
    command = ["/bin/sh", "-c", f"sleep 60 & echo $! > {tmp_path}/pid; wait"]
    with pytest.raises(LimitExceeded):
        fenced(subprocess.run, command, fence=Fence(seconds=3))
    assert gone(int((tmp_path / "pid").read_text()))


RUN = """
import sys, subprocess
from classifier.fences import Fence, fenced
fenced(subprocess.run, ["/bin/sh", "-c", f"echo $$ > {sys.argv[1]}; exec sleep 60"], fence=Fence())
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at processes in /proc")
def test_a_run_that_is_killed_leaves_no_worker_behind(tmp_path):
    pid = tmp_path / "pid"
    with subprocess.Popen([sys.executable, "-c", RUN, pid]) as process:
        while not (pid.exists() and pid.read_text().strip()):
            time.sleep(0.05)
        process.kill()
    assert gone(int(pid.read_text()))


@pytest.mark.skipif("forkserver" not in multiprocessing.get_all_start_methods(), reason="no fork server here")
def test_a_fork_server_that_was_killed_is_started_anew():
    assert fenced(len, "abc", fence=FENCE) == 3
    os.kill(forkserver._forkserver._forkserver_pid, signal.SIGKILL)
    assert fenced(len, "abcd", fence=FENCE) == 4


def test_a_process_that_cannot_be_started_is_a_reason(monkeypatch):
    def refuse(self):
        raise BlockingIOError("no room")

    monkeypatch.setattr("classifier.fences.PAUSE", 0)
    monkeypatch.setattr(multiprocessing.context.ForkServerProcess, "start", refuse)
    with pytest.raises(WorkerDied, match=r"No process could be started.*no room"):
        fenced(len, "abc", fence=FENCE)


def test_a_worker_that_may_have_no_children_says_how_to_start_it(monkeypatch):
    monkeypatch.setitem(multiprocessing.current_process()._config, "daemon", True)
    with pytest.raises(OgpJusticeError, match="--no-nanny"):
        fenced(len, "abc", fence=FENCE)


def test_an_error_nobody_foresaw_outside_the_fence_becomes_a_reason_too():
    assert guarded(len, "abc") == 3
    with pytest.raises(ReadingFailed, match="TypeError"):
        guarded(len, 7)


def test_a_fence_says_its_limits():
    assert str(Fence(90, 2**30)) == "90 s, 1024 MiB"
