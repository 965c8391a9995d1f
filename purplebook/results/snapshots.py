"""Figures and row lists of a snapshot: the one way in which every output reaches the records."""

from __future__ import annotations

import dataclasses
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from purplebook.engine.plan import Grouping, Request, request
from purplebook.engine.records.open import open_engine
from purplebook.engine.records.recorded import first_day_in, is_ever_yes, values_recorded
from purplebook.engine.records.sources import columns_lacking
from purplebook.engine.row_lists import rows_behind
from purplebook.errors import NoDataError
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import Period, long_day
from purplebook.results.figures import Figures
from purplebook.results.left_out import LeftOut
from purplebook.results.populations import Populations, populations_from
from purplebook.results.setting import Setting
from purplebook.results.supply import KINDS, Supply, unsupplied, why_not_covered
from purplebook.results.warnings import left_out_by, warnings_for
from purplebook.store import Snapshot
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME

if TYPE_CHECKING:
    import pyarrow as pa

    from purplebook.results.each_child import EachChild
    from purplebook.results.pieces import Piece

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
    # Here and below: a list of rows asks here too, and needs nothing that works out figures.
    from purplebook.results.compute import compute, joined

    chosen = chosen_authorities(snapshot, authorities)
    for period in periods:
        check_day(snapshot, period.last_day)
    requests = [
        request(item, crossed=crossed, breakdowns=breakdowns, each=each is not None and item.id in each.wanted)
        for item in indicators
    ]
    setting = dataclasses.replace(setting_of(snapshot, indicators), authorities=chosen)
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
    snapshot: Snapshot,
    indicators: Sequence[Indicator],
    *,
    periods: Sequence[Period],
    crossed: Sequence[Grouping] = (),
    breakdowns: bool = True,
    authorities: Sequence[str] = (),
    most_rows: int = MOST_ROWS,
    left_out: LeftOut | None = None,
) -> Iterator[pa.Table]:
    """Some authorities at a time, for figures that are too many for memory; of each batch some indicators at a time.

    The same figures as `compute_figures` gives, in another order: all of one batch, then all of the next.  What they
    leave out is added to `left_out`, for `warnings_of`.
    """
    from purplebook.results.pieces import tables_of

    chosen = chosen_authorities(snapshot, authorities)
    for period in periods:
        check_day(snapshot, period.last_day)
    requests = [request(item, crossed=crossed, breakdowns=breakdowns) for item in indicators]
    setting = setting_of(snapshot, indicators)
    for batch in batches_of(snapshot, chosen, most_rows=most_rows):
        yield from tables_of(_pieces_of(snapshot, batch, requests, periods, setting, left_out))


def warnings_of(
    snapshot: Snapshot,
    indicators: Sequence[Indicator],
    *,
    periods: Sequence[Period],
    authorities: Sequence[str] = (),
    left_out: LeftOut,
) -> tuple[str, ...]:
    """What a reader of figures that were worked out in batches must know beside them."""
    setting = dataclasses.replace(
        setting_of(snapshot, indicators), authorities=chosen_authorities(snapshot, authorities)
    )
    with open_engine(snapshot, periods, authorities=authorities) as engine:
        return warnings_for(engine, [request(item) for item in indicators], periods, setting, left_out)


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
    from purplebook.results.compute import pieces

    with open_engine(snapshot, periods, authorities=authorities) as engine:
        if left_out is not None:
            left_out.update(left_out_by(engine, requests, setting))
        return pieces(engine, requests, periods, dataclasses.replace(setting, authorities=authorities))


def list_rows(
    snapshot: Snapshot,
    indicator: Indicator,
    *,
    periods: Sequence[Period],
    among: bool = False,
    authorities: Sequence[str] = (),
) -> pa.Table:
    """The rows that a figure counts in each period, or with `among` those it is a part of.

    Columns: the council's id for the child, the record's own key and dates, the breakdowns, any value, and the file,
    sheet and row it came from; before all of them the authority, where the snapshot holds more than one, and the
    period, where there are several.
    """
    chosen_authorities(snapshot, authorities)
    for period in periods:
        check_day(snapshot, period.last_day)
    supply = supply_of(snapshot)
    missing = unsupplied(indicator, supply)
    if missing:
        raise NoDataError(f"{indicator.id} cannot be listed: no file supplied {' or '.join(missing)}.")
    for period in periods:
        reason = why_not_covered(indicator, period, supply)
        if reason:
            raise NoDataError(f"{indicator.id} cannot be listed for {period.label}: {reason}.")
    has_authority = len(snapshot.authorities) > 1
    with open_engine(snapshot, periods, authorities=authorities) as engine:
        return rows_behind(engine, indicator, periods=periods, among=among, has_authority=has_authority)


def chosen_authorities(snapshot: Snapshot, named: Sequence[str]) -> tuple[str, ...]:
    """The authorities named, each once in the snapshot's order, or all of them; NoDataError for one it has not."""
    strangers = [code for code in named if code not in snapshot.authorities]
    if strangers:
        codes = snapshot.authorities
        few = len(codes) <= MOST_NAMED
        known = ", ".join(codes) if few else f"{len(codes)} authorities, from {codes[0]} to {codes[-1]}"
        raise NoDataError(f"There are no records of authority {', '.join(strangers)}. There are: {known or 'none'}.")
    return tuple(code for code in snapshot.authorities if not named or code in named)


def setting_of(snapshot: Snapshot, indicators: Sequence[Indicator]) -> Setting:
    """Whose records these are, the populations that these indicators need, and what no file supplied."""
    populations = populations_of(snapshot, indicators)
    return Setting(authorities=snapshot.authorities, populations=populations, supply=supply_of(snapshot))


def populations_of(snapshot: Snapshot, indicators: Sequence[Indicator]) -> Populations:
    """The populations by which rates are divided, those that came with the records before those published.

    None are read where none of the indicators is a rate.
    """
    if not any(item.measure.shape is Shape.RATE for item in indicators):
        return Populations()
    rows = snapshot.read("reference_value").to_pylist()
    return populations_from(rows, authorities=snapshot.authorities)


@lru_cache(maxsize=SUPPLIES_KEPT)
def supply_of(snapshot: Snapshot) -> Supply:
    """The tables that no file supplied, and the columns that no file of a table had.

    Looked up once for each snapshot: its folder is never changed, and its manifest, by which it is known, has the hash
    of every file.
    """
    kinds = {place: values for place in KINDS if (values := _kinds_in(snapshot, *place))}
    facts = values_recorded(snapshot, "person_attribute", "attribute_type")
    names = [table.name for table in DATA_TABLES if table.name in snapshot.table_names]
    missing = {
        (name, column) for name in names if snapshot.is_supplied(name) for column in snapshot.missing_columns(name)
    }
    missing |= {(name, column) for name in names for column, _ in columns_lacking(snapshot, TABLES_BY_NAME[name])}
    covered = {name: snapshot.covers_from(name) for name in names}
    ends = {name: snapshot.covers_to(name) for name in names}
    return Supply(
        missing_tables=snapshot.missing_tables | {table.name for table in DATA_TABLES} - set(snapshot.table_names),
        missing_columns=frozenset(missing),
        covers_from={name: since for name, since in covered.items() if since is not None},
        covers_to={name: end for name, end in ends.items() if end is not None},
        latest_only=frozenset(
            name
            for name in names
            if LATEST_ONLY in snapshot.stored_columns(name) and is_ever_yes(snapshot, name, LATEST_ONLY)
        ),
        known_facts=facts,  # type: ignore[arg-type]
        known_kinds=kinds,
        first_taken={name: day for name in REGISTERS if (day := _first_taken(snapshot, name)) is not None},
    )


def _kinds_in(snapshot: Snapshot, table: str, column: str) -> frozenset[str]:
    """The kinds that stand in a table of several kinds; one without rows says nothing of kinds."""
    if table not in snapshot.table_names or not snapshot.is_supplied(table):
        return frozenset()
    return values_recorded(snapshot, table, column)  # type: ignore[return-value]


def _first_taken(snapshot: Snapshot, name: str) -> date | None:
    return first_day_in(snapshot, name, TAKEN_ON) if name in snapshot.table_names else None


def check_day(snapshot: Snapshot, day: date) -> None:
    """Refuse a day that the records do not reach: NoDataError."""
    if day > snapshot.as_at:
        raise NoDataError(
            f"The records in snapshot {snapshot.id} go up to {long_day(snapshot.as_at)}, so there is no figure for "
            f"{long_day(day)}. Ask for an earlier day, name a later extract with --as-at, or load one."
        )
