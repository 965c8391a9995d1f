"""What the Parquet file of a table says of the table besides its rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from purplebook.store.snapshot import Said
from purplebook.tables.arrow import COVERS_FROM, COVERS_TO, SUPPLIED_COLUMNS


def said_by(path: Path) -> Said:
    """Read out of the end of the file; its rows are not looked at."""
    schema = pq.read_schema(path)
    noted = schema.metadata or {}
    covers = [noted.get(what.encode()) for what in (COVERS_FROM, COVERS_TO)]
    since, until = (date.fromisoformat(day.decode()) if day else None for day in covers)
    supplied = noted.get(SUPPLIED_COLUMNS.encode())
    columns = None if supplied is None else frozenset(supplied.decode().split(","))
    return Said(tuple(schema.names), since, until, columns)
