"""CSV files and sheets of a workbook as given rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from purplebook.errors import BadInputError
from purplebook.sources.careful_csv import (
    HEADER_WITHIN_ROWS,
    heading_of,
    last_row_cell_count,
    lines_above,
    ragged,
    records,
)
from purplebook.sources.cells import BLANKS
from purplebook.sources.excel_errors import EXCEL_ERRORS
from purplebook.sources.faults import is_totals
from purplebook.sources.files import InputFile
from purplebook.sources.near_headers import did_you_mean, near_misses
from purplebook.sources.raw import Source
from purplebook.sources.ssda903.given import Given, GivenRow, given_row, tidy, without_repeats
from purplebook.sources.ssda903.layout import AUTHORITY, Header, is_index, match_header
from purplebook.sources.workbook_cells import Sheet, sheets
from purplebook.store.loaded import RowIssue

_NAME_OF_A_COLUMN = re.compile(r"(?!.*\d{3})[^\r\n]{1,40}")


@dataclass(frozen=True)
class Heading:
    """A header that was recognised, and the number of its row."""

    header: Header
    row: int


def csv_heading(file: InputFile) -> Heading | None:
    """The file's header when it is one of the return; None when it is none or cannot be read."""
    return _heading(heading_of(file, lambda cells: match_header(cells) is not None))


def sheet_heading(sheet: Sheet) -> Heading | None:
    """The same of a sheet."""
    return _heading(next((row for row in sheet.rows[:HEADER_WITHIN_ROWS] if match_header(row[1]) is not None), None))


def _heading(row: tuple[int, Sequence[str]] | None) -> Heading | None:
    header = None if row is None else match_header(row[1])
    return None if row is None or header is None else Heading(header, row[0])


def read_csv(file: InputFile, *, format_name: str) -> Given:
    """Every row of one CSV file.

    Raises BadInputError when a column stands twice, a quotation mark stays open or the file breaks off in its last row.
    """
    heading = csv_heading(file)
    assert heading is not None, "the file was recognised"
    _refuse_if_cut(file, header=heading.header)
    return _given(records(file), heading=heading, source=Source(file.name, None, format_name, file.sha256))


def read_workbook(file: InputFile, *, format_name: str) -> tuple[tuple[Given, ...], tuple[str, ...]]:
    """Every sheet that is a file of the return, and a warning for the sheets that are none."""
    return_files, others = [], []
    for sheet in sheets(file):
        heading = sheet_heading(sheet)
        if heading is None:
            others += [sheet.shown] if sheet.rows else []
            continue
        source = Source(file.name, sheet.name, format_name, file.sha256)
        return_files.append(_given(sheet.rows, heading=heading, source=source))
    warning = f"{file.name}: these sheets are no file of the return and were left out: {', '.join(others)}."
    return tuple(return_files), (warning,) if others else ()


def _refuse_if_cut(file: InputFile, *, header: Header) -> None:
    """A last row without a line end that also lacks cells is what a broken copy leaves: what came after it is lost."""
    count = None if file.is_ended else last_row_cell_count(file)
    if count is not None and count < len(header.names):
        raise BadInputError(
            f"{file.name} looks cut short: its last row has {count} of {len(header.names)} cells and no line end. "
            "Export or copy the file again."
        )


def _given(rows: Iterable[tuple[int, Sequence[str]]], *, heading: Heading, source: Source) -> Given:
    header = heading.header
    if header.repeated:
        raise BadInputError(
            f"{source.place}: these columns stand more than once: {', '.join(header.repeated)}. Keep one of each."
        )
    if near := near_misses(header.missing, header.extra):
        raise BadInputError(did_you_mean(source.place, near))
    issues: list[RowIssue] = []
    whole: list[tuple[int, Sequence[str]]] = []
    above = 0
    for number, cells in rows:
        if number <= heading.row:
            above += 1
            continue
        if len(cells) > len(header.names):
            cells = _without_blanks_at_end(cells, count=len(header.names))
        if len(cells) == len(header.names):
            whole.append((number, cells))
        else:
            issues.append(ragged(source.file_name, number, cells, sheet=source.sheet))
    taken = _by_column(whole, header=header, source=source) or _by_row(whole, header=header, source=source)
    issues += taken.faulty
    warnings = (*lines_above(source.place, heading.row), *_warnings(header, taken.good, source=source))
    kept, repeats = without_repeats(taken.good, alike=taken.alike)
    return Given(source, kept, above, (*issues, *repeats), warnings, (header.layout,), taken.texts)


def _without_blanks_at_end(cells: Sequence[str], *, count: int) -> Sequence[str]:
    """The row without its last cells beyond `count` that hold nothing."""
    end = len(cells)
    while end > count and not cells[end - 1].strip(BLANKS):
        end -= 1
    return cells[:end]


@dataclass(frozen=True)
class _Taken:
    """The rows that can be used, and what is wrong with others.

    Rows taken by column come with what is equal for rows that are alike, and with the texts of each column.
    """

    good: list[GivenRow]
    faulty: Sequence[RowIssue] = ()
    alike: Sequence[tuple[str, ...]] | None = None
    texts: Mapping[str, AbstractSet[str]] | None = None


def _by_column(rows: Sequence[tuple[int, Sequence[str]]], *, header: Header, source: Source) -> _Taken | None:
    """The rows, each distinct text of a column tidied once; None when some row is at fault and must be told of."""
    if not rows:
        return None
    numbers, lines = zip(*rows, strict=True)
    columns = dict(enumerate(zip(*lines, strict=True)))
    known = {at: name for at, name in enumerate(header.names) if name in header.layout.columns}
    tidied = []
    texts_of: dict[str, AbstractSet[str]] = {}
    for at, name in known.items():
        texts = {text: tidy(text) for text in set(columns[at])}
        if name == "CHILD" and any(not text or is_totals(text) for text in texts.values()):
            return None
        if not EXCEL_ERRORS.isdisjoint(texts.values()):
            return None
        texts_of[name] = set(texts.values()) - {""}
        tidied.append(tuple(map(texts.__getitem__, columns[at])))
    others = {}
    for at, name in enumerate(header.names):
        if at not in known and not is_index(name, at=at):
            texts = set(columns[at])
            if not EXCEL_ERRORS.isdisjoint(texts):
                return None
            shown = name or f"column {at + 1}"
            if any(text.strip(BLANKS) for text in texts):
                if shown in others:
                    return None
                others[shown] = columns[at]
    names, no_extra = tuple(known.values()), {}
    extras = [no_extra] * len(rows)
    if others:
        extras = [
            {name: text for name, text in zip(others, texts, strict=True) if text.strip(BLANKS)}
            for texts in zip(*others.values(), strict=True)
        ]
    alike = list(zip(*tidied, *others.values(), strict=True))
    good = []
    for number, texts, extra in zip(numbers, zip(*tidied, strict=True), extras, strict=True):
        cells = {name: text for name, text in zip(names, texts, strict=True) if text}
        good.append(GivenRow(source, number, header.layout, cells, extra))
    return _Taken(good, alike=alike, texts=texts_of)


def _by_row(rows: Sequence[tuple[int, Sequence[str]]], *, header: Header, source: Source) -> _Taken:
    good: list[GivenRow] = []
    issues: list[RowIssue] = []
    for number, cells in rows:
        row, faulty = _row(cells, number=number, header=header, source=source)
        issues += faulty
        if row is not None:
            good.append(row)
    return _Taken(good, issues)


def _row(
    cells: Sequence[str], *, number: int, header: Header, source: Source
) -> tuple[GivenRow | None, tuple[RowIssue, ...]]:
    names = header.names
    known = {name: cell for name, cell in zip(names, cells, strict=True) if name in header.layout.columns}
    extra = {
        name or f"column {at + 1}": cell
        for at, (name, cell) in enumerate(zip(names, cells, strict=True))
        if name not in known and cell.strip(BLANKS) and not is_index(name, at=at)
    }
    return given_row(known, source=source, number=number, layout=header.layout, extra=extra)


def _warnings(header: Header, rows: Sequence[GivenRow], *, source: Source) -> tuple[str, ...]:
    warnings = []
    if header.missing:
        warnings.append(
            f"{source.place} ({header.layout.name}): these columns are missing and were left empty: "
            f"{', '.join(header.missing)}."
        )
    if header.extra:
        shown = _names(header.extra, is_header_sound=bool(rows))
        warnings.append(f"{source.place}: these columns are not of the return; their cells were kept aside: {shown}.")
    if len({row.extra.get(AUTHORITY) for row in rows}) > 1:
        warnings.append(
            f"{source.place}: the column '{AUTHORITY}' names several authorities. Every row was loaded under the one "
            "that the load names: load each authority's rows on their own."
        )
    return tuple(warnings)


def _names(extra: Sequence[str], *, is_header_sound: bool) -> str:
    """The names of columns, but of those that may be a child's data in a header that ran into a row, the count alone.

    That is any text with three digits in a row or a line break, and every one when no row has as many cells.
    """
    safe = [name for name in extra if not name or (is_header_sound and _NAME_OF_A_COLUMN.fullmatch(name))]
    shown = [name or "a column without a name" for name in safe]
    if len(safe) < len(extra):
        shown.append(f"{len(extra) - len(safe)} that do not look like names of columns (check the first line)")
    return ", ".join(shown)
