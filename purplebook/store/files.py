"""Writing to disk so that a power cut, a kill, a full disk or a virus scanner leaves the old state or the new one.

Knows nothing about what the files hold.  Everything is private to the owner, because most of it is children's records:
what a command writes for a person goes through here as what the store keeps does.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import stat
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from purplebook.store.lock import is_free, lock_if_free

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
REPLACE_ATTEMPTS = 40
REPLACE_PAUSE_SECONDS = 0.05
Make = Callable[[BinaryIO], None]
"""Writes what a file holds, a part at a time."""
PART = ".purplebook-*.part"
"""What a file is called while it is written: a name that no file of a person's has."""
NO_HARD_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK)
NOT_FOR_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF)


def make_private_folder(path: Path) -> None:
    """Make a folder that only its owner can open; one that exists is made private too."""
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    path.chmod(PRIVATE_FOLDER)


def make_folder(path: Path) -> None:
    """Make a folder, and those on the way to it, for its owner alone; one that is there is left as it is."""
    for folder in (*reversed(path.parents), path):
        if not folder.is_dir():
            folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


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
    """Wait until the names in a folder are on the disk, where it can be waited for: Windows and some shares cannot."""
    if os.name == "nt":
        return
    try:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as fault:
        if fault.errno not in NOT_FOR_FOLDERS:
            raise


def write_whole(path: Path, content: bytes | Make, *, may_replace: bool = True) -> None:
    """Put a file with this content at `path`, in one step and for its owner alone.  It need not be whole in memory.

    A reader sees the old bytes or the new ones, and what cannot be written leaves nothing.  A symbolic link at `path`
    gives way to the file; nothing is written through it.  Without `may_replace`, FileExistsError where a file is.
    """
    if _is_no_file(path):
        # A pipe or a terminal that somebody named: there is nothing to be replaced.
        with path.open("wb") as stream:
            if callable(content):
                content(stream)
            else:
                stream.write(content)
        return
    _write_all({path: content}, may_replace=may_replace)


def write_together(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put several files into a folder: none of them takes its place before all are on the disk."""
    _write_all({folder / name: content for name, content in contents.items()}, may_replace=True)


def write_new(path: Path, content: bytes) -> None:
    """Write a file of a folder that nobody looks into yet, and wait until it is on the disk."""
    handle = _create(path)
    try:
        _pour(handle, content)
    finally:
        os.close(handle)


def _write_all(contents: Mapping[Path, bytes | Make], *, may_replace: bool) -> None:
    folders = dict.fromkeys(path.parent for path in contents)
    for folder in folders:
        clear_parts(folder)
    parts: dict[Path, tuple[Path, int]] = {}
    for path in contents:
        if path.is_dir() and not path.is_symlink():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    try:
        for path, content in contents.items():
            part, handle = _new_part(path.parent)
            parts[path] = part, handle
            _pour(handle, content)
        for path, (part, handle) in parts.items():
            if os.name == "nt":
                os.close(handle)
            _take_place(part, path, may_replace=may_replace)
    finally:
        for part, handle in parts.values():
            with contextlib.suppress(OSError):
                os.close(handle)
            with contextlib.suppress(OSError):
                part.unlink()
    for folder in folders:
        settle_folder(folder)


def parts_left(folder: Path) -> tuple[Path, ...]:
    """Half-written files that a stopped command left in a folder; not those that somebody is writing."""
    return tuple(path for path in sorted(folder.glob(PART)) if not path.is_symlink() and is_free(path))


def clear_parts(folder: Path) -> None:
    """Remove the half-written files that stopped commands left in a folder."""
    for path in parts_left(folder):
        with contextlib.suppress(OSError):
            path.unlink()


def _new_part(folder: Path) -> tuple[Path, int]:
    """A new empty file beside the one to be, open, and locked so that nobody takes it for a left-over."""
    while True:
        path = folder / PART.replace("*", os.urandom(8).hex())
        handle = _create(path)
        lock_if_free(handle)
        try:
            # Somebody may have cleared it away before it was locked.
            if os.path.samestat(os.fstat(handle), path.lstat()):
                return path, handle
        except FileNotFoundError:
            pass
        os.close(handle)


def _create(path: Path) -> int:
    # O_EXCL follows no symbolic link; the right to read is the owner's alone before a byte is written.
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE)


def _pour(handle: int, content: bytes | Make) -> None:
    if callable(content):
        with os.fdopen(os.dup(handle), "wb") as stream:
            content(stream)
    else:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest[: 1 << 24]) :]
    os.fsync(handle)


def _take_place(part: Path, path: Path, *, may_replace: bool) -> None:
    if may_replace:
        return patiently(lambda: os.replace(part, path))
    try:
        os.link(part, path)
    except OSError as fault:
        if fault.errno not in NO_HARD_LINKS:
            raise
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        move(part, path)


def _is_no_file(path: Path) -> bool:
    """Whether something stands there that is neither a file nor a folder, such as /dev/stdout."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


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
    """Remove a folder and all in it; one that is already gone is no fault.  Of a symbolic link, only the link goes."""
    if path.is_symlink():
        path.unlink(missing_ok=True)
        return
    shutil.rmtree(path, ignore_errors=True)
