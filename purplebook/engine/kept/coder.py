"""The coded columns of one authority as the bytes of a file.

A number is stored as its distance from the least, in as few bytes as the greatest needs, and nought is "not recorded":
the files are a quarter of the size, and so is what is read and held against its hash.  Whatever cannot be coded is left
out, and whoever asks for it asks the records.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from purplebook.engine.base import TableSource
from purplebook.engine.columns.coded import CodedRows
from purplebook.engine.columns.coding import coded_column, dictionary_of
from purplebook.engine.columns.numbered import NO_LINK, target_of
from purplebook.engine.columns.values import NONE, CannotCountError
from purplebook.engine.kept.meaning import CODING, declared
from purplebook.engine.records.counted_cells import counts_of
from purplebook.store.pieces import joined_pieces
from purplebook.store.snapshot import Said
from purplebook.tables import DATA_TABLES, Table
from purplebook.tables.schema import DETAILS, IDENTIFIER

FEW_LABELS = 64
"""Different values of a column up to which they stand in the index itself."""
MOST_LABELS = 1_000
"""Different texts of a column beyond which they are names and numbers of people, which nobody counts by."""


def coded_bytes(
    sources: Mapping[str, TableSource],
    absent: Mapping[str, Sequence[str]],
    *,
    said: Mapping[str, Said],
    filled: Collection[str],
    authority: str,
    records_hash: str,
) -> bytes:
    """The file of one authority's coded columns: always the same bytes for the same records.

    `said` is what the files of each table say of it.  Tables other than those `filled` have no rows.
    """
    rows = _ReadOnce(sources, authorities=(authority,), absent=absent)
    try:
        made = _File(rows)
        tables = {
            table.name: made.table(
                table, absent.get(table.name, ()), plain_said(said.get(table.name)), is_empty=table.name not in filled
            )
            for table in DATA_TABLES
        }
        strangers = {table.name: rows.stranger_count(table.name) for table in DATA_TABLES}
    finally:
        rows.close()
    about = {
        "coding": CODING,
        "records": records_hash,
        "authority": authority,
        "tables": tables,
        "strangers": strangers,
    }
    return joined_pieces(about, made.pieces)


class _ReadOnce(CodedRows):
    """Rows of which each column of the table in hand is read once, though it is asked for as numbers and as a link."""

    _in_hand: tuple[str, dict[str, pa.ChunkedArray]] = ("", {})

    def raw(self, table: str, name: str) -> pa.ChunkedArray:
        """A column as it was read; those of the table that was opened last are kept."""
        found = self._in_hand[1].get(name) if self._in_hand[0] == table else None
        return super().raw(table, name) if found is None else found

    def take_in_hand(self, table: str, names: Sequence[str]) -> None:
        """Read columns of this table, and let go of the one before."""
        self._in_hand = table, {name: _one_dictionary(raw) for name, raw in self.raws(table, names).items()}


def _one_dictionary(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column of text with the dictionaries of its parts as one, which all who ask would make."""
    is_text = pa.types.is_dictionary(column.type) or pa.types.is_string(column.type)
    return pa.chunked_array([dictionary_of(column)]) if is_text else column


class _File:
    """The pieces of a file, and what is told of each column."""

    def __init__(self, rows: _ReadOnce) -> None:
        self.rows, self.pieces = rows, list[bytes]()

    def table(self, table: Table, absent: Sequence[str], said: Any, *, is_empty: bool) -> dict[str, Any]:
        """What is told of a table, its pieces put behind those of the tables before."""
        about = {"declared": declared(table.name), "rows": 0, "absent": list(absent), "said": said}
        if is_empty:
            nothing = {column.name: [0, 0, 0, 0] for column in table.columns if column.name not in absent}
            return {**about, "columns": {}, "links": {}, "empty": nothing}
        self.rows.take_in_hand(table.name, [column.name for column in table.columns if column.name not in absent])
        columns: dict[str, Any] = {}
        links: dict[str, Any] = {}
        raw: dict[str, pa.ChunkedArray] = {}
        for column in table.columns:
            if column.name in absent:
                continue
            raw[column.name] = self.rows.raw(table.name, column.name)
            if column.kind != DETAILS:
                made = self._column(raw[column.name], column.kind)
                columns |= {} if made is None else {column.name: made}
            if target_of(table.name, column.name) is not None:
                links[column.name] = self._link(self.rows.link(table.name, column.name))
        return {
            **about,
            "rows": self.rows.count(table.name),
            "columns": columns,
            "links": links,
            "empty": {name: list(vars(counts).values()) for name, counts in counts_of(table, raw).items()},
        }

    def _column(self, raw: pa.ChunkedArray, kind: str) -> dict[str, Any] | None:
        is_text = pa.types.is_dictionary(raw.type) and kind != IDENTIFIER
        if is_text and len(dictionary_of(raw).dictionary) > MOST_LABELS:
            return None
        try:
            values = coded_column(raw, kind)
            about = self._numbers(values.data, none=NONE)
        except (CannotCountError, pa.ArrowException, OverflowError):
            return None
        if values.labels is not None:
            few = len(values.labels) <= FEW_LABELS
            about["labels"] = list(values.labels) if few else self._piece(packed(values.labels))
        return about if values.scale == 1 else {**about, "scale": values.scale}

    def _link(self, rows: np.ndarray) -> dict[str, Any]:
        # A table's own key names the row itself, unless two rows have one key.
        is_own = bool((rows == np.arange(len(rows))).all())
        return {"own": True} if is_own else self._numbers(rows, none=NO_LINK)

    def _numbers(self, data: np.ndarray, *, none: int) -> dict[str, Any]:
        known = data[data != none]
        if not len(known):
            return {"nothing": True}
        least, most = int(known.min()), int(known.max())
        width = next(kind for kind in ("u1", "u2", "u4", "u8") if most - least + 1 <= np.iinfo(kind).max)
        stored = np.where(data == none, 0, data.astype(np.int64) - (least - 1)).astype(width)
        about = {"least": least, "most": most, "type": width, "piece": self._piece(stored.tobytes())}
        return about if len(known) == len(data) else {**about, "gaps": True}

    def _piece(self, content: bytes) -> int:
        self.pieces.append(content)
        return len(self.pieces) - 1


def packed(labels: Sequence[Any]) -> bytes:
    """Labels as one piece.  The numbers of cases run on, and are a third of a file unless they are packed."""
    return zlib.compress(json.dumps(labels, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def plain_said(said: Said | None) -> Any:
    """What a table's files say of it, as JSON holds it; `coded_file` makes it what it was."""
    if said is None:
        return None
    days = [None if day is None else day.isoformat() for day in (said.covers_from, said.covers_to)]
    return [list(said.columns), *days, None if said.supplied is None else sorted(said.supplied)]
