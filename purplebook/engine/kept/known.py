"""What is told of the columns of a snapshot without a row of it being read: of all its authorities together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from purplebook.engine.kept.beside import opened_parts
from purplebook.engine.kept.coded_file import OneAuthority
from purplebook.store import Snapshot
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME

Place = tuple[str, str]


@dataclass(frozen=True)
class Known:
    """By (table, column): the different values, None where they are many; the least and the greatest number; and what
    `EmptyCells` says of the rows.  A column in no row has no entry."""

    values: dict[Place, frozenset[Any] | None] = field(default_factory=dict)
    least: dict[Place, int] = field(default_factory=dict)
    most: dict[Place, int] = field(default_factory=dict)
    empty: dict[Place, tuple[int, ...]] = field(default_factory=dict)


def known_of(snapshot: Snapshot) -> Known | None:
    """What is known of a snapshot; None where no file can say what its records are.

    It is read once, and what its tables say of themselves is told to the snapshot with it.
    """
    if KNOWN not in snapshot.beside:
        snapshot.beside[KNOWN] = _read(snapshot)
    return snapshot.beside[KNOWN]  # type: ignore[return-value]


KNOWN = "known"


def _read(snapshot: Snapshot) -> Known | None:
    parts = opened_parts(snapshot)
    if parts is None:
        return None
    known = Known()
    for part in parts.values():
        for table in DATA_TABLES:
            _add(known, table.name, part)
            said = part.file.said(table.name)
            if said is not None:
                snapshot.said.setdefault(table.name, said)
        part.close()
    return known


def _add(known: Known, table: str, part: OneAuthority) -> None:
    of_table = part.file.tables[table]
    for name, counts in of_table["empty"].items():
        before = known.empty.get((table, name), (0,) * len(counts))
        known.empty[table, name] = tuple(a + b for a, b in zip(before, counts, strict=True))
    for name, said in of_table["columns"].items():
        place = table, name
        if "least" in said:
            known.least[place] = min(said["least"], known.least.get(place, said["least"]))
            known.most[place] = max(said["most"], known.most.get(place, said["most"]))
    if of_table["rows"]:
        for column in TABLES_BY_NAME[table].columns:
            if column.name not in of_table["absent"]:
                place = table, column.name
                found, before = _values(of_table["columns"].get(column.name)), known.values.get(place, frozenset())
                known.values[place] = None if found is None or before is None else before | found


def _values(said: dict[str, Any] | None) -> frozenset[Any] | None:
    """The different values of one authority, None among them where a cell is empty."""
    labels = None if said is None else said.get("labels")
    if said is None or not isinstance(labels, list):
        return None
    gaps = [None] if "gaps" in said or "nothing" in said else []
    return frozenset([*(tuple(one) if isinstance(one, list) else one for one in labels), *gaps])
