"""The published measures, and the indicator of ours that each may be compared with: same cohort, unit and day, or none.

`measures.csv` says it, a line for each measure or for one group of it; a line whose group is `*` speaks for every group
that no other line names.  Where a measure is no indicator's, the line says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, cached_property

from purplebook.definitions.reference.shipped_rows import lines

EVERY_GROUP = "*"
EVERYONE = "all"


class When(StrEnum):
    """The day or the twelve months that a published year stands for."""

    AT_31_MARCH = "at 31 March"
    YEAR_TO_31_MARCH = "year to 31 March"
    AT_30_SEPTEMBER = "at 30 September"
    YEAR_TO_30_SEPTEMBER = "year to 30 September"
    AT_MID_YEAR = "at mid-year"

    @property
    def is_a_day(self) -> bool:
        """Whether it is how things stood on one day."""
        return self in (When.AT_31_MARCH, When.AT_30_SEPTEMBER, When.AT_MID_YEAR)

    @cache
    def last_day(self, year: int) -> date:
        """The day, or the last day of the twelve months, of one published year."""
        if self is When.AT_MID_YEAR:
            return date(year, 6, 30)
        return date(year, 9, 30) if "September" in self.value else date(year, 3, 31)

    @cache
    def label(self, year: int) -> str:
        """One published year as a reader writes it: year to 31 March 2015."""
        last = self.last_day(year)
        return f"{'at' if self.is_a_day else 'year to'} {last.day} {last:%B %Y}"

    def year_of(self, first_day: date, last_day: date) -> int | None:
        """The published year that a period of ours stands for, or None when there is none: a month is not a year."""
        if last_day != self.last_day(last_day.year):
            return None
        after = last_day + timedelta(days=1)
        if not self.is_a_day and first_day != date(after.year - 1, after.month, 1):
            return None
        return last_day.year

    def latest_by(self, last_day: date) -> int:
        """The newest published year that had ended on a day."""
        return last_day.year if self.last_day(last_day.year) <= last_day else last_day.year - 1


@dataclass(frozen=True)
class PublishedMeasure:
    """A published measure, or one `group` of it, and where it stands among our indicators.

    `since` is the first published year that counts as ours does; `note` goes with each comparison; `why_not` says why
    there is no indicator, and is empty when there is one.
    """

    measure: str
    title: str
    unit: str
    when: When
    group: str
    indicator: str | None
    breakdown: str
    our_group: str
    since: int | None
    note: str
    why_not: str


@dataclass(frozen=True)
class PublishedMeasures:
    """Every published measure that can be held."""

    items: tuple[PublishedMeasure, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name of each measure, once."""
        return tuple(dict.fromkeys(item.measure for item in self.items))

    def find(self, measure: str, group: str = "") -> PublishedMeasure | None:
        """The line of a measure and group, or None when the measure has no such group."""
        return self._by_key.get((measure, group)) or self._by_key.get((measure, EVERY_GROUP))

    def compared_with(
        self, indicator: str, *, breakdown: str = EVERYONE, group: str = EVERYONE
    ) -> PublishedMeasure | None:
        """The published measure that a figure of ours may be compared with, or None."""
        return self._by_ours.get((indicator, breakdown, group))

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, str], PublishedMeasure]:
        return {(item.measure, item.group): item for item in self.items}

    @cached_property
    def _by_ours(self) -> Mapping[tuple[str, str, str], PublishedMeasure]:
        return {(item.indicator, item.breakdown, item.our_group): item for item in self.items if item.indicator}


@cache
def published_measures() -> PublishedMeasures:
    """The measures that ship with the product."""
    return PublishedMeasures(
        tuple(
            PublishedMeasure(
                measure=line["measure"],
                title=line["title"],
                unit=line["unit"],
                when=When(line["when"]),
                group=line["group"],
                indicator=line["indicator"] or None,
                breakdown=line["breakdown"] or EVERYONE,
                our_group=line["our_group"] or EVERYONE,
                since=int(line["since"]) if line["since"] else None,
                note=line["note"],
                why_not=line["why_not"],
            )
            for line in lines("measures.csv")
        )
    )
