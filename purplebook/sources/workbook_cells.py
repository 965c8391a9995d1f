"""Opening a workbook that may be damaged, protected, enormous or no workbook at all.

Cells come out as text, so that types are settled in one place for every format.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from purplebook.errors import BadInputError
from purplebook.sources.files import CHUNK_BYTES, OLD_OFFICE, ZIP, InputFile

MOST_UNPACKED_BYTES = 2_000_000_000
"""A workbook whose parts unpack to more than this is refused: a small zip can be made to fill any disk."""


DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(ValueError, IndexError, KeyError, NotImplementedError, OverflowError, RuntimeError),
)
"""What Python's own reader of zips makes of damage: a place before the file's beginning is an OSError to it."""


@dataclass(frozen=True)
class Sheet:
    """One worksheet: its name, and its rows as text from the first used row on, numbered as Excel numbers them."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def is_workbook(file: InputFile) -> bool:
    """Whether the file is a zip that holds a workbook's main part, or an old Office file that holds one (.xls)."""
    if file.kind == OLD_OFFICE:
        return _is_old_workbook(_streams(file))
    try:
        return "xl/workbook.xml" in _parts(file)
    except DAMAGED:
        return False


def workbook_fault(file: InputFile) -> str | None:
    """Say why a zip or old Office file cannot be opened as a workbook; None when it can, or when it is neither."""
    if file.kind == OLD_OFFICE:
        return _old_workbook_fault(file)
    if file.kind != ZIP:
        return None
    try:
        parts = _parts(file)
    except DAMAGED:
        return f"{file.name}: the workbook is cut short or damaged. Copy or download it again."
    if "xl/workbook.bin" in parts:
        return f"{file.name}: this is a binary workbook (.xlsb). Open it and save it as .xlsx."
    if "xl/workbook.xml" not in parts:
        if file.path.suffix.lower() == ".zip":
            return f"{file.name}: this is a zip of other files. Unzip it first, and load the folder that comes out."
        return f"{file.name}: this is a zip or another kind of document, not a workbook. Save the workbook as .xlsx."
    size = sum(parts.values())
    if size > MOST_UNPACKED_BYTES:
        return (
            f"{file.name}: the workbook unpacks to {size / 1e9:,.1f} GB and the most allowed is "
            f"{MOST_UNPACKED_BYTES / 1e9:,.0f} GB. Save each list on its own, or as CSV."
        )
    if not _is_sound(file):
        return f"{file.name}: the workbook is cut short or damaged. Copy or download it again."
    return None


def workbook_warnings(file: InputFile) -> tuple[str, ...]:
    """Say what the workbook holds besides cells, and that it was left alone: macros and links to other files."""
    if file.kind == OLD_OFFICE:
        has_macros, has_links = "_VBA_PROJECT_CUR" in _streams(file), False
    else:
        parts = _parts(file)
        has_macros = "xl/vbaProject.bin" in parts
        has_links = any(part.startswith("xl/externalLinks/") for part in parts)
    warnings = []
    if has_macros:
        warnings.append(f"{file.name}: the workbook holds macros. They were not run; only the cells were read.")
    if has_links:
        warnings.append(
            f"{file.name}: the workbook has links to other files. They were not followed: "
            "its cells were read as they were when it was last saved."
        )
    return tuple(warnings)


def sheets(file: InputFile) -> tuple[Sheet, ...]:
    """Every worksheet with its rows; raises BadInputError when one cannot be read."""
    with _opened(file) as book:
        return tuple(Sheet(name, tuple(_rows(book.get_sheet_by_name(name)))) for name in book.sheet_names)


@contextmanager
def _opened(file: InputFile) -> Iterator[CalamineWorkbook]:
    """The open workbook; whatever goes wrong while it is open becomes bad input."""
    try:
        with CalamineWorkbook.from_path(str(file.path)) as book:
            yield book
    except PasswordError as error:
        raise BadInputError(_PROTECTED.format(name=file.name)) from error
    except (CalamineError, OSError, ValueError) as error:
        raise BadInputError(f"{file.name}: the workbook is damaged. Open it in Excel and save it again.") from error
    except BaseException as error:
        # A panic inside the library is no Exception; a damaged workbook must not look like a fault of ours.
        if type(error).__name__ != "PanicException":
            raise
        raise BadInputError(f"{file.name}: the workbook is damaged. Open it in Excel and save it again.") from error


_PROTECTED = "{name}: the workbook is protected by a password. Save a copy without a password."
_STREAM_NAMES = ("Workbook", "Book", "WordDocument", "PowerPoint Document", "EncryptedPackage", "_VBA_PROJECT_CUR")
_ENTRY_BYTES = 128


def _streams(file: InputFile) -> frozenset[str]:
    """Which of the names that matter stand in the directory of an old Office file.

    An entry of the directory begins with its name, and every entry begins at a multiple of 128 bytes.
    """
    wanted = {f"{name}\0".encode("utf-16-le"): name for name in _STREAM_NAMES}
    names = set()
    with file.path.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            for start, name in wanted.items():
                at = chunk.find(start)
                while at >= 0 and at % _ENTRY_BYTES:
                    at = chunk.find(start, at + 1)
                if at >= 0:
                    names.add(name)
    return frozenset(names)


def _is_old_workbook(streams: frozenset[str]) -> bool:
    """Whether these are the streams of a workbook: a letter may hold a workbook inside, and is none."""
    return not streams.isdisjoint(("Workbook", "Book")) and streams.isdisjoint(("WordDocument", "PowerPoint Document"))


def _old_workbook_fault(file: InputFile) -> str | None:
    streams = _streams(file)
    if "EncryptedPackage" in streams:
        return _PROTECTED.format(name=file.name)
    if not _is_old_workbook(streams):
        return f"{file.name}: this is an old Office file and no workbook. Open it and save it as .xlsx."
    try:
        with _opened(file):
            return None
    except BadInputError as error:
        return str(error)


def _parts(file: InputFile) -> dict[str, int]:
    with zipfile.ZipFile(file.path) as archive:
        return {entry.filename: entry.file_size for entry in archive.infolist()}


def _is_sound(file: InputFile) -> bool:
    """Whether every part unpacks to the size and checksum it states: a stated size could lie about a bomb."""
    try:
        with zipfile.ZipFile(file.path) as archive:
            return archive.testzip() is None
    except DAMAGED:
        return False


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        texts = _texts(cells)
        if any(texts):
            yield number, texts


def _texts(cells: Sequence[object]) -> tuple[str, ...]:
    return tuple(map(_text, cells))


# Dates, teams and codes repeat, so each is made into text once; `typed` since 1 and true are equal and read apart.
@lru_cache(maxsize=50_000, typed=True)
def _text(cell: object) -> str:
    """One cell as text: whole numbers without a point, dates as YYYY-MM-DD, blanks of every kind as one space."""
    if isinstance(cell, str):
        return " ".join(cell.replace("\x00", "").split())
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date | time | timedelta | int):
        return str(cell)
    return ""
