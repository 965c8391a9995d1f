"""Short cuts for what many sections of the paper say: a figure, a comparison, a column of a table by period."""

from __future__ import annotations

from collections.abc import Iterable

from purplebook.language.evidence import VerdictOn
from purplebook.language.papers import (
    Compare,
    Counted,
    Difference,
    MonthlyAverage,
    OneOrMany,
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


def was(of: Value, one: str = "was", many: str = "were") -> OneOrMany:
    """The verb of a number: "was" with one, "were" with all others."""
    return OneOrMany(of, one, many)


def counted(of: Value, one: str, many: str | None = None) -> Counted:
    """A number with its noun: "no children", "1 child", "5 children"; most nouns take an s."""
    return Counted(of, one, f"{one}s" if many is None else many)


def children(of: Value) -> Counted:
    """A number of children."""
    return Counted(of, "child", "children")


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
    """The words "above the", "below the" or "the same as the", followed by the earlier figure.

    These and the words below say what is more, and not that anything changed: that is the verdict's to say.
    """
    return Compare(
        later,
        earlier,
        higher=say("above the {earlier}", earlier=earlier),
        lower=say("below the {earlier}", earlier=earlier),
        same=say("the same as the {earlier}", earlier=earlier),
        so_far=say("so far, beside the {earlier}", earlier=earlier),
    )


def more_or_fewer_in(later: Value, earlier: Value) -> Compare:
    """A count beside an earlier one: "24 (11.2%) more than in", "… fewer than in", "as many as in"."""
    by = Difference(later, earlier)
    share = PercentageChange(later, earlier)
    return Compare(
        later,
        earlier,
        higher=say("{by} ({share}) more than in", by=by, share=share),
        lower=say("{by} ({share}) fewer than in", by=by, share=share),
        same="as many as in",
        from_nought=say("{by} more than in", by=by),
        so_far=say("so far, beside {earlier} in", earlier=earlier),
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
        so_far=say("so far, beside {earlier}", earlier=earlier),
    )


def verdict(*indicators: str) -> tuple[Text, ...]:
    """What the purple book says of some indicators, a sentence for each: the only place where a change is claimed."""
    return tuple(say("{verdict}.", verdict=VerdictOn(indicator)) for indicator in indicators)


def points(later: Value, earlier: Value, *, joined: str = "") -> Compare:
    """A percentage's change: "3.1 percentage points higher than", "… lower than", "the same as"; `joined` ends it."""
    by = Difference(later, earlier)
    return Compare(
        later,
        earlier,
        higher=say(f"{{by}} percentage points higher than{joined}", by=by),
        lower=say(f"{{by}} percentage points lower than{joined}", by=by),
        same=f"the same as{joined}",
        so_far=say(f"so far, beside {{earlier}}{joined}", earlier=earlier),
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
