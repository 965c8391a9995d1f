"""Categories of abuse by quota: as many open plans of each on two days as the paper prints.

A plan keeps its category, so plans open on the first day only, on both and on the second only are dealt apart.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date

from purplebook_demo.paper_2015.authority import CATEGORIES_FROM_2015, CATEGORIES_TO_2015
from purplebook_demo.paper_2015.calendar import is_open
from purplebook_demo.paper_2015.chance import Dealer
from purplebook_demo.paper_2015.margins import CannotBeMet, spread_like
from purplebook_demo.paper_2015.protection.plan_lengths import Ends, Lasting

NEW_CATEGORIES_START = date(2015, 5, 1)


def deal_categories(
    rng: random.Random,
    plans: Sequence[Lasting],
    ends: Ends,
    *,
    first: tuple[date, Mapping[str, int]],
    second: tuple[date, Mapping[str, int]],
) -> dict[str, str]:
    """A category for every plan, so that the children with open plans on both days are as many of each as wanted."""
    dealers = (Dealer(rng, CATEGORIES_TO_2015), Dealer(rng, CATEGORIES_FROM_2015))
    (early, wanted_early), (late, wanted_late) = first, second
    sets: dict[tuple[bool, bool], list[Lasting]] = {}
    found: dict[str, str] = {}
    for plan in plans:
        end = ends[plan.key]
        where = is_open(plan.started_on, end, early), is_open(plan.started_on, end, late)
        if any(where):
            sets.setdefault(where, []).append(plan)
        else:
            found[plan.key] = dealers[plan.started_on >= NEW_CATEGORIES_START].deal(plan.size)
    change = {name: wanted_late[name] - wanted_early[name] for name in wanted_early}
    leaving = spread_like(
        _children(sets.get((True, False), [])),
        before=dict(wanted_early),
        change=change,
        shares=dict(wanted_early),
    )
    coming = {name: leaving[name] + change[name] for name in leaving}
    staying = {name: wanted_early[name] - leaving[name] for name in leaving}
    for where, quota in (((True, False), leaving), ((True, True), staying), ((False, True), coming)):
        found |= _deal(rng, sets.get(where, []), quota)
    return found


def _children(plans: Sequence[Lasting]) -> int:
    return sum(plan.size for plan in plans)


def _deal(rng: random.Random, plans: Sequence[Lasting], quota: Mapping[str, int]) -> dict[str, str]:
    """Whole sibling groups, the largest first, each to the category owed most; CannotBeMet when it is not exact."""
    if _children(plans) != sum(quota.values()):
        raise CannotBeMet(f"{_children(plans)} children have open plans, and categories are for {sum(quota.values())}")
    drawn = list(plans)
    rng.shuffle(drawn)
    owed = dict(quota)
    found: dict[str, str] = {}
    for plan in sorted(drawn, key=lambda plan: -plan.size):
        name = max(owed, key=lambda name: (owed[name], name))
        found[plan.key] = name
        owed[name] -= plan.size
    if any(owed.values()):
        raise CannotBeMet(f"categories cannot be dealt to whole sibling groups: {owed}")
    return found
