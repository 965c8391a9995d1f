"""What is recorded at all in a column: which values, the first day, whether a yes ever stands in it.

Asked before every figure.  The coded files know it without a row being read; where there are none, the records are.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from purplebook.engine.kept.known import known_of
from purplebook.store import Snapshot


def values_recorded(snapshot: Snapshot, table: str, column: str) -> frozenset[str | None]:
    """The different values of a column of text or codes; None among them where a cell is empty."""
    known = known_of(snapshot)
    if known is not None and (values := known.values.get((table, column), frozenset())) is not None:
        return values
    return frozenset(snapshot.read(table, columns=[column]).column(0).unique().to_pylist())


def first_day_in(snapshot: Snapshot, table: str, column: str) -> date | None:
    """The first of the days in a column; None where there is none."""
    known = known_of(snapshot)
    if known is not None:
        least = known.least.get((table, column))
        return None if least is None else date.fromordinal(date(1970, 1, 1).toordinal() + least)
    import pyarrow.compute as pc

    return pc.min(snapshot.read(table, columns=[column]).column(0)).as_py()  # pyright: ignore[reportAttributeAccessIssue]


def is_ever_yes(snapshot: Snapshot, table: str, column: str) -> bool:
    """Whether a column of yes and no says yes of any row."""
    known = known_of(snapshot)
    if known is not None:
        return known.most.get((table, column)) == 1
    with snapshot.reading(table):
        return any(_holds_true(path, column) for path in snapshot.table_paths(table))


def _holds_true(path: Path, column: str) -> bool:
    """From what the file says of its row groups, where it says so."""
    import pyarrow.parquet as pq

    from purplebook.store.whole_parquet import read_whole

    file = pq.read_metadata(path)
    if column not in file.schema.names:
        return False
    place = file.schema.names.index(column)
    ranges = [file.row_group(number).column(place).statistics for number in range(file.num_row_groups)]
    if all(known is not None and (known.has_min_max or known.num_values == 0) for known in ranges):
        return any(known.has_min_max and known.max for known in ranges)
    return True in read_whole(path, columns=[column]).column(0).unique().to_pylist()
