"""Reading files in a process of its own, so that no file can take the program down with it.

A few kilobytes can ask for all the memory there is, or keep a reader busy for hours.  The process that reads has a
limit of memory and of time; what it reads goes into the staging folder as it would without it, so only the few words
of `Loaded` come back.  When it is stopped the load ends as with any other bad file, and the store is as it was.
"""

from __future__ import annotations

import contextlib
import json
import pickle
import queue
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from purplebook.errors import BadInputError
from purplebook.sources.files import gather
from purplebook.store import Snapshot
from purplebook.store.loaded import Loaded

LEAST_SECONDS = 300
BYTES_A_SECOND = 50_000
"""How long one file may take: so long at least, and a second for so many bytes.  The slowest format is twenty times as
quick on an old laptop; what is not done by then will never be."""
PROGRESS, DONE, REFUSED, BROKEN = "progress", "done", "refused", "broken"
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from purplebook.own_process import leave_out_what_is_not_used; leave_out_what_is_not_used(); "
    "from purplebook.sources.reading_process import main; main()"
)
_LENGTH = struct.Struct("<Q")
Messages = queue.SimpleQueue[tuple[str, object] | None]


@dataclass(frozen=True)
class Request:
    """What the reading process is asked to read, as `read_files` takes it."""

    paths: tuple[Path, ...]
    staging: Path
    authority_code: str
    as_at: date | None
    covers_from: date | None
    databases: tuple[str, ...]
    before: Snapshot | None


class FaultApart(Exception):
    """A fault of ours in the reading process; `where` is the kind of fault and its place, `frames` the way there."""

    def __init__(self, where: str, frames: tuple[str, ...]) -> None:
        super().__init__(where)
        self.where, self.frames = where, frames


def read_apart(
    paths: Sequence[Path],
    *,
    staging: Path,
    authority_code: str,
    as_at: date | None,
    covers_from: date | None = None,
    databases: Sequence[str] = (),
    before: Snapshot | None = None,
    progress: Callable[[str], None] = lambda message: None,
) -> Loaded:
    """What `read_files` gives, read in another process.

    Raises BadInputError too when a file needed more memory or time than it may have, or broke the reader.
    """
    request = Request(tuple(paths), staging, authority_code, as_at, covers_from, tuple(databases), before)
    # A database is asked over the network, and takes as long as it takes.
    seconds = None if databases else LEAST_SECONDS + _bytes_of(paths) / BYTES_A_SECOND
    # `-P`: what lies in the folder of the files must not be taken for a part of Python.
    words = [sys.executable, "-P", "-c", _START, json.dumps(sys.path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdin is not None and process.stdout is not None
        messages: Messages = queue.SimpleQueue()
        taking = threading.Thread(target=_take, args=(process.stdout, messages), daemon=True)
        taking.start()
        try:
            with contextlib.suppress(BrokenPipeError):
                write_message(process.stdin, request)
            return _follow(messages, seconds=seconds, progress=progress)
        finally:
            process.kill()
            # Its end closes the pipe, and only then may the pipe be closed here.
            taking.join()


def _follow(messages: Messages, *, seconds: float | None, progress: Callable[[str], None]) -> Loaded:
    doing = "starting"
    while True:
        try:
            is_reading = doing.startswith(("reading", "looking at"))
            message = messages.get(timeout=seconds if is_reading else None)
        except queue.Empty:
            raise BadInputError(_too_long(doing, seconds or 0)) from None
        if message is None:
            raise BadInputError(_stopped(doing))
        kind, content = message
        if kind == PROGRESS:
            doing = str(content)
            progress(doing)
        elif kind == DONE and isinstance(content, Loaded):
            return content
        elif kind == REFUSED and isinstance(content, Exception):
            raise content
        elif kind == BROKEN and isinstance(content, tuple):
            raise FaultApart(*content)


def _too_long(doing: str, seconds: float) -> str:
    return (
        f"While {doing}: it took more than {seconds / 60:,.0f} minutes, which no sound file of its size does, and was "
        "stopped. The store is as it was. Open the file, look for rows or columns far from the list, save the list "
        "alone, and load that."
    )


def _stopped(doing: str) -> str:
    if not doing.startswith(("reading", "looking at")):
        return (
            f"The reading of the files stopped suddenly while {doing}. There may be too little memory on this machine. "
            "The store is as it was. Close other programs, or load fewer files at once."
        )
    return (
        f"While {doing}: the file asked for more memory than one may have, or broke the reader, and nothing was read. "
        "The store is as it was. Open the file, look for cells far from the list, save the list alone, and load that."
    )


def _bytes_of(paths: Sequence[Path]) -> int:
    return sum(path.stat().st_size for path, _ in gather(paths)[0])


def _take(stream: IO[bytes], messages: Messages) -> None:
    """Hand over each message of the reading process, and None when there are no more."""
    while isinstance(message := read_message(stream), tuple):
        messages.put(message)
    messages.put(None)


def write_message(stream: IO[bytes], message: object) -> None:
    """Write one message for `read_message`."""
    content = pickle.dumps(message)
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def read_message(stream: IO[bytes]) -> object:
    """The next message; None where there is none, or it is cut short."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    content = stream.read(length)
    return pickle.loads(content) if len(content) == length else None
