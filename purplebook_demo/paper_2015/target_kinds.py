"""The kinds of rows that targets are written in: counts of a period, stocks on a day, shares, quotas, averages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DAYS_IN_A_MONTH = 30.4375


@dataclass(frozen=True)
class Flow:
    """`count` events from `first` to `last`, spread over the months as the year's rhythm says."""

    first: date
    last: date
    count: int


@dataclass(frozen=True)
class Stock:
    """`count` open spells at the end of the day."""

    on: date
    count: int


@dataclass(frozen=True)
class Quota:
    """`count` referrals between two days, both included, that have the value."""

    first: date
    last: date
    value: str
    count: int


@dataclass(frozen=True)
class SeenInTime:
    """`printed` per cent of the children with a plan had been seen in the last ten working days."""

    on: date
    printed: str


@dataclass(frozen=True)
class CurrentPlans:
    """`printed` per cent of the children in need of some teams had a current plan on the day."""

    on: date
    printed: str
    teams: tuple[str, ...]


@dataclass(frozen=True)
class Share:
    """A share (0 to 1) that holds from `first` until the next one begins."""

    first: date
    value: float


@dataclass(frozen=True)
class AverageTime:
    """The average time on plans, in months as printed: of those open on `last`, or ended from `first` to it."""

    first: date
    last: date
    months: float
    plans: int
    half_a_place: float

    @property
    def days(self) -> int:
        """Days of all plans together."""
        return round(self.months * DAYS_IN_A_MONTH * self.plans)

    @property
    def within(self) -> int:
        """How many days more or fewer still round to what is printed, with a little to spare."""
        return int(0.9 * self.half_a_place * DAYS_IN_A_MONTH * self.plans)


@dataclass(frozen=True)
class TimelyShare:
    """`printed` per cent in time between two days; so many conferences followed no enquiry and are not in the whole."""

    first: date
    last: date
    printed: str
    without_enquiry: int = 0


@dataclass(frozen=True)
class Leaving:
    """How many children stop being looked after between two stocks, by the way they leave."""

    first: date
    last: date
    adopted: int
    special_guardianship: int
    aged_18: int
    other: int
    days_to_placement: int
    """Adoption scorecard A1: total days from entering care to moving in, for the children adopted."""
    days_order_to_match: int
    """Adoption scorecard A2: total days from placement order to match, for the same children."""
    twice: int = 0
    """Children among the others who leave a second time within the span."""
    placing_recorded: int | None = None
    """Adopted children whose day of moving in is recorded, to whom the days belong; all of them when not given."""
    under_order: int | None = None
    """Of those, how many were placed under a court's order and not with their parents' consent; all when not given."""
    within_14_months: int = 0
    """Of those, how many moved in within 14 months of coming into care; as they fall when nought."""
    aged_18_by_august: int | None = None
    """Those of them who turn 18 by the end of August; spread evenly over the span when not given."""

    @property
    def total(self) -> int:
        """Children leaving in any way."""
        return self.adopted + self.special_guardianship + self.aged_18 + self.other
