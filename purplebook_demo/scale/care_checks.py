"""Reviews of looked-after children, and going missing from care."""

from __future__ import annotations

import numpy as np

from purplebook_demo.scale.calendar import NEVER, add_working_days
from purplebook_demo.scale.care import Care
from purplebook_demo.scale.cells import Days, Words, YesNo
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.episodes import SHORT_BREAKS
from purplebook_demo.scale.participation import participation
from purplebook_demo.scale.world import World, spread


def review_draft(world: World, care: Care) -> Draft:
    """The table `looked_after_review`: within twenty working days, after three months more, then every six months."""
    stream, size = world.stream("reviews of care"), len(care.case)
    whole = np.minimum(care.ended, world.last_day + 1)
    first, second = add_working_days(care.started, 20), care.started + 115
    one, two = np.flatnonzero(first < whole), np.flatnonzero(second < whole)
    more, later = spread(
        second, whole, first=np.full(size, 175) - stream.below(size, 12), step=176 + stream.below(size, 8)
    )
    period, due = np.concatenate([one, two, more]), np.concatenate([first[one], second[two], later])
    order = np.lexsort((due, period))
    period, due = period[order], due[order]
    count = len(period)
    reviewed = due - 12 + stream.below(count, 14) + np.where(stream.happens(count, 70), stream.below(count, 40), 0)
    reviewed = np.minimum(np.maximum(reviewed, care.started[period] + 1), care.ended[period])
    return Draft(
        "looked_after_review",
        {
            "review_id": world.id_of("V", np.arange(count)),
            "person_id": world.person_id(care.child[period]),
            "looked_after_period_id": world.id_of("H", care.case[period]),
            "due_on": Days(due),
            "reviewed_on": Days(reviewed),
            "is_cancelled": YesNo(np.zeros(count, dtype=np.int64)),
            "participation_code": participation(
                world, stream, care.child[period], reviewed, weights=(330, 80, 60, 50, 60, 140, 80), missing=50
            ),
        },
        world.late(stream, reviewed, after=care.recorded[period]),
    )


def missing_draft(world: World, care: Care) -> Draft:
    """The table `missing_episode`: some of those over ten go missing, and some of them again and again."""
    stream, size = world.stream("missing"), len(care.case)
    goes = (care.started - world.people.born[care.child] > 10 * 365) & stream.happens(size, 190)
    step = np.where(goes, stream.quantile(size, (6, 15, 30, 60, 110, 200)), 1)
    period, day = spread(
        np.where(goes & (care.goal != SHORT_BREAKS), care.started, NEVER),
        np.minimum(care.ended, np.minimum(care.started + 700, world.last_day + 1)),
        first=1 + stream.below(size, 90),
        step=np.maximum(step, 2),
    )
    kept = stream.happens(len(period), 400)
    period, day = period[kept], day[kept]
    count = len(period)
    ended = np.minimum(day + stream.weighted(count, (620, 300, 80)), care.ended[period])
    entered = world.late(stream, day, after=care.recorded[period])
    answers = ("Y", "N", "NA", "U")
    offered = np.where(world.missing(stream, count, 60), 3, stream.weighted(count, (880, 80, 40)))
    taken = np.where(offered == 0, stream.weighted(count, (640, 340, 20)), 2)
    return Draft(
        "missing_episode",
        {
            "missing_id": world.id_of("G", np.arange(count)),
            "person_id": world.person_id(care.child[period]),
            "missing_type": Words(("M", "A"), stream.weighted(count, (800, 200))),
            "started_on": Days(day),
            "ended_on": Days(ended),
            "return_interview_offered": Words(answers, offered),
            "return_interview_accepted": Words(answers, taken),
        },
        entered,
        (Later(np.maximum(entered, ended + 3), ("ended_on", "return_interview_offered", "return_interview_accepted")),),
    )
