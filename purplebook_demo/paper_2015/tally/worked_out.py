"""Work a printed figure out from loaded records: always by the engine, never from what the generator meant to make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from purplebook.definitions import indicator_by_id
from purplebook.language.measures import Shape
from purplebook.language.periods import Period, PeriodKind, parse_period
from purplebook.results import EVERYONE, Figures, compute_figures, list_rows
from purplebook.results.figures import Figure
from purplebook.results.values import one_value, quotient
from purplebook.store import Snapshot
from purplebook_demo.paper_2015.tally.printed import Printed

FROM_ROWS = ("children", "longest")
"""Parts that are read from the rows behind an indicator."""


@dataclass(frozen=True)
class Records:
    """One extract and every figure the tally needs of it."""

    snapshot: Snapshot
    figures: Figures


def records_of(snapshot: Snapshot, wanted: Iterable[Printed]) -> Records:
    """Work out, in one run, all that the printed figures ask of one extract."""
    counted = [item for item in wanted if item.part not in FROM_ROWS]
    indicators = dict.fromkeys(item.indicator for item in counted)
    periods = dict.fromkeys(key for item in counted for key in (item.period, item.against) if key)
    figures = compute_figures(
        snapshot,
        [indicator_by_id(name) for name in indicators],
        periods=tuple(parse_period(key) for key in periods),
    )
    return Records(snapshot=snapshot, figures=figures)


def work_out(item: Printed, records: Records) -> Decimal | None:
    """The figure to as many places as the paper prints; None where the records hold nothing to divide."""
    match item.part:
        case "children":
            return Decimal(_children(item, records.snapshot))
        case "longest":
            return Decimal(_longest(item, records.snapshot))
    now = _totals(item, item.period, records.figures)
    match item.part:
        case "value":
            measure = indicator_by_id(item.indicator).measure
            return one_value(measure, *now, places=item.places)
        case "count":
            return Decimal(now[0])
        case "whole":
            return Decimal(now[1] or 0)
        case "rest":
            return Decimal((now[1] or 0) - now[0])
        case "a month":
            return quotient(now[0], _months(parse_period(item.period)), factor=Fraction(1), places=item.places)
    before, _ = _totals(item, item.against, records.figures)
    if item.part == "change":
        return Decimal(now[0] - before)
    if item.part == "percentage change":
        return quotient(now[0] - before, before, factor=Fraction(100), places=item.places) if before else None
    raise ValueError(f"{item.id}: there is no way to read a part named '{item.part}'")


def _totals(item: Printed, period: str, figures: Figures) -> tuple[int, int | None]:
    """What is above and below the line, groups added together; a share's whole is everyone and is not added."""
    found = [
        figure
        for group in item.groups or (EVERYONE,)
        if (figure := _figure(item, period, group, figures)) is not None and figure.numerator is not None
    ]
    top = sum(figure.numerator or 0 for figure in found)
    if not found or found[0].denominator is None:
        return top, None
    is_share = indicator_by_id(item.indicator).measure.shape is Shape.SHARE
    wholes = [figure.denominator or 0 for figure in found]
    return top, wholes[0] if is_share else sum(wholes)


def _figure(item: Printed, period: str, group: str, figures: Figures) -> Figure | None:
    return figures.figure(item.indicator, period, breakdown=item.breakdown or EVERYONE, group=group)


def _months(period: Period) -> int:
    assert period.kind is not PeriodKind.DAY
    first, last = period.first_day, period.last_day
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _children(item: Printed, snapshot: Snapshot) -> int:
    period = parse_period(item.period)
    names = item.indicator.split(";")
    return len({child for name in names for child in _column(snapshot, name, period, "la_child_id")})


def _longest(item: Printed, snapshot: Snapshot) -> int:
    values = _column(snapshot, item.indicator, parse_period(item.period), "value")
    return max((int(str(value)) for value in values if value is not None), default=0)


def _column(snapshot: Snapshot, name: str, period: Period, column: str) -> Sequence[object]:
    return list_rows(snapshot, indicator_by_id(name), period=period).column(column).to_pylist()
