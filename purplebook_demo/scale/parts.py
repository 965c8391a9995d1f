"""Parts of a snapshot: some authorities' rows in memory, then one Parquet file for each table.

A part is held in small whole numbers until it is known how many rows come before it, for a row's number counts on
through all parts.  So memory holds one part for each process, however large the whole is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.arrow import COVERS_FROM, SUPPLIED_COLUMNS, arrow_schema
from purplebook.tables.schema import IDENTIFIER
from purplebook_demo.scale.authorities import Scale, authorities
from purplebook_demo.scale.calendar import number_of
from purplebook_demo.scale.cells import Whole, one_word
from purplebook_demo.scale.drafts import Rows
from purplebook_demo.scale.tables import TABLES, authority_rows

SOURCE_FORMAT = "invented"
ROWS_A_GROUP = 122_880
"""Rows that a reader takes at a time; no group holds two authorities."""


@dataclass(frozen=True)
class Recipe:
    """All that decides the bytes of a snapshot's tables."""

    scale: Scale
    seed: int
    extracted_on: date


@dataclass(frozen=True)
class Part:
    """Some authorities' tables, not yet written."""

    number: int
    codes: tuple[str, ...]
    tables: dict[str, tuple[Rows, ...]]
    """For each table the rows of each authority."""

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return {name: sum(rows.count for rows in each) for name, each in self.tables.items()}

    def counts_by_authority(self) -> dict[str, int]:
        """How many rows each authority has, in all tables."""
        return {code: sum(each[at].count for each in self.tables.values()) for at, code in enumerate(self.codes)}


def shares(scale: Scale, *, seed: int) -> tuple[tuple[int, ...], ...]:
    """The places of the authorities in each part: neighbours by code, and about as many children in each part."""
    known = authorities(scale, seed=seed)
    whole = sum(each.children for each in known)
    parts: list[list[int]] = [[] for _ in range(scale.part_count)]
    before = 0
    for each in known:
        middle = before + each.children // 2
        parts[min(scale.part_count - 1, middle * scale.part_count // whole)].append(each.place)
        before += each.children
    return tuple(tuple(part) for part in parts if part)


def build_part(recipe: Recipe, number: int) -> Part:
    """Make the rows of one part."""
    known = authorities(recipe.scale, seed=recipe.seed)
    places = shares(recipe.scale, seed=recipe.seed)[number]
    day = number_of(recipe.extracted_on)
    made = [authority_rows(recipe.scale, place, seed=recipe.seed, extract_day=day) for place in places]
    return Part(
        number=number,
        codes=tuple(known[place].code for place in places),
        tables={name: tuple(rows[name] for rows in made) for name in TABLES},
    )


def write_part(part: Part, folder: Path, *, rows_before: dict[str, int], covers_from: date) -> None:
    """Write one file for each table into the folder of that table."""
    for name in TABLES:
        target = folder / name
        target.mkdir(parents=True, exist_ok=True)
        _write_table(
            target / f"part-{part.number + 1:04}.parquet",
            name,
            part.tables[name],
            part.codes,
            rows_before=rows_before[name],
            covers_from=covers_from,
        )


def _write_table(
    path: Path, name: str, rows: Sequence[Rows], codes: Sequence[str], *, rows_before: int, covers_from: date
) -> None:
    table = TABLES_BY_NAME[name]
    wanted = arrow_schema(table)
    supplied = [column for column in table.column_names if column in rows[0].columns]
    says = {COVERS_FROM: covers_from.isoformat(), SUPPLIED_COLUMNS: ",".join(supplied)}
    # A key is different in every row, so it is written as the difference from the row above instead of as a code.
    key = {column.name for column in table.columns if column.kind == IDENTIFIER}
    runs = {"row_id", "source_row"}
    # The library takes names here too, but its declared types know only yes and no.
    coded = [column for column in wanted.names if column not in key | runs]
    writer: pq.ParquetWriter | None = None
    first = rows_before + 1
    try:
        for each, code in zip(rows, codes, strict=True):
            arrow = _arrow(each, code, wanted, first=first)
            first += each.count
            if writer is None:
                writer = pq.ParquetWriter(
                    path,
                    arrow.schema,
                    compression="zstd",
                    compression_level=1,
                    use_dictionary=cast(bool, coded),
                    column_encoding={name: "DELTA_BYTE_ARRAY" for name in key}
                    | {name: "DELTA_BINARY_PACKED" for name in runs},
                    # What is written as places in a list of words is read as text.
                    store_schema=False,
                )
                writer.add_key_value_metadata(says)
            writer.write_table(arrow, row_group_size=ROWS_A_GROUP)
    finally:
        if writer is not None:
            writer.close()


def _arrow(rows: Rows, code: str, wanted: pa.Schema, *, first: int) -> pa.Table:
    numbers = np.arange(rows.count, dtype=np.int64)
    cells = dict(rows.columns) | {
        "row_id": Whole(numbers + first),
        "authority_code": one_word(code, rows.count),
        "source_format": one_word(SOURCE_FORMAT, rows.count),
        "load_batch_id": one_word(code, rows.count),
        # As in a file whose header is row 1.
        "source_row": Whole(numbers + 2),
    }
    columns = [
        cells[field.name].arrow() if field.name in cells else pa.nulls(rows.count, field.type) for field in wanted
    ]
    return pa.table(columns, names=wanted.names)
