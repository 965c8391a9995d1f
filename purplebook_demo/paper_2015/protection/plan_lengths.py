"""How long child protection plans last: ends exchanged between plans until averages and two-year plans are as printed.

How many plans end in each month is settled before; here sibling groups of as many children exchange their ends, so that
every stock stays as it is.  A seeded search by threshold: an exchange is kept when it leads no further from the printed
figures than a margin that shrinks to nothing, so that the search is not caught where no single exchange helps.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from purplebook_demo.paper_2015.calendar import PAPER_DAY, first_of_month, is_open, last_of_month, working_day_in_month
from purplebook_demo.paper_2015.chance import between
from purplebook_demo.paper_2015.margins import CannotBeMet

TWO_YEARS_DAYS = 729
"""From a plan's first day to the day on which it has lasted two years, both counted."""
SHORTEST, LONGEST = 62, 1180
TRIES = 160_000
LOOK_AGAIN_AFTER = 400
WIDEST_MARGIN = 6.0
"""In children of two-year plans: how much farther from the aims the first exchanges may lead."""
Ends = Mapping[str, date | None]


@dataclass(frozen=True)
class Lasting:
    """One sibling group's plan: children, first day, and the reviews at which it may end."""

    key: str
    size: int
    started_on: date
    reviews: tuple[date, ...]


@dataclass(frozen=True)
class Aim:
    """One figure to meet: what a plan adds to it, the figure itself, and how far off is as good as met.

    `weight` makes a plan too many and a day too many comparable.
    """

    name: str
    adds: Callable[[Lasting, date | None], int]
    wanted: int
    within: int = 0
    weight: float = 1.0

    def distance(self, reached: int) -> float:
        """How far from met."""
        return max(0, abs(reached - self.wanted) - self.within) * self.weight


def meet_aims(rng: random.Random, plans: Sequence[Lasting], ends: Ends, aims: Sequence[Aim]) -> dict[str, date | None]:
    """The ends exchanged until every aim is met; CannotBeMet names those that cannot be."""
    now = dict(ends)
    parts = {plan.key: [aim.adds(plan, now[plan.key]) for aim in aims] for plan in plans}
    reached = [sum(parts[plan.key][i] for plan in plans) for i in range(len(aims))]
    distance = sum(aim.distance(value) for aim, value in zip(aims, reached, strict=True))
    ending: dict[date | None, list[Lasting]] = {}
    for plan in plans:
        ending.setdefault(_month(now[plan.key]), []).append(plan)
    picked: Sequence[Lasting] = plans
    for step in range(TRIES):
        if distance == 0:
            return now
        if step % LOOK_AGAIN_AFTER == 0:
            # Every other spell of tries goes to plans that count towards figures not met yet.
            is_turn = step // LOOK_AGAIN_AFTER % 2 == 1
            unmet = [i for i, aim in enumerate(aims) if aim.distance(reached[i])] if is_turn else []
            picked = [plan for plan in plans if any(parts[plan.key][i] for i in unmet)] or plans
        one = picked[between(rng, 0, len(picked) - 1)]
        others = _as_many(rng, one, plans[between(rng, 0, len(plans) - 1)], now, ending)
        if not others:
            continue
        moved = {one.key: _moved(rng, one, now[others[0].key])}
        moved |= {other.key: _moved(rng, other, now[one.key]) for other in others}
        exchanged = (one, *others)
        if not all(_may_end(plan, moved[plan.key]) for plan in exchanged):
            continue
        adds = {plan.key: [aim.adds(plan, moved[plan.key]) for aim in aims] for plan in exchanged}
        after = [
            value + sum(adds[plan.key][i] - parts[plan.key][i] for plan in exchanged) for i, value in enumerate(reached)
        ]
        farther = sum(aim.distance(value) for aim, value in zip(aims, after, strict=True))
        # The margin shrinks over the first half of the tries and then stays at nothing.
        margin = max(0.0, WIDEST_MARGIN * (1 - 2 * (step % (TRIES // 2)) / (TRIES // 2)))
        if farther <= distance + margin:
            for plan in exchanged:
                ending[_month(now[plan.key])].remove(plan)
                ending.setdefault(_month(moved[plan.key]), []).append(plan)
            now |= moved
            parts |= adds
            reached, distance = after, farther
    missed = [
        f"{aim.name}: {value}, not {aim.wanted}"
        for aim, value in zip(aims, reached, strict=True)
        if aim.distance(value)
    ]
    raise CannotBeMet(f"the lengths of plans cannot be met: {'; '.join(missed)}")


def _month(end: date | None) -> date | None:
    return None if end is None else first_of_month(end)


def _as_many(
    rng: random.Random, one: Lasting, other: Lasting, now: Ends, ending: Mapping[date | None, Sequence[Lasting]]
) -> tuple[Lasting, ...]:
    """`other` and more plans that end in its month, as many children in all as `one` has; () when there are none."""
    month = _month(now[other.key])
    if other.size > one.size or month == _month(now[one.key]):
        return ()
    found, left = [other], one.size - other.size
    alike = ending[month]
    first = between(rng, 0, len(alike) - 1)
    for plan in (*alike[first:], *alike[:first]):
        if left and plan.size <= left and plan is not other:
            found.append(plan)
            left -= plan.size
    return () if left else tuple(found)


def _moved(rng: random.Random, plan: Lasting, end: date | None) -> date | None:
    """An end in the same month for another plan: at its review if one is due then, else at one brought forward."""
    if end is None:
        return None
    first, last = first_of_month(end), last_of_month(end)
    due = next((day for day in plan.reviews if first <= day <= last), None)
    return due or working_day_in_month(rng, first)


def _may_end(plan: Lasting, end: date | None) -> bool:
    """Whether a plan would last neither less than two months nor much more than three years, so far as is known."""
    if end is None:
        return (PAPER_DAY - plan.started_on).days <= LONGEST
    return SHORTEST <= (end - plan.started_on).days <= LONGEST


def long_when_ended(first: date, last: date, wanted: int) -> Aim:
    """Children whose plan ended in the span after two years or more."""

    def adds(plan: Lasting, end: date | None) -> int:
        is_long = end is not None and first <= end <= last and (end - plan.started_on).days >= TWO_YEARS_DAYS
        return plan.size if is_long else 0

    return Aim(f"two years or more when ended by {last}", adds, wanted)


def long_while_open(on: date, wanted: int) -> Aim:
    """Children whose plan is open on the day and has lasted two years."""

    def adds(plan: Lasting, end: date | None) -> int:
        return plan.size if is_open(plan.started_on, end, on) and (on - plan.started_on).days >= TWO_YEARS_DAYS else 0

    return Aim(f"two years or more on {on}", adds, wanted)


def days_while_open(on: date, wanted: int, *, within: int) -> Aim:
    """Days that the plans open on the day have lasted so far, all children together."""

    def adds(plan: Lasting, end: date | None) -> int:
        return plan.size * (on - plan.started_on).days if is_open(plan.started_on, end, on) else 0

    return Aim(f"days so far on {on}", adds, wanted, within, 0.002)


def days_when_ended(first: date, last: date, wanted: int, *, within: int) -> Aim:
    """Days that the plans ended in the span had lasted, all children together."""

    def adds(plan: Lasting, end: date | None) -> int:
        return plan.size * (end - plan.started_on).days if end is not None and first <= end <= last else 0

    return Aim(f"days in all when ended by {last}", adds, wanted, within, 0.002)
