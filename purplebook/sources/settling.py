"""One source's rows settled column by column: every value, and what is wrong with which cell.

Each distinct text of a column is read once (`cells.py`), and the rows take what it was read as.  It is done here and
not in SQL: planning statements with every code of every column cost several times what reading the rows costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pyarrow as pa

from purplebook.sources import faults
from purplebook.sources.cells import BLANKS, Read, Reader, reader_of
from purplebook.sources.excel_errors import EXCEL_ERROR, EXCEL_ERRORS
from purplebook.sources.faults import Fault
from purplebook.sources.raw import AUTHORITY, CELLS, RawTable
from purplebook.sources.text_columns import pc, places_of, without_blanks
from purplebook.tables.arrow import ARROW_TYPES
from purplebook.tables.schema import CODE, DETAILS, IDENTIFIER, LINK, TEXT

EXPECTED_WITHIN = timedelta(days=300)
"""No child is expected later than this after the day of the records: a date beyond it is a slip of the pen."""
FOUND = pa.schema(
    [
        ("source_row", pa.int64()),
        *((name, pa.string()) for name in ("column_name", "value", "reason", "what_to_do")),
    ]
)
"""What is wrong with a cell, and in which row."""
_AS_THEY_STAND = (IDENTIFIER, LINK, TEXT, CODE)
_AUTHORITY_DIGITS = "^[0-9]{3}$"


@dataclass(frozen=True)
class Settled:
    """Some rows of one source: `rows` as `Settling.schema` says, and what is wrong with their cells."""

    rows: pa.RecordBatch
    found: tuple[pa.RecordBatch, ...]


@dataclass(frozen=True)
class _Column:
    """One column of some rows: its values, the numbers of the rows at fault, their texts and their faults."""

    values: pa.Array
    at: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    wrong: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Settling:
    """How the rows of one source are settled; `at` is its place among the sources of its table."""

    raw: RawTable
    at: int
    authority_code: str
    extracted_on: date | None

    @property
    def schema(self) -> pa.Schema:
        """The table's columns, then what is known of the row; `kept` are cells that settling changed."""
        return pa.schema(
            [
                *((column.name, ARROW_TYPES[column.kind]) for column in self.raw.table.columns),
                (AUTHORITY, pa.string()),
                ("source_row", pa.int64()),
                ("source_at", pa.int32()),
                ("is_rejected", pa.bool_()),
                ("extra", CELLS),
                ("kept", CELLS),
            ]
        )

    def settle(self, rows: pa.RecordBatch) -> Settled:
        """Settle rows of text."""
        count = rows.num_rows
        columns: dict[str, _Column] = {}
        for column in self.raw.table.columns:
            if column.name in self.raw.headers:
                columns[column.name] = self._read(column.name, column.kind, rows)
        own = pa.nulls(count, pa.string())
        if AUTHORITY in self.raw.headers:
            columns[AUTHORITY] = _authorities(without_blanks(rows.column(AUTHORITY)))
            own = columns[AUTHORITY].values
        moved = self._move_unborn(columns, rows)
        values = [
            columns[column.name].values if column.name in columns else pa.nulls(count, ARROW_TYPES[column.kind])
            for column in self.raw.table.columns
        ]
        settled = [
            *values,
            pc.fill_null(own, self.authority_code),
            rows.column("source_row").cast(pa.int64()),
            pa.repeat(pa.scalar(self.at, pa.int32()), count),
            pa.repeat(pa.scalar(False), count),
            rows.column("extra").cast(CELLS),
            self._kept(moved, columns, count=count),
        ]
        found = [self._found(name, column, rows) for name, column in columns.items() if column.at]
        return Settled(pa.RecordBatch.from_arrays(settled, schema=self.schema), tuple(found))

    def _read(self, name: str, kind: str, rows: pa.RecordBatch) -> _Column:
        column = self.raw.table.column(name)
        cells = rows.column(name)
        if kind == DETAILS:
            return _Column(without_blanks(cells))
        read = reader_of(column)
        if read is None:
            assert kind in _AS_THEY_STAND
            return _without_errors(without_blanks(cells))
        if (
            self.raw.table.name == "person"
            and self.extracted_on is not None
            and name in ("born_on", "expected_birth_on")
        ):
            read = _born_by(self.extracted_on + EXPECTED_WITHIN, read)
        return _each_once(cells, read, ARROW_TYPES[kind])

    def _move_unborn(self, columns: dict[str, _Column], rows: pa.RecordBatch) -> dict[int, str]:
        """A birth after the day of the records is an expected one; the texts of those days by the number of the row."""
        if self.raw.table.name != "person" or self.extracted_on is None or "born_on" not in columns:
            return {}
        born = columns["born_on"]
        is_unborn = pc.fill_null(pc.greater(born.values, pa.scalar(self.extracted_on)), False)
        at = places_of(is_unborn)
        if not at:
            return {}
        expected = columns.get("expected_birth_on") or _Column(pa.nulls(len(born.values), pa.date32()))
        ahead = pc.if_else(is_unborn, born.values, pa.scalar(None, pa.date32()))
        columns["expected_birth_on"] = _Column(
            pc.coalesce(expected.values, ahead), expected.at, expected.texts, expected.wrong
        )
        columns["born_on"] = _Column(
            pc.if_else(is_unborn, pa.scalar(None, pa.date32()), born.values), born.at, born.texts, born.wrong
        )
        return dict(zip(at, without_blanks(rows.column("born_on")).take(pa.array(at)).to_pylist(), strict=True))

    def _kept(self, moved: Mapping[int, str], columns: Mapping[str, _Column], *, count: int) -> pa.Array:
        """The texts that settling changed, by what their columns are called in the file."""
        kept = {at: {self.raw.headers["born_on"]: text} for at, text in moved.items()}
        for name, column in columns.items():
            for at, text in zip(column.at, column.texts, strict=True):
                kept.setdefault(at, {})[self.raw.headers[name]] = text
        if not kept:
            return pa.nulls(count, CELLS)
        return pa.array([list(kept[at].items()) if at in kept else None for at in range(count)], CELLS)

    def _found(self, name: str, column: _Column, rows: pa.RecordBatch) -> pa.RecordBatch:
        return pa.RecordBatch.from_arrays(
            [
                rows.column("source_row").take(pa.array(column.at)).cast(pa.int64()),
                pa.repeat(pa.scalar(self.raw.headers[name], pa.string()), len(column.at)),
                pa.array(column.texts, pa.string()),
                pa.array([fault.reason for fault in column.wrong], pa.string()),
                pa.array([fault.what_to_do for fault in column.wrong], pa.string()),
            ],
            schema=FOUND,
        )


def all_found(found: Iterable[pa.RecordBatch]) -> pa.Table:
    """What is wrong with all the cells, as one table."""
    return pa.Table.from_batches(list(found), schema=FOUND)


def _without_errors(texts: pa.Array) -> _Column:
    """Text is taken as it stands, so an error of Excel's has to be looked for."""
    if not pc.any(pc.starts_with(texts, "#")).as_py():
        return _Column(texts)
    is_error = pc.is_in(texts, value_set=pa.array(EXCEL_ERRORS, pa.string()))
    at = places_of(is_error)
    told = tuple(texts.take(pa.array(at, pa.int64())).to_pylist())
    clean = pc.if_else(is_error, pa.scalar(None, texts.type), texts)
    return _Column(clean, at, told, (EXCEL_ERROR,) * len(told))


def _authorities(texts: pa.Array) -> _Column:
    is_code = pc.match_substring_regex(texts, _AUTHORITY_DIGITS)
    at = places_of(pc.invert(is_code))
    told = tuple(texts.take(pa.array(at, pa.int64())).to_pylist())
    codes = pc.if_else(is_code, texts, pa.scalar(None, texts.type))
    return _Column(codes, at, told, (faults.NOT_AN_AUTHORITY,) * len(told))


def _each_once(cells: pa.Array, read: Reader, kind: pa.DataType) -> _Column:
    """The column's values, each distinct text read once."""
    if cells.null_count == len(cells):
        return _Column(pa.nulls(len(cells), kind))
    encoded = cells.dictionary_encode()
    texts = [text.strip(BLANKS) for text in encoded.dictionary.to_pylist()]
    readings = [read(text) if text else (None, None) for text in texts]
    values = pa.array([value for value, _ in readings], kind).take(encoded.indices)
    wrong = {place: fault for place, (_, fault) in enumerate(readings) if fault is not None}
    if not wrong:
        return _Column(values)
    at = places_of(pc.is_in(encoded.indices, value_set=pa.array(list(wrong), encoded.indices.type)))
    told = encoded.indices.take(pa.array(at, pa.int64())).to_pylist()
    return _Column(values, at, tuple(texts[place] for place in told), tuple(wrong[place] for place in told))


def _born_by(latest: date, read: Reader) -> Reader:
    """What reads a date of birth: one after the latest day on which a child can be expected is listed, not taken."""

    def read_birth(cell: str) -> Read:
        value, fault = read(cell)
        return (None, faults.BORN_AHEAD) if value is not None and value > latest else (value, fault)

    return read_birth
