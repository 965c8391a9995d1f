"""Rows as the files of the return give them, tidied but not yet understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from purplebook.sources import faults
from purplebook.sources.cells import BLANKS
from purplebook.sources.days import iso_day
from purplebook.sources.excel_errors import EXCEL_ERROR, EXCEL_ERROR_IN_KEY, EXCEL_ERRORS, is_excel_error
from purplebook.sources.faults import is_totals
from purplebook.sources.raw import Source
from purplebook.sources.ssda903.layout import AUTHORITY, DATES, Layout
from purplebook.store.loaded import RowIssue


class GivenRow(NamedTuple):
    """One row: `cells` by the return's names, blanks left out; `year` in which its return ends, None if unknown.

    A tuple, for there are a great many of them.
    """

    source: Source
    number: int
    layout: Layout
    cells: Mapping[str, str]
    extra: Mapping[str, str]
    year: int | None = None

    @property
    def child(self) -> str:
        """The authority's number for the child."""
        return self.cells["CHILD"]

    @property
    def authority(self) -> str:
        """What the column that stacks of several authorities' returns append says; empty without one."""
        return self.extra.get(AUTHORITY, "")

    def cell(self, name: str) -> str:
        """The cell's text; empty when there is none."""
        return self.cells.get(name, "")

    def day(self, name: str) -> str:
        """The date as YYYY-MM-DD, or the text itself when it is no date: `conform` then lists it as a fault."""
        text = self.cell(name)
        return iso_day(text) or text

    def of_year(self, year: int | None) -> GivenRow:
        """The row as one of the return that ends in this year."""
        return GivenRow(self.source, self.number, self.layout, self.cells, self.extra, year)

    def issue(self, column: str | None, reason: str, what_to_do: str, *, is_rejected: bool = False) -> RowIssue:
        """An issue of this row."""
        value = self.cells.get(column) if column else None
        return RowIssue(
            self.source.file_name, self.source.sheet, self.number, column, value, reason, what_to_do, is_rejected
        )


@dataclass(frozen=True)
class Given:
    """What one file or sheet holds: the `rows` that can be used, and how many rows stand above them.

    `layouts` says which files of the return it stands for, even when it has no rows; `texts` what stands in each column
    of the rows, where that is known already.
    """

    source: Source
    rows: tuple[GivenRow, ...]
    rows_above: int
    issues: tuple[RowIssue, ...] = ()
    warnings: tuple[str, ...] = ()
    layouts: tuple[Layout, ...] = ()
    texts: Mapping[str, AbstractSet[str]] | None = None


def without_repeats(
    rows: Sequence[GivenRow], *, alike: Iterable[object] | None = None
) -> tuple[tuple[GivenRow, ...], tuple[RowIssue, ...]]:
    """The rows of one file, and an issue for each that is like an earlier one in every cell: it is that row again.

    `alike` gives for each row what is equal for rows that are alike, where that is known already.
    """
    first_of: dict[object, int] = {}
    kept: list[GivenRow] = []
    issues: list[RowIssue] = []
    for row, same in zip(rows, map(_all_cells, rows) if alike is None else alike, strict=True):
        if (first := first_of.setdefault(same, row.number)) == row.number:
            kept.append(row)
        else:
            fault = faults.SAME_ROW_TWICE
            issue = row.issue(None, fault.reason, fault.what_to_do, is_rejected=True)
            issues.append(replace(issue, value=faults.like_row(first)))
    return tuple(kept), tuple(issues)


def _all_cells(row: GivenRow) -> tuple[object, ...]:
    return row.layout.name, tuple(sorted(row.cells.items())), tuple(sorted(row.extra.items()))


def given_row(
    cells: Mapping[str, str], *, source: Source, number: int, layout: Layout, extra: Mapping[str, str]
) -> tuple[GivenRow | None, tuple[RowIssue, ...]]:
    """The row tidied, and what is wrong with it; None for one that names no child: nothing can be told from it."""
    tidied = {name: text for name, cell in cells.items() if (text := tidy(cell))}
    row = GivenRow(source, number, layout, tidied, extra)
    child = tidied.get("CHILD", "")
    if is_totals(child or next(iter(tidied.values()), "")):
        return None, (_issue(row, "CHILD", faults.TOTALS_LINE, is_rejected=True),)
    errors = [] if EXCEL_ERRORS.isdisjoint((*tidied.values(), *extra.values())) else _errors(row)
    is_child_told = is_excel_error(child)
    if errors:
        tidied = {name: text for name, text in tidied.items() if not is_excel_error(text)}
        row = row._replace(cells=tidied, extra={name: text for name, text in extra.items() if not is_excel_error(text)})
    if "CHILD" in tidied:
        return row, tuple(errors)
    if not is_child_told:
        errors.append(_issue(row, "CHILD", faults.NO_CHILD_NAMED, is_rejected=True))
    # No other reader sees the row, so what else is wrong with it is told here.
    for name, text in tidied.items():
        if name in DATES and not iso_day(text):
            errors.append(_issue(row, name, faults.unread_date(text)))
    return None, tuple(errors)


def _errors(row: GivenRow) -> list[RowIssue]:
    """An issue for each cell that holds an Excel error."""
    own = [
        _issue(row, name, EXCEL_ERROR_IN_KEY if name == "CHILD" else EXCEL_ERROR, is_rejected=name == "CHILD")
        for name, text in row.cells.items()
        if is_excel_error(text)
    ]
    others = [(name, text) for name, text in row.extra.items() if is_excel_error(text)]
    return own + [replace(_issue(row, name, EXCEL_ERROR), value=text) for name, text in others]


def _issue(row: GivenRow, column: str, fault: faults.Fault, *, is_rejected: bool = False) -> RowIssue:
    return row.issue(column, fault.reason, fault.what_to_do, is_rejected=is_rejected)


@lru_cache(maxsize=50_000)
def tidy(cell: str) -> str:
    """The cell without blanks at its ends; a whole number that a tool wrote as 1.0 becomes 1 again."""
    text = cell.replace("\x00", "").strip(BLANKS)
    return re.sub(r"\.0+$", "", text) if re.fullmatch(r"\d+\.0+", text) else text
