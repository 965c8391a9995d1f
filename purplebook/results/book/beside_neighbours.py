"""Each yearly figure beside the statistical neighbours' of the same year, where their own numbers are published.

The figure is judged by funnel limits: how far an authority of its size may lie from its neighbours by chance.  This
stands beside the verdict on its history and does not replace it: a council can be unlike its neighbours for good.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from purplebook.definitions.reference import PublishedMeasure, neighbours, published_measures
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import Period, PeriodKind
from purplebook.results.book.months_of_book import BookPeriods
from purplebook.results.book.years_compared import subject_of
from purplebook.results.figures import EVERYONE
from purplebook.results.judgement.funnel import percentage_funnel, rate_funnel
from purplebook.results.judgement.neighbours import judge_in_funnel
from purplebook.results.judgement.verdict import Compared
from purplebook.results.judgement.word import Way, Word

Numbers = Mapping[tuple[str, str, str, int], tuple[float, float]]


@dataclass(frozen=True)
class BesideNeighbours:
    """One indicator's figure for one period beside its neighbours', and what the funnel says of it."""

    indicator: Indicator
    period: Period
    year: int
    counted: int
    among: int
    verdict: Compared

    @property
    def words(self) -> str:
        """The verdict in words: nothing changes between neighbours, they differ or they do not."""
        way = "" if self.verdict.way is Way.NEITHER else f", which is {self.verdict.way}"
        return f"{_WORDS.get(self.verdict.word, self.verdict.word)}{way}"


_WORDS = {
    Word.HIGHER: "higher than its neighbours",
    Word.LOWER: "lower than its neighbours",
    Word.NO_SIGN: "no sign of a difference",
}


def beside_neighbours(
    figures: pa.Table,
    indicators: Sequence[Indicator],
    *,
    periods: BookPeriods,
    authority: str,
    held: Iterable[pa.Table],
    vintage: str | None = None,
) -> tuple[BesideNeighbours, ...]:
    """The latest year of every indicator for which five neighbours or more have both parts published.

    `authority` is the code that statistics are published for.  The list of `vintage`, or of the book's own day.
    """
    lists, measures = neighbours(), published_measures()
    listed = lists.of(authority, vintage=vintage or lists.vintage_for(periods.as_at))
    if listed is None:
        return ()
    numbers = _numbers(held, frozenset(listed.neighbours))
    ours = _ours(figures)
    comparisons = []
    for item in indicators:
        measure = measures.compared_with(item.id)
        if measure is None or item.measure.shape not in (Shape.PERCENTAGE, Shape.RATE):
            continue
        year = measure.when.latest_by(periods.as_at)
        period = _period_to(measure.when.last_day(year), periods)
        row = ours.get((item.id, period.key)) if period else None
        if period is None or row is None or (measure.since is not None and year < measure.since):
            continue
        known = [numbers[key] for code in listed.neighbours if (key := _key(measure, code, year)) in numbers]
        if known:
            verdict = _judge(item, period, row, known)
            comparisons.append(BesideNeighbours(item, period, year, len(known), len(listed.neighbours), verdict))
    return tuple(comparisons)


def _judge(
    item: Indicator, period: Period, row: tuple[int | None, int | None], known: Sequence[tuple[float, float]]
) -> Compared:
    top, bottom = row
    tops, bottoms = (np.array([pair[part] for pair in known]) for part in (0, 1))
    at = np.array([bottom or 0])
    if item.measure.shape is Shape.RATE:
        funnel = rate_funnel(tops, bottoms, at=at, per=item.measure.per)
    else:
        funnel = percentage_funnel(tops, bottoms, at=at)
    per = item.measure.per if item.measure.shape is Shape.RATE else None
    return judge_in_funnel(funnel, 0, subject_of(item, period), top=top, bottom=bottom, per=per)


def _numbers(tables: Iterable[pa.Table], areas: frozenset[str]) -> Numbers:
    """Both parts of the neighbours' published figures; of two, the one held later is believed."""
    parts: dict[tuple[str, str, str, int], tuple[float, float]] = {}
    for table in tables:
        table = table.filter(pc.is_in(table.column("area"), pa.array(sorted(areas), pa.string())))  # pyright: ignore[reportAttributeAccessIssue]
        names = ("measure", "group", "area", "year", "numerator", "denominator", "value")
        for *key, top, bottom, value in zip(*(table.column(name).to_pylist() for name in names), strict=True):
            if top is not None and bottom and value is not None:
                parts[tuple(key)] = (float(top), float(bottom))  # pyright: ignore[reportArgumentType]
    return parts


def _key(measure: PublishedMeasure, area: str, year: int) -> tuple[str, str, str, int]:
    return measure.measure, measure.group, area, year


def _ours(figures: pa.Table) -> dict[tuple[str, str], tuple[int | None, int | None]]:
    everyone = figures.filter(pc.equal(figures.column("breakdown"), EVERYONE))  # pyright: ignore[reportAttributeAccessIssue]
    names = ("indicator", "period", "numerator", "denominator", "value")
    columns = (everyone.column(name).to_pylist() for name in names)
    return {
        (indicator, period): (top, bottom)
        for indicator, period, top, bottom, value in zip(*columns, strict=True)
        if value is not None
    }


def _period_to(day: date, periods: BookPeriods) -> Period | None:
    """The book's year that ends on a day, or its month where no year does."""
    for kind in (PeriodKind.YEAR, PeriodKind.MONTH):
        for period in periods.of(kind):
            if period.last_day == day:
                return period
    return None
