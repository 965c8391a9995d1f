"""The canonical tables as Arrow schemas: the one place where a column's kind becomes a type on disk and in memory.

Knows nothing about files, SQL or snapshots.  Every writer of canonical tables uses these schemas, so every reader may
rely on them.
"""

from __future__ import annotations

import pyarrow as pa

from purplebook.tables.schema import Table

ARROW_TYPES: dict[str, pa.DataType] = {
    "identifier": pa.string(),
    "link": pa.string(),
    "text": pa.string(),
    "code": pa.string(),
    "codes": pa.list_(pa.string()),
    "date": pa.date32(),
    "yes_no": pa.bool_(),
    "whole_number": pa.int64(),
    "decimal": pa.decimal128(12, 2),
    "details": pa.string(),
}


def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow schema under which the table is stored; an empty cell is null."""
    return pa.schema([(column.name, ARROW_TYPES[column.kind]) for column in table.stored_columns])


COVERS_FROM = "covers_from"
"""The name under which a stored table says from which day its records are complete, where that is known."""

COVERS_TO = "covers_to"
"""The name under which a stored table says to which day its records go, where that is before the snapshot's."""

SUPPLIED_COLUMNS = "supplied_columns"
"""The name under which a stored table says which of its columns some source file had, with commas between them."""
