"""The census as a whole: its header, its children one at a time, and several years of it as one history."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.sources import faults
from purplebook.sources.careful_xml import children, elements, local_name, start_of, text_of
from purplebook.sources.cin_census.child import ChildReader
from purplebook.sources.cin_census.layout import COLUMNS
from purplebook.sources.files import InputFile
from purplebook.sources.loaded import RowIssue
from purplebook.sources.raw import RawFiles, RawTable, Source, quoted_name
from purplebook.sources.row_writer import RowWriter
from purplebook.tables import DATA_TABLES

NAME = "cin-census"
TITLE = "children in need census"


@dataclass(frozen=True)
class Header:
    """What the file says of itself; both are empty when it says nothing."""

    year: str
    reference_day: str


def recognise(file: InputFile) -> bool:
    """Whether the XML says that it is the census, or holds its children."""
    start = start_of(file)
    return "<Message" in start and (
        re.search(r"<Collection>\s*CIN\s*</Collection>", start) is not None or "<ChildIdentifiers" in start
    )


def read(files: Sequence[InputFile], *, work: Path, as_at: date | None, progress: Callable[[str], None]) -> RawFiles:
    """Return the rows of one or several years; an event that stands in several is taken from the latest.

    Raises BadInputError naming each file that is no sound census.
    """
    headers, problems = {}, []
    for file in files:
        try:
            headers[file] = _header(file)
        except BadInputError as error:
            problems.append(str(error))
    if problems:
        raise BadInputError("\n".join(problems))
    ordered = sorted(files, key=lambda file: (headers[file].reference_day, file.name))
    sources, tables, rows_read, issues = [], [], {}, []
    for at, file in enumerate(ordered):
        progress(f"reading {file.name}")
        source = Source(file.name, None, NAME, file.sha256)
        count, found, faulty = _read_file(file, source, headers[file], work=work, at=at)
        sources.append(source)
        tables.append(found)
        rows_read[source.batch_id] = count
        issues += faulty
    days = [day for header in headers.values() if (day := _day(header.reference_day)) is not None]
    extracted_on = as_at or max(days, default=None)
    return RawFiles(
        tables=_latest_first(tables),
        extracted_on=extracted_on,
        sources=tuple(sources),
        rows_read=rows_read,
        issues=tuple(issues),
        warnings=_warnings(headers),
        covers_from=_covers_from(days),
    )


def _read_file(
    file: InputFile, source: Source, header: Header, *, work: Path, at: int
) -> tuple[int, tuple[RawTable, ...], list[RowIssue]]:
    """Read every child; return how many there were, the tables, and the children that were left out."""
    issues: list[RowIssue] = []
    seen: set[str] = set()
    count = 0
    with RowWriter(work, name=f"census_{at}", columns=COLUMNS) as writer:
        for child in elements(file, named=("Child",)):
            count += 1
            row = count

            def emit(table: str, cells: Mapping[str, str], row: int = row) -> None:
                writer.add(table, source=source, row=row, cells=cells)

            identifiers = next(iter(children(child, "ChildIdentifiers")), None)
            number = text_of(identifiers, "LAchildID")
            if not number or number in seen:
                fault = faults.REPEATED_KEY if number else faults.NO_KEY
                issues.append(_left_out(file, row, fault, value=number or None))
                continue
            seen.add(number)
            ChildReader(number, header.reference_day, emit).read(child)
        return count, writer.finish(), issues


def _header(file: InputFile) -> Header:
    for element in elements(file, named=("Header", "Children")):
        if local_name(element) == "Header":
            details = next(iter(children(element, "CollectionDetails")), None)
            return Header(text_of(details, "Year"), text_of(details, "ReferenceDate")[:10])
        break
    return Header("", "")


def _latest_first(years: Sequence[Sequence[RawTable]]) -> tuple[RawTable, ...]:
    """Take out of each year's rows those that a later year tells again: it knows how they went on."""
    kept = []
    for at, tables in enumerate(years):
        for raw in tables:
            key = quoted_name(raw.table.key[0])
            later = [other.relation for year in years[at + 1 :] for other in year if other.table.name == raw.table.name]
            told_again = " UNION ALL ".join(f"SELECT {key} FROM {relation}" for relation in later)
            rows = f"(SELECT * FROM {raw.relation} WHERE {key} NOT IN ({told_again}))" if later else raw.relation
            kept.append(replace(raw, relation=rows))
    return tuple(kept)


def _warnings(headers: Mapping[InputFile, Header]) -> tuple[str, ...]:
    found = []
    for file, header in headers.items():
        day = _day(header.reference_day)
        if day is None:
            found.append(f"{file.name}: the header gives no day that the census is about. Name it: --as-at.")
            continue
        if (day.month, day.day) != (3, 31):
            found.append(f"{file.name}: the header's ReferenceDate is {day.isoformat()}; a census is of 31 March.")
        if header.year and header.year != str(day.year):
            found.append(
                f"{file.name}: the header says Year {header.year} and ReferenceDate {day.isoformat()}. The day was "
                "believed; correct the one that is wrong."
            )
        named = set(re.findall(r"20\d\d", Path(file.name).stem))
        if named and str(day.year) not in named:
            found.append(
                f"{file.name}: the file's name says {' and '.join(sorted(named))} and its header {day.isoformat()}. "
                "The header was believed."
            )
    return tuple(found)


def _covers_from(days: Sequence[date]) -> dict[str, date]:
    """From the first day of the earliest year: before it, only children who were still in need are told of."""
    if not days:
        return {}
    first = min(days)
    start = date(first.year if (first.month, first.day) >= (4, 1) else first.year - 1, 4, 1)
    return {table.name: start for table in DATA_TABLES if table.name in COLUMNS}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _left_out(file: InputFile, row: int, fault: faults.Fault, *, value: str | None) -> RowIssue:
    return RowIssue(
        file_name=file.name,
        sheet=None,
        row=row,
        column="LAchildID",
        value=value,
        reason=fault.reason,
        what_to_do=fault.what_to_do,
        is_rejected=True,
    )
