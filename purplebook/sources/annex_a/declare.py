"""The words in which a list of Annex A is declared: its columns, and what each of its rows becomes."""

from __future__ import annotations

from dataclasses import dataclass

from purplebook.tables.filled import check_filled

TEXT, DATE, NUMBER, YES_NO, CODE, TEAM, WORKER = "text", "date", "number", "yes or no", "code", "team", "worker"

CHILD, GENDER, ETHNICITY, BIRTH = "Child Unique ID", "Gender", "Ethnicity", "Date of Birth"
AGE = "Age of Child (Years)"
DISABILITY = "Does the Child have a Disability"
TEAM_HEADER, WORKER_HEADER = "Allocated Team", "Allocated Worker"
EXTRACTED_ON = "{the day of the extract}"
"""Stands in `fixed` for the day on which the workbook was extracted."""


@dataclass(frozen=True)
class AnnexColumn:
    """One column: how its cells are read; `is_newer` columns are missing from the 2019 layout."""

    header: str
    reads: str = TEXT
    code_set: str = ""
    is_newer: bool = False


@dataclass(frozen=True)
class Becomes:
    """One canonical row made from a row of a list.

    `cells` pairs our column with the list's header.  `dated_by` is our column whose date, with the child and the
    table, tells the row apart.  The row is made only if one of the headers in `only_with` is filled.  `links` pairs
    our link column with the table whose row, made from the same row of the list, it points at.  `fixed_with` sets our
    column to a value when a header is filled.  `joins_earlier` adds the cells to a row with the same child and date
    that an earlier list gave, rather than counting the same event twice.
    """

    table: str
    cells: tuple[tuple[str, str], ...]
    dated_by: str | None = None
    fixed: tuple[tuple[str, str], ...] = ()
    fixed_with: tuple[tuple[str, str, str], ...] = ()
    only_with: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    joins_earlier: bool = False

    def __post_init__(self) -> None:
        pairs = (*self.cells, *self.fixed, *self.fixed_with, *self.links)
        check_filled(self.table, (pair[0] for pair in pairs), by="A list of Annex A")


@dataclass(frozen=True)
class AnnexList:
    """One list: its own columns (the child's own stand in PERSON_COLUMNS), and what its rows become, main row first."""

    number: int
    title: str
    columns: tuple[AnnexColumn, ...]
    becomes: tuple[Becomes, ...]
    has_child: bool = True

    @property
    def all_columns(self) -> tuple[AnnexColumn, ...]:
        """Every column of the list."""
        return (*PERSON_COLUMNS, *self.columns) if self.has_child else self.columns

    @property
    def key_header(self) -> str:
        """The column without which a row is left out."""
        return self.all_columns[0].header


PERSON_COLUMNS = (
    AnnexColumn(CHILD),
    AnnexColumn(GENDER, CODE, "sex"),
    AnnexColumn(ETHNICITY, CODE, "ethnicity"),
    AnnexColumn(BIRTH, DATE),
    AnnexColumn(AGE),
)


def dates(*headers: str) -> tuple[AnnexColumn, ...]:
    """Columns of dates."""
    return tuple(AnnexColumn(header, DATE) for header in headers)


def numbers(*headers: str) -> tuple[AnnexColumn, ...]:
    """Columns of whole numbers."""
    return tuple(AnnexColumn(header, NUMBER) for header in headers)


def yes_no(*headers: str) -> tuple[AnnexColumn, ...]:
    """Columns of yes or no."""
    return tuple(AnnexColumn(header, YES_NO) for header in headers)


def code(header: str, code_set: str) -> AnnexColumn:
    """A column of codes."""
    return AnnexColumn(header, CODE, code_set)


ALLOCATION = (AnnexColumn(TEAM_HEADER, TEAM), AnnexColumn(WORKER_HEADER, WORKER))
ALLOCATED = (("team_id", TEAM_HEADER), ("worker_id", WORKER_HEADER))


def involvement(context: str) -> Becomes:
    """The team and worker a child is allocated to now."""
    return Becomes("involvement", ALLOCATED, fixed=(("context", context),), only_with=(TEAM_HEADER, WORKER_HEADER))


LATEST_ONLY = ("is_latest_only", "true")
DISABILITY_COLUMN = AnnexColumn(DISABILITY, CODE, "yes_no_unknown")


def visit(visit_type: str, header: str, *more: tuple[str, str], links: tuple[tuple[str, str], ...] = ()) -> Becomes:
    """The last visit of one type: earlier ones are not in Annex A."""
    return Becomes(
        "visit",
        (("visited_on", header), *more),
        dated_by="visited_on",
        fixed=(("visit_type", visit_type), LATEST_ONLY),
        only_with=(header,),
        links=links,
    )
