"""One document, one process: what goes wrong there stays there."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import Any

from classifier.errors import InputError, LimitExceeded, OgpJusticeError

# Imported once by the fork server, so that each fenced process starts in milliseconds.
PRELOAD = ["classifier.extract", "classifier.find"]


@dataclass(frozen=True, slots=True)
class Fence:
    """Limits for one document: wall seconds, and bytes of address space."""

    seconds: float = 600.0
    memory: int = 4 * 2**30

    def __post_init__(self) -> None:
        if self.seconds <= 0 or self.memory <= 0:
            raise ValueError(f"limits must be above zero, not {self.seconds} s and {self.memory} bytes")


class WorkerDied(InputError):
    """The process that read a document ended without an answer."""

    outcome = "worker died"


class ReadingFailed(InputError):
    """Reading a document met an error nobody foresaw."""

    outcome = "failed"


def fenced(function: Callable[..., Any], *arguments: Any, fence: Fence) -> Any:
    """The function's result, worked out in a process of its own.

    Raises the function's own `OgpJusticeError`, `LimitExceeded` when it outlasts the fence,
    `WorkerDied` when the process is killed, and `ReadingFailed` for anything else.
    """
    context = _context()
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(  # type: ignore[attr-defined]
        target=_answer, args=(sender, function, arguments, fence.memory), daemon=True
    )
    process.start()
    sender.close()
    try:
        return _result(receiver, fence)
    except EOFError:
        process.join()
        raise WorkerDied(
            f"The process reading this file ended early ({_how(process.exitcode)}). "
            "Run again to retry it; if it dies again, look at the file by hand."
        ) from None
    finally:
        process.kill()
        process.join()
        receiver.close()


def _result(receiver: Connection, fence: Fence) -> Any:
    if not receiver.poll(fence.seconds):
        raise LimitExceeded(
            f"Reading took longer than {fence.seconds:g} seconds. "
            "Raise --seconds, or look at the file by hand."
        )
    error, value = receiver.recv()
    if error is None:
        return value
    raise error


def _answer(
    sender: Connection, function: Callable[..., Any], arguments: tuple[Any, ...], memory: int
) -> None:
    _limit_memory(memory)
    # A future hands over any exception as a value, so that none needs to be guessed at here.
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(function, *arguments)
        error = future.exception()
    sender.send((_portable(error), None) if error else (None, future.result()))


def _portable(error: BaseException) -> OgpJusticeError:
    if isinstance(error, OgpJusticeError):
        return error
    if isinstance(error, MemoryError):
        return LimitExceeded(
            "Reading needed more memory than allowed. Raise --memory, or look at the file by hand."
        )
    return ReadingFailed(f"Reading failed unexpectedly: {type(error).__name__}: {error}. Please report this.")


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; seconds still hold there
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _context() -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOAD)
    return context


def _how(exitcode: int | None) -> str:
    return (
        f"killed by signal {-exitcode}" if exitcode is not None and exitcode < 0 else f"exit code {exitcode}"
    )
