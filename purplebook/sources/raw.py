"""What every input format hands to `conform.py`: rows still in text, under our column names.

A format says only where the text is.  Types, codes, keys and links are settled once, later, for all formats alike.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import pyarrow as pa

from purplebook.store.loaded import RowIssue
from purplebook.tables import Table
from purplebook.tables.filled import check_filled

CELLS = pa.map_(pa.string(), pa.string())
"""Cells that have no column of their own, by what the file calls their columns."""
AUTHORITY = "authority_code"
"""A column that every table has, which a file may fill itself."""


@dataclass(frozen=True)
class Source:
    """One file, or one sheet of a workbook."""

    file_name: str
    sheet: str | None
    source_format: str
    sha256: str

    @cached_property
    def batch_id(self) -> str:
        """The same file read again has the same batch, so the same files make the same snapshot."""
        return short_hash(self.sha256, self.file_name, self.sheet or "")

    @property
    def place(self) -> str:
        """How a message names it."""
        return self.file_name if self.sheet is None else f"{self.file_name}, sheet '{self.sheet}'"


@dataclass(frozen=True)
class RawTable:
    """Rows of one canonical table from one source.

    `relation` is a DuckDB relation with `source_row` (whole number), `extra` (a map of cells that have no column of
    their own) and one text column for each name in `headers`, which gives the name that column has in the file.
    `batches` gives the rows of `relation` as columns without asking DuckDB, where the format can.
    `reread` reads the same rows again, slowly and forgivingly; it is called when these cannot be read.
    `checks` guards against rows lost in silence: how many rows there are if every line is one, and a slow, sure count.
    `are_dates_in_order` is said by a format that looked itself whether a column's dates are written month first.
    """

    table: Table
    source: Source
    relation: str
    headers: Mapping[str, str]
    reread: Callable[[], RawTable] | None = None
    checks: tuple[int, Callable[[], int]] | None = None
    issues: tuple[RowIssue, ...] = ()
    are_dates_in_order: bool = False
    batches: Callable[[], Iterator[pa.RecordBatch]] | None = None

    def __post_init__(self) -> None:
        own = (name for name in self.headers if name != AUTHORITY)
        check_filled(self.table.name, own, by=f"The reader of {self.source.source_format}")

    def asked(self, relation: str) -> RawTable:
        """The table with the rows of another relation."""
        return self if relation == self.relation else replace(self, relation=relation, batches=None)


@dataclass(frozen=True)
class RawFiles:
    """All that one format found.

    `rows_taken` is filled by a format whose rows become rows of several tables: how many of a batch became some, or
    part of some.  `rows_at_source` is filled by a reader of a database, which counts its own rows when asked.
    `rows_above` says how many rows of a batch stand above its first record, where it is not one;
    `covers_from` is filled by a format that says from which day a table's records are complete, `covers_to` by one
    whose own end may come before the snapshot's day.
    `stated_authorities` gives the code of the authority that a file says it is of, by where it says so and by its name.
    """

    tables: tuple[RawTable, ...]
    extracted_on: date | None
    sources: tuple[Source, ...]
    rows_taken: Mapping[str, int] = field(default_factory=dict)
    rows_at_source: Mapping[str, int] = field(default_factory=dict)
    rows_above: Mapping[str, int] = field(default_factory=dict)
    issues: tuple[RowIssue, ...] = ()
    warnings: tuple[str, ...] = ()
    covers_from: Mapping[str, date] = field(default_factory=dict)
    covers_to: Mapping[str, date] = field(default_factory=dict)
    stated_authorities: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def short_hash(*parts: str) -> str:
    """Sixteen hexadecimal digits that depend on every part and on where one part ends."""
    text = "\x1f".join(parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def quoted_text(value: str) -> str:
    """`value` as an SQL string.  A NUL cannot stand in SQL text, and no name of ours has one."""
    return "'" + value.replace("\x00", "").replace("'", "''") + "'"


def quoted_name(name: str) -> str:
    """`name` as an SQL column name."""
    return '"' + name.replace("\x00", "").replace('"', '""') + '"'
