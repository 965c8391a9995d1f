"""An old Office file (.xls) as bytes: its streams, and where the sheets of its workbook hold Excel errors.

The library that reads the cells gives an error as an empty cell, so the records that hold errors are looked for here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from purplebook.sources.workbook_parts import Errors

_NO_SECTOR = 0xFFFFFFF0
"""Numbers from here on are marks: the end of a chain, a free sector, a sector of the table itself."""
_BEGIN, _END, _FORMULA, _BOOL_OR_ERROR = 0x0809, 0x000A, 0x0006, 0x0205
_WORKSHEET = 0x0010
_WORDS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}

_WORKBOOK = ("Workbook", "Book")
_NOT_LAID_OUT = (struct.error, IndexError, ValueError)


def errors_by_sheet(path: Path) -> Sequence[Errors]:
    """The Excel errors of each worksheet, in the order of the file; none where the file is not laid out as one."""
    try:
        return tuple(_sheets(_stream(path.read_bytes(), _WORKBOOK)[0]))
    except _NOT_LAID_OUT:
        return ()


def is_cut_short(path: Path) -> bool:
    """Whether bytes of the workbook are missing: the library reads what there is, and the last rows are lost unsaid."""
    try:
        there, size = _stream(path.read_bytes(), _WORKBOOK)
    except _NOT_LAID_OUT:
        return False
    return len(there) < size


def _sheets(stream: bytes) -> Iterator[Errors]:
    errors: dict[tuple[int, int], str] | None = None
    depth = 0
    for kind, body in _records(stream):
        if kind == _BEGIN:
            depth += 1
            if depth == 1 and struct.unpack_from("<H", body, 2)[0] == _WORKSHEET:
                errors = {}
        elif kind == _END and depth:
            depth -= 1
            if depth == 0 and errors is not None:
                yield errors
                errors = None
        elif errors is not None and depth == 1 and kind in (_BOOL_OR_ERROR, _FORMULA):
            row, column = struct.unpack_from("<HH", body)
            if (code := _error_of(kind, body)) is not None:
                errors[row, column] = _WORDS.get(code, "#N/A")


def _error_of(kind: int, body: bytes) -> int | None:
    if kind == _BOOL_OR_ERROR:
        return body[6] if body[7] else None
    return body[8] if body[6] == 2 and body[12:14] == b"\xff\xff" else None


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _stream(content: bytes, names: Sequence[str]) -> tuple[bytes, int]:
    """The bytes of the first stream with one of these names, and how many it says it has; ValueError if none."""
    sector_size = 1 << struct.unpack_from("<H", content, 30)[0]
    first_directory, least_of_a_stream, first_mini_table, first_more, more_count = (
        struct.unpack_from("<I", content, at)[0] for at in (48, 56, 60, 68, 72)
    )

    def sector(number: int) -> bytes:
        return content[(number + 1) * sector_size : (number + 2) * sector_size]

    tables = list(struct.unpack_from("<109I", content, 76))
    for _ in range(min(more_count, len(content) // sector_size)):
        words = struct.unpack(f"<{sector_size // 4}I", sector(first_more))
        tables, first_more = [*tables, *words[:-1]], words[-1]
    following = b"".join(sector(number) for number in tables if number < _NO_SECTOR)
    table = struct.unpack(f"<{len(following) // 4}I", following)
    directory = b"".join(map(sector, _chain(first_directory, table)))
    entries = {name: entry for name, entry in _entries(directory).items() if name}
    first, size = next((entries[name] for name in names if name in entries), (0, -1))
    if size < 0:
        raise ValueError
    if size >= least_of_a_stream:
        return b"".join(map(sector, _chain(first, table)))[:size], size
    small = b"".join(map(sector, _chain(entries["Root Entry"][0], table)))
    minis = b"".join(map(sector, _chain(first_mini_table, table)))
    mini_table = struct.unpack(f"<{len(minis) // 4}I", minis)
    return b"".join(small[number * 64 : number * 64 + 64] for number in _chain(first, mini_table))[:size], size


def _entries(directory: bytes) -> Mapping[str, tuple[int, int]]:
    """Where each stream begins and how long it is, by its name."""
    entries = {}
    for at in range(0, len(directory) - 127, 128):
        length = struct.unpack_from("<H", directory, at + 64)[0]
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        entries[name] = struct.unpack_from("<II", directory, at + 116)
    return entries


def _chain(first: int, table: Sequence[int]) -> Iterator[int]:
    """The sectors of a stream in order; a table that runs in a circle ends with it."""
    seen: set[int] = set()
    while first < len(table) and first not in seen:
        seen.add(first)
        yield first
        first = table[first]
