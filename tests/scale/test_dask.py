"""A run on a real Dask cluster of several worker processes, one of them killed."""

import math
import os
import signal
from pathlib import Path

import pytest
from factories import KeywordModel
from killing import write_plans
from servers import cluster, free_port

from classifier.fences import Fence
from classifier.inputs import gather
from classifier.pipeline import Bounds, process
from classifier.spread import ClusterError, spread
from classifier.tasks import plan_tasks
from classifier.workspace import Workspace
from classifier.workspace.checks import problems

# A warning raised as an error inside Dask's own loop would leave its callers waiting. A cluster
# beside two busy test processes may take minutes to answer.
pytestmark = [pytest.mark.filterwarnings("default"), pytest.mark.soak]


@pytest.fixture(autouse=True)
def no_longer_than():
    """A cluster that stops answering ends the test, not the whole suite."""

    def give_up(*_):
        raise TimeoutError("the cluster stopped answering")

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(150)
    yield
    signal.alarm(0)


@pytest.fixture(scope="module")
def workers():
    with cluster(3) as started:
        yield started


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    return write_plans(tmp_path_factory.mktemp("plans") / "plans", 16)


def run(plans, where, scheduler="", victim=None):
    """Ledger rows by file name, without what differs from run to run; the victim dies on the way."""
    with Workspace.open(where) as workspace:
        tasks = plan_tasks(gather([plans]), workspace, KeywordModel.id)
        bounds = Bounds(Fence(seconds=60))
        for number, _ in enumerate(
            process(tasks, workspace, KeywordModel(), scheduler=scheduler, bounds=bounds)
        ):
            if number == 3 and victim:
                victim.kill()
        assert problems(workspace.engine) == []
        return {Path(row.path).name: (row.outcome, row.commitments, row.plan_id) for row in workspace.files()}


class Unreadable:
    """Something that no process can take in."""

    def __reduce__(self):
        return os.listdir, ("/no-such-folder",)


def test_every_call_is_answered_once(workers):
    answers = list(spread(math.factorial, [(n,) for n in range(40)], scheduler=workers.address))
    assert sorted(answers) == [math.factorial(n) for n in range(40)]


def test_what_the_cluster_gives_up_ends_the_run_with_a_reason(workers):
    with pytest.raises(ClusterError, match="gave up a document"):
        list(spread(str, [(Unreadable(),)], scheduler=workers.address))


def test_workers_of_another_version_are_refused(workers, monkeypatch):
    monkeypatch.setattr("classifier.spread.code_version", lambda: "older")
    with pytest.raises(ClusterError, match="another version"):
        list(spread(str, [(1,)], scheduler=workers.address))


def test_a_worker_that_is_killed_loses_nothing(plans, workers, tmp_path):
    alone = run(plans, tmp_path / "alone")
    doomed = workers.workers[0]
    assert run(plans, tmp_path / "cluster", workers.address, victim=doomed) == alone
    assert doomed.wait(timeout=60) == -signal.SIGKILL
    assert sum(outcome == "read" for outcome, *_ in alone.values()) == 16


def test_an_address_where_nobody_answers_is_said_so(monkeypatch):
    monkeypatch.setattr("classifier.spread.ANSWER_WITHIN", 1)
    with pytest.raises(ClusterError, match="Start one with `dask scheduler`"):
        list(spread(str, [(1,)], scheduler=f"tcp://127.0.0.1:{free_port()}"))


def test_an_address_that_is_none_is_said_so():
    with pytest.raises(ClusterError, match="No Dask scheduler answers"):
        list(spread(str, [(1,)], scheduler="nonsense://x"))
