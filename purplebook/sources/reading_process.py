"""The process that reads files for `apart`: it takes a request, says what it is at, and ends with an answer.

It ends with the program that began it, and not before: a Ctrl-C is for that one to heed.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from typing import BinaryIO

from purplebook.errors import BadInputError, UserError
from purplebook.own_process import put_off

with put_off("numpy"):
    # DuckDB asks for it where a reader teaches it something, and no reader else: a tenth of a second for every load.
    from purplebook.sources.apart import BROKEN, DONE, PROGRESS, REFUSED, Request, read_message, write_message
    from purplebook.sources.read import read_files

LEAST_MEMORY, MOST_MEMORY = 4_000_000_000, 12_000_000_000
"""Bytes: three quarters of the machine's, within these.  DuckDB holds 3 GB at most and works on disk beyond them."""
RESERVED = 16_000_000_000
"""Room that is asked for and not used, such as what stacks and memory pools reserve."""
_DIE_WITH_PARENT = 1


def main() -> None:
    """Read what the request on standard input names, and answer on standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _die_with_parent()
    # What anything prints must not come between the messages.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    request = read_message(sys.stdin.buffer)
    if not isinstance(request, Request):
        return
    threading.Thread(target=_end_with_parent, daemon=True).start()
    limit_memory()
    _answer(request, answers)
    # Nothing is left to do, and what libraries tidy up at the end is no concern of anyone.
    os._exit(0)


def _answer(request: Request, answers: BinaryIO) -> None:
    words = {name: value for name, value in vars(request).items() if name != "paths"}
    try:
        loaded = read_files(
            request.paths, **words, progress=lambda message: write_message(answers, (PROGRESS, message))
        )
    except UserError as error:
        write_message(answers, (REFUSED, error))
    except MemoryError:
        write_message(answers, (REFUSED, BadInputError(_TOO_LARGE)))
    except BaseException as error:
        write_message(answers, (BROKEN, _told(error)))
    else:
        write_message(answers, (DONE, loaded))


_TOO_LARGE = (
    "There was too little memory to load these files. The store is as it was. Look for cells far from a list in a "
    "workbook, close other programs, or load fewer files at once."
)


def _told(error: BaseException) -> tuple[str, tuple[str, ...]]:
    """The kind of fault and its place, and the way there; its own words are left out, for they can quote a cell."""
    frames = traceback.extract_tb(error.__traceback__)
    at = f" at {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{at}", tuple(f"{one.filename}:{one.lineno} in {one.name}" for one in frames)


def limit_memory() -> None:
    """Ask the system to refuse more memory than a load may have, where the system can."""
    try:
        import resource
    except ImportError:
        return
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    most = max(LEAST_MEMORY, min(MOST_MEMORY, machine * 3 // 4))
    for kind, limit in ((resource.RLIMIT_DATA, most), (resource.RLIMIT_AS, most + RESERVED)):
        _, hardest = resource.getrlimit(kind)
        if hardest == resource.RLIM_INFINITY or limit < hardest:
            resource.setrlimit(kind, (limit, hardest))


def _die_with_parent() -> None:
    """Ask the system to end this process with the one that began it, where it can."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


def _end_with_parent() -> None:
    """End when the program that began this one does, which closes our input."""
    sys.stdin.buffer.read(1)
    os._exit(1)
