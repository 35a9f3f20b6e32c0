import json
import os
import time

import pytest

from classifier.errors import LimitExceeded
from classifier.fences import Fence, ReadingFailed, WorkerDied, fenced

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
    with pytest.raises(WorkerDied, match="killed by signal 6"):
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
