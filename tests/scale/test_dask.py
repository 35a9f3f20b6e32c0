"""A run on a real Dask cluster of several worker processes, one of them killed."""

import json
import math
import os
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner
from factories import KeywordModel
from killing import write_plans
from servers import cluster, free_port

from classifier.cli import verbs
from classifier.fences import Fence
from classifier.inputs import gather
from classifier.pipeline import Bounds, process
from classifier.spread import ClusterError, spread
from classifier.tasks import plan_tasks
from classifier.workspace import Workspace
from classifier.workspace.checks import problems

# A warning raised as an error inside Dask's own loop would leave its callers waiting.
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(autouse=True)
def no_longer_than():
    """A cluster that stops answering ends the test, not the whole suite."""

    def give_up(*_):
        raise TimeoutError("the cluster stopped answering")

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(240)
    yield
    signal.alarm(0)


@pytest.fixture(scope="module")
def workers():
    with cluster(2) as started:
        yield started


def run(plans, where, scheduler="", victim=None):
    """Ledger rows by file name, without what differs from run to run; the victim dies on the way."""
    with Workspace.open(where) as workspace:
        tasks = plan_tasks(gather([plans]), workspace, KeywordModel.id)
        bounds = Bounds(Fence(seconds=120))
        rows = process(tasks, workspace, KeywordModel(), scheduler=scheduler, bounds=bounds)
        for number, _ in enumerate(rows):
            if number == 2 and victim:
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
    # Any function whose answer differs between processes stands for another version.
    monkeypatch.setattr("classifier.spread.code_version", os.getpid)
    with pytest.raises(ClusterError, match="another version"):
        list(spread(str, [(1,)], scheduler=workers.address))


def test_a_worker_that_is_killed_loses_nothing(workers, tmp_path):
    plans = write_plans(tmp_path / "plans", 6)
    alone = run(plans, tmp_path / "alone")
    doomed = workers.workers.pop()
    assert run(plans, tmp_path / "cluster", workers.address, victim=doomed) == alone
    assert doomed.wait(timeout=60) == -signal.SIGKILL
    assert sum(outcome == "read" for outcome, *_ in alone.values()) == 6


def test_an_address_where_nobody_answers_is_said_so(monkeypatch):
    monkeypatch.setattr("classifier.spread.ANSWER_WITHIN", 1)
    with pytest.raises(ClusterError, match="Start one with `dask scheduler`"):
        list(spread(str, [(1,)], scheduler=f"tcp://127.0.0.1:{free_port()}"))


def test_an_address_that_is_none_is_said_so():
    with pytest.raises(ClusterError, match="No Dask scheduler answers"):
        list(spread(str, [(1,)], scheduler="nonsense://x"))


@pytest.mark.soak
def test_the_verb_reads_on_a_larger_cluster_while_two_of_four_workers_die(tmp_path):
    plans = write_plans(tmp_path / "plans", 24)
    alone = run(plans, tmp_path / "alone")
    with cluster(4) as started:
        for doomed in started.workers[:2]:
            assert run(plans, tmp_path / str(doomed.pid), started.address, victim=doomed) == alone
        arguments = ["run", plans, "--workspace", tmp_path / "verb", "--scheduler", started.address, "--json"]
        result = CliRunner().invoke(verbs, list(map(str, arguments)), standalone_mode=False)
    rows = {Path(row["path"]).name: row["outcome"] for row in json.loads(result.stdout)}
    assert rows == {name: outcome for name, (outcome, *_) in alone.items()}
