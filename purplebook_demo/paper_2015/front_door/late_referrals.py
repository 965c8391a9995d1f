"""Deal the referrals that were made before the paper but recorded only after it, and write all that belongs to them.

They are a small world of their own beside the calibrated one: real journeys of its families or of new ones, with
streams of their own.  So they move no figure of the paper's extract, and a change there does not move them.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.authority import ETHNICITIES, WARDS
from purplebook_demo.paper_2015.calendar import (
    PAPER_DAY,
    add_days,
    add_working_days,
    add_years,
    age_on,
    next_working_day,
)
from purplebook_demo.paper_2015.care.episodes import sibling_group, with_origins
from purplebook_demo.paper_2015.chance import between, day_between, group_sizes, pick, stream, weighted
from purplebook_demo.paper_2015.front_door import assessments
from purplebook_demo.paper_2015.front_door import contacts_and_referrals as front_door
from purplebook_demo.paper_2015.journeys import Child, Journey, World
from purplebook_demo.paper_2015.protection import plans, visits
from purplebook_demo.paper_2015.quality import supervision
from purplebook_demo.paper_2015.workforce import allocation
from purplebook_demo.paper_2015.workforce.posts import Workforce

Row = dict[str, object]

KNOWN_FAMILY_SHARE = 0.5
"""Share of the late referrals that are about a family already known."""
TRIES = 40
FIRST_RECORDED, LAST_RECORDED = add_days(PAPER_DAY, 1), date(2015, 12, 18)
EVENT_COLUMNS = {"contact": "contacted_on", "visit": "visited_on", "supervision": "supervised_on"}
"""Tables whose rows do not say which referral they belong to, and the date that tells it."""
SOONEST_CONTACT = 7
"""Days before its referral on which a contact may have been made."""


@dataclass(frozen=True)
class Late:
    """The late journeys with their children, and the day on which each journey was recorded."""

    world: World
    recorded_on: dict[str, date]


def deal_late(rng: random.Random, world: World) -> Late:
    """As many late referrals for each month as the targets say, of children who were free for one."""
    busy: dict[str, list[tuple[date, date]]] = {}
    for journey in world.journeys:
        busy.setdefault(journey.person_id, []).append((journey.referred_on, journey.last_day))
    found: list[Journey] = []
    children: dict[str, Child] = {}
    families: list[tuple[str, ...]] = []
    recorded_on: dict[str, date] = {}
    last_number = max(int(person_id[1:]) for person_id in world.children)
    last_family = max(int(child.family_id[1:]) for child in world.children.values())
    for group in _groups(rng):
        members = _known_children(rng, world, busy, group)
        if members is None:
            members = _new_children(rng, group, first=last_number + 1, family=last_family + len(families) + 1)
            last_number += len(members)
            families.append(tuple(child.person_id for child in members))
        children.update((child.person_id, child) for child in members)
        first = max(FIRST_RECORDED, add_working_days(group[0].referred_on, 5))
        day = next_working_day(day_between(rng, first, LAST_RECORDED))
        for journey, child in zip(group, members, strict=True):
            journey_id = f"R{len(world.journeys) + len(found) + 1:06d}"
            found.append(replace(journey, journey_id=journey_id, person_id=child.person_id))
            busy.setdefault(child.person_id, []).append((journey.referred_on, journey.last_day))
            recorded_on[journey_id] = day
    return Late(World(children, tuple(found), tuple(families)), recorded_on)


def _groups(rng: random.Random) -> list[list[Journey]]:
    """Sibling groups in order of their referral, with who referred them and why."""
    found: list[Journey] = []
    for month, count in sorted(targets.monthly(targets.LATE_REFERRALS).items()):
        assessed = round(count * targets.share_on(targets.ASSESSED, month))
        for is_assessed, children in ((True, assessed), (False, count - assessed)):
            for size in group_sizes(rng, children):
                # In need less often than others: what was left unrecorded for months was seldom still open.
                found += sibling_group(rng, month, size, len(found), is_assessed=is_assessed, in_need_share=0.2)
    found.sort(key=lambda journey: (journey.referred_on, journey.group))
    groups: dict[str, list[Journey]] = {}
    for journey in with_origins(rng, found):
        # No enquiry: those were never recorded late.
        groups.setdefault(journey.group, []).append(replace(journey, group=f"Late {journey.group}", enquiries=()))
    return list(groups.values())


def _known_children(
    rng: random.Random, world: World, busy: Mapping[str, list[tuple[date, date]]], group: list[Journey]
) -> list[Child] | None:
    """Children of one family of whom nothing else was open at the time, if there are enough."""
    if rng.random() >= KNOWN_FAMILY_SHARE:
        return None
    for _ in range(TRIES):
        members = (world.children.get(person_id) for person_id in pick(rng, world.families))
        free = [child for child in members if child and _is_free(child, busy.get(child.person_id, []), group[0])]
        if len(free) >= len(group):
            return free[: len(group)]
    return None


def _is_free(child: Child, busy: list[tuple[date, date]], journey: Journey) -> bool:
    first, last = journey.referred_on, journey.last_day
    is_child = child.born_on <= first and last < add_years(child.born_on, 18)
    is_here = child.left_on is None or child.left_on > last
    return is_child and is_here and all(end < first or start > last for start, end in busy)


def _new_children(rng: random.Random, group: list[Journey], *, first: int, family: int) -> list[Child]:
    """Siblings whom nobody knew before, born one to three years apart."""
    ward, ethnicity = weighted(rng, WARDS), weighted(rng, ETHNICITIES)
    low, high = group[0].age_range
    journey = group[0]
    born_on = add_days(journey.referred_on, -int((low + rng.random() * (high - low)) * 365.25))
    oldest = add_years(journey.last_day, -18)
    born_on = min(max(born_on, add_days(oldest, 1 + between(rng, 0, 300))), journey.referred_on)
    found: list[Child] = []
    for index in range(len(group)):
        found.append(
            Child(
                person_id=f"P{first + index:06d}",
                family_id=f"F{family:05d}",
                born_on=born_on,
                sex="M" if rng.random() < 0.515 else "F",
                ethnicity_code=ethnicity,
                is_unaccompanied=False,
                ward=ward,
            )
        )
        gap = between(rng, 400, 1100)
        births = sorted(child.born_on for child in found)
        younger, older = add_days(births[-1], gap), add_days(births[0], -gap)
        born_on = younger if younger <= journey.referred_on else older
        if age_on(born_on, journey.last_day) >= 18:
            born_on = births[0]  # Twins, when there is room for nothing else.
    return found


def with_late_children(world: World, late: Late) -> World:
    """The calibrated world's children and those whom only a late referral made known."""
    return replace(world, children={**world.children, **late.world.children})


def late_rows(seed: int | str, late: Late, staff: Workforce, *, disabled: frozenset[str]) -> dict[str, list[Row]]:
    """All rows of the late journeys, by table, with identifiers that begin at 1."""
    world = late.world
    held = allocation.allocate(stream(seed, "late allocation"), world, staff, disabled=disabled)
    assessed, factors = assessments.assessment_rows(stream(seed, "late assessments"), world, held)
    supervised = supervision.supervision_rows(stream(seed, "late supervision"), held, staff)
    return {
        "contact": front_door.referral_contact_rows(stream(seed, "late contacts"), world),
        "referral": front_door.referral_rows(stream(seed, "late referrals"), world, held),
        "assessment": assessed,
        "assessment_factor": factors,
        "visit": visits.visit_rows(stream(seed, "late visits"), world, periods=(), leavers=(), plan_of_journey={}),
        "plan": plans.plan_rows(stream(seed, "late plans"), world, (), held).rows,
        "involvement": allocation.involvement_rows(held),
        "supervision": [row for row in supervised if row["supervision_type"] == "CASE"],
    }


def not_before(late: Late, table: str, rows: list[Row]) -> list[date | None]:
    """For each row of the late journeys, the day on which its referral was recorded: none can have been before it."""
    if table == "assessment_factor":
        return [None] * len(rows)
    if table not in EVENT_COLUMNS:
        return [late.recorded_on[str(row["referral_id"])] for row in rows]
    mine: dict[str, list[Journey]] = {}
    for journey in late.world.journeys:
        mine.setdefault(journey.person_id, []).append(journey)
    days: list[date | None] = []
    for row in rows:
        happened_on = row[EVENT_COLUMNS[table]]
        assert isinstance(happened_on, date)
        latest = add_days(happened_on, SOONEST_CONTACT)
        journey = [item for item in mine[str(row["person_id"])] if item.referred_on <= latest][-1]
        days.append(late.recorded_on[journey.journey_id])
    return days
