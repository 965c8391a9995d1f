"""Files for a person: whole, for their owner alone, or not at all and said why."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Mapping
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.results.printed.guarded import guarded
from purplebook.store.files import Make, make_folder, write_together, write_whole

EXAMPLE = "Name a file in a folder that is there and yours: --out figures.csv."


def write_file(out: Path, content: bytes | Make, *, may_replace: bool = True, what_to_do: str = EXAMPLE) -> None:
    """Write one file in one step, given whole or by what writes it a part at a time.

    BadInputError when it cannot be: then what was there before is as it was.
    """
    try:
        write_whole(out, content, may_replace=may_replace)
    except FileExistsError:
        raise
    except OSError as fault:
        if isinstance(fault, BrokenPipeError):
            raise
        raise BadInputError(_refusal(out, fault, what_to_do)) from fault


def write_folder(out: Path, contents: Mapping[str, bytes], *, what_to_do: str) -> tuple[Path, ...]:
    """Write files into a folder, which is made where it is not there; none takes its place before all are written."""
    try:
        make_folder(out)
        write_together(out, contents)
    except OSError as fault:
        raise BadInputError(_refusal(out, fault, what_to_do)) from fault
    return tuple(out / name for name in contents)


def check_can_be_made(folder: Path, *, what_to_do: str) -> None:
    """Refuse a folder that could not be made, before anything is worked out for it.  Nothing of it is left behind."""
    missing = []
    try:
        for place in (folder, *folder.parents):
            if place.exists():
                break
            missing.append(place)
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as fault:
        raise BadInputError(_refusal(folder, fault, what_to_do)) from fault
    finally:
        for place in missing:
            # Somebody else may have put something there meanwhile.
            with contextlib.suppress(OSError):
                place.rmdir()


def _refusal(out: Path, fault: OSError, what_to_do: str) -> str:
    reason = fault.strerror or "the disk refused"
    return f"{out} cannot be written: {reason}. What was there before is as it was. {what_to_do}"


__all__ = ["check_can_be_made", "guarded", "write_file", "write_folder"]
