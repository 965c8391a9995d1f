"""One file of many pieces, each with its hash: for what is worked out of records, and is read a little at a time.

    MAGIC | the pieces, one after the other | an index as JSON | where the index begins and its SHA-256

The index says where each piece lies and what its hash is, and whatever else the writer tells of the file.  A piece is
read into memory and held against its hash there, so that nothing can change between the two.  To open a file costs two
small reads however many pieces it has: as files of their own, four hundred columns took twenty times as long to open.
Knows nothing of what the pieces hold.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

MAGIC = b"purplebook pieces 1\n"
FOOT = 8 + 32
"""Bytes at the end: where the index begins, and its hash."""

Read = Callable[[int, int], bytes]


class AlteredError(Exception):
    """What was read is not what was written.  Its words name no content."""


class Pieces:
    """A file of pieces that is open, or the bytes of one.  `about` is what its writer told of it."""

    def __init__(self, read: Read, size: int, *, close: Callable[[], None] = lambda: None) -> None:
        self._read, self._close = read, close
        self.about, self._places = _index(read, size)

    def __len__(self) -> int:
        return len(self._places)

    def read(self, number: int) -> bytes:
        """One piece; AlteredError when its bytes are not those that were written."""
        try:
            offset, size, sha256 = self._places[number]
            content = self._read(offset, size)
        except (OSError, IndexError) as fault:
            raise AlteredError from fault
        if hashlib.sha256(content).hexdigest() != sha256:
            raise AlteredError
        return content

    def close(self) -> None:
        """Let go of the file."""
        self._close()


def open_pieces(path: Path) -> Pieces:
    """Open a file of pieces; AlteredError when it is missing or its index is not as it was written."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError as fault:
        raise AlteredError from fault
    try:
        size = os.fstat(handle).st_size
        return Pieces(lambda at, count: _read_at(handle, at, count), size, close=lambda: os.close(handle))
    except BaseException:
        os.close(handle)
        raise


def pieces_of(content: bytes) -> Pieces:
    """The pieces of a file that is in memory."""
    return Pieces(lambda offset, size: content[offset : offset + size], len(content))


def joined_pieces(about: dict[str, Any], pieces: Sequence[bytes]) -> bytes:
    """The bytes of a file: always the same for the same pieces."""
    places, at = [], len(MAGIC)
    for piece in pieces:
        places.append((at, len(piece), hashlib.sha256(piece).hexdigest()))
        at += len(piece)
    index = json.dumps({"about": about, "pieces": places}, ensure_ascii=False, separators=(",", ":")).encode()
    return b"".join([MAGIC, *pieces, index, at.to_bytes(8, "little"), hashlib.sha256(index).digest()])


def _index(read: Read, size: int) -> tuple[Any, list[tuple[int, int, str]]]:
    try:
        if read(0, len(MAGIC)) != MAGIC:
            raise AlteredError
        foot = read(size - FOOT, FOOT)
        start = int.from_bytes(foot[:8], "little")
        if not len(MAGIC) <= start <= size - FOOT:
            raise AlteredError
        index = read(start, size - FOOT - start)
    except (OSError, ValueError) as fault:
        raise AlteredError from fault
    if hashlib.sha256(index).digest() != foot[8:]:
        raise AlteredError
    known = json.loads(index)
    return known["about"], known["pieces"]


if hasattr(os, "pread"):

    def _read_at(handle: int, offset: int, size: int) -> bytes:
        return os.pread(handle, size, offset)

else:

    def _read_at(handle: int, offset: int, size: int) -> bytes:
        os.lseek(handle, offset, os.SEEK_SET)
        return os.read(handle, size)
