"""What is held of a published figure, and what became of each row of a file of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

import pyarrow as pa

from purplebook.store.loaded import RowIssue

PLACES = 6
NUMBER = pa.decimal128(18, PLACES)
LARGEST = Decimal(10) ** (18 - PLACES)

SYMBOLS = {
    "c": "confidential",
    "x": "not available",
    "z": "not applicable",
    "k": "not nought, but rounds to nought",
    "low": "not nought, but rounds to nought",
    "u": "of low reliability",
    "-": "missing, for a reason that is not said",
}
"""What stands in place of a number, and never is one, least of all nought."""

PUBLISHED_SCHEMA = pa.schema(
    [
        ("measure", pa.string()),
        ("group", pa.string()),
        ("area", pa.string()),
        ("year", pa.int16()),
        ("value", NUMBER),
        ("symbol", pa.string()),
        ("unit", pa.string()),
        ("numerator", NUMBER),
        ("denominator", NUMBER),
        ("edition", pa.string()),
        ("is_derived", pa.bool_()),
    ]
)
"""`area` is the Department's code; `edition` names the publication; a row has a value or a symbol, never both.

`is_derived` means that the value was worked out from other published numbers.
"""


@dataclass(frozen=True)
class Known:
    """What a reader has to be told: how areas are found by code and name, and the unit of each measure."""

    find_area: Callable[[str, str], str | None]
    units: Mapping[str, str]


@dataclass(frozen=True)
class PublishedRead:
    """The figures of one file, and its rows that hold none: every row is counted as one or the other."""

    name: str
    layout: str
    sha256: str
    table: pa.Table
    rows_read: int
    rows_held: int
    issues: tuple[RowIssue, ...]

    def __post_init__(self) -> None:
        """A third fate would be a row lost in silence."""
        assert self.rows_read == self.rows_held + sum(issue.is_rejected for issue in self.issues), self.name


@dataclass(frozen=True)
class Cell:
    """A number, or a symbol in its place; neither where nothing is written."""

    value: Decimal | None = None
    symbol: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written."""
        return self.value is None and not self.symbol


class NotANumber(ValueError):
    """A cell that is neither a number nor a known symbol."""


def cell(text: str) -> Cell:
    """Read one cell; NotANumber when it is neither a number, a symbol nor blank."""
    text = text.strip()
    if not text:
        return Cell()
    if text.casefold() in SYMBOLS:
        return Cell(symbol=text.casefold())
    try:
        value = Decimal(text.replace(",", ""))
    except InvalidOperation:
        raise NotANumber from None
    if not value.is_finite() or abs(value) >= LARGEST:
        raise NotANumber
    return Cell(value.quantize(Decimal(1).scaleb(-PLACES), rounding=ROUND_HALF_UP))


def table_of(rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Rows under the schema, in order of measure, group, area and year."""
    ordered = sorted(rows, key=lambda row: (row["measure"], row["group"], row["area"], row["year"]))
    return pa.Table.from_pylist(ordered, schema=PUBLISHED_SCHEMA)


def left_out(
    file_name: str,
    row: int | None,
    *,
    reason: str,
    what_to_do: str,
    column: str | None = None,
    value: str | None = None,
) -> RowIssue:
    """A row of which nothing is held, and why."""
    return RowIssue(
        file_name=file_name,
        sheet=None,
        row=row,
        column=column,
        value=value,
        reason=reason,
        what_to_do=what_to_do,
        is_rejected=True,
    )


def reasons(issues: Sequence[RowIssue]) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    """The different faults, the commonest first: the reason, what to do, and the rows that have it."""
    rows_of: dict[tuple[str, str], list[int]] = {}
    for issue in issues:
        rows_of.setdefault((issue.reason, issue.what_to_do), []).append(issue.row or 0)
    ordered = sorted(rows_of.items(), key=lambda fault: (-len(fault[1]), fault[0]))
    return tuple((reason, what, tuple(rows)) for (reason, what), rows in ordered)
