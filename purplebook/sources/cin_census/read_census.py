"""The census as a whole: its header, its children one at a time, and several years of it as one history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.sources import faults
from purplebook.sources.careful_xml import children, children_by_name, elements, first_texts, local_name, text_of
from purplebook.sources.cin_census.child import ChildReader, iso
from purplebook.sources.cin_census.layout import COLUMNS
from purplebook.sources.cin_census.years import KINDS, Spans, latest_first
from purplebook.sources.days import iso_day
from purplebook.sources.excel_errors import EXCEL_ERROR_IN_KEY, is_excel_error
from purplebook.sources.files import InputFile
from purplebook.sources.identifiers import JOINED, plain_number
from purplebook.sources.known_codes import unknown_code
from purplebook.sources.many_objects import no_search_for_cycles
from purplebook.sources.message import NO_DAY, authority_of, day_of, is_message, other_year_in_name
from purplebook.sources.raw import RawFiles, RawTable, Source
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
    spans = Spans(iso) if len(files) > 1 else None
    # The latest year first: its spelling of a child's number is the one that the earlier years are read by.
    spelling: dict[tuple[str, str], str] = {}
    for at, file in reversed(tuple(enumerate(ordered))):
        progress(f"reading {file.name}")
        source = Source(file.name, None, NAME, file.sha256)
        with no_search_for_cycles():
            count, raw_table, faulty = _read_file(
                file, source, headers[file], work=work, at=at, spelling=spelling, spans=spans
            )
        sources.insert(0, source)
        tables.insert(0, raw_table)
        rows_taken[source.batch_id] = count
        issues = faulty + issues
    became = spans.fates() if spans is not None else {}
    for row, (fault, _, _) in became.items():
        kind = KINDS[row.table]
        column = COLUMNS[row.table][kind.begins]
        issues.append(_issue(ordered[row.at], row.row, fault, column=column, value=row.start, is_rejected=False))
    days = [header.day for header in headers.values() if header.day is not None]
    extracted_on = as_at or max(days, default=None)
    return RawFiles(
        tables=latest_first(tables, became, work=work),
        extracted_on=extracted_on,
        sources=tuple(sources),
        rows_taken=rows_taken,
        issues=tuple(issues),
        warnings=(*_warnings(headers, as_at=as_at), *_next_census_warning(len(became))),
        covers_from=_covers_from(days),
        covers_to={table: max(days) for table in COLUMNS} if days else {},
        stated_authorities=authority_of(files),
    )


def _read_file(
    file: InputFile,
    source: Source,
    header: Header,
    *,
    work: Path,
    at: int,
    spelling: dict[tuple[str, str], str],
    spans: Spans | None,
) -> tuple[int, tuple[RawTable, ...], list[RowIssue]]:
    """Read every child; return how many became records, the tables, and what was wrong.

    `spelling` gives a child's number by its plain form and the date of birth, as a later census spells it, and gathers
    those of this one; `spans` gathers what runs from a day to a day.
    """
    issues: list[RowIssue] = []
    seen: set[str] = set()
    own: dict[tuple[str, str], str] = {}
    count = taken = 0
    with RowWriter(work, name=f"census_{at}", columns=COLUMNS) as writer:
        for child in elements(file, named=("Child",)):
            count += 1
            row = count

            def emit(table: str, values: Sequence[str | None], row: int = row) -> None:
                writer.add_values(table, source=source, row=row, values=values)
                if spans is not None and table in KINDS:
                    spans.take(table, values, day=header.reference_day, at=at, row=row)

            def report_factor(value: str, row: int = row) -> None:
                fault = unknown_code("assessment_factor", is_list=True)
                issues.append(_issue(file, row, fault, column="AssessmentFactors", value=value, is_rejected=False))

            parts = children_by_name(child)
            identifiers = first_texts(next(iter(parts.get("ChildIdentifiers", ())), None))
            number = identifiers.get("LAchildID", "")
            if not number or number in seen or is_excel_error(number) or faults.is_totals(number):
                fault = _fault_of(number)
                issues.append(_issue(file, row, fault, column="LAchildID", value=number or None, is_rejected=True))
                continue
            seen.add(number)
            born = iso(identifiers.get("PersonBirthDate", ""))
            if born:
                plain = (plain_number(number), born)
                own.setdefault(plain, number)
                if (later := spelling.get(plain, number)) != number:
                    value = f"{number} and {later}"
                    issues.append(_issue(file, row, JOINED, column="LAchildID", value=value, is_rejected=False))
                    number = later
            ChildReader(number, header.reference_day, emit, report_factor).read(parts, identifiers)
            taken += 1
        for plain, number in own.items():
            spelling.setdefault(plain, number)
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


def _next_census_warning(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (
        f"{count:,} {'row was' if count == 1 else 'rows were'} open in one census and cannot be found in the next. "
        "Each was taken to end on the day after the census that left it open, or was joined with the one to which the "
        "next census gives another first day; assessments were left as they are. `purplebook issues` lists them.",
    )


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
