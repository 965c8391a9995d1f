"""What a store holds, as it was loaded: its snapshots, and the rows of their tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from purplebook.errors import BadInputError
from purplebook.results.answer import AnswerOfChildren, NamedTable
from purplebook.run.place import Place
from purplebook.run.words import read_day


@dataclass(frozen=True, repr=False)
class StoredTable(AnswerOfChildren):
    """The rows of one canonical table of one snapshot."""

    table: pa.Table
    name: str
    snapshot_id: str

    @property
    def title(self) -> str:
        """Which table of which load."""
        return f"The table {self.name} of {self.snapshot_id}"


def stored_table(place: Place, name: str, *, as_at: str | date | None = None) -> StoredTable:
    """The rows of a table in the order in which they are kept."""
    snapshot = place.snapshot(read_day(as_at))
    if name not in snapshot.table_names:
        raise BadInputError(f"{snapshot.id} has no table '{name}'. It has: {', '.join(snapshot.table_names)}.")
    return StoredTable(snapshot.read(name), name, snapshot.id)


def snapshots(place: Place) -> NamedTable:
    """A row for each published snapshot, in the order of loading."""
    rows = [
        {
            "snapshot": one.id,
            "as_at": one.as_at,
            "authorities": ", ".join(one.authorities),
            "rows": sum(table.row_count for table in one.manifest.tables),
        }
        for one in place.store.snapshots()
    ]
    schema = pa.schema(
        [("snapshot", pa.string()), ("as_at", pa.date32()), ("authorities", pa.string()), ("rows", pa.int64())]
    )
    return NamedTable(pa.Table.from_pylist(rows, schema=schema), f"Snapshots in {place.store_path}")
