"""The words in which a local register is declared: its columns as an analyst names them, and what each one fills.

What kind of value a cell holds, and its code set, are not said again here: the canonical column knows them.
"""

from __future__ import annotations

from dataclasses import dataclass

from purplebook.tables import TABLES_BY_NAME, Column, Table
from purplebook.tables.codes import CODE_SETS, CodeSet
from purplebook.tables.filled import check_filled

CHILD_FIELD, WORKER, TEAM = "person_id", "worker", "team"
CHILD_HEADER = "Child's number"
GUIDE_SHEET = "How to fill this in"
"""The sheet of a template that explains, and holds no row."""


@dataclass(frozen=True)
class RegisterColumn:
    """One column: `fills` names the canonical column; `is_mandatory` means a row without it is left out.

    `is_telling` means that the header must be there for the register to be known, though a cell may be empty.
    """

    header: str
    fills: str
    meaning: str
    is_mandatory: bool = False
    is_telling: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class SecondRow:
    """What else a row becomes when any of `columns` is filled: a row of the same table that points at the first."""

    kind: str
    points_by: str
    copies: tuple[str, ...]
    columns: tuple[RegisterColumn, ...]


@dataclass(frozen=True)
class Register:
    """One register: each of its rows becomes one row of `table`.

    A row without its own reference is told from others by its child, by `kind` and by the first date in `dated_by`.
    """

    name: str
    title: str
    table_name: str
    about: str
    columns: tuple[RegisterColumn, ...]
    dated_by: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()
    second: SecondRow | None = None
    also_called: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        filled = [column.fills for column in self.all_columns]
        named = [name for name, _ in self.fixed]
        second = (self.second.points_by, *self.second.copies) if self.second else ()
        check_filled(self.table_name, (*filled, *named, *second), by=f"The register '{self.name}'")

    @property
    def table(self) -> Table:
        """The canonical table that the rows become."""
        return TABLES_BY_NAME[self.table_name]

    @property
    def all_columns(self) -> tuple[RegisterColumn, ...]:
        """Every column of the sheet, in its order."""
        return (*self.columns, *(self.second.columns if self.second else ()))

    def canonical(self, column: RegisterColumn) -> Column:
        """The canonical column that `column` fills."""
        return self.table.column(column.fills)

    def code_set(self, column: RegisterColumn) -> CodeSet | None:
        """The codes that the column may hold; None when it is not coded, or each authority has its own list."""
        name = self.canonical(column).code_set
        return CODE_SETS[name] if name else None

    def names(self, column: RegisterColumn) -> str | None:
        """The table of workers or teams that the column names a row of."""
        to = self.canonical(column).to
        return to if to in (WORKER, TEAM) else None


def child(meaning: str, *, is_mandatory: bool = True) -> RegisterColumn:
    """The column that says which child a row is about."""
    full = f"{meaning} Write the number of the case system, never the name."
    return RegisterColumn(
        CHILD_HEADER, CHILD_FIELD, full, is_mandatory=is_mandatory, also=("Child ID", "Child Unique ID", "Child number")
    )
