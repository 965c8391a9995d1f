"""Who holds what: posts with a duty, and the identifiers of their teams and workers."""

from __future__ import annotations

import numpy as np

from purplebook_demo.scale.cells import Words
from purplebook_demo.scale.world import World


def posts_with_duty(world: World, draws: np.ndarray, duty: np.ndarray) -> np.ndarray:
    """A practitioner's post with the duty wanted, for each draw."""
    posts = np.zeros(len(draws), dtype=np.int64)
    for each in np.unique(duty).tolist():
        known = world.staff.posts_with(each)
        wanted = duty == each
        posts[wanted] = known[draws[wanted] % len(known)]
    return posts


def team_of(world: World, post: np.ndarray) -> Words:
    """The identifiers of the posts' teams."""
    count = len(world.staff.duty_of_team)
    return Words(tuple(f"{world.authority.code}T{team:03}" for team in range(count)), world.staff.team_of_post[post])


def worker_of(world: World, worker: np.ndarray) -> Words:
    """The identifiers of workers."""
    count = len(world.staff.post)
    return Words(tuple(f"{world.authority.code}W{place:06}" for place in range(count)), worker)
