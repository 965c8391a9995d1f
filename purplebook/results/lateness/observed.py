"""Lateness as a store shows it: the same months counted in each of its snapshots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from purplebook.engine.records.side_by_side import counts_in
from purplebook.language.indicators import Indicator
from purplebook.language.measures import During, Measure, Shape, Total, TotalKind
from purplebook.language.periods import Period, PeriodKind, add_months, month, month_end
from purplebook.results.lateness.delay import Delay, ToCome, delay_of
from purplebook.results.snapshots import supply_of
from purplebook.results.supply import Coverage, unsupplied
from purplebook.store import Snapshot

MONTHS_SEEN = 12
"""Months counted in each snapshot: a record that comes more than a year late teaches nothing about a recent month."""

ONE_SNAPSHOT = "There is one extract only, so it cannot be told how much of the latest months is still to come."

TOO_FEW = (
    "The extracts are too few, or too far apart, so it cannot be told how much of the latest months is still to come."
)


@dataclass(frozen=True)
class Lateness:
    """What is still to come, by indicator and month; and what was learnt of each indicator.

    `to_come` is of the count, or of what a percentage or an average is of; `of_part` of what a percentage counts among
    these.  `note` says in words why nothing can be told, or is "".
    """

    delays: Mapping[str, Delay]
    to_come: Mapping[tuple[str, str], ToCome]
    note: str = ""
    of_part: Mapping[tuple[str, str], ToCome] = field(default_factory=dict)


def counted_total(item: Indicator) -> Total | None:
    """The count of events that grows as late records come: what an indicator counts, or what it is a share or mean of.

    None where it has none.  What is open at a date can fall as well as rise when records come late, and a register is
    taken once.
    """
    measure = item.measure
    if item.only_for and PeriodKind.MONTH not in item.only_for:
        return None
    match measure.shape:
        case Shape.COUNT | Shape.RATE:
            return _growing(measure.top)
        case Shape.PERCENTAGE | Shape.MEAN | Shape.MEDIAN:
            return _growing(measure.bottom)
    return None


def part_total(item: Indicator) -> Total | None:
    """What a percentage counts among its whole, where both grow as late records come."""
    whole = counted_total(item)
    return _growing(item.measure.top) if whole is not None and item.measure.shape is Shape.PERCENTAGE else None


def _growing(total: Total | None) -> Total | None:
    if total is None or total.kind not in (TotalKind.ROWS, TotalKind.CHILDREN):
        return None
    return total if isinstance(total.cohort.clock, During) else None


def age_of(period: Period, seen_on: date) -> int:
    """Whole months from a month's end to the day of an extract: 31 August, seen on 30 September, is one month old."""
    age = (seen_on.year - period.last_day.year) * 12 + seen_on.month - period.last_day.month
    return age if add_months(period.last_day, age) <= seen_on else age - 1


def months_to(as_at: date, count: int) -> tuple[Period, ...]:
    """The last `count` whole months that had ended by a day, oldest first."""
    is_end = as_at == month_end(as_at.year, as_at.month)
    last = as_at.year * 12 + as_at.month - 1 - (not is_end)
    return tuple(month(number // 12, number % 12 + 1) for number in range(last - count + 1, last + 1))


def lateness_of(snapshots: Sequence[Snapshot], indicators: Sequence[Indicator], *, as_at: date) -> Lateness:
    """What the snapshots up to `as_at` teach, the last of them being the one that the figures are of.

    An extract taken again for the same day takes the place of the earlier one.
    """
    by_day = {
        snapshot.as_at: snapshot
        for snapshot in sorted(snapshots, key=lambda snapshot: snapshot.id)
        if snapshot.as_at <= as_at
    }
    if len(by_day) < 2:
        return Lateness({}, {}, ONE_SNAPSHOT)
    wholes = {item.id: total for item in indicators if (total := counted_total(item)) is not None}
    parts = {item.id: total for item in indicators if (total := part_total(item)) is not None}
    # Several percentages may be of the same whole, which is then counted once.
    places = {total: f"RF{at}" for at, total in enumerate(dict.fromkeys((*wholes.values(), *parts.values())))}
    counted = [_count(name, total) for total, name in places.items()]
    seen: dict[str, dict[tuple[int, int], int]] = {item.id: {} for item in counted}
    latest: dict[tuple[str, str], tuple[int, int]] = {}
    for day, months, known in _known_by_day(by_day, counted):
        for name, key in known:
            end = months[key].last_day
            age = age_of(months[key], day)
            seen[name][end.year * 12 + end.month, age] = known[name, key]
            latest[name, key] = (known[name, key], age)
    learnt = _learnt(seen, {name: total.cohort.table for total, name in places.items()})
    delays = {item: learnt[places[total]] for item, total in wholes.items()}
    if all(delay.why_not for delay in delays.values()):
        return Lateness(delays, {}, TOO_FEW)
    recent = months_to(max(by_day), MONTHS_SEEN)

    def coming(totals: Mapping[str, Total]) -> dict[tuple[str, str], ToCome]:
        rises = {}
        for item, total in totals.items():
            for period in recent:
                known = latest.get((places[total], period.key))
                rise = None if known is None else learnt[places[total]].to_come(known[0], age=known[1])
                if rise is not None:
                    rises[item, period.key] = rise
        return rises

    return Lateness(delays, coming(wholes), of_part=coming(parts))


def _learnt(seen: Mapping[str, Mapping[tuple[int, int], int]], tables: Mapping[str, str]) -> dict[str, Delay]:
    """The delay of each count; one with too few records is taken to come as late as the largest count of its table."""
    learnt = {name: delay_of(counts) for name, counts in seen.items()}
    largest: dict[str, str] = {}
    for name in sorted(seen, key=lambda name: -sum(seen[name].values())):
        largest.setdefault(tables[name], name)
    return {name: learnt[largest[tables[name]]] if delay.why_not else delay for name, delay in learnt.items()}


def _known_by_day(
    by_day: Mapping[date, Snapshot], counted: Sequence[Indicator]
) -> Iterator[tuple[date, Mapping[str, Period], Mapping[tuple[str, str], int]]]:
    """Each day with the months seen on it and what was counted in them, where the extract's files tell it."""
    (authority, *_) = by_day[max(by_day)].authorities
    days = sorted(day for day, snapshot in by_day.items() if authority in snapshot.authorities)
    months = {day: {period.key: period for period in months_to(day, MONTHS_SEEN)} for day in days}
    every = {key: period for day in days for key, period in months[day].items()}
    counts = counts_in(
        [by_day[day] for day in days],
        counted,
        periods=sorted(every.values(), key=lambda period: period.last_day),
        authority=authority,
    )
    for day in days:
        supply = supply_of(by_day[day])
        known = {
            (item.id, key): counts.get((by_day[day].id, item.id, key), 0)
            for item in counted
            if not unsupplied(item, supply)
            for coverage in (Coverage(item, supply),)
            for key, period in months[day].items()
            if coverage.covers(period)
        }
        yield day, months[day], known


def _count(name: str, total: Total) -> Indicator:
    return Indicator(name, name, Measure(Shape.COUNT, total), theme="lateness", counts="events", source="lateness")
