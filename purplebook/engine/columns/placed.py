"""Sets each row of a table beside the periods in which it counts, and says to which totals it belongs there.

Narrow first and spread late: what can be told of a row by itself is told before it stands beside its periods.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from purplebook.engine.columns.bits import beside, bits, pairs, words
from purplebook.engine.columns.in_periods import periods_of
from purplebook.engine.columns.values import NONE
from purplebook.engine.columns.view import Run, View
from purplebook.engine.plan import Scan
from purplebook.language import expressions as ex
from purplebook.language.measures import Clock, During, EveryRow, InLatestSnapshot, OpenAtEnd, OpenDuring

FIRST, LAST = ex.PERIOD.first_day, ex.PERIOD.last_day


@dataclass(frozen=True)
class Placed:
    """Rows in periods, and for each total which of them belong to it."""

    rows: View
    masks: tuple[np.ndarray, ...]


def placed(run: Run, scan: Scan) -> Placed:
    """Every row once for each period in which it belongs to some total."""
    asked = [_Asked(run, run.parts.one_by_one(total.cohort.only)) for total in scan.totals]
    table = run.table(scan.table)
    chosen = np.zeros(table.count, bool)
    for each in asked:
        chosen |= table.all_hold(each.settled)
    base = View(run, scan.table, np.flatnonzero(chosen))
    clock = _clock_periods(base, scan.clock)
    settled = [base.all_hold(each.settled) for each in asked]
    held = [_periods_of_total(base, each, clock) for each in asked]
    some = _in_some(settled, held, clock)
    at, period = pairs(some, run.periods.count)
    rows = View(run, scan.table, base.rows_at(at), period=period)
    rows_beside = beside(at, period, run.periods.count)
    masks = [
        chosen[at] if every is None else rows_beside.has(every) & chosen[at]
        for chosen, every in zip(settled, held, strict=True)
    ]
    return _narrowed(rows, masks, asked)


class _Asked:
    """The conditions of one total by when they can be told: of the row, of its periods, or of each row in a period."""

    def __init__(self, run: Run, terms: Sequence[ex.Expression]) -> None:
        self.settled = [term for term in terms if run.parts.is_fixed(term)]
        others = [term for term in terms if not run.parts.is_fixed(term)]
        self.decidable = [term for term in others if run.parts.is_decidable(term)]
        self.loose = {run.parts.number(term): term for term in others if not run.parts.is_decidable(term)}


def _periods_of_total(base: View, asked: _Asked, clock: np.ndarray) -> np.ndarray | None:
    """For each row the periods in which its conditions hold and it counts; None where the clock alone says so."""
    return periods_of(base, asked.decidable) & clock if asked.decidable else None


def _in_some(settled: Sequence[np.ndarray], held: Sequence[np.ndarray | None], clock: np.ndarray) -> np.ndarray:
    """For each row the periods in which it belongs to any total."""
    by_clock = np.zeros(len(clock), bool)
    for chosen, every in zip(settled, held, strict=True):
        if every is None:
            by_clock |= chosen
    some = np.where(by_clock[:, None], clock, np.uint64(0))
    for chosen, every in zip(settled, held, strict=True):
        if every is not None:
            some |= every if chosen.all() else np.where(chosen[:, None], every, np.uint64(0))
    return some


def _narrowed(rows: View, masks: list[np.ndarray], asked: Sequence[_Asked]) -> Placed:
    """What must be looked at for each row in its period; of conditions that all totals have, first."""
    shared = [number for number in asked[0].loose if all(number in each.loose for each in asked)]
    for number in shared:
        kept = np.flatnonzero(rows.holds(asked[0].loose[number]))
        if len(kept) < rows.count:
            rows, masks = rows.at(kept), [mask[kept] for mask in masks]
    for mask, each in zip(masks, asked, strict=True):
        for number, term in each.loose.items():
            if number not in shared:
                mask &= rows.holds(term)
    return Placed(rows, tuple(masks))


def _clock_periods(view: View, clock: Clock) -> np.ndarray:
    """For each row the periods in which it counts."""
    match clock:
        case During(day, months):
            counted: ex.Expression = ex.AddMonths(day, months) if months else day
            return periods_of(view, [ex.Compare(">=", counted, FIRST), ex.Compare("<=", counted, LAST)])
        case OpenAtEnd(start, None):
            return periods_of(view, [ex.Compare("<=", start, LAST)])
        case OpenAtEnd(start, ex.Column() as end):
            is_open = ex.AnyOf((ex.IsMissing(end), ex.Compare(">", end, LAST)))
            return periods_of(view, [ex.Compare("<=", start, LAST), is_open])
        case OpenDuring(start, end):
            was_open = ex.AnyOf((ex.IsMissing(end), ex.Compare(">=", end, FIRST)))
            return periods_of(view, [ex.Compare("<=", start, LAST), was_open])
        case InLatestSnapshot(taken_on, among):
            return _latest_taking(view, taken_on, among)
        case EveryRow():
            return periods_of(view, [])
    raise NotImplementedError(f"{type(clock).__name__} is no clock.")


def _latest_taking(view: View, taken_on: ex.Column, among: Sequence[ex.Expression]) -> np.ndarray:
    """The periods by whose end no later list was taken of the row's authority than that on which it stands."""
    run, table = view.run, view.run.table(view.table)
    day, authority = table.value(taken_on).data, run.records.authority(view.table)
    tells = table.all_hold(among) & (day != NONE)
    made = np.zeros((view.count, words(run.periods.count)), np.uint64)
    own_day, own_authority = view.value(taken_on).data, view.taken(authority)
    for place in np.unique(own_authority):
        taken = np.unique(day[tells & (authority == place)])
        if not len(taken):
            continue
        latest = np.searchsorted(taken, run.periods.last, side="right") - 1
        of_day = bits(latest[None, :] == np.arange(len(taken))[:, None])
        at = np.searchsorted(taken, own_day).clip(max=len(taken) - 1)
        rows = np.flatnonzero((own_authority == place) & (taken[at] == own_day))
        made[rows] = of_day[at[rows]]
    return made
