"""What a workbook is made of: a sheet about it, and sheets of rows, each with its title, its units and its notes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the cells of a column hold, and so how they are set; an empty cell is None in every kind."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True)
class Column:
    """A column under its header; a `width` in characters is given only where its own cells should not decide."""

    header: str
    kind: Kind = Kind.TEXT
    width: int | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet of rows: its name on the tab, its title, its columns, and its rows, one cell for each column.

    `units` says what the numbers are of, and `notes` what to know before reading them.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    units: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"A row of the sheet '{self.name}' has not one cell for each of its columns.")


@dataclass(frozen=True)
class Workbook:
    """A workbook: its title, the facts of what it is made from, what its words mean, and its sheets in order."""

    title: str
    sheets: tuple[Sheet, ...]
    facts: tuple[tuple[str, str], ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
