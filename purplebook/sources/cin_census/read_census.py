"""The census as a whole: its header, its children one at a time, and several years of it as one history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.sources import faults
from purplebook.sources.careful_xml import children, elements, local_name, text_of
from purplebook.sources.cin_census.child import ChildReader
from purplebook.sources.cin_census.layout import COLUMNS
from purplebook.sources.days import iso_day
from purplebook.sources.excel_errors import EXCEL_ERROR_IN_KEY, is_excel_error
from purplebook.sources.files import InputFile
from purplebook.sources.known_codes import unknown_code
from purplebook.sources.message import NO_DAY, authority_of, day_of, is_message, other_year_in_name
from purplebook.sources.raw import RawFiles, RawTable, Source, quoted_name
from purplebook.sources.row_writer import RowWriter
from purplebook.store.loaded import RowIssue
from purplebook.tables import DATA_TABLES

NAME = "cin-census"
TITLE = "children in need census"
CENSUS_YEARS = range(1990, 2101)
"""A reference day outside these years is a slip of the keyboard, and no history can begin with it."""


@dataclass(frozen=True)
class Header:
    """What the file says of itself; both are empty when it says nothing."""

    year: str
    reference_day: str

    @property
    def day(self) -> date | None:
        """The reference day; None when the header gives none that a census could be about."""
        day = day_of(self.reference_day)
        return day if day is not None and day.year in CENSUS_YEARS else None


def recognise(file: InputFile) -> bool:
    """Whether the XML says that it is the census, or holds its children."""
    return is_message(file, collection="CIN", element="ChildIdentifiers")


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
    sources, tables, rows_taken, issues = [], [], {}, []
    for at, file in enumerate(ordered):
        progress(f"reading {file.name}")
        source = Source(file.name, None, NAME, file.sha256)
        count, raw_table, faulty = _read_file(file, source, headers[file], work=work, at=at)
        sources.append(source)
        tables.append(raw_table)
        rows_taken[source.batch_id] = count
        issues += faulty
    days = [header.day for header in headers.values() if header.day is not None]
    extracted_on = as_at or max(days, default=None)
    return RawFiles(
        tables=_latest_first(tables),
        extracted_on=extracted_on,
        sources=tuple(sources),
        rows_taken=rows_taken,
        issues=tuple(issues),
        warnings=_warnings(headers, as_at=as_at),
        covers_from=_covers_from(days),
        covers_to={table: max(days) for table in COLUMNS} if days else {},
        stated_authorities=authority_of(files),
    )


def _read_file(
    file: InputFile, source: Source, header: Header, *, work: Path, at: int
) -> tuple[int, tuple[RawTable, ...], list[RowIssue]]:
    """Read every child; return how many became records, the tables, and what was wrong."""
    issues: list[RowIssue] = []
    seen: set[str] = set()
    count = taken = 0
    with RowWriter(work, name=f"census_{at}", columns=COLUMNS) as writer:
        for child in elements(file, named=("Child",)):
            count += 1
            row = count

            def emit(table: str, cells: Mapping[str, str], row: int = row) -> None:
                writer.add(table, source=source, row=row, cells=cells)

            def report_factor(value: str, row: int = row) -> None:
                fault = unknown_code("assessment_factor", is_list=True)
                issues.append(_issue(file, row, fault, column="AssessmentFactors", value=value, is_rejected=False))

            identifiers = next(iter(children(child, "ChildIdentifiers")), None)
            number = text_of(identifiers, "LAchildID")
            if not number or number in seen or is_excel_error(number) or faults.is_totals(number):
                fault = _fault_of(number)
                issues.append(_issue(file, row, fault, column="LAchildID", value=number or None, is_rejected=True))
                continue
            seen.add(number)
            ChildReader(number, header.reference_day, emit, report_factor).read(child)
            taken += 1
        return taken, writer.finish(), issues


def _fault_of(number: str) -> faults.Fault:
    """Why a child with this number is left out."""
    if not number:
        return faults.NO_KEY
    if is_excel_error(number):
        return EXCEL_ERROR_IN_KEY
    return faults.TOTALS_LINE if faults.is_totals(number) else faults.REPEATED_KEY


def _header(file: InputFile) -> Header:
    for element in elements(file, named=("Header", "Child")):
        if local_name(element) == "Header":
            details = next(iter(children(element, "CollectionDetails")), None)
            stated = text_of(details, "ReferenceDate")
            return Header(text_of(details, "Year"), iso_day(stated) or stated[:10])
        break
    return Header("", "")


def _latest_first(years: Sequence[Sequence[RawTable]]) -> tuple[RawTable, ...]:
    """Take out of each year's rows those that a later year tells again: it knows how they went on.

    What the later year leaves empty is filled from the earlier ones, but for factors: an assessment told again is told
    with all of its factors.
    """
    kept = []
    for at, tables in enumerate(years):
        for raw in tables:
            key = quoted_name(raw.table.key[0])
            later, earlier = (_same_table(raw, part) for part in (years[at + 1 :], years[:at]))
            told_again = " UNION ALL ".join(f"SELECT {key} FROM {relation}" for relation in later)
            left = f"WHERE {key} NOT IN ({told_again})" if later else ""
            own = _filled(raw, earlier) if earlier and len(raw.table.key) == 1 else raw.relation
            kept.append(replace(raw, relation=f"(SELECT * FROM {own} {left})" if later or earlier else raw.relation))
    return tuple(kept)


def _same_table(raw: RawTable, years: Sequence[Sequence[RawTable]]) -> list[str]:
    return [other.relation for year in years for other in year if other.table.name == raw.table.name]


def _filled(raw: RawTable, earlier: Sequence[str]) -> str:
    """The year's rows, each empty cell filled with what the latest earlier year says of the same event."""
    key = quoted_name(raw.table.key[0])
    names = [quoted_name(name) for name in raw.headers if name != raw.table.key[0]]
    rows = " UNION ALL ".join(f"SELECT *, {at} AS year FROM {relation}" for at, relation in enumerate(earlier))
    before = ", ".join(f"arg_max({name}, year) AS {name}" for name in names)
    cells = ", ".join(f"coalesce(own.{name}, before.{name}) AS {name}" for name in names)
    return (
        f"(SELECT own.source_row, own.extra, own.{key}, {cells} FROM {raw.relation} AS own "
        f"LEFT JOIN (SELECT {key}, {before} FROM ({rows}) GROUP BY {key}) AS before ON before.{key} = own.{key})"
    )


def _warnings(headers: Mapping[InputFile, Header], *, as_at: date | None) -> tuple[str, ...]:
    warnings = []
    for file, header in headers.items():
        day = header.day
        if day is None:
            if as_at is None:
                warnings.append(f"{file.name}: {NO_DAY}")
            continue
        if (day.month, day.day) != (3, 31):
            warnings.append(f"{file.name}: the header's ReferenceDate is {day.isoformat()}; a census is of 31 March.")
        if header.year and header.year != str(day.year):
            warnings.append(
                f"{file.name}: the header says Year {header.year} and ReferenceDate {day.isoformat()}. The day was "
                "believed; correct the one that is wrong."
            )
        warnings += other_year_in_name(file, day)
    return tuple(warnings)


def _covers_from(days: Sequence[date]) -> dict[str, date]:
    """From the first day of the earliest year: before it, only children who were still in need are told of."""
    if not days:
        return {}
    first = min(days)
    start = date(first.year if (first.month, first.day) >= (4, 1) else first.year - 1, 4, 1)
    return {table.name: start for table in DATA_TABLES if table.name in COLUMNS}


def _issue(
    file: InputFile, row: int, fault: faults.Fault, *, column: str, value: str | None, is_rejected: bool
) -> RowIssue:
    return fault.in_row(file_name=file.name, row=row, column=column, value=value, is_rejected=is_rejected)
