"""Many documents at once: on this machine's cores, or on a Dask cluster."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from joblib import Parallel, delayed, parallel_config

from classifier.errors import OgpJusticeError

Result = TypeVar("Result")

# Calls handed out before their results are all taken: bounds the memory of a long run.
BATCH = 256

# Seconds within which a scheduler must answer and have a worker.
ANSWER_WITHIN = 30


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
        # The backend is taken up here; what runs while results are taken stays on this machine.
        with parallel_config(backend="dask", client=client, wait_for_workers_timeout=ANSWER_WITHIN):
            parallel = Parallel(n_jobs=-1, batch_size=1, return_as="generator_unordered")
        yield parallel


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
        yield client
