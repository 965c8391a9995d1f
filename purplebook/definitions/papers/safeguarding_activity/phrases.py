"""Short cuts for what many sections of the paper say: a figure, a comparison, a column of a table by period."""

from __future__ import annotations

from collections.abc import Iterable

from purplebook.language.papers import (
    Compare,
    Difference,
    MonthlyAverage,
    PercentageChange,
    PeriodForm,
    PeriodName,
    Ref,
    Row,
    Show,
    Text,
    Value,
    row,
    say,
)
from purplebook.language.periods import Period


def number(indicator: str, period: Period) -> Ref:
    """A count of everyone."""
    return Ref(indicator, period)


def out_of(indicator: str, period: Period) -> Ref:
    """What a percentage was taken of."""
    return Ref(indicator, period, show=Show.DENOMINATOR)


def percent(indicator: str, period: Period) -> Ref:
    """A percentage of everyone, to one decimal place: every percentage in the paper is printed alike."""
    return Ref(indicator, period, show=Show.PERCENT_1)


def days(indicator: str, period: Period) -> Ref:
    """An average number of days."""
    return Ref(indicator, period, show=Show.MEAN_0)


def months(indicator: str, period: Period) -> Ref:
    """An average number of months."""
    return Ref(indicator, period, show=Show.MONTHS_1)


def name(period: Period) -> PeriodName:
    """A period's name in a sentence."""
    return PeriodName(period)


def on(period: Period) -> PeriodName:
    """A period's last day."""
    return PeriodName(period, PeriodForm.LAST_DAY)


def month_of(period: Period) -> PeriodName:
    """The month a period ends in."""
    return PeriodName(period, PeriodForm.LAST_MONTH)


def against(later: Value, earlier: Value) -> Compare:
    """The words "up from", "down from" or "the same as", followed by the earlier figure."""
    return Compare(
        later,
        earlier,
        higher=say("up from {earlier}", earlier=earlier),
        lower=say("down from {earlier}", earlier=earlier),
        same="the same as",
    )


def rise_or_fall(later: Value, earlier: Value) -> Compare:
    """A count's change in words: "a rise of 24 (11.2%) on", "a fall of …", "no change from"."""
    by = Difference(later, earlier)
    share = PercentageChange(later, earlier)
    return Compare(
        later,
        earlier,
        higher=say("a rise of {by} ({share}) on", by=by, share=share),
        lower=say("a fall of {by} ({share}) on", by=by, share=share),
        same="no change from",
        from_nought=say("a rise of {by} on", by=by),
    )


def more_or_fewer(later: Value, earlier: Value) -> Compare:
    """The words "16 more than", "16 fewer than", "the same number as"."""
    by = Difference(later, earlier)
    return Compare(
        later,
        earlier,
        higher=say("{by} more than", by=by),
        lower=say("{by} fewer than", by=by),
        same="the same number as",
    )


def rose(later: Value, earlier: Value) -> Compare:
    """The words "rose", "fell" or "did not change"."""
    return Compare(later, earlier, higher="rose", lower="fell", same="did not change")


def points(later: Value, earlier: Value) -> Compare:
    """A percentage's change: "3.1 percentage points higher than", "… lower than", "the same as"."""
    by = Difference(later, earlier)
    return Compare(
        later,
        earlier,
        higher=say("{by} percentage points higher than", by=by),
        lower=say("{by} percentage points lower than", by=by),
        same="the same as",
    )


def period_rows(periods: Iterable[Period], *columns) -> tuple[Row, ...]:
    """A row for each period; each column is a function from the period to its cell."""
    return tuple(row(PeriodName(period, PeriodForm.ROW), *(column(period) for column in columns)) for period in periods)


def axis(periods: Iterable[Period]) -> tuple[Text, ...]:
    """The names of periods under a chart."""
    return tuple(say("{period}", period=PeriodName(period, PeriodForm.AXIS)) for period in periods)


def header(*words: str | Text) -> tuple[Text, ...]:
    """The header of a table."""
    return tuple(word if isinstance(word, Text) else Text(word) for word in words)


def a_month(indicator: str):
    """A column of monthly averages, by which periods of different lengths can be compared."""
    return lambda period: MonthlyAverage(Ref(indicator, period))
