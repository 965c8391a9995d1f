"""What every table of one authority is made from: its people, the episodes that are kept, its staff, and when each was
recorded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook_demo.scale.authorities import Authority, Scale, authorities
from purplebook_demo.scale.calendar import BEYOND, NEVER, add_working_days, birthday, number_of
from purplebook_demo.scale.cells import Numbered
from purplebook_demo.scale.chance import Stream
from purplebook_demo.scale.drafts import recorded
from purplebook_demo.scale.episodes import GROWN_UP, Episodes, episodes_of
from purplebook_demo.scale.people import DAYS_AHEAD, People, people_of
from purplebook_demo.scale.staff import Staff, staff_of

LEAVER_UNTIL = 22
"""Care leavers are followed until this birthday."""
LEAST_DAYS_IN_CARE = 91


@dataclass(frozen=True)
class World:
    """One authority's truth.  Tables hang on episodes, so a row is never recorded before its episode."""

    authority: Authority
    people: People
    episodes: Episodes
    staff: Staff
    recorded: np.ndarray
    """When each episode's referral was recorded."""
    next_recorded: np.ndarray
    """When the same child's next episode was recorded: by then the ends of this one were."""
    first_day: int
    """The first day for which the records are complete."""
    last_day: int
    seed: int

    def stream(self, stage: str) -> Stream:
        """The chance of one stage."""
        return Stream(self.seed, self.authority.code, stage)

    def person_id(self, child: np.ndarray) -> Numbered:
        """The identifiers of children."""
        return Numbered(f"{self.authority.code}P", child)

    def id_of(self, letter: str, numbers: np.ndarray) -> Numbered:
        """The identifiers of one kind of record."""
        return Numbered(f"{self.authority.code}{letter}", numbers, 8)

    def late(self, stream: Stream, days: np.ndarray, *, after: np.ndarray | None = None) -> np.ndarray:
        """When each event was recorded, at the authority's own lateness."""
        return recorded(stream, days, lateness=self.authority.lateness, after=after)

    def end_known(self, stream: Stream, ends: np.ndarray, *, case: np.ndarray, after: np.ndarray) -> np.ndarray:
        """When the end of something within an episode was recorded, never before the day `after` of the thing itself.

        Before the child's next episode begins, and before another authority takes over, the last one has been closed.
        """
        entered = np.minimum(self.late(stream, ends), self.next_recorded[case])
        entered = np.where(self.episodes.moved_away[case] & (ends != NEVER), ends, entered)
        return np.maximum(entered, after)

    def missing(self, stream: Stream, size: int, permille: int) -> np.ndarray:
        """Which cells were left empty: so many in a thousand, more where the authority is careless."""
        return stream.happens(size, permille * self.authority.missing // 100)


def world_of(scale: Scale, place: int, *, seed: int) -> World:
    """The truth about one authority, without the episodes that had ended before the records began."""
    known = authorities(scale, seed=seed)
    authority = known[place]
    first_day, last_day = number_of(scale.covers_from), number_of(scale.as_at)
    people = people_of(scale, known, place, seed=seed)
    episodes = episodes_of(people, authority, last_day=last_day + DAYS_AHEAD, seed=seed)
    until = np.where(is_care_leaver(people, episodes), birthday(people.born[episodes.child], LEAVER_UNTIL), NEVER)
    kept = np.flatnonzero((episodes.closed >= first_day) | (until >= first_day))
    episodes = episodes.take(kept)
    stream = Stream(seed, authority.code, "recording")
    entered = recorded(stream, episodes.referred, lateness=authority.lateness)
    # However late, a case is on the system within three weeks: work on it cannot be recorded otherwise.
    entered = np.minimum(entered, add_working_days(episodes.referred, 15))
    return World(
        authority=authority,
        people=people,
        episodes=episodes,
        staff=staff_of(scale, authority, seed=seed),
        recorded=entered,
        next_recorded=_next_recorded(episodes, entered),
        first_day=first_day,
        last_day=last_day,
        seed=seed,
    )


def _next_recorded(episodes: Episodes, entered: np.ndarray) -> np.ndarray:
    order = np.lexsort((episodes.number, episodes.child))
    child = episodes.child[order]
    following = np.full(len(order), BEYOND, dtype=np.int64)
    following[:-1] = np.where(child[1:] == child[:-1], entered[order][1:], BEYOND)
    known = np.empty_like(following)
    known[order] = following
    return known


def is_care_leaver(people: People, episodes: Episodes) -> np.ndarray:
    """Whether a young person grew up in care and is owed help as a care leaver."""
    grown_up = (episodes.care_goal == GROWN_UP) & (episodes.care_ended == people.limit[episodes.child])
    return grown_up & (episodes.care_ended - episodes.care_started >= LEAST_DAYS_IN_CARE)


def first_recorded(count: int, records: tuple[tuple[np.ndarray, np.ndarray], ...]) -> np.ndarray:
    """When each of `count` people was first recorded, from (person, day recorded) of the tables they stand in."""
    first = np.full(count, BEYOND, dtype=np.int64)
    for person, days in records:
        np.minimum.at(first, person, days)
    return first


def in_turn(entered: np.ndarray, owner: np.ndarray) -> np.ndarray:
    """Days recorded such that among one owner's rows, which stand together, none is before the row above it."""
    lift = owner * (4 * BEYOND)
    return np.maximum.accumulate(entered + lift) - lift


def next_of(entered: np.ndarray, owner: np.ndarray, otherwise: np.ndarray) -> np.ndarray:
    """The day recorded of the owner's next row, or `otherwise` for the owner's last."""
    following = otherwise.copy()
    goes_on = np.flatnonzero(owner[1:] == owner[:-1])
    following[goes_on] = entered[goes_on + 1]
    return following


def spread(
    starts: np.ndarray, ends: np.ndarray, *, first: np.ndarray, step: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Regular days within spans: `first` days after the start and every `step` days, strictly before the end.

    Gives the place of the span and the day, span after span.
    """
    room = ends - starts - first - 1
    counts = np.where((room >= 0) & (starts != NEVER), room // np.maximum(step, 1) + 1, 0)
    place = np.repeat(np.arange(len(starts)), counts)
    turn = np.arange(len(place)) - np.repeat(np.cumsum(counts) - counts, counts)
    return place, starts[place] + first[place] + turn * step[place]
