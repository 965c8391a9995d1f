"""Writing a format's rows as text, some thousands at a time, so that a file of any size needs little memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.sources.raw import RawTable, Source
from purplebook.sources.text_columns import null_for_empty
from purplebook.store.parquet_sql import parquet_rows
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.filled import filling

_ROWS_AT_ONCE = 20_000


class RowWriter:
    """Gathers rows of canonical tables in text and hands them on as `RawTable`s.

    `columns` says, for each table, which columns the format can fill and what each is called in the file; a column that
    is not named there is one the format does not supply.  Use it as a context manager and call `finish` inside.
    """

    def __init__(self, work: Path, *, name: str, columns: Mapping[str, Mapping[str, str]]) -> None:
        self._work, self._name, self._columns = work, name, filling(columns, by=f"The reader that writes {name}")
        self._open: dict[tuple[str, Source], _TableFile] = {}
        self._latest: dict[str, tuple[Source, _TableFile]] = {}

    def __enter__(self) -> RowWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for file in self._open.values():
            file.close()

    def add(
        self,
        table: str,
        *,
        source: Source,
        row: int,
        cells: Mapping[str, str | None],
        extra: Mapping[str, str] | None = None,
    ) -> None:
        """Add one row; `cells` by our column names, `extra` by the file's names for what has no column of its own."""
        self._file(table, source).add(row, cells, extra)

    def add_values(self, table: str, *, source: Source, row: int, values: Sequence[str | None]) -> None:
        """Add one row whose cells stand in the order in which the table's columns were declared."""
        self._file(table, source).rows.append((row, values, None))

    def add_all(
        self,
        table: str,
        *,
        source: Source,
        rows: Sequence[int],
        cells: Sequence[Mapping[str, str]],
        extra: Sequence[Mapping[str, str]],
    ) -> None:
        """Add many rows of one source, of whose cells those that were not declared are passed over."""
        names = tuple(self._columns[table])
        for at in range(0, len(rows), _ROWS_AT_ONCE):
            part = slice(at, at + _ROWS_AT_ONCE)
            own = cells[part]
            columns = [[row.get(name) for row in own] for name in names]
            self._file(table, source).write(rows[part], columns, extra[part])

    def _file(self, table: str, source: Source) -> _TableFile:
        latest = self._latest.get(table)
        if latest is None or latest[0] is not source:
            if (table, source) not in self._open:
                path = self._work / f"{self._name}_{len(self._open)}.parquet"
                self._open[table, source] = _TableFile(path, tuple(self._columns[table]))
            latest = self._latest[table] = (source, self._open[table, source])
        if len(latest[1].rows) >= _ROWS_AT_ONCE:
            latest[1].flush()
        return latest[1]

    def finish(self) -> tuple[RawTable, ...]:
        """Close the files and return one raw table for each table and source, in the order they were first met."""
        raw_tables = []
        for (table, source), file in self._open.items():
            file.close()
            relation = f"(SELECT * FROM {parquet_rows([file.path])})"
            raw = RawTable(TABLES_BY_NAME[table], source, relation, dict(self._columns[table]))
            raw_tables.append(replace(raw, batches=partial(parquet_batches, file.path)))
        return tuple(raw_tables)


def parquet_batches(path: Path) -> Iterator[pa.RecordBatch]:
    """The rows of a Parquet file of text, some thousands at a time."""
    with pq.ParquetFile(path) as file:
        yield from file.iter_batches(_ROWS_AT_ONCE)


class _TableFile:
    def __init__(self, path: Path, columns: tuple[str, ...]) -> None:
        self.path, self._columns, self._declared = path, columns, frozenset(columns)
        self._schema = pa.schema(
            [
                ("source_row", pa.int64()),
                ("extra", pa.map_(pa.string(), pa.string())),
                *((column, pa.string()) for column in columns),
            ]
        )
        self._writer = pq.ParquetWriter(path, self._schema, compression="lz4", write_statistics=False)
        self.rows: list[tuple[int, Sequence[str | None], Mapping[str, str] | None]] = []
        self._is_closed = False

    def add(self, row: int, cells: Mapping[str, str | None], extra: Mapping[str, str] | None) -> None:
        if not self._declared.issuperset(cells):
            unknown = cells.keys() - self._declared
            raise ValueError(f"columns that the format did not declare: {', '.join(sorted(unknown))}")
        self.rows.append((row, tuple(map(cells.get, self._columns)), extra))

    def close(self) -> None:
        if not self._is_closed:
            self.flush()
            self._writer.close()
            self._is_closed = True

    def flush(self) -> None:
        """Write the rows that wait, column by column."""
        if not self.rows:
            return
        numbers, values, extras = zip(*self.rows, strict=True)
        self.rows = []
        self.write(numbers, list(zip(*values, strict=True)), extras)

    def write(
        self,
        numbers: Sequence[int],
        cells: Sequence[Sequence[str | None]],
        extras: Sequence[Mapping[str, str] | None],
    ) -> None:
        """Write rows that are given column by column, after those that wait."""
        self.flush()
        others = [list(extra.items()) if extra else None for extra in extras] if any(extras) else None
        maps = self._schema.field("extra").type
        columns: list[pa.Array] = [
            pa.array(numbers, pa.int64()),
            pa.nulls(len(numbers), maps) if others is None else pa.array(others, maps),
            *(null_for_empty(pa.array(texts, pa.string())) for texts in cells),
        ]
        self._writer.write_table(pa.Table.from_arrays(columns, schema=self._schema))
