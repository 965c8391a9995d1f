"""Care leavers: the register taken at the end of every month."""

from __future__ import annotations

import numpy as np

from purplebook.tables.codes import CODE_SETS
from purplebook_demo.scale.allocation import posts_with_duty, team_of, worker_of
from purplebook_demo.scale.calendar import NEVER, birthday, month_ends, number_of
from purplebook_demo.scale.care import Care
from purplebook_demo.scale.cells import Days, Words
from purplebook_demo.scale.drafts import Draft
from purplebook_demo.scale.staff import LEAVING_CARE
from purplebook_demo.scale.world import LEAVER_UNTIL, World

HOMES = ("B", "D", "E", "K", "R", "S", "T", "U", "V", "X", "Y", "Z")
HOME_WEIGHTS = (120, 150, 40, 30, 40, 12, 60, 360, 10, 35, 20, 123)
SUITABLE = np.asarray((0, 0, 0, 0, 2, 1, 0, 0, 1, 1, 0, 0))
"""For each home a place in the codes of suitability: suitable, not suitable, not known."""
ACTIVITIES = ("F1", "F2", "P2", "F3", "P3", "F4", "F5", "P5", "G4", "G5", "G6", "0")
EARLIER_WEIGHTS = (65, 190, 30, 205, 50, 0, 0, 0, 90, 230, 70, 70)
NOW_WEIGHTS = (65, 190, 30, 0, 0, 50, 150, 55, 90, 230, 70, 70)
WORK_DIVIDED_FROM = min(
    number_of(value.valid_from_on)
    for value in CODE_SETS["activity"].codes
    if value.code == "F5" and value.valid_from_on
)
IN_TOUCH = ("YES", "NO", "REFU", "NREQ", "RHOM")
IN_TOUCH_WEIGHTS = (905, 45, 20, 15, 15)
YEARS = 4
"""From eighteen to the last register before twenty-two."""


def care_leaver_draft(world: World, care: Care, leavers: np.ndarray) -> Draft:
    """The table `care_leaver_snapshot`: a row for each care leaver and month end from eighteen to twenty-one.

    Where a young person lives and what they do is drawn for each year of age, so it stays as it is for a while.
    """
    stream = world.stream("care leavers")
    ends = month_ends(world.first_day, world.last_day)
    eighteen = care.ended[leavers]
    adult = birthday(world.people.born[care.child[leavers]], LEAVER_UNTIL)
    first, last = np.searchsorted(ends, eighteen, side="left"), np.searchsorted(ends, adult, side="left")
    counts = np.maximum(0, last - first)
    who = np.repeat(np.arange(len(leavers)), counts)
    month = first[who] + np.arange(len(who)) - np.repeat(np.cumsum(counts) - counts, counts)
    order = np.lexsort((who, month))
    who, taken = who[order], ends[month[order]]
    size, count = len(leavers) * YEARS, len(who)
    year = who * YEARS + np.minimum((taken - eighteen[who]) // 366, YEARS - 1)
    home = stream.weighted(size, HOME_WEIGHTS)[year]
    earlier, now = stream.weighted(size, EARLIER_WEIGHTS)[year], stream.weighted(size, NOW_WEIGHTS)[year]
    activity = np.where(taken < WORK_DIVIDED_FROM, earlier, now)
    touch = stream.weighted(size, IN_TOUCH_WEIGHTS)[year]
    suitable = np.where(stream.happens(size, 930)[year], SUITABLE[home], 1)
    step = 110 + stream.below(len(leavers), 150)
    plan = eighteen[who] - 60 + (taken - eighteen[who] + 60) // step[who] * step[who]
    contact = taken - stream.below(count, 60)
    post = posts_with_duty(world, stream.below(len(leavers), 1 << 31), np.full(len(leavers), LEAVING_CARE))[who]
    child = care.child[leavers][who]
    return Draft(
        "care_leaver_snapshot",
        {
            "person_id": world.person_id(child),
            "snapshot_on": Days(taken),
            "basis": Words(("CURRENT",), np.zeros(count, dtype=np.int64)),
            "eligibility": Words(("FORMER_RELEVANT", "QUALIFYING"), stream.weighted(len(leavers), (930, 70))[who]),
            "in_touch": Words(IN_TOUCH, touch),
            "last_contact_on": Days(np.where(touch == 0, np.maximum(contact, eighteen[who]), NEVER)),
            "accommodation_code": Words(HOMES, np.where(world.missing(stream, size, 15)[year], -1, home)),
            "accommodation_suitable": Words(("1", "2", "U"), suitable),
            "activity_code": Words(ACTIVITIES, np.where(world.missing(stream, size, 20)[year], -1, activity)),
            "pathway_plan_on": Days(np.where(world.missing(stream, len(leavers), 50)[who], NEVER, plan)),
            "team_id": team_of(world, post),
            "worker_id": worker_of(world, world.staff.holder(post, taken)),
        },
        # A register is taken whole: it is there or it is not.
        np.maximum(taken, care.recorded[leavers][who]),
    )
