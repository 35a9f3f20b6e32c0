"""One document, one process: what goes wrong there stays there."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any

from classifier.errors import InputError, LimitExceeded, OgpJusticeError

# Imported once by the fork server, so that each fenced process starts in milliseconds.
PRELOAD = ["classifier.warm", "classifier.pipeline", "classifier.cli"]

# How often, and after how many seconds, a process that cannot be started is tried again.
ATTEMPTS, PAUSE = 4, 0.5

NO_CHILDREN = (
    "A worker of this cluster may not start processes, so documents cannot be fenced. Start the workers with "
    "DASK_DISTRIBUTED__WORKER__DAEMON=False in their environment, or with --no-nanny."
)

# Signals by which a process ends of its own doing, not of someone else's.
CRASHES = {
    getattr(signal, name)
    for name in ("SIGABRT", "SIGSEGV", "SIGTRAP", "SIGBUS", "SIGILL", "SIGFPE")
    if hasattr(signal, name)
}

Job = tuple[Callable[..., Any], tuple[Any, ...], int]


@dataclass(frozen=True, slots=True)
class Fence:
    """Limits for one document: wall seconds, and bytes of address space."""

    seconds: float = 600.0
    memory: int = 4 * 2**30

    def __post_init__(self) -> None:
        if self.seconds <= 0 or self.memory <= 0:
            raise ValueError(f"limits must be above zero, not {self.seconds} s and {self.memory} bytes")

    def __str__(self) -> str:
        return f"{self.seconds:g} s, {self.memory // 2**20} MiB"


class WorkerDied(InputError):
    """The process that read a document ended without an answer."""

    outcome = "worker died"


class ReaderCrashed(InputError):
    """The document brought down the process that read it."""

    outcome = "crashed the reader"


class ReadingFailed(InputError):
    """Reading a document met an error nobody foresaw."""

    outcome = "failed"


def fenced(function: Callable[..., Any], *arguments: Any, fence: Fence) -> Any:
    """The function's result, worked out in a process of its own.

    Raises the function's own `OgpJusticeError`, `LimitExceeded` when it outlasts the fence,
    `ReaderCrashed` when it breaks down, `WorkerDied` when it is killed from outside, and
    `ReadingFailed` for anything else.
    """
    if multiprocessing.current_process().daemon:
        raise OgpJusticeError(NO_CHILDREN)
    process, receiver = _started((function, arguments, fence.memory))
    try:
        return _result(receiver, fence)
    except (EOFError, ConnectionResetError):
        process.join()
        raise _end_of(process.exitcode) from None
    finally:
        _end(process)
        receiver.close()


def _started(job: Job, attempts: int = ATTEMPTS) -> tuple[BaseProcess, Connection]:
    """A process at work on the job, and where its answer will come."""
    context = _context()
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(sender, *job), daemon=True)  # type: ignore[attr-defined]
    try:
        with sender:
            process.start()
    except (OSError, EOFError) as error:
        # The fork server itself was killed, or the machine has no room for a process just now.
        receiver.close()
        if attempts == 1:
            raise WorkerDied(f"No process could be started for this file: {error}. Run again.") from error
        time.sleep(PAUSE)
        return _started(job, attempts - 1)
    return process, receiver


def _end(process: BaseProcess) -> None:
    """Kill the process and whatever it started, such as OCR."""
    if process.pid is not None and hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join()


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
    _stand_alone()
    _limit_memory(memory)
    sender.send(_attempted(function, arguments))


def guarded(function: Callable[..., Any], *arguments: Any) -> Any:
    """The function's result, worked out here; `ReadingFailed` for an error nobody foresaw."""
    error, value = _attempted(function, arguments)
    if error is not None:
        raise error
    return value


def _attempted(
    function: Callable[..., Any], arguments: tuple[Any, ...]
) -> tuple[OgpJusticeError | None, Any]:
    # A future hands over any exception as a value, so that none needs to be guessed at here.
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(function, *arguments)
        error = future.exception()
    return (_portable(error), None) if error else (None, future.result())


def _stand_alone() -> None:
    """Lead a group of processes that ends together, and with the run at the latest."""
    if hasattr(os, "setsid"):
        os.setsid()
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        # A run that was killed can no longer end what it started.
        os.killpg(0, signal.SIGKILL) if hasattr(os, "killpg") else os._exit(1)


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


def _end_of(exitcode: int | None) -> InputError:
    """What a process without an answer died of."""
    number = -(exitcode or 0)
    if number in CRASHES:
        return ReaderCrashed(
            f"The reader crashed on this file (signal {number}), often for want of memory. "
            "Raise --memory, or look at the file by hand."
        )
    how = f"killed by signal {number}" if number > 0 else f"exit code {exitcode}"
    return WorkerDied(
        f"The process reading this file ended early ({how}). The next run tries it again; "
        "if it dies again, the machine may be short of memory: fewer --jobs need less."
    )
