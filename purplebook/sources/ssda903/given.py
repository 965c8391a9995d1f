"""Rows as the files of the return give them, tidied but not yet understood."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from purplebook.sources import faults
from purplebook.sources.cells import BLANKS, FIRST_DAY, LAST_DAY
from purplebook.sources.raw import Source
from purplebook.sources.ssda903.layout import AUTHORITY, Layout
from purplebook.store.loaded import RowIssue


@dataclass(frozen=True)
class GivenRow:
    """One row: `cells` by the return's names, blanks left out; `year` in which its return ends, None if unknown."""

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

    def issue(self, column: str | None, reason: str, what_to_do: str, *, is_rejected: bool = False) -> RowIssue:
        """An issue of this row."""
        value = self.cells.get(column) if column else None
        return RowIssue(
            self.source.file_name, self.source.sheet, self.number, column, value, reason, what_to_do, is_rejected
        )


@dataclass(frozen=True)
class Given:
    """What one file or sheet holds: the `rows` that can be used; `row_count` counts the others too.

    `layouts` says which files of the return it stands for, even when it has no rows.
    """

    source: Source
    rows: tuple[GivenRow, ...]
    row_count: int
    issues: tuple[RowIssue, ...] = ()
    warnings: tuple[str, ...] = ()
    layouts: tuple[Layout, ...] = ()


def without_repeats(rows: Sequence[GivenRow]) -> tuple[tuple[GivenRow, ...], tuple[RowIssue, ...]]:
    """The rows of one file, and an issue for each that is like an earlier one in every cell: it is that row again."""
    first_of: dict[tuple[object, ...], int] = {}
    kept: list[GivenRow] = []
    issues: list[RowIssue] = []
    for row in rows:
        alike = (row.layout.name, tuple(sorted(row.cells.items())), tuple(sorted(row.extra.items())))
        if (first := first_of.setdefault(alike, row.number)) == row.number:
            kept.append(row)
        else:
            fault = faults.SAME_ROW_TWICE.of_rows(first, row.number)
            issues.append(row.issue(None, fault.reason, fault.what_to_do, is_rejected=True))
    return tuple(kept), tuple(issues)


def given_row(
    cells: Mapping[str, str], *, source: Source, number: int, layout: Layout, extra: Mapping[str, str]
) -> GivenRow | RowIssue:
    """The row tidied; a row that names no child is an issue, since nothing can be told from it."""
    tidied = {name: text for name, cell in cells.items() if (text := tidy(cell))}
    row = GivenRow(source, number, layout, tidied, extra)
    if "CHILD" not in tidied:
        return row.issue("CHILD", "the row names no child", "Give the row its child's number.", is_rejected=True)
    return row


@lru_cache(maxsize=50_000)
def tidy(cell: str) -> str:
    """The cell without blanks at its ends; a whole number that a tool wrote as 1.0 becomes 1 again."""
    text = cell.replace("\x00", "").strip(BLANKS)
    return re.sub(r"\.0+$", "", text) if re.fullmatch(r"\d+\.0+", text) else text


@lru_cache(maxsize=50_000)
def iso_day(text: str) -> str:
    """The date YYYY-MM-DD or DD/MM/YYYY, with or without a time of day, as YYYY-MM-DD; empty when it is none."""
    match = re.fullmatch(r"(?:(\d{4})-(\d\d?)-(\d\d?)|(\d\d?)/(\d\d?)/(\d{4}))(?:[ T]\d\d?:\d\d(?::\d\d)?)?", text)
    if match is None:
        return ""
    parts = match.group(1, 2, 3) if match.group(1) else match.group(6, 5, 4)
    try:
        day = date(*map(int, parts)).isoformat()
    except ValueError:
        return ""
    return day if FIRST_DAY <= day <= LAST_DAY else ""
