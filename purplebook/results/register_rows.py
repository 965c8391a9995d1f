"""How many rows there are of the registers that a paper's sentences lean on."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from purplebook.language.evidence import Register
from purplebook.store import Snapshot

AUTHORITY = "authority_code"


def register_rows(
    snapshot: Snapshot, registers: Iterable[Register], *, authority: str | None = None
) -> dict[Register, int]:
    """The rows of each register that a snapshot holds, of one authority or of all; 0 where no file supplied it."""
    return {register: _count(snapshot, register, authority) for register in dict.fromkeys(registers)}


def _count(snapshot: Snapshot, register: Register, authority: str | None) -> int:
    if register.table not in snapshot.table_names or register.table in snapshot.missing_tables:
        return 0
    wanted = [name for name in (register.column, register.dated) if name is not None]
    rows = snapshot.read(register.table, columns=[*wanted, AUTHORITY])
    for column, codes in ((register.column, register.codes), (AUTHORITY, (authority,) if authority else ())):
        if column is not None and codes:
            rows = rows.filter(pc.is_in(rows.column(column), pa.array(codes, pa.string())))  # pyright: ignore[reportAttributeAccessIssue]
    if register.dated is None or register.period is None:
        return rows.num_rows
    first, last = register.period.first_day, register.period.last_day
    days = rows.column(register.dated).to_pylist()
    return sum(day is not None and first <= day <= last for day in days)
