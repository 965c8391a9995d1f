"""Writing to disk so that a power cut, a kill or a virus scanner leaves either the old state or the new one.

Knows nothing about what the files hold.  Everything is private to the owner, because a store holds children's records.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
REPLACE_ATTEMPTS = 40
REPLACE_PAUSE_SECONDS = 0.05


def make_private_folder(path: Path) -> None:
    """Make a folder that only its owner can open; one that exists is made private too."""
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    path.chmod(PRIVATE_FOLDER)


def sha256_of(path: Path) -> str:
    """The SHA-256 hash of a file's bytes, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def settle_file(path: Path) -> None:
    """Make a file private and wait until its bytes are on the disk."""
    path.chmod(PRIVATE_FILE)
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def settle_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk.  Windows has no such call, and keeps names in order itself."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file by one with this content, in one step: a reader sees the old bytes or the new ones."""
    draft = path.with_name(path.name + ".draft")
    draft.write_bytes(content)
    settle_file(draft)
    patiently(lambda: os.replace(draft, path))
    settle_folder(path.parent)


def move(source: Path, target: Path) -> None:
    """Rename a file or folder on the same disk in one step."""
    patiently(lambda: os.rename(source, target))


def patiently(action: Callable[[], None]) -> None:
    """Try again for two seconds: on Windows a file that somebody has open cannot be replaced or renamed."""
    for attempt in range(REPLACE_ATTEMPTS):
        try:
            return action()
        except PermissionError:
            if os.name != "nt" or attempt == REPLACE_ATTEMPTS - 1:
                raise
            time.sleep(REPLACE_PAUSE_SECONDS)


def remove_folder(path: Path) -> None:
    """Remove a folder and all in it; one that is already gone is no fault."""
    shutil.rmtree(path, ignore_errors=True)
