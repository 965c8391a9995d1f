"""Every indicator's months judged by its own history: which are covered, which are complete, what is said of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from purplebook.language.indicators import EVER, Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import Period
from purplebook.results.book.series import SeriesTable
from purplebook.results.judgement.asked import Asked
from purplebook.results.judgement.baselines import NewBaseline
from purplebook.results.judgement.children import ChildMonths
from purplebook.results.judgement.kind import Kind, kind_of
from purplebook.results.judgement.new_levels import judged_beside_levels
from purplebook.results.judgement.word import Verdict
from purplebook.results.lateness import Lateness, ToCome, judged_to
from purplebook.results.printed.verdict_words import SeriesInWords, verdict_of
from purplebook.results.supply import Coverage, Supply

RECENT = 6
"""How many of an indicator's newest judged months are looked at for what is new."""

CHILDHOOD = 18 * 12
"""Months after which records hold all that there ever was of any child."""

DIVIDED = (Shape.PERCENTAGE, Shape.RATIO, Shape.MEAN, Shape.MEDIAN)
"""Shapes whose denominator says how many a month's value is of."""


@dataclass(frozen=True)
class Judged:
    """The monthly series of all indicators and groups; of everyone, what was asked and what is said of each month.

    Groups are drawn and not judged.  Of the months that are still filling up `to_come` is what is still expected, and
    `part_to_come` what of a percentage's part is.  `verdicts` are those of each indicator's months.
    """

    series: SeriesTable
    of: Mapping[str, SeriesInWords]
    to_come: Mapping[tuple[str, str], ToCome]
    part_to_come: Mapping[tuple[str, str], ToCome]
    baselines: Mapping[str, tuple[NewBaseline, ...]]
    verdicts: Mapping[str, tuple[Verdict, ...]]

    def newest(self, indicator: str) -> int:
        """The place of the month that is judged of an indicator: the newest complete one, or the newest of all.

        Where nothing was counted in it, such as the days to adoption where nobody was adopted, the newest of the half
        year before it that has a figure.
        """
        asked = self.of[indicator].asked
        if asked.judged_to < 0:
            return len(asked.value) - 1
        recent = range(asked.judged_to, max(asked.judged_to - RECENT, -1), -1)
        return next((place for place in recent if not np.isnan(asked.value[place])), asked.judged_to)

    def verdict(self, indicator: str, place: int) -> Verdict:
        """The verdict on one month of an indicator, in words."""
        return self.verdicts[indicator][place]


def judge_all(
    series: SeriesTable,
    indicators: Sequence[Indicator],
    *,
    children: Mapping[str, ChildMonths | None],
    supply: Supply,
    lateness: Lateness,
    seen_on: date,
    baselines: Mapping[str, tuple[NewBaseline, ...]],
) -> Judged:
    """Judge every indicator that has months; `seen_on` is the day of the extract that the figures are of."""
    of, to_come, part_to_come = {}, {}, {}
    for item in indicators:
        at = series.everyone.get(item.id)
        if at is None or kind_of(item) is Kind.YEARLY:
            continue
        asked = _asked(
            item,
            series,
            at,
            children=children.get(item.id),
            supply=supply,
            lateness=lateness,
            seen_on=seen_on,
            starts=baselines.get(item.id, ()),
        )
        of[item.id] = SeriesInWords(item, series.months, asked, judged_beside_levels(asked))
        for place, month in enumerate(series.months[asked.judged_to + 1 :], start=asked.judged_to + 1):
            key = item.id, month.key
            if key in lateness.to_come:
                to_come[key] = lateness.to_come[key]
            if key in lateness.of_part and asked.bottom is not None and not np.isnan(asked.bottom[place]):
                room = int(asked.bottom[place] - asked.top[place])
                part_to_come[key] = _at_most(lateness.of_part[key], room, more=to_come.get(key))
    verdicts = {name: _verdicts(told, to_come, part_to_come) for name, told in of.items()}
    return Judged(series, of, to_come, part_to_come, baselines, verdicts)


def _at_most(part: ToCome, room: int, *, more: ToCome | None) -> ToCome:
    """What may join a part: never more than what its whole holds besides, with what may come to the whole."""
    most = room + (0 if more is None else more.high)
    return replace(part, expected=min(part.expected, most), low=min(part.low, most), high=min(part.high, most))


def _verdicts(
    series: SeriesInWords, wholes: Mapping[tuple[str, str], ToCome], parts: Mapping[tuple[str, str], ToCome]
) -> tuple[Verdict, ...]:
    """What is said of each month of a series, with what is to come of wholes and of parts."""
    keys = [(series.item.id, month.key) for month in series.months]
    return tuple(
        verdict_of(series, place, to_come=wholes.get(key), part_to_come=parts.get(key))
        for place, key in enumerate(keys)
    )


def _asked(
    item: Indicator,
    series: SeriesTable,
    at: int,
    *,
    children: ChildMonths | None,
    supply: Supply,
    lateness: Lateness,
    seen_on: date,
    starts: Sequence[NewBaseline],
) -> Asked:
    value, months = series.values[at], series.months
    bottom = series.denominators[at] if item.measure.shape in DIVIDED else None
    # The engine gives no numerator of a median.
    top = value if np.isnan(series.numerators[at]).all() else series.numerators[at]
    has_figure = ~np.isnan(value)
    whole = np.where(has_figure, top if bottom is None else bottom, np.nan)
    return Asked(
        kind=kind_of(item),
        top=np.where(has_figure, top, np.nan),
        bottom=None if bottom is None else np.where(has_figure, bottom, np.nan),
        value=value,
        children=children,
        covered_from=_covered_from(item, months, supply, whole),
        judged_to=judged_to(item, months, seen_on=seen_on, lateness=lateness, whole=whole),
        starts=tuple(place for start in starts if (place := _first_on(months, start.on)) is not None),
        months=tuple(month.last_day.month for month in months),
        is_median=item.measure.shape is Shape.MEDIAN,
    )


def _covered_from(item: Indicator, months: Sequence[Period], supply: Supply, whole: np.ndarray) -> int:
    """The place of the first month that the records cover as far back as it looks; as many as there are for none.

    Where nothing says from when records are complete, they are taken to begin in the first month that counts any.
    """
    coverage = Coverage(item, supply, ever=CHILDHOOD)
    covered = (at for at, month in enumerate(months) if coverage.covers(month))
    first = next(covered, len(months))
    if item.measure.top.cohort.table in supply.covers_from:
        return first
    begun = np.flatnonzero(np.nan_to_num(whole) > 0)
    if not len(begun):
        return first
    # A window that opens on records is taken to have opened on them before.
    back = CHILDHOOD if item.look_back_months == EVER else item.look_back_months
    return max(first, int(begun[0]) + (back if begun[0] > 0 else 0))


def _first_on(months: Sequence[Period], day: date) -> int | None:
    """The place of the first month that starts on or after a day; None where none does, or all do."""
    place = next((at for at, month in enumerate(months) if month.first_day >= day), None)
    return place or None
