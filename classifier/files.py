"""Files written whole or not at all."""

import errno
import os
from pathlib import Path

from classifier.errors import OutputError

# What a system says when a file cannot be written, and what a person can do then.
ADVICE = {
    errno.ENOSPC: "Free some space",
    errno.EDQUOT: "Free some space",
    errno.EFBIG: "Write to a disk that takes larger files",
    errno.EACCES: "Make the folder writable, close the file in other programs",
    errno.EPERM: "Make the folder writable, close the file in other programs",
    errno.EROFS: "Make the disk writable",
}


def write_whole(path: Path, content: str | bytes) -> Path:
    """Put a file in its place, complete; an older one stays where that fails.

    Text becomes UTF-8 with line feeds; missing folders are made. Raises `OutputError`.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _put(path, data)
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {error.strerror}. {advice(error)}, or name another place."
        ) from error
    return path


def advice(error: OSError) -> str:
    """What to do about a file or folder that a system refuses."""
    return ADVICE.get(error.errno or 0, "Check the folder and its permissions")


def _put(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():
        # A device or a pipe, such as /dev/stdout, takes what it is given.
        path.write_bytes(data)
        return
    target = path.resolve()
    part = target.with_suffix(f".{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
