"""Where DuckDB puts what it has no memory for: in the store, which only its owner can open, and not where we stand.

Each question that may need it gets a folder of its own for as long as it is asked.  A file in it is locked meanwhile,
so that a folder whose question was killed can be told from one that is in use.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from purplebook.store.files import remove_folder
from purplebook.store.lock import is_free, lock_if_free

SPILL_PREFIX = "spill-"
OUR_NAME = re.compile(SPILL_PREFIX + "[0-9a-f]{16}")
IN_USE = "in-use"
NO_SPILLING = ""
"""What DuckDB takes for "work in memory alone"."""


@contextlib.contextmanager
def spill_folder(store: Path) -> Iterator[str]:
    """A private folder in the store until the block ends; NO_SPILLING where nothing can be written there."""
    folder = store / f"{SPILL_PREFIX}{os.urandom(8).hex()}"
    try:
        folder.mkdir(mode=0o700)
        handle = os.open(folder / IN_USE, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        yield NO_SPILLING
        return
    try:
        lock_if_free(handle)
        yield str(folder / "duckdb")
    finally:
        os.close(handle)
        remove_folder(folder)


def spills_left(store: Path) -> tuple[Path, ...]:
    """The folders of questions that were killed."""
    return tuple(
        path
        for path in sorted(store.glob(f"{SPILL_PREFIX}*"))
        if OUR_NAME.fullmatch(path.name) and not path.is_symlink() and _is_dead(path)
    )


def _is_dead(folder: Path) -> bool:
    # The folder is a moment older than the file in it.
    return is_free(folder / IN_USE) if (folder / IN_USE).exists() else time.time() - folder.stat().st_mtime > 60


def clear_spills(store: Path) -> None:
    """Remove the folders of questions that were killed."""
    for folder in spills_left(store):
        remove_folder(folder)
