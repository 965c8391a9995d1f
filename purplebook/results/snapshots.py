"""Figures and row lists of a snapshot: the one way in which every output reaches the records."""

from __future__ import annotations

import dataclasses
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from purplebook.engine.plan import Grouping, Request, request
from purplebook.engine.records.open import columns_lacking, open_engine
from purplebook.engine.row_lists import rows_behind
from purplebook.errors import NoDataError
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period, long_day
from purplebook.results.compute import compute, joined, pieces
from purplebook.results.each_child import EachChild
from purplebook.results.figures import Figures
from purplebook.results.left_out import LeftOut
from purplebook.results.pieces import Piece
from purplebook.results.populations import Populations, populations_from
from purplebook.results.setting import Setting
from purplebook.results.supply import KINDS, Supply, unsupplied, why_not_covered
from purplebook.results.warnings import left_out_by, warnings_for
from purplebook.store import Snapshot
from purplebook.store.whole_parquet import read_whole
from purplebook.tables import DATA_TABLES

LATEST_ONLY = "is_latest_only"
REGISTERS, TAKEN_ON = ("care_leaver_snapshot", "workforce_snapshot"), "snapshot_on"
"""Tables that hold everybody on a list as on the day the list was taken, and the column that says which day."""
MOST_NAMED = 20
"""Authorities that a message names one by one."""
MOST_ROWS = 3_000_000
"""Rows in all tables that are worked on at once: some seven authorities and ten years, in about a gigabyte."""


SUPPLIES_KEPT = 64
"""Snapshots of which it is remembered what their files held: some years of month-ends."""


def compute_figures(
    snapshot: Snapshot,
    indicators: Sequence[Indicator],
    *,
    periods: Sequence[Period],
    crossed: Sequence[Grouping] = (),
    breakdowns: bool = True,
    authorities: Sequence[str] = (),
    most_rows: int = MOST_ROWS,
    each: EachChild | None = None,
) -> Figures:
    """Work out the indicators for every period: everyone, each single breakdown and the crossed ones asked for.

    For every authority of the snapshot, or only for those named; about `most_rows` of their rows at a time.  Of one
    authority `each` gathers, in the same passes, what each child adds.
    """
    chosen = chosen_authorities(snapshot, authorities)
    for period in periods:
        check_day(snapshot, period.last_day)
    requests = [
        request(item, crossed=crossed, breakdowns=breakdowns, each=each is not None and item.id in each.wanted)
        for item in indicators
    ]
    setting = dataclasses.replace(setting_of(snapshot), authorities=chosen)
    with open_engine(snapshot, periods, authorities=authorities) as engine:
        batches = batches_of(snapshot, chosen, most_rows=most_rows)
        if len(batches) == 1:
            if each is None:
                return compute(engine, requests, periods, setting)
            return compute(engine, requests, periods, setting, answered=each.answered)
        # No authority's figures hang on another's, so a large snapshot is worked out some authorities at a time.
        left_out: LeftOut = Counter()
        made = [_pieces_of(snapshot, batch, requests, periods, setting, left_out) for batch in batches]
        warnings = warnings_for(engine, requests, periods, setting, left_out)
        return Figures(joined(made), warnings, indicators=tuple(indicators))


def figures_in_batches(
    snapshot: Snapshot, indicators: Sequence[Indicator], *, periods: Sequence[Period], most_rows: int = MOST_ROWS
) -> Iterator[pa.Table]:
    """Everyone and each single breakdown, some authorities at a time, for figures that are too many for memory.

    The same figures as `compute_figures` gives, in another order: all of one batch, then all of the next.
    """
    for period in periods:
        check_day(snapshot, period.last_day)
    requests, setting = [request(item) for item in indicators], setting_of(snapshot)
    for batch in batches_of(snapshot, snapshot.authorities, most_rows=most_rows):
        yield joined([_pieces_of(snapshot, batch, requests, periods, setting)])


def batches_of(
    snapshot: Snapshot, authorities: Sequence[str], *, most_rows: int = MOST_ROWS
) -> tuple[tuple[str, ...], ...]:
    """The authorities in batches of about as many rows as fit well in memory, in their order."""
    rows = sum(table.row_count for table in snapshot.manifest.tables)
    share = len(authorities) / max(len(snapshot.authorities), 1)
    count = max(1, min(len(authorities), math.ceil(rows * share / most_rows)))
    size = math.ceil(len(authorities) / count) or 1
    return tuple(tuple(authorities[at : at + size]) for at in range(0, max(len(authorities), 1), size))


def _pieces_of(
    snapshot: Snapshot,
    authorities: tuple[str, ...],
    requests: Sequence[Request],
    periods: Sequence[Period],
    setting: Setting,
    left_out: LeftOut | None = None,
) -> tuple[Piece, ...]:
    """The figures of some authorities; what they leave out is added to what the batches before did."""
    with open_engine(snapshot, periods, authorities=authorities) as engine:
        if left_out is not None:
            left_out.update(left_out_by(engine, requests, setting))
        return pieces(engine, requests, periods, dataclasses.replace(setting, authorities=authorities))


def list_rows(
    snapshot: Snapshot,
    indicator: Indicator,
    *,
    period: Period,
    among: bool = False,
    authorities: Sequence[str] = (),
) -> pa.Table:
    """The rows that a figure counts in one period, or with `among` those it is a part of.

    Columns: the council's id for the child, the record's own key and dates, the breakdowns, any value, and the file,
    sheet and row it came from; before all of them the authority, where the snapshot holds more than one.
    """
    chosen_authorities(snapshot, authorities)
    check_day(snapshot, period.last_day)
    supply = supply_of(snapshot)
    missing = unsupplied(indicator, supply)
    if missing:
        raise NoDataError(f"{indicator.id} cannot be listed: no file supplied {' or '.join(missing)}.")
    reason = why_not_covered(indicator, period, supply)
    if reason:
        raise NoDataError(f"{indicator.id} cannot be listed for {period.label}: {reason}.")
    with open_engine(snapshot, [period], authorities=authorities) as engine:
        return rows_behind(engine, indicator, among=among, has_authority=len(snapshot.authorities) > 1)


def chosen_authorities(snapshot: Snapshot, named: Sequence[str]) -> tuple[str, ...]:
    """The authorities named, each once in the snapshot's order, or all of them; NoDataError for one it has not."""
    strangers = [code for code in named if code not in snapshot.authorities]
    if strangers:
        codes = snapshot.authorities
        few = len(codes) <= MOST_NAMED
        known = ", ".join(codes) if few else f"{len(codes)} authorities, from {codes[0]} to {codes[-1]}"
        raise NoDataError(f"There are no records of authority {', '.join(strangers)}. There are: {known or 'none'}.")
    return tuple(code for code in snapshot.authorities if not named or code in named)


def setting_of(snapshot: Snapshot) -> Setting:
    """Whose records these are, the populations that came with them, and what no file supplied."""
    return Setting(authorities=snapshot.authorities, populations=populations_of(snapshot), supply=supply_of(snapshot))


def populations_of(snapshot: Snapshot) -> Populations:
    """The populations by which its rates are divided: those that came with the records before those published."""
    rows = snapshot.read("reference_value").to_pylist()
    return populations_from(rows, authorities=snapshot.authorities)


@lru_cache(maxsize=SUPPLIES_KEPT)
def supply_of(snapshot: Snapshot) -> Supply:
    """The tables that no file supplied, and the columns that no file of a table had.

    Looked up once for each snapshot: its folder is never changed, and its manifest, by which it is known, has the hash
    of every file.
    """
    missing = {
        (name, column)
        for name in snapshot.table_names
        for column in snapshot.missing_columns(name)
        if snapshot.is_supplied(name)
    }
    missing |= {
        (table.name, column)
        for table in DATA_TABLES
        if table.name in snapshot.table_names
        for column, _ in columns_lacking(snapshot, table)
    }
    covered = {name: snapshot.covers_from(name) for name in snapshot.table_names}
    ends = {name: snapshot.covers_to(name) for name in snapshot.table_names}
    facts = snapshot.read("person_attribute", columns=["attribute_type"]).column(0)
    return Supply(
        missing_tables=snapshot.missing_tables | {table.name for table in DATA_TABLES} - set(snapshot.table_names),
        missing_columns=frozenset(missing),
        covers_from={name: since for name, since in covered.items() if since is not None},
        covers_to={name: end for name, end in ends.items() if end is not None},
        latest_only=frozenset(name for name in snapshot.table_names if _is_latest_only(snapshot, name)),
        known_facts=frozenset(facts.unique().to_pylist()),
        known_kinds=_known_kinds(snapshot),
        first_taken={name: day for name in REGISTERS if (day := _first_taken(snapshot, name)) is not None},
    )


def _known_kinds(snapshot: Snapshot) -> dict[tuple[str, str], frozenset[str]]:
    """The kinds that stand in each table of several kinds; a table without rows says nothing of kinds."""
    known = {}
    for table, column in KINDS:
        if table in snapshot.table_names and snapshot.is_supplied(table):
            kinds = snapshot.read(table, columns=[column]).column(0).unique().to_pylist()
            if kinds:
                known[table, column] = frozenset(kinds)
    return known


def _first_taken(snapshot: Snapshot, name: str) -> date | None:
    if name not in snapshot.table_names:
        return None
    return pc.min(snapshot.read(name, columns=[TAKEN_ON]).column(0)).as_py()  # pyright: ignore[reportAttributeAccessIssue]


def _is_latest_only(snapshot: Snapshot, name: str) -> bool:
    if LATEST_ONLY not in snapshot.stored_columns(name):
        return False
    with snapshot.reading(name):
        return any(_holds_true(path, LATEST_ONLY) for path in snapshot.table_paths(name))


def _holds_true(path: Path, column: str) -> bool:
    """Whether a yes-or-no column is ever true, from what the file says of its row groups where it says so."""
    file = pq.read_metadata(path)
    if column not in file.schema.names:
        return False
    place = file.schema.names.index(column)
    ranges = [file.row_group(number).column(place).statistics for number in range(file.num_row_groups)]
    if all(known is not None and (known.has_min_max or known.num_values == 0) for known in ranges):
        return any(known.has_min_max and known.max for known in ranges)
    return True in read_whole(path, columns=[column]).column(0).unique().to_pylist()


def check_day(snapshot: Snapshot, day: date) -> None:
    """Refuse a day that the records do not reach: NoDataError."""
    if day > snapshot.as_at:
        raise NoDataError(
            f"The records in snapshot {snapshot.id} go up to {long_day(snapshot.as_at)}, so there is no figure for "
            f"{long_day(day)}. Ask for an earlier day, name a later extract with --as-at, or load one."
        )
