"""Which series are simulated: the kinds of figure with their sizes, and for each the changes that should be found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from benchmarks.judgement.made_children import average, count, share, stock, stock_share
from purplebook.results.judgement.judge import Asked

Make = Callable[..., Asked]


@dataclass(frozen=True)
class Change:
    """A change from month 42 on: how the series is made then, and how often it must be found within `within` months.

    `least` is that share, None where physics allows no target;
    """

    name: str
    how: Mapping[str, float | bool]
    least: float | None = None
    within: int = 6

    @property
    def is_up(self) -> bool:
        """Whether what is counted rises."""
        return (
            any(self.how.get(name, 1.0) > 1.0 for name in ("by", "at_once", "arriving"))
            or self.how.get("points", 0.0) > 0.0
        )


@dataclass(frozen=True)
class Scenario:
    """A kind of series, how it is made, and its changes."""

    name: str
    make: Make
    changes: tuple[Change, ...] = ()
    is_rare: bool = False


def by(percent: float, least: float | None = None, **how: float | bool) -> Change:
    """A change of so many percent."""
    return Change(f"{percent:+.0f}%", {"by": 1.0 + percent / 100.0, **how}, least)


def points(number: float, least: float | None = None) -> Change:
    """A change of so many points."""
    return Change(f"{number:+g} points", {"points": number / 100.0}, least)


SCENARIOS = (
    Scenario("count 150, single children", partial(count, usual=150, siblings=False), (by(30, 0.8), by(-30, 0.8))),
    Scenario(
        "count 150, siblings (RF01)",
        partial(count, usual=150),
        (by(30, 0.8), by(-30, 0.8), Change("one month ×1.6", {"by": 1.6, "spike": True})),
    ),
    Scenario("count 150, August −30%", partial(count, usual=150, august=0.7), (by(30, 0.8), by(-30, 0.8))),
    Scenario("count 500, siblings", partial(count, usual=500), (by(15, 0.8),)),
    Scenario("count 60, siblings", partial(count, usual=60), (by(30, 0.64), by(-30, 0.8), by(50, 0.8), by(-50, 0.8))),
    Scenario(
        "count 18, siblings (CP04)",
        partial(count, usual=18),
        (by(30, 0.2), by(-30, 0.2), by(50, 0.58), by(-50, 0.8)),
    ),
    Scenario(
        "count 8, single children (LA04)",
        partial(count, usual=8, siblings=False),
        (by(30), by(-30), by(50, 0.55), by(-50, 0.8)),
    ),
    Scenario("count 8, siblings", partial(count, usual=8), (by(50), by(-50))),
    Scenario(
        "rare, 1 a month",
        partial(count, usual=1, siblings=False),
        (by(200), by(400, 0.8), by(-100)),
        is_rare=True,
    ),
    Scenario("rare, 3 a month, siblings", partial(count, usual=3), (by(200), by(-100)), is_rare=True),
    Scenario("share n 140, p .80 (AS01)", partial(share, size=140, usual=0.8), (points(-10, 0.8), points(10, 0.8))),
    Scenario("share n 60, p .50", partial(share, size=60, usual=0.5), (points(-15, 0.8),)),
    Scenario("share n 60, p .90", partial(share, size=60, usual=0.9), (points(-10, 0.65),)),
    Scenario("share n 60, p .97", partial(share, size=60, usual=0.97), (points(-5, 0.56),)),
    Scenario("share n 60, p .03", partial(share, size=60, usual=0.03), (points(3, 0.24),)),
    Scenario(
        "share n 15, 5 to 60, p .90",
        partial(share, size=15, usual=0.9, uneven=True),
        (points(-10, 0.21), points(-27, 0.8)),
    ),
    Scenario(
        "stock 200, stay 10 months (CP01)",
        partial(stock, usual=200, stay=10),
        (
            Change("+30% at once", {"at_once": 1.3}, 0.8),
            Change("−30% at once", {"at_once": 0.7}, 0.8),
            Change("arrivals +30%", {"arriving": 1.3}, 0.24),
            Change("arrivals +50%", {"arriving": 1.5}, 0.61),
        ),
    ),
    Scenario(
        "stock 60, stay 8 months",
        partial(stock, usual=60, stay=8),
        (Change("+30% at once", {"at_once": 1.3}), Change("−30% at once", {"at_once": 0.7})),
    ),
    Scenario(
        "stock 220, stay 24 months (LA01)",
        partial(stock, usual=220, stay=24),
        (
            Change("+30% at once", {"at_once": 1.3}, 0.8),
            Change("−30% at once", {"at_once": 0.7}, 0.8),
            Change("arrivals +30%", {"arriving": 1.3}),
            Change("arrivals +50%", {"arriving": 1.5}),
        ),
    ),
    Scenario(
        "stock 300, stay 12 months",
        partial(stock, usual=300, stay=12),
        (Change("+30% at once", {"at_once": 1.3}, 0.8), Change("−30% at once", {"at_once": 0.7}, 0.8)),
    ),
    Scenario("stock 200, a third stay short", partial(stock, usual=200, stay=10, mixed=True)),
    Scenario("stock 12, stay 8 months", partial(stock, usual=12, stay=8), (Change("+50% at once", {"at_once": 1.5}),)),
    Scenario(
        "share of stock 200, new answer each month (CP12)",
        partial(stock_share, size=200, stay=10, usual=0.87, lasts=1),
        (points(-10, 0.8),),
    ),
    Scenario(
        "share of stock 200, answer lasts 6 months (CP13)",
        partial(stock_share, size=200, stay=10, usual=0.17, lasts=6),
        (
            points(10),
            points(-8.5),
            Change("halves at once", {"points": -0.085, "at_once": True}),
        ),
    ),
    Scenario(
        "share of stock 71, answer lasts 18 months (care leavers)",
        partial(stock_share, size=71, stay=24, usual=0.6, lasts=18),
        (points(16), points(-16)),
    ),
    Scenario(
        "share of stock 220, answer lasts 24 months (LA13)",
        partial(stock_share, size=220, stay=24, usual=0.1, lasts=24),
        (points(5), points(7)),
    ),
    Scenario("median of 15", partial(average, size=15), (by(30), by(-30))),
    Scenario("median of 140", partial(average, size=140), (by(30, 0.8), by(-30, 0.8))),
    Scenario("mean of 15", partial(average, size=15, is_median=False), (by(30), by(-30))),
    Scenario(
        "first load, look-back of 24 months",
        partial(share, size=100, usual=0.8, climbs=24),
    ),
    # Of few: found by the books of whole councils, and at the end so that the others keep their seeds.
    Scenario("stock 12, stay 30 months", partial(stock, usual=12, stay=30)),
    Scenario("stock 25, stay 24 months", partial(stock, usual=25, stay=24)),
    Scenario(
        "share of stock 27, p .93, answer lasts 18 months (CL02)",
        partial(stock_share, size=27, stay=36, usual=0.93, lasts=18),
    ),
    Scenario(
        "share of stock 27, p .98, answer lasts 18 months",
        partial(stock_share, size=27, stay=36, usual=0.98, lasts=18),
    ),
    Scenario(
        "share of stock 71, p .03, answer lasts 18 months",
        partial(stock_share, size=71, stay=24, usual=0.03, lasts=18),
    ),
)


def made(scenario: Scenario, number: int, change: Change | None = None) -> Asked:
    """One series of a scenario: each has a seed of its own, and a change is made with other chance than steadiness."""
    place = SCENARIOS.index(scenario)
    which = 0 if change is None else 1 + scenario.changes.index(change)
    rng = np.random.default_rng([2026, place, which, number])
    return scenario.make(rng, **(change.how if change else {}))


COMPARED = tuple(
    scenario.name
    for scenario in SCENARIOS
    if scenario.name.startswith(
        (
            "count 150, siblings",
            "count 18,",
            "count 8, single",
            "share n 140",
            "share n 60, p .97",
            "stock 200, stay",
            "stock 220",
            "share of stock 200",
            "share of stock 220",
        )
    )
)
"""The kinds of which two steady periods are held against each other."""
