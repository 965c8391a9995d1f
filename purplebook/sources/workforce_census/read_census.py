"""One row for each social worker on 30 September, and one line of vacancies and agency staff for the authority."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)

from purplebook.sources import faults
from purplebook.sources.careful_xml import children, elements, local_name, start_of, text_of
from purplebook.sources.files import InputFile
from purplebook.sources.message import NO_DAY, authority_of, day_of, is_message, other_year_in_name
from purplebook.sources.raw import RawFiles, RawTable, Source, short_hash
from purplebook.sources.row_writer import RowWriter
from purplebook.store.loaded import RowIssue
from purplebook.tables.filled import filling

NAME = "workforce-census"
TITLE = "social work workforce census"
SAME_DAY = faults.Fault(
    "another file holds the census of the same day", "The row was left out. Load only one file for each year."
)

NOT_TOLD_AGAIN = faults.Fault(
    "the worker was in post and the next census does not tell of them, as a leaver neither",
    "The row was loaded as it is; no figure of leavers counts the worker. Give the leaver in the next census.",
)

VACANCIES = {
    "vacancies_full_time_equivalent": "NumberOfVacancies",
    "agency_full_time_equivalent": "NoAgencyFTE",
    "agency_count": "NoAgencyHeadcount",
}
WORKER = {
    "social_work_england_number": "SWENo",
    "is_agency": "AgencyWorker",
    "full_time_equivalent": "FTE",
    "full_time_equivalent_at_census": "FTE30",
    "born_on": "PersonBirthDate",
    "gender": "GenderCurrent",
    "ethnicity_code": "Ethnicity",
    "qualification_institution": "QualInst",
    "qualification_level": "QualLevel",
    "is_step_up": "StepUpGrad",
    "is_frontline": "FrontlineGrad",
    "role_code": "OrgRole",
    "role_started_on": "RoleStartDate",
    "start_origin": "StartOrigin",
    "role_ended_on": "RoleEndDate",
    "leaver_destination": "LeaverDestination",
    "leave_reason": "ReasonLeave",
    "cases_at_census_count": "Cases30",
    "days_lost": "WorkingDaysLost",
    "contract_weeks": "ContractWeeks",
    "is_absent_at_census": "Absat30Sept",
    "absence_reason": "ReasonAbsence",
    "accreditation_status": "CFKSSstatus",
}
SHARES = frozenset({"full_time_equivalent", "full_time_equivalent_at_census"})
COLUMNS = filling(
    {
        "worker": {
            "worker_id": "SWENo",
            "social_work_england_number": "SWENo",
            "is_agency": "AgencyWorker",
            "full_time_equivalent": "FTE",
        },
        "workforce_snapshot": {
            "snapshot_on": "ReferenceDate",
            "row_kind": "CSWWWorker",
            "worker_id": "SWENo",
            **WORKER,
            **VACANCIES,
        },
    },
    by="The social work workforce census",
)


def recognise(file: InputFile) -> bool:
    """Whether the XML says that it is the workforce census, or holds its workers."""
    return is_message(file, collection="CSWW", element="CSWWWorker")


def read(files: Sequence[InputFile], *, work: Path, as_at: date | None, progress: Callable[[str], None]) -> RawFiles:
    """Return the rows of each year's census; raises BadInputError for a file that is no sound XML."""
    sources, tables, rows_read, days, warnings = [], [], {}, [], []
    issues: list[RowIssue] = []
    known: set[str] = set()
    read_days: dict[str, str] = {}
    following: tuple[str, set[str]] = ("", set())
    # The latest census is read first, because a worker's own row is the first one met.
    latest_first = sorted(files, key=lambda file: (_reference_day(file), _made_at(file), file.name), reverse=True)
    for at, file in enumerate(latest_first):
        progress(f"reading {file.name}")
        source = Source(file.name, None, NAME, file.sha256)
        stated = _reference_day(file)
        if stated in read_days:
            left_out = _leave_out(file)
            sources.append(source)
            rows_read[source.batch_id] = len(left_out)
            issues += left_out
            warnings.append(
                f"{file.name}: the census of {stated} stands in {read_days[stated]} too, which was made later or whose "
                "name comes later, so this file was left out. Load only one file for each year."
            )
            continue
        if stated:
            read_days[stated] = file.name
        here: dict[str, int] = {}
        day, count, raw_tables = _read_file(
            file, source, as_at, work=work, at=at, known=known, here=here, issues=issues
        )
        # A census tells of those who left within its own year only.
        if _year(following[0]) == _year(stated) + 1:
            issues += _gone(file, here, next_workers=following[1])
        following = (stated, set(here))
        sources.append(source)
        tables += raw_tables
        rows_read[source.batch_id] = count
        days += [day] if day else []
        warnings += other_year_in_name(file, day) if day else [f"{file.name}: {NO_DAY}"]
    return RawFiles(
        tables=tuple(tables),
        extracted_on=as_at or max(days, default=None),
        sources=tuple(sources),
        rows_read=rows_read,
        issues=tuple(issues),
        warnings=tuple(warnings),
        covers_to={table: max(days) for table in COLUMNS} if days else {},
        stated_authorities=authority_of(files),
    )


def _read_file(
    file: InputFile,
    source: Source,
    as_at: date | None,
    *,
    work: Path,
    at: int,
    known: set[str],
    here: dict[str, int],
    issues: list[RowIssue],
) -> tuple[date | None, int, tuple[RawTable, ...]]:
    """Read one census; `known` gathers the workers that have a row already, `issues` what was left out.

    `here` gathers the workers of this census, with the row of each who should stand in the next: 0 for the others,
    which are those who left, and agency workers, of whom no census tells how they left.
    """
    day, count = as_at, 0
    with RowWriter(work, name=f"workforce_{at}", columns=COLUMNS) as writer:
        for element in elements(file, named=("Header", "LALevelVacancies", "CSWWWorker")):
            if local_name(element) == "Header":
                details = next(iter(children(element, "CollectionDetails")), None)
                day = day_of(text_of(details, "ReferenceDate")) or as_at
                continue
            count += 1
            when = day.isoformat() if day else ""
            if local_name(element) == "LALevelVacancies":
                cells = {"snapshot_on": when, "row_kind": "LA_VACANCY", **_cells(element, VACANCIES)}
                writer.add("workforce_snapshot", source=source, row=count, cells=cells)
                continue
            cells = _cells(element, WORKER)
            number = cells["social_work_england_number"]
            if not number or number.upper() in here:
                fault = faults.REPEATED_KEY if number else faults.NO_KEY
                issues.append(
                    fault.in_row(file_name=file.name, row=count, column="SWENo", value=number or None, is_rejected=True)
                )
                continue
            is_staying = not cells["role_ended_on"] and cells["is_agency"].casefold() not in ("1", "true")
            here[number.upper()] = count if is_staying else 0
            identifier = short_hash("worker", number.upper())
            cells |= {"snapshot_on": when, "row_kind": "WORKER", "worker_id": identifier}
            writer.add("workforce_snapshot", source=source, row=count, cells=cells)
            if identifier not in known:
                known.add(identifier)
                own = {name: cells[name] for name in COLUMNS["worker"]}
                writer.add("worker", source=source, row=count, cells=own)
        return day, count, writer.finish()


def _gone(file: InputFile, here: Mapping[str, int], *, next_workers: set[str]) -> list[RowIssue]:
    """Those who were in post and of whom the next census says nothing."""
    return [
        NOT_TOLD_AGAIN.in_row(file_name=file.name, row=row, column="SWENo", value=number)
        for number, row in here.items()
        if row and number not in next_workers
    ]


def _leave_out(file: InputFile) -> list[RowIssue]:
    """Every row of a census of a day that another file tells of: rows of the two must not be mixed."""
    rows = elements(file, named=("LALevelVacancies", "CSWWWorker"))
    return [
        SAME_DAY.in_row(file_name=file.name, row=number, is_rejected=True) for number, _ in enumerate(rows, start=1)
    ]


def _reference_day(file: InputFile) -> str:
    match = re.search(r"ReferenceDate>\s*([0-9-]{10})", start_of(file))
    return match[1] if match else ""


def _year(day: str) -> int:
    return int(day[:4]) if day[:4].isdigit() else 0


def _made_at(file: InputFile) -> str:
    """When the header says that the file was made; empty when it does not."""
    match = re.search(r"DateTime>\s*([0-9T:-]{10,19})", start_of(file))
    return match[1] if match else ""


def _cells(element: etree._Element, columns: Mapping[str, str]) -> dict[str, str]:
    """The text of each column's element; a working share, which the return gives to six places, to two."""
    cells = {column: text_of(element, name) for column, name in columns.items()}
    for column in SHARES & cells.keys():
        if re.fullmatch(r"\d+\.\d{3,}", cells[column]):
            cells[column] = str(Decimal(cells[column]).quantize(Decimal("0.01"), ROUND_HALF_UP))
    return cells
