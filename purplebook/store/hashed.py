"""Whether a file that was looked at is the one that was read: its bytes are read for their hash, and then again.

Between the two somebody may write to it: a backup that is put back, a folder that is synchronised.  The system notes
each change of a file in a time that no program can set, so a file whose note is the same before and after is the same
file.
"""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import dataclass
from pathlib import Path

COARSE_SECONDS = 2
"""Two changes that lie no further apart may have one time on some disks."""


@dataclass(frozen=True)
class Mark:
    """What changes when a file does, as it was before its hash was taken.

    `is_fresh` says that the file had only just been written, so that a change since may not show: then only its hash,
    taken again, can tell.
    """

    device: int
    inode: int
    size: int
    modified_ns: int
    changed_ns: int
    is_fresh: bool


def mark_of(path: Path) -> Mark:
    """The mark of a file as it is now; OSError where there is none."""
    return _mark(os.stat(path))


def read_hash(path: Path) -> tuple[str, Mark]:
    """The SHA-256 hash of a file's bytes, and the mark that it had when they were read."""
    with path.open("rb") as stream:
        mark = _mark(os.fstat(stream.fileno()))
        return hashlib.file_digest(stream, "sha256").hexdigest(), mark


def is_unchanged(path: Path, mark: Mark, *, sha256: str) -> bool:
    """Whether a file is still the one that had this mark and this hash."""
    try:
        now = mark_of(path)
        is_same = _plain(now) == _plain(mark)
        return is_same and (not mark.is_fresh or read_hash(path)[0] == sha256)
    except OSError:
        return False


def _mark(known: os.stat_result) -> Mark:
    newest = max(known.st_mtime_ns, known.st_ctime_ns)
    return Mark(
        known.st_dev,
        known.st_ino,
        known.st_size,
        known.st_mtime_ns,
        known.st_ctime_ns,
        is_fresh=time.time_ns() - newest < COARSE_SECONDS * 10**9,
    )


def _plain(mark: Mark) -> tuple[int, ...]:
    return (mark.device, mark.inode, mark.size, mark.modified_ns, mark.changed_ns)
