import sys
import threading
import time
from itertools import islice

import pytest

from classifier.spread import BATCH, UNUSED, ClusterError, spread


def test_every_call_is_answered_once_over_several_batches():
    calls = [(number, 2) for number in range(2 * BATCH + 7)]
    assert sorted(spread(pow, calls, jobs=3)) == [number**2 for number in range(2 * BATCH + 7)]


def test_nothing_to_do_is_nothing_done():
    assert list(spread(pow, [], jobs=2)) == []


def test_results_come_as_they_end_not_as_they_were_asked():
    first_may_end = threading.Event()

    def wait(number):
        if number == 0:
            first_may_end.wait(20)
        return number

    results = spread(wait, [(0,), (1,)], jobs=2)
    assert next(results) == 1
    first_may_end.set()
    assert list(results) == [0]


def test_work_waits_until_earlier_results_are_taken():
    begun = []
    results = spread(begun.append, [(number,) for number in range(4 * BATCH)], jobs=1)
    assert len(list(islice(results, 3))) == 3
    assert len(begun) <= BATCH
    results.close()


def test_an_error_reaches_whoever_takes_the_results():
    with pytest.raises(ZeroDivisionError):
        list(spread(divmod, [(1, 1), (1, 0)], jobs=2))


def test_without_dask_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install ogp-justice\[scale\]"):
        list(spread(pow, [(1, 1)], scheduler="tcp://127.0.0.1:1"))


@pytest.mark.parametrize("finished", [1, 2])
def test_what_joblib_says_of_a_run_that_was_stopped_is_known_and_left_out(finished):
    ended, may_end = threading.Semaphore(0), threading.Event()

    def work(number):
        if number >= finished:
            may_end.wait(20)
        else:
            ended.release()

    results = spread(work, [(number,) for number in range(3)], jobs=3)
    next(results)
    for _ in range(finished):
        assert ended.acquire(timeout=20)
    threading.Timer(0.5, may_end.set).start()
    with pytest.warns(UserWarning, match=f"^{UNUSED}"):
        time.sleep(0.2)
        results.close()
