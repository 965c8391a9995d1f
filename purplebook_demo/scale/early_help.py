"""Early help: requests, assessments and episodes of help, before and after social care."""

from __future__ import annotations

import numpy as np

from purplebook.tables.codes import CODE_SETS
from purplebook_demo.scale.allocation import posts_with_duty, worker_of
from purplebook_demo.scale.calendar import working_day
from purplebook_demo.scale.cells import Days, Words, YesNo
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.episodes import ADOPTION, REFUSED, Episodes
from purplebook_demo.scale.staff import EARLY_HELP
from purplebook_demo.scale.world import World

HELP_DAYS = (20, 45, 70, 90, 120, 150, 190, 240, 320, 520)


def _gone(cases: Episodes) -> np.ndarray:
    """Whether the child is known under this name no more: moved away, or adopted."""
    return cases.moved_away | (cases.care_goal == ADOPTION)


def early_help_draft(world: World) -> tuple[Draft, np.ndarray]:
    """The table `early_help`, and the child of each row: an assessment, then for most an episode of help."""
    stream, cases, people = world.stream("early help"), world.episodes, world.people
    # Some come from social care when a case closes, some come to social care in the end.
    after = np.flatnonzero(stream.happens(cases.count, 110) & (cases.kind != REFUSED) & ~_gone(cases))
    before = np.flatnonzero(stream.happens(cases.count, 110) & ~cases.is_transfer_in)
    child = np.concatenate([cases.child[after], cases.child[before]])
    asked = np.concatenate([cases.closed[after], cases.referred[before] - 60 - stream.quantile(len(before), HELP_DAYS)])
    fits = (asked >= people.born[child]) & (asked >= world.first_day) & (asked <= world.last_day)
    fits &= asked < people.limit[child] - 200
    place = np.flatnonzero(fits)
    place = place[np.lexsort((child[place], asked[place]))]
    came_from_care = (place < len(after)).astype(np.int64)
    child, asked = child[place], asked[place]
    size = len(child)
    started = working_day(asked + 2 + stream.below(size, 12))
    assessed = started + 10 + stream.below(size, 40)
    is_helped = stream.happens(size, 720)
    ended = assessed + stream.quantile(size, HELP_DAYS)
    limit = people.limit[child]
    entered = world.late(stream, asked)
    done = world.late(stream, assessed, after=entered)
    over = world.late(stream, np.minimum(ended, limit), after=done)
    both = np.concatenate([np.arange(size), np.flatnonzero(is_helped)])
    is_episode = np.arange(len(both)) >= size
    order = np.lexsort((is_episode, both))
    both, is_episode = both[order], is_episode[order]
    source = np.where(came_from_care[both] == 1, 3, stream.weighted(size, (330, 100, 60, 0, 220, 120, 120, 50))[both])
    kind = np.where(is_episode, 0, 1 + stream.weighted(size, (250, 550, 200))[both])
    reason = np.where(ended >= limit, 4, stream.weighted(size, (600, 130, 150, 60, 0, 60)))
    post = posts_with_duty(world, stream.below(size, 1 << 31), np.full(size, EARLY_HELP))
    words = {name: tuple(value.code for value in CODE_SETS[name].codes) for name in (
        "early_help_source", "early_help_type", "early_help_end_reason",
    )}  # fmt: skip
    draft = Draft(
        "early_help",
        {
            "early_help_id": world.id_of("E", np.arange(len(both))),
            "person_id": world.person_id(child[both]),
            "requested_on": Days(asked[both]),
            "request_source_code": Words(words["early_help_source"], source),
            "assessment_type": Words(words["early_help_type"], kind),
            "started_on": Days(np.where(is_episode, assessed[both], started[both])),
            "ended_on": Days(np.where(is_episode, np.minimum(ended, limit)[both], assessed[both])),
            "organisation": Words(
                ("School", "Children's centre", "Authority", "Health", "Charity"),
                np.where(world.missing(stream, size, 50), -1, stream.weighted(size, (320, 120, 400, 100, 60)))[both],
            ),
            "end_reason": Words(words["early_help_end_reason"], np.where(is_episode, reason[both], -1)),
            "is_quality_assured": YesNo(np.where(is_episode, -1, stream.weighted(size, (80, 200, 720))[both] - 1)),
            "worker_id": worker_of(world, world.staff.holder(post, started)[both]),
        },
        np.where(is_episode, np.maximum(done, assessed)[both], entered[both]),
        (
            Later(np.maximum(entered, started)[both], ("worker_id",)),
            Later(np.where(is_episode, done[both], np.maximum(entered, started)[both]), ("started_on",)),
            Later(np.where(is_episode, over[both], done[both]), ("ended_on", "end_reason", "is_quality_assured")),
        ),
    )
    return draft, child[both]
