"""Ofsted's Annex A, in one workbook or several of a day: recognising it, and reading its lists as rows in text."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.errors import BadInputError
from purplebook.sources.annex_a.declare import BIRTH, DATE
from purplebook.sources.annex_a.headers import (
    ListSheet,
    find_list,
    find_nearly,
    named_like,
    needed_headers,
    plain_header,
)
from purplebook.sources.annex_a.journey import CanonicalRow, Journeys
from purplebook.sources.date_order import are_month_first, wrong_date_order
from purplebook.sources.days import iso_day
from purplebook.sources.files import InputFile
from purplebook.sources.many_objects import no_search_for_cycles
from purplebook.sources.near_headers import did_you_mean, near_misses
from purplebook.sources.raw import RawFiles, RawTable, Source
from purplebook.sources.row_writer import parquet_batches
from purplebook.sources.workbook_cells import Sheet, is_workbook, sheets
from purplebook.store.parquet_sql import parquet_rows
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME

NAME = "annex-a"
TITLE = "Annex A workbook"


A_MONTH = 31
"""In days.  No authority goes a month without a contact, so a workbook without one was extracted earlier."""
ADOPTION_TABLES = ("permanence_case", "adopter")


def recognise(file: InputFile) -> bool:
    """Whether the file is a workbook; whether it holds a list is said by `read`, which can name its sheets."""
    return is_workbook(file)


def read(files: Sequence[InputFile], *, work: Path, as_at: date | None, progress: Callable[[str], None]) -> RawFiles:
    """Return the canonical rows of the lists of one day, which may lie in several workbooks.

    Raises BadInputError naming the sheets and columns at fault, or the workbooks that hold the same list: a list says
    how things stand on one day, and that of another day would stand open beside it for ever.
    """
    with no_search_for_cycles():
        books = [_opened(file, progress=progress) for file in files]
        faults = [fault for book in books for fault in book.faults]
        if faults := faults or _told_twice(books):
            raise BadInputError("\n".join(faults))
        return _read_together(books, work=work, as_at=as_at, progress=progress)


@dataclass(frozen=True)
class _Workbook:
    """One workbook with the lists found in it."""

    file: InputFile
    every: tuple[Sheet, ...]
    lists: tuple[ListSheet, ...]
    latest_day: date | None
    faults: tuple[str, ...]


def _opened(file: InputFile, *, progress: Callable[[str], None]) -> _Workbook:
    progress(f"reading {file.name}")
    every = sheets(file)
    lists = sorted(
        (list_sheet for sheet in every if (list_sheet := find_list(sheet)) is not None),
        key=lambda list_sheet: list_sheet.annex_list.number,
    )
    faults = _faults(file, lists, every=every)
    return _Workbook(file, every, tuple(lists), _latest_day(lists), tuple(faults))


def _told_twice(books: Sequence[_Workbook]) -> list[str]:
    """A fault for each list that stands in several workbooks."""
    by_number: dict[int, list[str]] = {}
    for book in books:
        for list_sheet in book.lists:
            place = f"{book.file.name}, sheet '{list_sheet.sheet.name}'"
            by_number.setdefault(list_sheet.annex_list.number, []).append(place)
    return [
        f"List {number} stands in several of these Annex A workbooks ({'; '.join(places)}). Workbooks are loaded "
        "together when each holds other lists of the same day. Where they are of several days, load one at a time; "
        "where a list was written in parts, put its rows into one."
        for number, places in sorted(by_number.items())
        if len(places) > 1
    ]


def _read_together(
    books: Sequence[_Workbook], *, work: Path, as_at: date | None, progress: Callable[[str], None]
) -> RawFiles:
    latest_day = max((book.latest_day for book in books if book.latest_day is not None), default=None)
    extracted_on, own_day = as_at or latest_day, _own_day(latest_day, as_at=as_at)
    journeys = Journeys(own_day)
    sources, rows_taken, rows_above = [], {}, {}
    lists = [(list_sheet, book.file) for book in books for list_sheet in book.lists]
    for list_sheet, file in sorted(lists, key=lambda pair: pair[0].annex_list.number):
        progress(f"reading {file.name}, List {list_sheet.annex_list.number}")
        source = Source(file.name, list_sheet.sheet.name, NAME, file.sha256)
        sources.append(source)
        rows_above[source.batch_id] = len(list_sheet.sheet.rows) - len(list_sheet.rows)
        rows_taken[source.batch_id] = journeys.add_list(list_sheet, source=source)
    warnings = [
        warning
        for book in books
        for warning in _warnings(
            book.file,
            book.lists,
            others=[sheet for sheet in book.every if sheet.rows],
            as_at=as_at,
            extracted_on=extracted_on,
        )
    ]
    return RawFiles(
        tables=_raw_tables(journeys.rows, work=work),
        extracted_on=extracted_on,
        sources=tuple(sources),
        rows_taken=rows_taken,
        rows_above=rows_above,
        issues=tuple(journeys.issues),
        warnings=(*warnings, *_older_warnings(books, day=own_day), *_group_warnings(journeys)),
        covers_from=_covers_from(own_day) if own_day else {},
        covers_to={table.name: own_day for table in DATA_TABLES} if own_day else {},
    )


def _older_warnings(books: Sequence[_Workbook], *, day: date | None) -> Iterator[str]:
    """Say which workbooks may be of an earlier day than the others that are loaded with them."""
    for book in books:
        if len(books) > 1 and day and book.latest_day and (day - book.latest_day).days > A_MONTH:
            yield (
                f"{book.file.name}: its latest date is {book.latest_day.day} {book.latest_day:%B %Y}, more than a "
                "month before the workbooks that were loaded with it. Check that it is of the same day."
            )


def _own_day(latest_day: date | None, *, as_at: date | None) -> date | None:
    """The day that the workbook is of: the one named, unless nothing happened in the month before it.

    Then the workbook is an older one, named with the files of a later day, and its latest date is what it reaches.
    """
    if as_at is None or latest_day is None:
        return as_at or latest_day
    return as_at if (as_at - latest_day).days <= A_MONTH else latest_day


def _covers_from(extracted_on: date) -> dict[str, date]:
    """The lists hold what was open or happened in the last six months, those about adoption in the last twelve."""
    return {
        table.name: _months_before(extracted_on, 12 if table.name in ADOPTION_TABLES else 6) for table in DATA_TABLES
    }


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    # The first day that is surely inside: the day after, so that a month's end never reaches too far back.
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) + timedelta(days=1)


def _faults(file: InputFile, lists: Sequence[ListSheet], *, every: Sequence[Sheet]) -> list[str]:
    if not lists and not any(map(find_nearly, every)):
        shown = ", ".join(sheet.shown for sheet in every)
        return [
            f"{file.name}: no sheet holds a list of Annex A. Its sheets are: {shown}. "
            "Each list needs its row of headers, such as 'Child Unique ID', 'Date of Contact', 'Contact Source'."
        ]
    faults = []
    by_number: dict[int, list[str]] = {}
    for list_sheet in lists:
        by_number.setdefault(list_sheet.annex_list.number, []).append(list_sheet.sheet.shown)
        if list_sheet.repeated:
            faults.append(
                f"{file.name}, sheet '{list_sheet.sheet.name}': these headers stand more than once: "
                f"{', '.join(list_sheet.repeated)}. Keep one of each."
            )
    for number, names in by_number.items():
        if len(names) > 1:
            shown = " and ".join(names)
            faults.append(
                f"{file.name}: the sheets {shown} both hold List {number}. Remove one, or its rows count twice."
            )
    faults += [fault for list_sheet in lists if (fault := _header_fault(file, list_sheet))]
    with_lists = {list_sheet.sheet.name for list_sheet in lists}
    nearly = (find_nearly(sheet) for sheet in every if sheet.name not in with_lists)
    faults += [fault for list_sheet in nearly if list_sheet and (fault := _header_fault(file, list_sheet))]
    # One list becomes rows of several tables, so the order of its dates is looked at here, for each whole column.
    for list_sheet in lists:
        places = dict(list_sheet.places)
        dated = [
            column.header
            for column in list_sheet.annex_list.all_columns
            if column.reads == DATE and column.header in places
        ]
        for header in dict.fromkeys((BIRTH, *dated) if BIRTH in places else dated):
            at = places[header]
            if are_month_first(cells[at] for _, cells in list_sheet.rows if at < len(cells)):
                place = f"{file.name}, sheet '{list_sheet.sheet.name}'"
                faults.append(wrong_date_order(place=place, header=list_sheet.header[at]))
    return faults


def _header_fault(file: InputFile, list_sheet: ListSheet) -> str | None:
    """What is wrong with a list's row of headers: one that is nearly a known one, or one that no row can do without."""
    annex_list = list_sheet.annex_list
    place = f"{file.name}, sheet {list_sheet.sheet.shown} (List {annex_list.number})"
    placed = dict(list_sheet.places)
    missing = [column.header for column in annex_list.all_columns if column.header not in placed]
    if near := near_misses(missing, [header for header, _ in list_sheet.extra], plain=plain_header):
        return did_you_mean(place, near)
    if lost := [header for header in needed_headers(annex_list) if header not in placed]:
        shown = " and ".join(f"'{header}'" for header in lost)
        return (
            f"{place}: the list has no column {shown}, without which its rows say nothing. "
            "Put it back, with its header, and load again."
        )
    return None


def _warnings(
    file: InputFile,
    lists: Sequence[ListSheet],
    *,
    others: Sequence[Sheet],
    as_at: date | None,
    extracted_on: date | None,
) -> tuple[str, ...]:
    warnings = []
    if as_at is None:
        shown = f"{extracted_on.day} {extracted_on:%B %Y}, the latest date on it" if extracted_on else "not known"
        warnings.append(
            f"{file.name}: no day was given for this extract, so it was taken as {shown}. Name it: --as-at."
        )
    used = {list_sheet.sheet.name for list_sheet in lists}
    if unused := [sheet.shown for sheet in others if sheet.name not in used]:
        warnings.append(f"{file.name}: these sheets hold no list and were left out: {', '.join(unused)}.")
    for name in (sheet.name for sheet in others):
        if name not in used and (like := named_like(name)) is not None:
            warnings.append(
                f"{file.name}: the sheet '{name}' is named like List {like.number}, but no row of its first ten holds "
                "enough of that list's headers. Its rows were not read: put the headers back and load again."
            )
    for list_sheet in lists:
        place = f"{file.name}, sheet '{list_sheet.sheet.name}' (List {list_sheet.annex_list.number})"
        if list_sheet.missing:
            warnings.append(f"{place}: these columns are missing and were left empty: {'; '.join(list_sheet.missing)}.")
        if list_sheet.extra:
            extra = "; ".join(header for header, _ in list_sheet.extra)
            warnings.append(f"{place}: these columns are not of the list; their cells were kept aside: {extra}.")
        if not list_sheet.rows:
            warnings.append(f"{place}: the list has headers and no rows.")
    return tuple(warnings)


def _group_warnings(journeys: Journeys) -> Iterator[str]:
    """Say in which columns cells name only a group of codes: the code they were given says more than they did."""
    columns: dict[tuple[str, str], dict[str, int]] = {}
    for (source, header, code), count in journeys.only_groups.items():
        columns.setdefault((source.place, header), {})[code] = count
    for (place, header), codes in columns.items():
        total = sum(codes.values())
        yield (
            f"{place}: {total:,} {'cell' if total == 1 else 'cells'} of the column '{header}' named only a group of "
            f"codes, and {'was' if total == 1 else 'were'} read as the group's code for any other "
            f"({', '.join(sorted(codes))}). The words are kept; write the code, and each is counted where it belongs."
        )


def _latest_day(lists: Sequence[ListSheet]) -> date | None:
    """The latest date of any event: the day of the extract cannot be earlier."""
    latest = ""
    for list_sheet in lists:
        places = dict(list_sheet.places)
        at = [
            places[column.header]
            for column in list_sheet.annex_list.all_columns
            if column.reads == DATE and column.header != BIRTH and column.header in places
        ]
        for place in at:
            texts = {cells[place] for _, cells in list_sheet.rows if place < len(cells)}
            latest = max([latest, *map(iso_day, texts)])
    return date.fromisoformat(latest) if latest else None


def _raw_tables(rows: Mapping[tuple[str, str], CanonicalRow], *, work: Path) -> tuple[RawTable, ...]:
    """Gather rows with the same table, sheet and columns, and write each gathering as one Parquet file of text."""
    groups: dict[tuple[str, Source, tuple[tuple[str, str], ...]], list[CanonicalRow]] = {}
    # Rows share their headers, so each headers' key is made once; the rows hold them, so no identity is used twice.
    keys: dict[int, tuple[tuple[str, str], ...]] = {}
    for row in rows.values():
        headers = keys.get(id(row.headers)) or keys.setdefault(id(row.headers), tuple(row.headers.items()))
        groups.setdefault((row.table, row.source, headers), []).append(row)
    raws = []
    for at, ((table, _, headers), members) in enumerate(groups.items()):
        names = sorted(set().union(*[row.cells for row in members]))
        text = {name: pa.array([row.cells.get(name) or None for row in members], pa.string()) for name in names}
        extra = pa.array([list(row.extra.items()) or None for row in members], pa.map_(pa.string(), pa.string()))
        numbers = pa.array([row.source_row for row in members], pa.int64())
        path = work / f"annex_a_{at}.parquet"
        pq.write_table(
            pa.table({"source_row": numbers, "extra": extra, **text}), path, compression="none", write_statistics=False
        )
        relation = f"(SELECT * FROM {parquet_rows([path])})"
        shown = {name: dict(headers).get(name, name) for name in names}
        raw = RawTable(TABLES_BY_NAME[table], members[0].source, relation, shown, are_dates_in_order=True)
        raws.append(replace(raw, batches=partial(parquet_batches, path)))
    return tuple(raws)
