"""Many documents at once: on this machine's cores, or on a Dask cluster."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from joblib import Parallel, delayed

from classifier.errors import OgpJusticeError
from classifier.tasks import code_version

Result = TypeVar("Result")

# Whoever stops a run knows that work was under way; joblib would say so in its own words.
UNUSED = r"\d+ tasks (have been successfully executed|which were still being processed)"
warnings.filterwarnings("ignore", message=UNUSED, category=UserWarning)

# Calls handed out before their results are all taken: bounds the memory of a long run.
BATCH = 256

# Seconds within which a scheduler must answer and have a worker.
ANSWER_WITHIN = 30

GAVE_UP = "What was stored is kept; look at its workers, then run again."


class ClusterError(OgpJusticeError):
    """The Dask cluster cannot be used."""


def spread(
    function: Callable[..., Result], calls: Sequence[tuple[Any, ...]], *, jobs: int = 1, scheduler: str = ""
) -> Iterator[Result]:
    """The function's result for each call's arguments, in the order they end.

    Raises `ClusterError` where a scheduler's address is given and no cluster answers.
    """
    with _parallel(jobs, scheduler) as parallel:
        for start in range(0, len(calls), BATCH):
            yield from parallel(delayed(function)(*call) for call in calls[start : start + BATCH])


@contextmanager
def _parallel(jobs: int, scheduler: str) -> Iterator[Parallel]:
    if not scheduler:
        # Each thread waits for a process of its own: one that is killed costs its document alone.
        yield Parallel(n_jobs=jobs, backend="threading", return_as="generator_unordered")
        return
    with _client(scheduler) as client:
        yield Parallel(n_jobs=-1, backend=_backend(client), batch_size=1, return_as="generator_unordered")


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise ClusterError(
            "--scheduler needs Dask. Install the extra: pip install ogp-justice[scale]"
        ) from error
    connect: Any = Client
    try:
        client = connect(scheduler, timeout=ANSWER_WITHIN, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(
            f"No Dask scheduler answers at {scheduler} ({error}). "
            "Start one with `dask scheduler` and workers with `dask worker`, or leave --scheduler out."
        ) from error
    with client:
        _check(client, scheduler)
        yield client


def _check(client: Any, scheduler: str) -> None:
    """Refuse a cluster without workers, or whose workers read plans in another way."""
    try:
        client.wait_for_workers(1, timeout=ANSWER_WITHIN)
        found = client.run(code_version)
    except (OSError, TimeoutError, ImportError, AttributeError) as error:
        raise ClusterError(
            f"The cluster at {scheduler} has no worker that knows this program ({error!r}). "
            "Start workers where the program is installed: `dask worker`."
        ) from error
    others = sorted(worker for worker, version in found.items() if version != code_version())
    if others:
        raise ClusterError(
            f"Workers of {scheduler} have another version of this program: {', '.join(others)}. "
            "Install the same one everywhere."
        )


def _backend(client: Any) -> Any:
    """joblib's Dask backend, which by itself waits for ever for a call that the cluster gave up."""
    from joblib._dask import DaskDistributedBackend

    class Backend(DaskDistributedBackend):  # type: ignore[misc]
        """Hands on what the cluster itself failed at, such as a call that killed every worker."""

        def submit(self, func: Any, callback: Any = None) -> Any:
            """A future of the call; a failure reaches whoever takes the results."""
            future = super().submit(func, callback)

            def hand_on(done: Any) -> None:
                error = done.exception()
                if error is not None:
                    callback(ClusterError(f"The Dask cluster gave up a document: {error!r}. {GAVE_UP}"))

            future.add_done_callback(hand_on)
            return future

    return Backend(client=client)
