"""Deal out periods of being looked after: as many starts and ends as the stocks and the ways of leaving ask for.

Starts and ends are dealt separately and then matched, so that stocks are exact and waiting times go the way each route
goes.  Some starts are children whose protection plan ends because they come into care.

This module ends with the day of the paper; `care_after_paper` goes on from it.
"""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import (
    PAPER_DAY,
    RECORDS_START,
    add_days,
    add_years,
    age_on,
    is_working_day,
    known,
    next_working_day,
    previous_working_day,
)
from purplebook_demo.paper_2015.chance import (
    MOSTLY_ONE_CHILD,
    Dealer,
    between,
    day_between,
    deal_total,
    group_sizes,
    weighted,
)
from purplebook_demo.paper_2015.journeys import Adoption, Care
from purplebook_demo.paper_2015.margins import CannotBeMet
from purplebook_demo.paper_2015.protection.protection_deal import ProtectionDeal
from purplebook_demo.paper_2015.target_kinds import Leaving

FROM_A_PLAN = 0.36
"""Share of starts that are children on a protection plan."""
OTHER_ENDINGS: tuple[tuple[str, float], ...] = (
    ("E4A", 46),
    ("E4B", 14),
    ("E13", 6),
    ("E41", 5),
    ("E3", 4),
    ("E5", 8),
    ("E6", 4),
    ("E8", 11),
    ("E7", 2),
)
ALONE_STAY_FROM = date(2014, 6, 1)
"""Unaccompanied children who came from then on are still looked after."""
SHORTEST_WAIT, WITHIN_14_MONTHS = 230, 420
"""Days from care to moving in: the least, and the most of those who are to be well within 14 months."""
YOUNGEST_ON_REMAND = 12
TEEN_ENDINGS = frozenset({"E5", "E6", "E7"})


@dataclass(frozen=True)
class Start:
    """One child coming into care, not yet knowing how it will end."""

    number: int
    on: date
    group: str
    """The protection meeting the child comes from, or a group of its own."""
    is_from_plan: bool
    is_unaccompanied: bool


@dataclass(frozen=True)
class Spell:
    """One child's period of care with the group it belongs to."""

    start: Start
    care: Care
    follows: str = ""
    """The group of the child's earlier period, for one who came back."""
    returned_on: date | None = None
    """When the child came back after this period."""


def deal_care(rng: random.Random, protection: ProtectionDeal) -> tuple[Spell, ...]:
    """All periods of care up to the day of the paper, in order of their start."""
    starts = _starts(rng, protection)
    ended = _match(rng, starts)
    used = {spell.start.number for spell in ended}
    still_open = [start for start in starts if start.number not in used]
    spells = [*ended, *_left_before_records(rng, len(starts)), *_open_spells(rng, still_open)]
    return tuple(
        sorted(
            (with_fitting_entry(spell) for spell in spells),
            key=lambda spell: (spell.care.started_on, spell.start.number),
        )
    )


def with_fitting_entry(spell: Spell) -> Spell:
    """The same period, begun as it can have begun: nobody under 12 is remanded, and no court sits at a weekend."""
    care = spell.care
    entry = care.entry
    if entry == "REMAND" and age_on(care.born_on, care.started_on) < YOUNGEST_ON_REMAND:
        entry = "AGREED"
    if entry == "COURT" and not is_working_day(care.started_on):
        entry = "POLICE"
    return replace(spell, care=replace(care, entry=entry))


def _starts(rng: random.Random, protection: ProtectionDeal) -> list[Start]:
    starts: list[Start] = []
    for size in group_sizes(rng, targets.LOOKED_AFTER[0].count, MOSTLY_ONE_CHILD):
        elapsed = min(2250, 8 + int(rng.expovariate(1 / 640)))
        day = add_days(RECORDS_START, -elapsed)
        group = f"C{len(starts):05d}"
        is_alone = size == 1 and elapsed < 700 and rng.random() < 0.05
        starts += [Start(len(starts) + index, day, group, False, is_alone) for index in range(size)]
    sooner, later = Dealer(rng, ((True, 0.05), (False, 0.95))), Dealer(rng, ((True, 0.1), (False, 0.9)))
    stocks = [stock for stock in targets.LOOKED_AFTER if stock.on <= PAPER_DAY]
    for before, after in itertools.pairwise(stocks):
        first, last = add_days(before.on, 1), after.on
        leaving = sum(item.total for item in targets.LEAVING if first <= item.first <= last)
        needed = after.count - before.count + leaving
        starts += starts_from_plans(rng, protection, first, last, wanted=round(needed * FROM_A_PLAN), earlier=starts)
        needed -= sum(1 for start in starts if first <= start.on <= last)
        for size in group_sizes(rng, needed, MOSTLY_ONE_CHILD):
            day = day_between(rng, first, last)
            is_alone = size == 1 and (later if day >= ALONE_STAY_FROM else sooner).deal()
            group = f"C{len(starts):05d}"
            starts += [Start(len(starts) + index, day, group, False, is_alone) for index in range(size)]
    return starts


def starts_from_plans(
    rng: random.Random, protection: ProtectionDeal, first: date, last: date, *, wanted: int, earlier: list[Start]
) -> list[Start]:
    """Children who come into care days before the review that ends their plan."""
    found: list[Start] = []
    number = len(earlier)
    used = frozenset(start.group for start in earlier)
    groups = [
        group for group in protection.groups if group.meeting_id in protection.ended_on and group.meeting_id not in used
    ]
    rng.shuffle(groups)
    for group in groups:
        day = add_days(protection.ended_on[group.meeting_id], -between(rng, 3, 24))
        fits = first <= day <= last and (day - group.conference_on).days >= 20
        if fits and group.size <= min(3, wanted - len(found)):
            found += [
                Start(number + len(found) + index, day, group.meeting_id, True, False) for index in range(group.size)
            ]
    return found


def _match(rng: random.Random, starts: list[Start]) -> list[Spell]:
    """Give every ending a start that fits it; routes with the strictest waiting times choose first."""
    free = sorted(starts, key=lambda start: (start.on, start.number))
    spells: list[Spell] = []
    for leaving in targets.LEAVING:
        spells += _adopted(rng, free, leaving)
    for leaving in targets.LEAVING:
        for _ in range(leaving.special_guardianship):
            ended_on = court_day(rng, leaving.first, leaving.last)
            start = _take(free, add_days(ended_on, -between(rng, 200, 800)), ended_on, 150, _is_with_family)
            born_on = _born(rng, start.on, 0.1, 9.0)
            reason = weighted(rng, (("E43", 0.75), ("E44", 0.25)))
            spells.append(Spell(start, Care(start.on, ended_on, reason, born_on, "COURT")))
        for number in range(leaving.aged_18):
            ended_on = _eighteenth(rng, leaving, number)
            wish = _is_alone if rng.random() < 0.11 else _is_single
            wait = between(rng, 200, 700) if wish is _is_alone else between(rng, 250, 2600)
            start = _take(free, add_days(ended_on, -wait), ended_on, 130, wish)
            born_on = add_years(ended_on, -18)
            spells.append(Spell(start, Care(start.on, ended_on, "E17", born_on, entry_of(rng, start))))
        for _ in range(leaving.other):
            ended_on = day_between(rng, leaving.first, leaving.last)
            wait = 6 + int(rng.expovariate(1 / 190))
            start = _take(free, add_days(ended_on, -wait), ended_on, 3, _is_with_family)
            spells.append(Spell(start, _other_ending(rng, start, ended_on)))
    return spells


def _eighteenth(rng: random.Random, leaving: Leaving, number: int) -> date:
    """The birthday of the `number`th to turn 18: spread evenly, so that the number of care leavers moves slowly."""
    first, last, place, count = leaving.first, leaving.last, number, leaving.aged_18
    early = leaving.aged_18_by_august
    if early is not None:
        august = date(leaving.first.year, 8, 31)
        is_early = number < early
        first, last = (first, august) if is_early else (add_days(august, 1), last)
        place, count = (number, early) if is_early else (number - early, count - early)
    part = (place + rng.random()) / count
    return add_days(first, int(part * ((last - first).days + 1)))


def _adopted(rng: random.Random, free: list[Start], leaving: Leaving) -> list[Spell]:
    spells: list[Spell] = []
    for wait in _adoption_waits(rng, leaving):
        days = wait.to_placement
        ended_on = court_day(rng, leaving.first, leaving.last)
        start = _take(free, add_days(ended_on, -days - between(rng, 150, 330)), ended_on, days + 80, _is_with_family)
        placed_on = add_days(start.on, days)
        order_wait = wait.order_to_match
        matched_on = _matched_on(rng, placed_on, order_wait)
        if order_wait is None:
            agreed_on = previous_working_day(add_days(matched_on, -between(rng, 30, 120)))
            milestones = Adoption(agreed_on, None, matched_on, placed_on, is_by_consent=True)
        else:
            ordered_on = add_days(matched_on, -order_wait)
            before = min(between(rng, 20, 90), (ordered_on - start.on).days - 20)
            agreed_on = previous_working_day(add_days(ordered_on, -before))
            milestones = Adoption(agreed_on, ordered_on, matched_on, placed_on)
        milestones = replace(milestones, is_placing_recorded=wait.is_recorded)
        born_on = _born(rng, start.on, 0.01, 3.6)
        reason = weighted(rng, (("E11", 0.3), ("E12", 0.7)))
        spells.append(Spell(start, Care(start.on, ended_on, reason, born_on, "COURT", milestones)))
    return spells


def _matched_on(rng: random.Random, placed_on: date, order_wait: int | None) -> date:
    """A working day two to six weeks before moving in, from which the days to the order lead to a court's day too."""
    days = [add_days(placed_on, -lead) for lead in range(14, 41)]
    rng.shuffle(days)
    fitting = [
        day
        for day in days
        if is_working_day(day) and (order_wait is None or is_working_day(add_days(day, -order_wait)))
    ]
    return fitting[0]


@dataclass(frozen=True)
class _AdoptionWait:
    """One adopted child's days from care to moving in, and from the court's order to the match; None by consent."""

    to_placement: int
    order_to_match: int | None
    is_recorded: bool = True


def _adoption_waits(rng: random.Random, leaving: Leaving) -> list[_AdoptionWait]:
    """Waits whose recorded days add up to the totals, the longest for a match with the longest into the family."""
    recorded = leaving.adopted if leaving.placing_recorded is None else leaving.placing_recorded
    under_order = recorded if leaving.under_order is None else leaving.under_order
    soon = leaving.within_14_months
    short = [between(rng, SHORTEST_WAIT, WITHIN_14_MONTHS) for _ in range(soon)]
    low = WITHIN_14_MONTHS + 20 if soon else SHORTEST_WAIT
    left = leaving.days_to_placement - sum(short)
    to_placement = sorted((*short, *deal_total(rng, left, recorded - soon, low=low)))
    to_match = sorted(deal_total(rng, leaving.days_order_to_match, under_order, low=40))
    # Parents who agree do so early: theirs are among the shorter ways, but not the very shortest.
    consenting = range(1, 1 + recorded - under_order)
    waits: list[_AdoptionWait] = []
    for index, days in enumerate(to_placement):
        waits.append(_AdoptionWait(days, None if index in consenting else to_match.pop(0)))
    waits += [
        _AdoptionWait(between(rng, 400, 700), between(rng, 60, 200), is_recorded=False)
        for _ in range(leaving.adopted - recorded)
    ]
    return _fitting(waits)


def _fitting(waits: list[_AdoptionWait]) -> list[_AdoptionWait]:
    """The same waits, with days from order to match handed on where a child's whole way is too short for them.

    The match comes up to 40 days before moving in, and the order not before two months in care.
    """
    made = list(waits)
    over = 0
    for index, wait in enumerate(made):
        if wait.order_to_match is not None and wait.is_recorded:
            room = wait.to_placement - 110
            cut = max(0, wait.order_to_match - room)
            made[index] = replace(wait, order_to_match=wait.order_to_match - cut)
            over += cut
    for index in reversed(range(len(made))):
        wait = made[index]
        if over and wait.order_to_match is not None and wait.is_recorded:
            more = min(over, max(0, wait.to_placement - 110 - wait.order_to_match))
            made[index] = replace(wait, order_to_match=wait.order_to_match + more)
            over -= more
    if over:
        raise CannotBeMet(f"{over} days from order to match fit into no child's way to adoption")
    return made


def _other_ending(rng: random.Random, start: Start, ended_on: date) -> Care:
    reason = weighted(rng, OTHER_ENDINGS)
    low, high = (16.0, 17.4) if reason in TEEN_ENDINGS else (0.1, 16.2)
    if reason in TEEN_ENDINGS:
        age = low + rng.random() * (high - low)
        born_on = add_days(ended_on, -int(age * 365.25))
        return Care(start.on, ended_on, reason, min(born_on, start.on), "AGREED")
    years = (ended_on - start.on).days / 365.25
    born_on = _born(rng, start.on, low, max(low + 0.1, high - years))
    return Care(start.on, ended_on, reason, born_on, entry_of(rng, start))


def _take(free: list[Start], wish: date, ended_on: date, shortest: int, is_wanted: Callable[[Start], bool]) -> Start:
    """Take from `free` the start nearest to the wish that is early enough; any kind will do if none is wanted."""
    latest = add_days(ended_on, -shortest)
    # The review that ends a plan comes within weeks of care; care may not be over before it.
    after_review = add_days(ended_on, -30)
    early = [start for start in free if start.on <= (min(latest, after_review) if start.is_from_plan else latest)]
    wanted = [start for start in early if is_wanted(start)] or early
    best = min(wanted, key=lambda start: (abs((start.on - wish).days), start.number))
    free.remove(best)
    return best


def _is_with_family(start: Start) -> bool:
    return not start.is_unaccompanied


def _is_alone(start: Start) -> bool:
    return start.is_unaccompanied and start.on < ALONE_STAY_FROM


def _is_single(start: Start) -> bool:
    return not start.is_unaccompanied and not start.is_from_plan


def _left_before_records(rng: random.Random, number: int) -> list[Spell]:
    """Young people who turned 18 in care in the three years before the records start: today's older care leavers."""
    spells: list[Spell] = []
    for year in (2008, 2009, 2010):
        for _ in range(targets.AGED_18_BEFORE):
            ended_on = day_between(rng, date(year, 4, 1), date(year + 1, 3, 31))
            begun_on = add_days(ended_on, -between(rng, 200, 1500))
            start = Start(number + len(spells), begun_on, f"H{len(spells):04d}", False, rng.random() < 0.1)
            care = Care(begun_on, ended_on, "E17", add_years(ended_on, -18), entry_of(rng, start))
            spells.append(Spell(start, care))
    return spells


def _open_spells(rng: random.Random, starts: list[Start]) -> list[Spell]:
    """Ages for the children still looked after, so that the bands come out as the targets say."""
    spells: list[Spell] = []
    ages: list[tuple[int, int]] = []
    ends = (*(first for first, _ in targets.OPEN_AGES[1:]), 18)
    for (first, count), end in zip(targets.OPEN_AGES, ends, strict=True):
        ages += [(first, end)] * count
    starts = _with_alone(starts, targets.UNACCOMPANIED_OPEN)
    alone = [start for start in starts if start.is_unaccompanied]
    longest_first = sorted((start for start in starts if not start.is_unaccompanied), key=lambda start: start.on)
    for start in alone:
        born_on = add_days(PAPER_DAY, -between(rng, int(15.6 * 365.25), int(17.9 * 365.25)))
        spells.append(Spell(start, Care(start.on, None, None, born_on, "UNACCOMPANIED")))
    for start in longest_first:
        elapsed = (PAPER_DAY - start.on).days / 365.25
        fitting = [band for band in ages if band[1] > elapsed + 0.1] or [(16, 18)]
        first, end = fitting[int(rng.random() ** 1.3 * len(fitting))]
        if (first, end) in ages:
            ages.remove((first, end))
        low, high = max(first + 0.02, elapsed + 0.02), end - 0.05
        age = low + rng.random() * max(0.01, high - low)
        born_on = min(add_days(PAPER_DAY, -int(age * 365.25)), start.on)
        entry = entry_of(rng, start)
        adoption = _waiting(rng, start.on) if entry in ("COURT", "POLICE") and age < 5.5 else None
        spells.append(Spell(start, Care(start.on, None, None, born_on, entry, adoption)))
    return spells


def _with_alone(starts: list[Start], wanted: int) -> list[Start]:
    """The same starts, of which so many are unaccompanied children; the latest to come change."""
    sizes = Counter(start.group for start in starts)
    surplus = sum(start.is_unaccompanied for start in starts) - wanted
    made: list[Start] = []
    for start in sorted(starts, key=lambda start: (start.on, start.number), reverse=True):
        is_fitting = sizes[start.group] == 1 and not start.is_from_plan
        if surplus and is_fitting and start.is_unaccompanied is (surplus > 0):
            start = replace(start, is_unaccompanied=not start.is_unaccompanied)
            surplus -= 1 if surplus > 0 else -1
        made.append(start)
    return sorted(made, key=lambda start: start.number)


def _waiting(rng: random.Random, start: date) -> Adoption | None:
    """How far a young child still looked after has come towards adoption, if that is the plan."""
    agreed_on = next_working_day(add_days(start, between(rng, 120, 240)))
    if agreed_on > PAPER_DAY or rng.random() > 0.75:
        return None
    # Each step is reached only when the one before it is.
    order_on = known(next_working_day(add_days(agreed_on, between(rng, 15, 80))))
    matched_on = known(next_working_day(add_days(order_on, between(rng, 90, 420)))) if order_on else None
    placed_on = known(add_days(matched_on, between(rng, 14, 40))) if matched_on else None
    return Adoption(agreed_on, order_on, matched_on, placed_on)


def entry_of(rng: random.Random, start: Start) -> str:
    """How care began."""
    if start.is_unaccompanied:
        return "UNACCOMPANIED"
    if start.is_from_plan:
        return weighted(rng, (("COURT", 0.7), ("AGREED", 0.2), ("POLICE", 0.1)))
    return weighted(rng, (("AGREED", 0.56), ("COURT", 0.29), ("POLICE", 0.11), ("REMAND", 0.04)))


def _born(rng: random.Random, start: date, low: float, high: float) -> date:
    return add_days(start, -int((low + rng.random() * (high - low)) * 365.25))


def court_day(rng: random.Random, first: date, last: date) -> date:
    """A working day of the span, on which a court sat."""
    day = next_working_day(day_between(rng, first, last))
    return day if day <= last else previous_working_day(last)
