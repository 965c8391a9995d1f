"""One line for each indicator: the figure of the month that is judged, the verdict on it, and the months after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pyarrow as pa

from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import Period, PeriodKind
from purplebook.results.book.judged import Judged
from purplebook.results.book.months_of_book import BookPeriods
from purplebook.results.book.years_compared import verdict_of_years
from purplebook.results.figures import EVERYONE
from purplebook.results.judgement.intervals import poisson_rate, wilson
from purplebook.results.judgement.word import Verdict, Way, Word
from purplebook.results.lateness import ToCome


@dataclass(frozen=True)
class Later:
    """A month after the judged one that is still filling up: what is there so far, and what usually comes yet."""

    period: Period
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    verdict: Verdict
    to_come: ToCome | None


@dataclass(frozen=True)
class Line:
    """An indicator's judged figure with its verdict, and the `later` months, which are shown and not judged.

    The judged month is the newest of which almost nothing is still to come; where there is none the newest month stands
    in its place, with `to_come`.  `interval` holds what a percentage (Wilson) or a rate (exact Poisson) may come to by
    chance, 95% sure.
    """

    indicator: Indicator
    period: Period
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    status: str
    verdict: Verdict
    to_come: ToCome | None
    interval: tuple[float, float] | None = None
    later: tuple[Later, ...] = ()


def lines_of(
    figures: pa.Table, indicators: Sequence[Indicator], *, periods: BookPeriods, judged: Judged
) -> tuple[Line, ...]:
    """The judged month of each indicator, or the latest year of one that has a meaning for years only."""
    rows = {(row["indicator"], row["period"]): row for row in _headlines(figures)}
    return tuple(_line(item, rows, periods, judged) for item in indicators)


def _spread(item: Indicator, judged: Judged) -> float:
    """How much more a yearly figure varies than single children would make it: as the months of what it counts do."""
    alike = (series for series in judged.of.values() if series.item.measure.top == item.measure.top)
    return max((series.judged.phi for series in alike), default=1.0)


def _headlines(figures: pa.Table) -> list[Mapping]:
    everyone = pa.compute.equal(figures.column("breakdown"), EVERYONE)  # pyright: ignore[reportAttributeAccessIssue]
    names = ["indicator", "period", "numerator", "denominator", "value", "status"]
    return figures.filter(everyone).select(names).to_pylist()


def _line(item: Indicator, rows: Mapping[tuple[str, str], Mapping], periods: BookPeriods, judged: Judged) -> Line:
    series = judged.of.get(item.id)
    later: tuple[Later, ...] = ()
    if item.only_for and PeriodKind.MONTH not in item.only_for:
        years = periods.of(PeriodKind.YEAR) or periods.months[-1:]
        latest = years[-1]
        verdict = verdict_of_years(item, rows, years, spread=_spread(item, judged))
    elif series is None:
        latest = periods.months[-1]
        verdict = Verdict(Word.NO_FIGURE, Way.NEITHER, f"There is no figure for {latest.label}.", 1, latest)
    else:
        place = judged.newest(item.id)
        latest = periods.months[place]
        verdict = judged.verdict(item.id, place)
        later = tuple(
            _later(item, rows, periods.months[at], judged, at) for at in range(place + 1, len(periods.months))
        )
    row = rows.get((item.id, latest.key))
    return Line(
        indicator=item,
        period=latest,
        numerator=None if row is None else row["numerator"],
        denominator=None if row is None else row["denominator"],
        value=None if row is None else row["value"],
        status="not worked out" if row is None else row["status"],
        verdict=verdict,
        to_come=judged.to_come.get((item.id, latest.key)),
        interval=None if row is None or row["value"] is None else _interval(item, row["numerator"], row["denominator"]),
        later=later,
    )


def _later(
    item: Indicator, rows: Mapping[tuple[str, str], Mapping], month: Period, judged: Judged, place: int
) -> Later:
    row = rows.get((item.id, month.key), {})
    return Later(
        period=month,
        numerator=row.get("numerator"),
        denominator=row.get("denominator"),
        value=row.get("value"),
        verdict=judged.verdict(item.id, place),
        to_come=judged.to_come.get((item.id, month.key)),
    )


def _interval(item: Indicator, top: int | None, bottom: int | None) -> tuple[float, float] | None:
    if top is None or not bottom:
        return None
    parts = np.array([top]), np.array([bottom])
    if item.measure.shape is Shape.PERCENTAGE:
        ends = wilson(*parts)
    elif item.measure.shape is Shape.RATE:
        ends = poisson_rate(*parts, per=item.measure.per)
    else:
        return None
    rounded = ends.rounded(places=1)
    return float(rounded.lower[0]), float(rounded.upper[0])
