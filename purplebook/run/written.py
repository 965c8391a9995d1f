"""Files for a person: whole, for their owner alone, or not at all and said why."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.results.printed.guarded import guarded
from purplebook.store.files import make_folder, write_together, write_whole

EXAMPLE = "Name a file in a folder that is there and yours: --out figures.csv."


def write_file(out: Path, content: bytes, *, may_replace: bool = True, what_to_do: str = EXAMPLE) -> None:
    """Write one file in one step.  BadInputError when it cannot be: then what was there before is as it was."""
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


def _refusal(out: Path, fault: OSError, what_to_do: str) -> str:
    reason = fault.strerror or "the disk refused"
    return f"{out} cannot be written: {reason}. What was there before is as it was. {what_to_do}"


__all__ = ["guarded", "write_file", "write_folder"]
