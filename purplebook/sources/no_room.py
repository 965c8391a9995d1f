"""Whether a load ended because the disk had no room, or may not be written to: no fault of a file, nor of ours."""

from __future__ import annotations

import errno

import duckdb

from purplebook.errors import led_to

NO_ROOM = tuple(getattr(errno, name) for name in ("ENOSPC", "EFBIG", "EROFS", "EDQUOT") if hasattr(errno, name))


def is_no_room(fault: BaseException) -> bool:
    """Whether a fault, or one that led to it, says so: a writer that is closed after a refusal has its own words."""
    return any(
        isinstance(one, duckdb.OutOfMemoryException | duckdb.IOException)
        or (isinstance(one, OSError) and one.errno in NO_ROOM)
        for one in led_to(fault)
    )
