"""One writer at a time: a lock that the operating system lets go of when its holder ends, however it ends.

A lock file whose mere existence means "locked" would outlive a killed load.  Here the file stays and means nothing; the
lock is the system's own lock on it (fcntl, or msvcrt on Windows).
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from purplebook.errors import StoreError

POLL_SECONDS = 0.1
LOCKED_BYTE = 1 << 30  # past the text that says who holds the lock: on Windows a locked byte cannot be read

if sys.platform == "win32":
    import msvcrt

    def _try_lock(stream: BinaryIO) -> None:
        stream.seek(LOCKED_BYTE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(stream: BinaryIO) -> None:
        stream.seek(LOCKED_BYTE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

    def lock_if_free(handle: int) -> bool:
        """Lock an open file until it is closed; whether it could be.  On Windows an open file cannot be removed."""
        return True

else:
    import fcntl

    def _try_lock(stream: BinaryIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(stream: BinaryIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_UN)

    def lock_if_free(handle: int) -> bool:
        """Lock an open file until it is closed; whether it could be: not where another has it, or on some shares."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def is_free(path: Path) -> bool:
    """Whether nobody has locked the file at `path`; one that cannot be opened is not ours to judge, and not free."""
    try:
        with path.open("rb") as stream:
            if sys.platform == "win32":
                _try_lock(stream)
                _unlock(stream)
                return True
            return lock_if_free(stream.fileno())
    except OSError:
        return False


@contextlib.contextmanager
def exclusive_lock(path: Path, *, wait_seconds: float, on_wait: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold the lock at `path`; when another process keeps it longer than `wait_seconds`, say who.

    `on_wait` is told once, and at once, who holds the lock when it has to be waited for.
    """
    try:
        stream = open(path, "a+b", opener=_private)
    except OSError as fault:
        raise StoreError(
            f"Nothing can be written to {path.parent}: {fault.strerror}. Ask its owner for the right to write there."
        ) from fault
    with stream:
        _wait_for(stream, wait_seconds=wait_seconds, on_wait=on_wait)
        try:
            _sign(stream)
            yield
        finally:
            _unlock(stream)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _wait_for(stream: BinaryIO, *, wait_seconds: float, on_wait: Callable[[str], None] | None) -> None:
    deadline = time.monotonic() + wait_seconds
    is_told = False
    while True:
        try:
            return _try_lock(stream)
        except OSError:
            if time.monotonic() >= deadline:
                raise StoreError(
                    f"Another command is writing to this store: {_holder(stream)}. This one waited {wait_seconds:g} "
                    "seconds and changed nothing. Wait until the other has ended, then run this one again."
                ) from None
        if on_wait is not None and not is_told:
            on_wait(_holder(stream))
            is_told = True
        time.sleep(POLL_SECONDS)


def _sign(stream: BinaryIO) -> None:
    """Leave word of who holds the lock, for the message that somebody else may need."""
    import socket  # which most commands, that only read, do without

    holder = {"process": os.getpid(), "computer": socket.gethostname(), "since": f"{datetime.now(UTC):%Y-%m-%d %H:%M}"}
    stream.truncate(0)
    stream.write(json.dumps(holder).encode())
    stream.flush()


def _holder(stream: BinaryIO) -> str:
    stream.seek(0)
    try:
        holder = json.loads(stream.read(1000))
        return f"process {holder['process']} on {holder['computer']}, since {holder['since']} UTC"
    except (ValueError, KeyError, TypeError, OSError):
        return "it has only just started"
