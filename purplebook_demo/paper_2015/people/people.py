"""Deal children to journeys: families, birthdays, sex, ethnicity and where they live.

Journeys whose birthday is fixed by care go first, then protection, then the rest, so that later stages can give a child
an earlier or a later episode.  A child never has two episodes open at once and is under 18 in every one.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.authority import (
    ETHNICITIES,
    LOOKED_AFTER_ETHNICITIES,
    UNACCOMPANIED_ETHNICITIES,
    WARDS,
)
from purplebook_demo.paper_2015.calendar import RECORDS_END, RECORDS_START, add_days, add_years, first_of_month
from purplebook_demo.paper_2015.chance import between, pick, weighted
from purplebook_demo.paper_2015.journeys import IN_NEED, Child, Journey, World

KNOWN_FAMILY_SHARE = 0.52
"""Share of later referrals that are about a family already known."""
RECENT_SHARE = 0.55
"""Of those, the share whose last episode closed within a year."""
DEATHS = 4
SMALLEST_GAP = 285
"""Days between two births of one mother, twins apart."""


@dataclass
class _Family:
    """A family while it is being built."""

    ward: str
    ethnicity_code: str
    births: list[date] = field(default_factory=list)
    members: list[int] = field(default_factory=list)


class _Register:
    """Children and families while journeys are being dealt; thrown away when `World` is made."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.families: list[_Family] = []
        self.children: list[dict[str, object]] = []
        self.busy: list[list[tuple[date, date]]] = []
        self.born: list[date] = []
        self.left: list[date | None] = []
        self.closings: dict[date, list[int]] = {}
        self.plan_ends: list[tuple[date, int]] = []
        self.had_plan: list[bool] = []
        self.plan_counts: dict[int, tuple[int, int]] = {}

    def new_family(self, ethnicities: Sequence[tuple[str, float]]) -> int:
        self.families.append(_Family(weighted(self.rng, WARDS), weighted(self.rng, ethnicities)))
        return len(self.families) - 1

    def add_child(self, family: int, born_on: date, *, is_unaccompanied: bool = False) -> int:
        home = self.families[family]
        ethnicity = home.ethnicity_code
        if self.rng.random() < 0.07 and not is_unaccompanied:
            ethnicity = weighted(self.rng, ETHNICITIES)
        sex = "M" if self.rng.random() < (0.86 if is_unaccompanied else 0.515) else "F"
        if self.rng.random() < 0.004:
            sex = "U"
        self.children.append(
            {"family": family, "sex": sex, "ethnicity": ethnicity, "is_unaccompanied": is_unaccompanied}
        )
        self.busy.append([])
        self.had_plan.append(False)
        self.born.append(born_on)
        self.left.append(None)
        home.members.append(len(self.children) - 1)
        home.births.append(born_on)
        return len(self.children) - 1

    def wants_repeat(self, journey: Journey) -> bool:
        """Whether too few of the year's plans so far are second or later ones."""
        protection = journey.protection
        if protection is None or not protection.has_plan:
            return False
        day = protection.conference_on
        started, repeated = self.plan_counts.get(_year(day), (0, 0))
        return repeated < targets.share_on(targets.REPEAT_PLANS, day) * (started + 1)

    def is_free(self, child: int, journey: Journey) -> bool:
        if self.children[child]["is_unaccompanied"]:
            return False  # Nobody here knew the child before it came, nor has it a family here.
        born_on, last = self.born[child], journey.last_day
        if born_on > journey.referred_on or born_on <= add_years(last, -18):
            return False
        left_on = self.left[child]
        if left_on is not None and left_on <= last:
            return False
        return all(end < journey.referred_on or start > last for start, end in self.busy[child])

    def book(self, child: int, journey: Journey) -> None:
        self.busy[child].append((journey.referred_on, journey.last_day))
        family = self.children[child]["family"]
        assert isinstance(family, int)
        if journey.closed_on:
            self.closings.setdefault(first_of_month(journey.closed_on), []).append(family)
        if journey.protection and journey.protection.has_plan:
            year = _year(journey.protection.conference_on)
            started, repeated = self.plan_counts.get(year, (0, 0))
            self.plan_counts[year] = (started + 1, repeated + self.had_plan[child])
            self.had_plan[child] = True
            if journey.protection.ended_on and not journey.care:
                self.plan_ends.append((journey.protection.ended_on, family))
        if journey.closure_reason in ("RC1", "RC2"):
            self.left[child] = journey.closed_on


def _year(day: date) -> int:
    return day.year - (day.month < 4)


def deal_people(rng: random.Random, journeys: tuple[Journey, ...]) -> World:
    """Give every journey its child."""
    register = _Register(rng)
    groups: dict[str, list[int]] = {}
    for index, journey in enumerate(journeys):
        groups.setdefault(journey.group, []).append(index)
    owner: dict[int, int] = {}
    in_care = [members for members in groups.values() if any(journeys[index].care for index in members)]
    protected = [members for members in groups.values() if journeys[members[0]].protection and members not in in_care]
    placed = {index for members in (*in_care, *protected) for index in members}
    for members in (*in_care, *protected):
        family = None
        if register.wants_repeat(journeys[members[0]]) and not any(journeys[index].care for index in members):
            family = _earlier_plan_family(register, [journeys[index] for index in members])
        follows = journeys[members[0]].follows
        if follows:
            # The referral of the earlier period came first, so its child is known.
            owner[members[0]] = owner[groups[follows][0]]
            register.book(owner[members[0]], journeys[members[0]])
        else:
            _settle(register, journeys, members, owner, family)
    for members in groups.values():
        if members[0] not in placed:
            family = _known_family(register, [journeys[index] for index in members])
            _settle(register, journeys, members, owner, family)
    return _world(register, journeys, owner)


def _settle(
    register: _Register,
    journeys: tuple[Journey, ...],
    members: list[int],
    owner: dict[int, int],
    family: int | None,
) -> None:
    """Give one sibling group its children: free members of the family first, then new ones."""
    used: list[int] = []
    for index in members:
        journey = journeys[index]
        child = None
        if family is not None and journey.care is None and not journey.is_unborn:
            free = [
                other
                for other in register.families[family].members
                if other not in used and register.is_free(other, journey)
            ]
            child = pick(register.rng, free) if free else None
        if child is None:
            is_alone = journey.care is not None and journey.care.entry == "UNACCOMPANIED"
            born_on = _birthday(register.rng, journey)
            if family is None or not _fits(register.families[family], born_on):
                born_on, family = _place(register, journey, family, born_on)
            child = register.add_child(family, born_on, is_unaccompanied=is_alone)
        used.append(child)
        register.book(child, journey)
        owner[index] = child


def _place(register: _Register, journey: Journey, family: int | None, born_on: date) -> tuple[date, int]:
    """A birthday that leaves time between siblings, in this family or, when that cannot be, in a new one."""
    if family is not None and journey.care is None:
        for _ in range(6):
            again = _birthday(register.rng, journey)
            if _fits(register.families[family], again):
                return again, family
    ethnicities = ETHNICITIES
    if journey.care:
        is_alone = journey.care.entry == "UNACCOMPANIED"
        ethnicities = UNACCOMPANIED_ETHNICITIES if is_alone else LOOKED_AFTER_ETHNICITIES
    return born_on, register.new_family(ethnicities)


def _fits(family: _Family, born_on: date) -> bool:
    gaps = [abs((born_on - other).days) for other in family.births]
    return all((gap >= SMALLEST_GAP or gap == 0) and gap < 20 * 365 for gap in gaps)


def _birthday(rng: random.Random, journey: Journey) -> date:
    if journey.care:
        return journey.care.born_on
    if journey.is_unborn and journey.protection:
        return add_days(journey.protection.conference_on, between(rng, 6, 95))
    low, high = journey.age_range
    born_on = add_days(journey.referred_on, -int((low + rng.random() * (high - low)) * 365.25))
    youngest = add_days(add_years(journey.last_day, -18), 1 + between(rng, 0, 300))
    return min(max(born_on, youngest), journey.referred_on)


def _earlier_plan_family(register: _Register, journeys: list[Journey]) -> int | None:
    """A family whose earlier plan ended before this conference's referral."""
    ended = [item for item in register.plan_ends if item[0] < journeys[0].referred_on]
    for _ in range(30 if ended else 0):
        _, family = pick(register.rng, ended)
        members = register.families[family].members
        free = [child for child in members if register.had_plan[child] and register.is_free(child, journeys[0])]
        if len(free) >= min(len(journeys), 2):
            return family
    return None


def _known_family(register: _Register, journeys: list[Journey]) -> int | None:
    """A family for a later referral: often one whose episode closed in the last year, sometimes an older one."""
    rng, referred_on = register.rng, journeys[0].referred_on
    if rng.random() >= KNOWN_FAMILY_SHARE or not register.families:
        return None
    for _ in range(14):
        if rng.random() < RECENT_SHARE:
            month = first_of_month(add_days(referred_on, -between(rng, 20, 350)))
            recent = register.closings.get(month)
            if not recent:
                continue
            family = pick(rng, recent)
        else:
            family = between(rng, 0, len(register.families) - 1)
        free = [child for child in register.families[family].members if register.is_free(child, journeys[0])]
        if len(free) >= len(journeys) or (free and len(free) + 1 >= len(journeys)):
            return family
    return None


def _world(register: _Register, journeys: tuple[Journey, ...], owner: dict[int, int]) -> World:
    """Number people and journeys in the order in which they became known."""
    order: dict[int, str] = {}
    for index in range(len(journeys)):
        child = owner[index]
        if child not in order:
            order[child] = f"P{len(order) + 1:06d}"
    known = [
        replace(journey, person_id=order[owner[index]], journey_id=f"R{index + 1:06d}")
        for index, journey in enumerate(journeys)
    ]
    deaths = _deaths(register.rng, known)
    known = [replace(journey, closure_reason="RC2") if journey.journey_id in deaths else journey for journey in known]
    died_on = {journey.person_id: journey.closed_on for journey in known if journey.journey_id in deaths}
    children: dict[str, Child] = {}
    families: dict[int, list[str]] = {}
    for child, person_id in order.items():
        facts = register.children[child]
        family = facts["family"]
        assert isinstance(family, int)
        families.setdefault(family, []).append(person_id)
        children[person_id] = Child(
            person_id=person_id,
            family_id=f"F{family + 1:05d}",
            born_on=register.born[child],
            sex=str(facts["sex"]),
            ethnicity_code=str(facts["ethnicity"]),
            is_unaccompanied=bool(facts["is_unaccompanied"]),
            ward=register.families[family].ward,
            died_on=died_on.get(person_id),
            left_on=died_on.get(person_id, register.left[child]),
        )
    return World(children, tuple(known), tuple(tuple(members) for members in families.values()))


def _deaths(rng: random.Random, journeys: list[Journey]) -> frozenset[str]:
    """The last journeys of the few children who died while they were in need."""
    last = {journey.person_id: journey for journey in journeys}
    fitting = [
        journey.journey_id
        for journey in last.values()
        if journey.kind == IN_NEED
        and journey.closed_on
        and journey.closed_on > RECORDS_START
        and journey.care is None
        and journey.protection is None
    ]
    return frozenset(rng.sample(fitting, DEATHS))


def more_children(rng: random.Random, world: World, count: int) -> World:
    """`count` more children whom only the front door or early help knows."""
    children = dict(world.children)
    families = list(world.families)
    number, family_number = len(children), len(families)
    while len(children) < number + count:
        ward, ethnicity = weighted(rng, WARDS), weighted(rng, ETHNICITIES)
        family_number += 1
        members: list[str] = []
        born_on = add_days(RECORDS_START, between(rng, -13 * 365, (RECORDS_END - RECORDS_START).days))
        for _ in range(weighted(rng, ((1, 0.6), (2, 0.3), (3, 0.1)))):
            if born_on > RECORDS_END:
                break
            person_id = f"P{len(children) + 1:06d}"
            sex = "M" if rng.random() < 0.515 else "F"
            family_id = f"F{90000 + family_number:05d}"
            children[person_id] = Child(person_id, family_id, born_on, sex, ethnicity, False, ward)
            members.append(person_id)
            born_on = add_days(born_on, between(rng, 400, 1300))
        families.append(tuple(members))
    return World(children, world.journeys, tuple(families))
