"""From indicators and periods to finished figures: every scan run once, results kept in columns throughout."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from purplebook.engine.base import Engine
from purplebook.engine.plan import CHILD, ROW, Grouping, Request, Scan, plan
from purplebook.engine.sql.query import NOT_RECORDED
from purplebook.language.expressions import Expression
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape, Total
from purplebook.language.periods import Period
from purplebook.results.figures import EVERYONE, Figures
from purplebook.results.pieces import Column, Frame, Piece, frame_of, table_of
from purplebook.results.setting import Setting
from purplebook.results.supply import Coverage, unsupplied
from purplebook.results.values import values
from purplebook.results.warnings import left_out_by, warnings_for

PROVISIONAL = "provisional"
NOT_SUPPLIED = "not supplied"
NOT_COVERED = "not covered"
NO_POPULATION = "no population"


Answered = Callable[[Scan, pa.Table], pa.Table]
"""Sees a pass with the engine's answer, and gives back the rows of it that figures are made of."""


@dataclass(frozen=True)
class Cells:
    """The totals of one scan for one grouping, with where each row stands."""

    authority: np.ndarray  # place in Setting.authorities
    period: np.ndarray  # place in the sequence of periods
    groups: pa.Array  # text
    totals: Mapping[Total, np.ndarray]


@dataclass(frozen=True)
class Known:
    """Whether the files held what an indicator counts, and the periods for which the records are complete."""

    is_supplied: bool
    covered: np.ndarray


def _known(item: Indicator, frame: Frame) -> Known:
    supply = frame.setting.supply
    covered = np.array([*map(Coverage(item, supply).covers, frame.periods)], dtype=bool)
    return Known(is_supplied=not unsupplied(item, supply), covered=covered)


def compute(
    engine: Engine,
    requests: Sequence[Request],
    periods: Sequence[Period],
    setting: Setting,
    *,
    answered: Answered = lambda scan, answer: answer,
) -> Figures:
    """Work out every figure asked for; `answered` sees each pass with the engine's answer.

    Everyone (breakdown "all") has a row for each authority and period, zeros included; a group has a row where it holds
    anything.  Crossed breakdowns are named "a × b", and so are their groups.
    """
    table = joined([pieces(engine, requests, periods, setting, answered=answered)])
    return Figures(
        table,
        warnings_for(engine, requests, periods, setting, left_out_by(engine, requests, setting)),
        indicators=tuple(item.indicator for item in requests),
    )


def pieces(
    engine: Engine,
    requests: Sequence[Request],
    periods: Sequence[Period],
    setting: Setting,
    *,
    answered: Answered = lambda scan, answer: answer,
) -> tuple[Piece, ...]:
    """The figures of each request and grouping, in the order asked."""
    cells: dict[tuple[Total, Grouping], Cells] = {}
    orders = {(part.name, part.expression): part.order for item in requests for part in item.indicator.by}
    for scan in plan(requests):
        answer = engine.totals(scan)
        answer = answered(scan, answer)
        for grouping, part in _by_grouping(scan, answer, setting, len(periods), orders).items():
            for total in scan.totals:
                cells[total, grouping] = part
    frame = frame_of(periods, setting)
    made: list[Piece] = []
    for item in requests:
        known = _known(item.indicator, frame)
        made += [_figures(item.indicator, grouping, cells, frame, known) for grouping in item.groupings]
    return tuple(made)


def joined(batches: Sequence[tuple[Piece, ...]]) -> pa.Table:
    """The pieces of several batches of authorities as one table, in the order in which one run would give them."""
    return table_of([piece for same in zip(*batches, strict=True) for piece in same])


def _by_grouping(
    scan: Scan,
    answer: pa.Table,
    setting: Setting,
    period_count: int,
    orders: Mapping[tuple[str, Expression], tuple[str, ...]],
) -> dict[Grouping, Cells]:
    """Divide one answer by grouping: a breakdown that a row is not divided by is null there."""
    names = [name for name, _ in scan.dimensions]
    order_of = {name: orders.get((name, expression), ()) for name, expression in scan.dimensions}
    columns = {name: coded(answer.column(name)) for name in names}
    mark = np.zeros(answer.num_rows, dtype=np.int64)
    for i, name in enumerate(names):
        mark |= (columns[name].codes >= 0).astype(np.int64) << i
    authority = coded(answer.column("authority_code")).places_in(setting.authorities)
    period = answer.column("period").to_numpy()
    totals = {
        total: pc.fill_null(answer.column(f"t{i}"), 0).to_numpy().astype(np.int64)
        for i, total in enumerate(scan.totals)
    }
    parts = {}
    for grouping in scan.groupings:
        if CHILD in grouping or ROW in grouping:
            continue
        chosen = np.flatnonzero((mark == sum(1 << names.index(name) for name in grouping)) & (authority >= 0))
        if not grouping:
            parts[grouping] = _dense(chosen, authority, period, totals, len(setting.authorities), period_count)
            continue
        # By authority, then period, then each breakdown in turn: no two rows have the same place.
        place = authority[chosen] * period_count + period[chosen]
        for name in grouping:
            place = place * len(columns[name].labels) + columns[name].ranks(order_of[name])[columns[name].codes[chosen]]
        chosen = chosen[np.argsort(place)]
        labels = [columns[name].text(chosen) for name in grouping]
        parts[grouping] = Cells(
            authority=authority[chosen],
            period=period[chosen],
            groups=labels[0] if len(labels) == 1 else _crossed(labels),
            totals={total: column[chosen] for total, column in totals.items()},
        )
    return parts


@dataclass(frozen=True)
class Coded:
    """A column of text as places in a list of its different values; -1 where it is null."""

    codes: np.ndarray
    labels: tuple[str, ...]

    def places_in(self, wanted: Sequence[str]) -> np.ndarray:
        """Where each row's value stands in a sequence, or -1."""
        place = {value: i for i, value in enumerate(wanted)}
        # The last one is for rows without a value.
        return np.array([*(place.get(label, -1) for label in self.labels), -1], dtype=np.int64)[self.codes]

    def ranks(self, order: tuple[str, ...]) -> np.ndarray:
        """The order of the labels: as declared, then by name, those not recorded last."""
        declared = {label: place for place, label in enumerate(order)}
        ordered = sorted(self.labels, key=lambda one: (one == NOT_RECORDED, declared.get(one, len(order)), one))
        place = {label: i for i, label in enumerate(ordered)}
        return np.array([place[label] for label in self.labels], dtype=np.int64)

    def text(self, rows: np.ndarray) -> pa.Array:
        """The values of some rows, none of them null."""
        return pa.array(self.labels, pa.string()).take(pa.array(self.codes[rows], pa.int64()))


def coded(column: pa.ChunkedArray) -> Coded:
    """A column of an engine's answer as places in a list of its values."""
    if not pa.types.is_dictionary(column.type):
        column = column.cast(pa.string()).dictionary_encode()
    if not column.num_chunks:
        return Coded(np.zeros(0, dtype=np.int64), ())
    whole = column.unify_dictionaries().combine_chunks()
    codes = whole.indices.cast(pa.int64()).fill_null(-1).to_numpy(zero_copy_only=False)
    return Coded(codes, tuple(whole.dictionary.to_pylist()))


def _crossed(labels: list[pa.Array]) -> pa.Array:
    return pc.binary_join_element_wise(*labels, " × ")  # pyright: ignore[reportAttributeAccessIssue]


def _dense(
    chosen: np.ndarray,
    authority: np.ndarray,
    period: np.ndarray,
    totals: Mapping[Total, np.ndarray],
    authority_count: int,
    period_count: int,
) -> Cells:
    """Everyone: a cell for each authority and period, nought where nothing was counted."""
    at = authority[chosen] * period_count + period[chosen]
    filled = {}
    for total, column in totals.items():
        filled[total] = np.zeros(authority_count * period_count, dtype=np.int64)
        filled[total][at] = column[chosen]
    return Cells(
        authority=np.repeat(np.arange(authority_count), period_count),
        period=np.tile(np.arange(period_count), authority_count),
        groups=pa.repeat(EVERYONE, authority_count * period_count),
        totals=filled,
    )


def _figures(
    item: Indicator,
    grouping: Grouping,
    cells: Mapping[tuple[Total, Grouping], Cells],
    frame: Frame,
    known: Known,
) -> Piece:
    measure, count = item.measure, len(frame.periods)
    top_cells = cells[measure.top, grouping]
    bottom_cells = None if measure.bottom is None else cells[measure.bottom, grouping]
    if bottom_cells is not None and bottom_cells is not top_cells and grouping:
        top_cells, bottom_cells = _aligned(top_cells, bottom_cells)
    top = top_cells.totals[measure.top]
    bottom: np.ndarray | None = None
    if measure.shape is Shape.SHARE:
        everyone = cells[measure.top, ()].totals[measure.top]
        bottom = everyone[top_cells.authority * count + top_cells.period]
    elif measure.shape is Shape.RATE:
        bottom = _people(item, frame)[top_cells.authority * count + top_cells.period]
    elif bottom_cells is not None and measure.bottom is not None:
        bottom = bottom_cells.totals[measure.bottom]
    if grouping:
        # Another indicator of the same pass may have brought this group into being.
        is_any = (
            (top != 0) if bottom is None or measure.shape in (Shape.SHARE, Shape.RATE) else (top != 0) | (bottom != 0)
        )
        kept = np.flatnonzero(is_any)
        top_cells = Cells(top_cells.authority[kept], top_cells.period[kept], top_cells.groups.take(kept), {})
        top, bottom = top[kept], None if bottom is None else bottom[kept]
    return _piece(item, grouping, top_cells, top, bottom, frame, known)


def _aligned(first: Cells, second: Cells) -> tuple[Cells, Cells]:
    """Give two sets of cells the same rows, with noughts where one has none."""
    groups = pa.concat_arrays([first.groups, second.groups])
    codes = groups.dictionary_encode().indices.to_numpy()
    authority, period = (
        np.concatenate([getattr(c, name) for c in (first, second)]) for name in ("authority", "period")
    )
    place = (authority * (period.max(initial=0) + 1) + period) * (codes.max(initial=0) + 1) + codes
    _, met_at, which = np.unique(place, return_index=True, return_inverse=True)
    # In the order in which they are met: those of the first, then what only the second has.
    order = np.argsort(met_at)
    row_of = np.argsort(order)[which]
    rows, both, start = met_at[order], [], 0
    for cells in (first, second):
        own = row_of[start : start + len(cells.authority)]
        start += len(cells.authority)
        totals = {}
        for total, column in cells.totals.items():
            totals[total] = np.zeros(len(rows), dtype=np.int64)
            totals[total][own] = column
        both.append(Cells(authority[rows], period[rows], groups.take(pa.array(rows)), totals))
    return both[0], both[1]


def _people(item: Indicator, frame: Frame) -> np.ndarray:
    """The population at the end of each period, for each authority; nought where none is known."""
    setting = frame.setting
    entries = [
        setting.populations.at(item.measure.population or "", authority_code=authority, on=period.last_day)
        for authority in setting.authorities
        for period in frame.periods
    ]
    return np.array([0 if entry is None else entry.people for entry in entries], dtype=np.int64)


def _piece(
    item: Indicator,
    grouping: Grouping,
    cells: Cells,
    top: np.ndarray,
    bottom: np.ndarray | None,
    frame: Frame,
    known: Known,
) -> Piece:
    statuses, status = [PROVISIONAL], np.zeros(len(top), dtype=np.int8)
    has_top: np.ndarray | bool = known.is_supplied
    has_bottom: np.ndarray | bool = known.is_supplied and bottom is not None
    has_value: np.ndarray | bool = known.is_supplied

    def mark(word: str, where: np.ndarray) -> None:
        status[where] = len(statuses)
        statuses.append(word)

    if not known.is_supplied:
        # Nothing was supplied to count, which is not the same as having counted none.
        statuses = [NOT_SUPPLIED]
    else:
        if not known.covered.all():
            covered = known.covered[cells.period]
            has_top, has_bottom, has_value = covered, has_bottom & covered, covered
            mark(NOT_COVERED, ~covered)
        if item.measure.shape is Shape.RATE:
            peopled = np.zeros(len(top), dtype=bool) if bottom is None else bottom > 0
            has_bottom = has_bottom & peopled
            mark(NO_POPULATION, ~peopled)
        if item.only_for:
            fits = np.array([kind in item.only_for for kind in frame.kinds], dtype=bool)[cells.period]
            has_value = has_value & fits
            mark(f"only by {' or '.join(item.only_for)}", ~fits)
    return Piece(
        item=item,
        breakdown=" × ".join(grouping) or EVERYONE,
        frame=frame,
        area=cells.authority,
        period=cells.period,
        groups=cells.groups,
        # Two middle values added up are no count.
        numerator=Column(top, False if item.measure.shape is Shape.MEDIAN else has_top),
        denominator=Column(np.zeros_like(top) if bottom is None else bottom, has_bottom),
        value=Column(values(item.measure, top, bottom), has_value),
        status=status,
        statuses=tuple(statuses),
    )
