"""A council's figures against its own earlier ones: the period before, and the same one or the same point a year ago.

Whole columns at once: where a figure's earlier one stands is looked up by number, for every figure in one go.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from purplebook.language import periods as p
from purplebook.language.periods import Period, PeriodKind
from purplebook.results.compare.schema import Comparator, decimals, hundredths, labelled, no_value, piece
from purplebook.results.figures import EVERYONE

OWN_RECORDS = "this council's records"
NOT_ASKED = -2


def earlier(period: Period) -> Mapping[Comparator, Period]:
    """The earlier periods that a period may be held against, each as long as itself or at the same point of its year.

    A year is held against the year before it, which is the period before too.  Twelve months that end in any month are
    held against those a year earlier: those a month earlier are nearly the same months.
    """
    match period.kind:
        case PeriodKind.MONTH:
            before = p.add_months(period.first_day, -1)
            return {
                Comparator.PREVIOUS: p.month(before.year, before.month),
                Comparator.LAST_YEAR: p.month(period.first_day.year - 1, period.first_day.month),
            }
        case PeriodKind.QUARTER:
            return {
                Comparator.PREVIOUS: _quarter_from(p.add_months(period.first_day, -3)),
                Comparator.LAST_YEAR: _quarter_from(p.add_months(period.first_day, -12)),
            }
        case PeriodKind.YEAR:
            return {Comparator.PREVIOUS: p.financial_year(period.first_day.year - 1)}
        case PeriodKind.YEAR_TO_DATE:
            return {Comparator.YEAR_TO_DATE: p.year_to_date(a_year_before(period.last_day))}
        case PeriodKind.ROLLING_YEAR:
            return {Comparator.LAST_YEAR: p.rolling_year(a_year_before(period.last_day))}
        case PeriodKind.DAY:
            return {Comparator.LAST_YEAR: p.day(a_year_before(period.last_day))}
    return {Comparator.LAST_YEAR: p.between(p.add_months(period.first_day, -12), a_year_before(period.last_day))}


def a_year_before(day: date) -> date:
    """The same day a year ago; the last day of February goes with the last day of February."""
    before = p.add_months(day, -12)
    is_month_end = day == p.month_end(day.year, day.month)
    return p.month_end(before.year, before.month) if is_month_end else before


def _quarter_from(first: date) -> Period:
    year = p.year_start(first).year
    return p.quarter(year, (first.month - 4) % 12 // 3 + 1)


@dataclass(frozen=True)
class Coded:
    """The figures by numbers: the series of each row, its period, and where each series and period stands."""

    periods: tuple[Period, ...]
    period: np.ndarray
    series: np.ndarray
    is_everyone: np.ndarray
    sorted_keys: np.ndarray
    order: np.ndarray

    def find(self, series: np.ndarray, period: np.ndarray) -> np.ndarray:
        """The row of each series and period, or -1."""
        keys = series * len(self.periods) + period
        if not len(self.sorted_keys):
            return np.full(len(keys), -1)
        at = np.minimum(np.searchsorted(self.sorted_keys, keys), len(self.sorted_keys) - 1)
        return np.where((period >= 0) & (self.sorted_keys[at] == keys), self.order[at], -1)


def coded(figures: pa.Table) -> Coded:
    """Number the series and the periods of some figures."""
    period, keys = numbered(figures.column("period"))
    series = np.zeros(figures.num_rows, dtype=np.int64)
    for name in ("indicator", "area", "breakdown", "group"):
        codes, labels = numbered(figures.column(name))
        series = series * len(labels) + codes
    all_keys = series * len(keys) + period
    order = np.argsort(all_keys, kind="stable")
    breakdown, names = numbered(figures.column("breakdown"))
    everyone = names.index(EVERYONE) if EVERYONE in names else -1
    return Coded(
        periods=tuple(p.parse_period(key) for key in keys),
        period=period,
        series=series,
        is_everyone=breakdown == everyone,
        sorted_keys=all_keys[order],
        order=order,
    )


def numbered(column: pa.ChunkedArray) -> tuple[np.ndarray, list[str]]:
    """A column of text as numbers, and what each number stands for."""
    whole = column.dictionary_encode().unify_dictionaries().combine_chunks()
    if isinstance(whole, pa.ChunkedArray):
        if not whole.num_chunks:
            return np.zeros(0, dtype=np.int64), []
        whole = whole.chunk(0)
    return whole.indices.cast(pa.int64()).to_numpy(zero_copy_only=False), whole.dictionary.to_pylist()


def against_earlier(figures: pa.Table, known: Coded, *, units: pa.Array) -> list[pa.Table]:
    """Every figure against each earlier period that it may be held against."""
    value, has_value = hundredths(figures.column("value"))
    edition = figures.column("edition").to_numpy()
    status, statuses = numbered(figures.column("status"))
    place_of = {period: place for place, period in enumerate(known.periods)}
    wanted = [earlier(period) for period in known.periods]
    comparisons = []
    for comparator in (Comparator.PREVIOUS, Comparator.LAST_YEAR, Comparator.YEAR_TO_DATE):
        before = [periods.get(comparator) for periods in wanted]
        place = np.array(
            [NOT_ASKED if past is None else place_of.get(past, -1) for past in before],
            dtype=np.int64,
        )
        rows = np.flatnonzero(place[known.period] != NOT_ASKED)
        if not len(rows):
            continue
        period = known.period[rows]
        there = known.find(known.series[rows], place[period])
        is_there = there >= 0
        safe = np.where(is_there, there, 0)
        has_both = has_value[rows] & is_there & has_value[safe]
        is_same = edition[rows] == edition[safe]
        reasons = _reasons(
            known=known,
            rows=rows,
            before=before,
            place=place,
            is_there=is_there,
            has_value=has_value,
            there=safe,
            status=status,
            statuses=statuses,
            edition=edition,
        )
        fair = has_both & is_same
        comparisons.append(
            piece(
                figures,
                rows,
                {
                    "comparator": comparator.value,
                    "compared_with": labelled(period, [None if past is None else past.label for past in before]),
                    "for_period": labelled(period, [None if past is None else past.key for past in before]),
                    "value": decimals(value[safe], fair),
                    "difference": decimals(value[rows] - value[safe], fair),
                    "unit": units.take(pa.array(rows)),
                    "source": OWN_RECORDS,
                    "edition": labelled(np.where(is_there, edition[safe], -1), [str(n) for n in range(_most(edition))]),
                    "why_not": reasons,
                },
            )
        )
    return comparisons


def _most(edition: np.ndarray) -> int:
    return int(edition.max(initial=0)) + 1


def _reasons(
    *,
    known: Coded,
    rows: np.ndarray,
    before: Sequence[Period | None],
    place: np.ndarray,
    is_there: np.ndarray,
    has_value: np.ndarray,
    there: np.ndarray,
    status: np.ndarray,
    statuses: Sequence[str],
    edition: np.ndarray,
) -> pa.Array:
    """Why each comparison is not fair; null where it is.  Each different reason is put into words once."""
    period = known.period[rows]
    fault = np.zeros(len(rows), dtype=np.int64)
    is_new = edition[rows] != edition[there]
    for number, wrong in (
        (1, ~has_value[rows]),
        (2, ~is_there & (place[period] >= 0) & ~known.is_everyone[rows]),
        (3, ~is_there),
        (4, is_there & ~has_value[there]),
        (5, is_new),
    ):
        fault[(fault == 0) & wrong] = number
    detail = np.select(
        [fault == 1, fault == 4, fault == 5],
        [status[rows], status[there], edition[there].astype(np.int64) * _most(edition) + edition[rows]],
        0,
    )
    # One number for each different reason is sorted much faster than three.
    details = int(detail.max(initial=0)) + 1
    keys, which = np.unique((fault * len(known.periods) + period) * details + detail, return_inverse=True)
    reasons: list[str | None] = []
    for key in map(int, keys):
        rest, more = divmod(key, details)
        number, at = divmod(rest, len(known.periods))
        earlier_one = before[at]
        label = earlier_one.label if earlier_one is not None else ""
        match number:
            case 0:
                reasons.append(None)
            case 1:
                reasons.append(f"there is no figure to compare: {no_value(statuses[more])}")
            case 2:
                reasons.append(f"the group held nothing in {label}")
            case 3:
                reasons.append(f"no figure was worked out for {label}")
            case 4:
                reasons.append(f"there is no figure for {label}: {no_value(statuses[more])}")
            case _:
                old, new = divmod(more, _most(edition))
                reasons.append(f"what it counts has changed: {label} is of edition {old}, this figure of edition {new}")
    return labelled(which, reasons)
