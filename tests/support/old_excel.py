"""Writing a small .xls workbook of the kind that Excel 97 wrote (BIFF8 in an Office container), for tests only.

Cells are text, numbers, yes and no, errors, or dates, which get a date format.  There is no more to it than
the reader needs.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from datetime import date

_SECTOR = 512
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_PLAIN_STYLE, _DATE_STYLE = 0, 1
ERRORS = {"#NULL!": 0x00, "#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#NUM!": 0x24, "#N/A": 0x2A}
"""The errors of Excel by the number it keeps them under: a cell with one of these texts is written as that error."""


def old_workbook(sheets: Mapping[str, Sequence[Sequence[object]]], *, stream: str = "Workbook") -> bytes:
    """The bytes of a .xls file with these sheets; `stream` is the name of its one stream."""
    return _container(_book(sheets), name=stream)


def _book(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    bodies = [_sheet(rows) for rows in sheets.values()]
    start = _begin(0x0005) + _record(0x0042, struct.pack("<H", 1200)) + _record(0x0022, struct.pack("<H", 0))
    start += _record(0x0031, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\x05\x00Arial")
    # Two styles: general, and the built-in date format numbered 14.
    start += _style(0) + _style(14)
    names = [name.encode("utf-16-le") for name in sheets]
    size = len(start) + sum(4 + 8 + len(name) for name in names) + 4
    entries, at = b"", size
    for name, body in zip(names, bodies, strict=True):
        entries += _record(0x0085, struct.pack("<IBBBB", at, 0, 0, len(name) // 2, 1) + name)
        at += len(body)
    return start + entries + _record(0x000A, b"") + b"".join(bodies)


def _sheet(rows: Sequence[Sequence[object]]) -> bytes:
    width = max((len(row) for row in rows), default=0)
    body = _begin(0x0010) + _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            body += _cell(number, place, cell)
    return body + _record(0x000A, b"")


def _cell(row: int, column: int, cell: object) -> bytes:
    if cell is None:
        return b""
    if cell in ERRORS:
        return _record(0x0205, struct.pack("<HHHBB", row, column, _PLAIN_STYLE, ERRORS[str(cell)], 1))
    if isinstance(cell, bool):
        return _record(0x0205, struct.pack("<HHHBB", row, column, _PLAIN_STYLE, cell, 0))
    if isinstance(cell, date):
        days = float((cell - date(1899, 12, 30)).days)
        return _record(0x0203, struct.pack("<HHHd", row, column, _DATE_STYLE, days))
    if isinstance(cell, int | float):
        return _record(0x0203, struct.pack("<HHHd", row, column, _PLAIN_STYLE, float(cell)))
    text = str(cell).encode("utf-16-le")
    return _record(0x0204, struct.pack("<HHHHB", row, column, _PLAIN_STYLE, len(text) // 2, 1) + text)


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _style(number_format: int) -> bytes:
    return _record(0x00E0, struct.pack("<HHH", 0, number_format, 0) + bytes(14))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _container(content: bytes, *, name: str) -> bytes:
    """An Office container: header, the table of sectors, the directory, then the stream's sectors."""
    content = content.ljust(4096, b"\x00")
    count = -(-len(content) // _SECTOR)
    fat_count = 1
    while fat_count * 128 < fat_count + 1 + count:
        fat_count += 1
    first = fat_count + 1
    fat = [_FAT] * fat_count + [_END] + [first + at + 1 for at in range(count - 1)] + [_END]
    fat += [_FREE] * (fat_count * 128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fat_count, fat_count, 0, 4096, _END, 0, _END, 0
    )
    header += struct.pack("<109I", *range(fat_count), *[_FREE] * (109 - fat_count))
    root = _entry("Root Entry", kind=5, child=1, first=_END, size=0)
    directory = root + _entry(name, kind=2, child=_NONE, first=first, size=len(content))
    directory += _entry("", kind=0, child=_NONE, first=0, size=0) * 2
    return header + struct.pack(f"<{len(fat)}I", *fat) + directory + content.ljust(count * _SECTOR, b"\x00")


def _entry(name: str, *, kind: int, child: int, first: int, size: int) -> bytes:
    text = (name + "\x00").encode("utf-16-le") if name else b""
    return (
        text.ljust(64, b"\x00")
        + struct.pack("<HBBIII", len(text), kind, 1, _NONE, _NONE, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )
