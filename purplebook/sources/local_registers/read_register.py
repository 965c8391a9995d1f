"""Reading local registers: workbooks or CSV files made from a template, recognised by their headers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.registers.declare import GUIDE_SHEET, Register
from purplebook.sources.careful_csv import first_rows, records
from purplebook.sources.files import TEXT, InputFile
from purplebook.sources.local_registers.find import HEADER_WITHIN_ROWS, Found, Rows, find, find_nearly, plain_header
from purplebook.sources.local_registers.rows import RegisterRows, columns_written
from purplebook.sources.near_headers import did_you_mean, near_misses
from purplebook.sources.raw import RawFiles, Source
from purplebook.sources.row_writer import RowWriter
from purplebook.sources.workbook_cells import is_workbook, sheets

NAME = "local-register"
TITLE = "local register"


def recognise(file: InputFile) -> bool:
    """Whether the file, or any sheet of it, has the headers of a register, or all but a few."""
    try:
        if is_workbook(file):
            return any(_is_register(sheet.rows[:HEADER_WITHIN_ROWS]) for sheet in sheets(file))
        return file.kind == TEXT and _is_register(first_rows(file))
    except BadInputError:
        # Another format, or none, may say better what is wrong with the file.
        return False


def read(files: Sequence[InputFile], *, work: Path, as_at: date | None, progress: Callable[[str], None]) -> RawFiles:
    """Return the rows of every register; raises BadInputError naming the files, sheets and headers at fault."""
    sources: list[Source] = []
    warnings: list[str] = []
    bad: list[str] = []
    rows_above: dict[str, int] = {}
    with RowWriter(work, name="register", columns=columns_written()) as writer:
        taker = RegisterRows(writer)
        for file in files:
            progress(f"reading {file.name}")
            try:
                parts = _parts(file)
            except BadInputError as error:
                bad.append(str(error))
                continue
            for sheet, rows in parts:
                source = Source(file.name, sheet, NAME, file.sha256)
                heading = find(rows)
                if heading is None:
                    if (nearly := find_nearly(rows)) is not None:
                        bad.append(_lost_headers(*nearly, place=source.place))
                    elif rows and sheet != GUIDE_SHEET:
                        warnings.append(f"{source.place}: it holds no register and was left out.")
                    continue
                if heading.repeated:
                    listed = ", ".join(heading.repeated)
                    bad.append(f"{source.place}: these headers stand more than once: {listed}. Keep one of each.")
                    continue
                if near := near_misses(heading.missing, [header for header, _ in heading.extra], plain=plain_header):
                    bad.append(did_you_mean(source.place, near))
                    continue
                sources.append(source)
                warnings += _warnings(heading, place=source.place)
                rows_above[source.batch_id] = sum(1 for number, _ in rows if number <= heading.header_row)
                for number, cells in rows:
                    if number > heading.header_row and any(_filled(cells)):
                        taker.add(heading, source=source, number=number, cells=cells, is_exact=sheet is None)
        if bad:
            raise BadInputError("\n".join(bad))
        tables = writer.finish()
    return RawFiles(
        tables=tables,
        extracted_on=as_at,
        sources=tuple(sources),
        rows_taken={source.batch_id: taker.taken[source] for source in sources},
        rows_above=rows_above,
        issues=tuple(taker.issues),
        warnings=tuple(warnings),
    )


def _is_register(rows: Rows) -> bool:
    return find(rows) is not None or find_nearly(rows) is not None


def _lost_headers(register: Register, lost: Sequence[str], *, place: str) -> str:
    return (
        f"{place}: this looks like the register '{register.title}', but these headers are missing: {'; '.join(lost)}. "
        f"Put them in; `purplebook template {register.name}` writes the whole row of headers."
    )


def _parts(file: InputFile) -> tuple[tuple[str | None, Rows], ...]:
    """Each sheet with its rows; a file of text is one part without a sheet."""
    if is_workbook(file):
        return tuple((sheet.name, sheet.rows) for sheet in sheets(file))
    return ((None, tuple(records(file))),)


def _filled(cells: Sequence[str]) -> list[str]:
    return [cell for cell in cells if cell.strip()]


def _warnings(heading: Found, *, place: str) -> list[str]:
    warnings = []
    if heading.missing:
        warnings.append(f"{place}: these columns are missing and were left empty: {'; '.join(heading.missing)}.")
    if heading.extra:
        extra = "; ".join(header for header, _ in heading.extra)
        warnings.append(f"{place}: these columns are not of the register; their cells were kept aside: {extra}.")
    return warnings
