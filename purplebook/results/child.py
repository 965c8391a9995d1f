"""Finds one child by the council's own number or by our key, and says no number when there is none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from purplebook.errors import NoDataError
from purplebook.store import Snapshot
from purplebook.store.whole_parquet import read_whole


@dataclass(frozen=True)
class Child:
    """One person of one authority, with the person's own row."""

    authority_code: str
    person_id: str
    row: dict[str, Any]

    @property
    def number(self) -> str:
        """What the council calls the child: its own number, or our key where there is none."""
        return self.row.get("la_child_id") or self.person_id


def find_child(snapshot: Snapshot, number: str, *, authority_code: str | None = None) -> Child:
    """The child with this `la_child_id`, or with this `person_id`; NoDataError, which does not repeat the number.

    Where a snapshot holds several authorities, two may have given one number: `authority_code` says whose is meant.
    """
    wanted = number.strip()
    for column in ("la_child_id", "person_id"):
        with snapshot.reading("person"):
            rows = [row for path in snapshot.table_paths("person") for row in _rows_with(path, column, wanted)]
        rows = [row for row in rows if authority_code in (None, row["authority_code"])]
        if len(rows) == 1:
            return Child(rows[0]["authority_code"], rows[0]["person_id"], rows[0])
        if rows:
            raise NoDataError(
                f"{len(rows)} people in snapshot {snapshot.id} have that number as their {column}. Say whose number it "
                "is with --authority, or give the person_id."
            )
    raise NoDataError(
        f"Nobody in snapshot {snapshot.id} has that number, as la_child_id or as person_id. `purplebook list CP01` and "
        "the like print the numbers of children."
    )


def _rows_with(path: Path, column: str, wanted: str) -> list[dict[str, Any]]:
    """The rows of a file in which a column says this.  The other columns are read only where there is one."""
    said = read_whole(path, columns=[column]).column(column).cast(pa.string())
    places = pc.indices_nonzero(pc.equal(said, wanted))  # pyright: ignore[reportAttributeAccessIssue]
    return read_whole(path).take(places).to_pylist() if len(places) else []
