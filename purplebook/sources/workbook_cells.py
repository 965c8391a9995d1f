"""Opening a workbook that may be damaged, protected, enormous or no workbook at all.

Cells come out as text, so that types are settled in one place for every format.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from purplebook.errors import BadInputError
from purplebook.sources.excel_errors import UNNAMED
from purplebook.sources.files import CHUNK_BYTES, OLD_OFFICE, ZIP, InputFile
from purplebook.sources.old_workbook import errors_by_sheet, is_cut_short
from purplebook.sources.workbook_parts import DAMAGED, MOST_CELLS, Errors, PartFacts, errors_of, facts_of, sheet_parts

MOST_RANGES = 5
MOST_UNPACKED_BYTES = 2_000_000_000
"""A workbook whose parts unpack to more than this is refused: a small zip can be made to fill any disk."""


@dataclass(frozen=True)
class Sheet:
    """One worksheet: its name, and its rows as text from the first used row on, numbered as Excel numbers them.

    `merged` are the ranges that stand for several rows, such as "J2:J4": each of their rows has the value here.
    """

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    is_hidden: bool = False
    merged: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """How a message names it: a sheet that nobody sees is called so."""
        return f"'{self.name}'{' (a hidden sheet)' if self.is_hidden else ''}"


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
        return _DAMAGED.format(name=file.name)
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
    facts = facts_of(file)
    if facts is None:
        return _DAMAGED.format(name=file.name)
    return next((_too_far(file, name, facts[part]) for name, part in _too_large(file, facts)), None)


def _too_large(file: InputFile, facts: Mapping[str, PartFacts]) -> Iterator[tuple[str, str]]:
    large = {part for part, fact in facts.items() if fact.cells > MOST_CELLS}
    if large:
        names = {part: name for name, part in sheet_parts(file).items()}
        yield from ((names.get(part, part), part) for part in facts if part in large)


def _too_far(file: InputFile, sheet: str, facts: PartFacts) -> str:
    rows = "one row is" if facts.filled_rows == 1 else f"{facts.filled_rows:,} rows are"
    return (
        f"{file.name}, sheet '{sheet}': its cells reach to row {facts.last_row:,} and column "
        f"{_letters(facts.last_column)}, which makes {facts.cells:,}, and {rows} filled. At most {MOST_CELLS:,} are "
        "read. Delete the rows under the list and the columns beside it (not only what they hold), and save it again."
    )


def _letters(column: int) -> str:
    """What Excel calls a column, counted from 1."""
    before, last = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(65 + last)


def workbook_warnings(file: InputFile) -> tuple[str, ...]:
    """Say what the workbook holds that nobody may know of, and what was made of it.

    That is macros and links to other files, hidden sheets, and cells merged over several rows.
    """
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
    for sheet in sheets(file):
        if sheet.is_hidden and sheet.rows:
            warnings.append(
                f"{file.name}: the sheet '{sheet.name}' is hidden, and was looked at like the others. Remove it if its "
                "rows are not meant."
            )
        if sheet.merged:
            more = f" and {len(sheet.merged) - MOST_RANGES:,} more" if len(sheet.merged) > MOST_RANGES else ""
            warnings.append(
                f"{file.name}, sheet '{sheet.name}': cells are merged over several rows "
                f"({', '.join(sheet.merged[:MOST_RANGES])}{more}). Each of those rows was given the merged cell's "
                "value. Unmerge them if it is not meant for all."
            )
    return tuple(warnings)


@lru_cache(maxsize=1)
def sheets(file: InputFile) -> tuple[Sheet, ...]:
    """Every worksheet with its rows; raises BadInputError when one cannot be read.

    Kept until another workbook is asked for: each format looks at a workbook before one of them reads it.
    """
    with _opened(file) as book:
        errors = _errors(file, book)
        entries = {entry.name: entry for entry in book.sheets_metadata}
        return tuple(
            _sheet(book.get_sheet_by_name(name), entries[name], errors=errors.get(name, {}))
            for name in book.sheet_names
        )


def _errors(file: InputFile, book: CalamineWorkbook) -> Mapping[str, Errors]:
    """The Excel errors of each sheet that has any, by its name."""
    if file.kind == OLD_OFFICE:
        names = [entry.name for entry in book.sheets_metadata if entry.typ == SheetTypeEnum.WorkSheet]
        return dict(zip(names, errors_by_sheet(file.path), strict=False))
    with_errors = {part for part, facts in (facts_of(file) or {}).items() if facts.has_errors}
    if not with_errors:
        return {}
    return {name: errors_of(file, part) for name, part in sheet_parts(file).items() if part in with_errors}


def _sheet(sheet: CalamineSheet, entry: SheetMetadata, *, errors: Errors) -> Sheet:
    rows = dict(_rows(sheet))
    for (row, column), text in errors.items():
        cells = list(rows.get(row + 1, ()))
        cells += [""] * (column + 1 - len(cells))
        cells[column] = text or UNNAMED
        rows[row + 1] = tuple(cells)
    if errors:
        rows = dict(sorted(rows.items()))
    merged = _fill_merged(rows, sheet.merged_cell_ranges or ())
    return Sheet(entry.name, tuple(rows.items()), entry.visible != SheetVisibleEnum.Visible, merged)


def _fill_merged(
    rows: dict[int, tuple[str, ...]], ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> tuple[str, ...]:
    """Give the first cell's value to each row that a merged cell spans; return the ranges that were filled so.

    A row without a cell of its own stays empty: it is a part of a heading and not of the list.
    """
    filled = []
    for (first, column), (last, _) in sorted(ranges):
        value = rows.get(first + 1, ())[column : column + 1]
        below = [number for number in range(first + 2, last + 2) if number in rows] if value and value[0] else []
        for number in below:
            cells = [*rows[number], *[""] * (column + 1 - len(rows[number]))]
            cells[column] = value[0]
            rows[number] = tuple(cells)
        if below:
            name = _letters(column + 1)
            filled.append(f"{name}{first + 1}:{name}{last + 1}")
    return tuple(filled)


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


_DAMAGED = "{name}: the workbook is cut short or damaged. Copy or download it again."
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
    if is_cut_short(file.path):
        return _DAMAGED.format(name=file.name)
    try:
        with _opened(file):
            return None
    except BadInputError as error:
        return str(error)


def _parts(file: InputFile) -> dict[str, int]:
    with zipfile.ZipFile(file.path) as archive:
        return {entry.filename: entry.file_size for entry in archive.infolist()}


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        texts = _texts(cells) if cells.count("") < len(cells) else ()
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
