"""Recruitment, fostering households, and the populations and targets that figures are set beside."""

from __future__ import annotations

import numpy as np

from purplebook_demo.scale.authorities import Scale
from purplebook_demo.scale.calendar import NEVER, number_of, working_day
from purplebook_demo.scale.cells import Days, Hundredths, Whole, Words
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.world import World

POSTS = ("SOCIAL_WORKER", "TEAM_MANAGER", "SERVICE_MANAGER", "ASYE")
TARGETS = (("AS01", 8500, "HIGH"), ("IC03", 8500, "HIGH"), ("CP12", 9500, "HIGH"), ("CL07", 9500, "HIGH"))


def application_draft(world: World) -> Draft:
    """The table `job_application`: each step is reached by some of those who reached the one before."""
    stream = world.stream("recruitment")
    span = world.last_day - world.first_day
    size = max(8, len(world.staff.team_of_post) * span // 365 // 2)
    applied = np.sort(working_day(world.first_day + stream.below(size, span - 3)), kind="stable")
    preferred = applied + 14 + stream.below(size, 30)
    offered = preferred + 2 + stream.below(size, 12)
    accepted = offered + 1 + stream.below(size, 12)
    started = accepted + 28 + stream.below(size, 70)
    reached = stream.below(size, 1000)

    def upto(days: np.ndarray, permille: int) -> np.ndarray:
        return np.where(reached < permille, days, NEVER)

    steps = {
        "preferred_on": upto(preferred, 420),
        "offered_on": upto(offered, 330),
        "accepted_on": upto(accepted, 260),
        "started_on": upto(started, 230),
    }
    entered = world.late(stream, applied)
    return Draft(
        "job_application",
        {
            "job_application_id": world.id_of("I", np.arange(size)),
            "post_type": Words(POSTS, stream.weighted(size, (650, 90, 30, 230))),
            "applied_on": Days(applied),
            **{name: Days(days) for name, days in steps.items()},
        },
        entered,
        tuple(Later(np.maximum(days, entered), (name,)) for name, days in steps.items()),
    )


def foster_carer_draft(world: World) -> Draft:
    """The table `foster_carer_approval`."""
    stream = world.stream("fostering")
    span = world.last_day - world.first_day
    size = max(4, world.authority.population * span // 365 // 900)
    enquired = np.sort(world.first_day - 200 + stream.below(size, span + 200), kind="stable")
    approved = working_day(enquired + 110 + stream.below(size, 160))
    ended = approved + 200 + stream.quantile(size, (0, 400, 900, 1800, 3000, 6000))
    is_approved = stream.happens(size, 620)
    entered = world.late(stream, enquired)
    approval = np.where(is_approved, approved, NEVER)
    return Draft(
        "foster_carer_approval",
        {
            "foster_carer_approval_id": world.id_of("L", np.arange(size)),
            "carer_type": Words(("MAINSTREAM", "CONNECTED_PERSON"), stream.weighted(size, (640, 360))),
            "enquired_on": Days(enquired),
            "approved_on": Days(approval),
            "ended_on": Days(np.where(is_approved, ended, NEVER)),
            "carers_count": Whole(1 + stream.weighted(size, (280, 720))),
            "places_count": Whole(np.where(is_approved, 1 + stream.weighted(size, (450, 350, 200)), NEVER)),
        },
        entered,
        (
            Later(np.maximum(entered, approval), ("approved_on", "places_count")),
            Later(np.maximum(entered, ended), ("ended_on",)),
        ),
    )


def reference_draft(world: World, scale: Scale) -> Draft:
    """The table `reference_value`: the children living in the authority each mid-year, and a few targets."""
    first, last = scale.covers_from.year - 2, scale.as_at.year - 1
    years = np.arange(first, last + 1)
    people = world.authority.population * (1000 + 4 * (years - last)) // 1000
    codes = ("POPULATION_0_17", *(code for code, _, _ in TARGETS))
    goals, target = np.arange(len(TARGETS)), np.asarray([value for _, value, _ in TARGETS], dtype=np.int64)
    count = len(years) + len(goals)
    periods = (*(str(year) for year in years.tolist()), f"FY{last}-{(last + 1) % 100:02}")
    is_target = np.concatenate([np.zeros(len(years), dtype=np.int64), np.ones(len(goals), dtype=np.int64)])
    mid_years = (years - 1970).astype("datetime64[Y]").astype("datetime64[D]").astype(np.int64) + 365 + 175
    published = np.concatenate([mid_years, np.full(len(goals), number_of(scale.covers_from))])
    return Draft(
        "reference_value",
        {
            "measure_code": Words(codes, np.concatenate([np.zeros(len(years), dtype=np.int64), 1 + goals])),
            "period": Words(periods, np.concatenate([np.arange(len(years)), np.full(len(goals), len(years))])),
            "area_level": Words(("LA",), np.zeros(count, dtype=np.int64)),
            "area_code": Words((world.authority.code,), np.zeros(count, dtype=np.int64)),
            "value": Hundredths(np.concatenate([people * 100, target])),
            "value_kind": Words(
                ("POPULATION", "TARGET"),
                is_target,
            ),
            "polarity": Words(
                ("NEUTRAL", "HIGH"),
                is_target,
            ),
            "source": Words(
                ("Invented mid-year estimate", "Invented target"),
                is_target,
            ),
            "published_on": Days(published),
        },
        published,
    )
