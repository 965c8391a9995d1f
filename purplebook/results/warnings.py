"""What a reader must know beside the figures: history that is too short, rows left out, records no file supplied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from purplebook.engine.base import Engine
from purplebook.engine.plan import Request
from purplebook.engine.records.first_day import first_day_recorded
from purplebook.language.indicators import EVER, Indicator
from purplebook.language.periods import Period, long_day
from purplebook.results.left_out import LeftOut, left_out_counts, left_out_warnings
from purplebook.results.setting import Setting
from purplebook.results.supply import seen_from, unsupplied


def left_out_by(engine: Engine, requests: Sequence[Request], setting: Setting) -> LeftOut:
    """How many rows the figures leave out because they end before they begin."""
    return left_out_counts(engine, _supplied(requests, setting))


def _supplied(requests: Sequence[Request], setting: Setting) -> list[Indicator]:
    return [request.indicator for request in requests if not unsupplied(request.indicator, setting.supply)]


def warnings_for(
    engine: Engine, requests: Sequence[Request], periods: Sequence[Period], setting: Setting, left_out: LeftOut
) -> tuple[str, ...]:
    """Say where a figure looks back further than the records go, what it leaves out, and what no file supplied."""
    warnings = []
    for item in (request.indicator for request in requests):
        missing = unsupplied(item, setting.supply)
        if missing:
            warnings.append(f"{item.id}: no file supplied {' or '.join(missing)}, so it is not shown.")
        elif item.look_back_months and periods:
            start = setting.supply.covers_from.get(item.measure.top.cohort.table) or first_day_recorded(engine, item)
            warning = None if start is None else _look_back_warning(item, start, periods)
            warnings += [warning] if warning else []
    warnings += left_out_warnings(left_out, _supplied(requests, setting), periods)
    return tuple(dict.fromkeys(warnings))


def _look_back_warning(item: Indicator, start: date, periods: Sequence[Period]) -> str | None:
    if item.look_back_months == EVER:
        return (
            f"{item.id} looks back without limit, and the records are complete from {long_day(start)}: "
            "what was before may not be seen, so early periods are understated."
        )
    short = [period for period in periods if seen_from(item, period, months=item.look_back_months) < start]
    if not short:
        return None
    return (
        f"{item.id} looks back {item.look_back_months} months, and the records start on {long_day(start)}: "
        f"{len(short)} of {len(periods)} periods (from {short[0].key}) have a shorter history and are understated."
    )
