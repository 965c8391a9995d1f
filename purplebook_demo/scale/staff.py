"""Teams, posts and the workers who held them one after another; every case has a holder on every day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook_demo.scale.authorities import Authority, Scale
from purplebook_demo.scale.calendar import number_of, working_day
from purplebook_demo.scale.cells import Days, Hundredths, Numbered, Words, YesNo
from purplebook_demo.scale.chance import Stream
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.people import WARM_UP_YEARS

LEVELS = (
    "DIRECTOR", "HEAD_OF_SERVICE", "SERVICE_MANAGER", "TEAM_MANAGER", "ASSISTANT_TEAM_MANAGER", "PRACTITIONER",
)  # fmt: skip
MANAGERS = 5
"""The first so many levels manage."""
TITLES = (
    "Director", "Head of Service", "Service Manager", "Team Manager", "Assistant Team Manager", "Social Worker",
)  # fmt: skip
DUTIES = ("Assessment", "Safeguarding", "Looked after", "Leaving care", "Early help")
ASSESSMENT, SAFEGUARDING, LOOKED_AFTER, LEAVING_CARE, EARLY_HELP = range(5)
SHARES = (25, 38, 20, 6, 11)
"""How the practitioners are divided between the duties, in hundredths."""
TEAM_SIZE = 9
CHILDREN_A_POST = 430
STAY_DAYS = (60, 150, 240, 340, 460, 600, 780, 1000, 1350, 1900, 2900, 5500)
MOST_HOLDERS = 24


@dataclass(frozen=True)
class Staff:
    """The posts of one authority and who held them; columns of posts, then columns of workers."""

    team_of_post: np.ndarray
    level_of_post: np.ndarray
    duty_of_team: np.ndarray
    post: np.ndarray
    started: np.ndarray
    ended: np.ndarray
    is_agency: np.ndarray

    def holder(self, post: np.ndarray, day: np.ndarray) -> np.ndarray:
        """Who holds each post on each day, or during a gap who held it last."""
        place = np.searchsorted(_moment(self.post, self.started), _moment(post, day), side="right") - 1
        first = np.searchsorted(self.post, post, side="left")
        return np.maximum(place, first)

    def posts_with(self, duty: int) -> np.ndarray:
        """The practitioners' posts with a duty."""
        is_one = self.level_of_post == LEVELS.index("PRACTITIONER")
        return np.flatnonzero(is_one & (self.duty_of_team[self.team_of_post] == duty))

    @property
    def manager_posts(self) -> np.ndarray:
        """The posts that manage, from director to assistant team manager."""
        return np.flatnonzero(self.level_of_post < MANAGERS)


def _moment(post: np.ndarray, day: np.ndarray) -> np.ndarray:
    return (post << 20) + day


def staff_of(scale: Scale, authority: Authority, *, seed: int) -> Staff:
    """Every post and its holders until the day of the records."""
    stream = Stream(seed, authority.code, "staff")
    practitioners = max(10, authority.population // CHILDREN_A_POST)
    teams: list[int] = []
    posts: list[tuple[int, int]] = [(0, 0), (0, 1)]
    posts += [(0, 2)] * (1 + practitioners // 60)
    teams.append(-1)
    for duty, share in enumerate(SHARES):
        wanted = max(2, practitioners * share // 100)
        for size in _team_sizes(wanted):
            team = len(teams)
            teams.append(duty)
            posts += [(team, 3)] + [(team, 4)] * (size >= 7) + [(team, 5)] * size
    pairs = np.asarray(posts, dtype=np.int64)
    first = number_of(scale.covers_from) - (WARM_UP_YEARS + 6) * 365
    post, started, ended = _holders(stream, len(posts), first=first, last=number_of(scale.as_at))
    return Staff(
        team_of_post=pairs[:, 0],
        level_of_post=pairs[:, 1],
        duty_of_team=np.asarray(teams, dtype=np.int64),
        post=post,
        started=started,
        ended=ended,
        is_agency=stream.happens(len(post), 160),
    )


def _team_sizes(wanted: int) -> list[int]:
    count = -(-wanted // TEAM_SIZE)
    return [wanted // count + (place < wanted % count) for place in range(count)]


def _holders(stream: Stream, posts: int, *, first: int, last: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    post, day = np.arange(posts), first + stream.below(posts, 700)
    found: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for turn in range(MOST_HOLDERS):
        started = working_day(day)
        is_last = turn == MOST_HOLDERS - 1
        ended = started + (20_000 if is_last else stream.quantile(len(post), STAY_DAYS))
        found.append((post, started, ended))
        day = ended + 1 + stream.below(len(post), 60)
        kept = day <= last - 5
        post, day = post[kept], day[kept]
    every = [np.concatenate(column) for column in zip(*found, strict=True)]
    order = np.lexsort((every[1], every[0]))
    return every[0][order], every[1][order], every[2][order]


def staff_drafts(stream: Stream, authority: Authority, staff: Staff) -> tuple[Draft, ...]:
    """The tables `team` and `worker`."""
    code, teams, workers = authority.code, len(staff.duty_of_team), len(staff.post)
    numbers = np.arange(teams)
    in_duty = np.zeros(teams, dtype=np.int64)
    for duty in range(len(DUTIES)):
        places = np.flatnonzero(staff.duty_of_team == duty)
        in_duty[places] = np.arange(1, len(places) + 1)
    names = tuple(
        "Children's services" if duty < 0 else f"{DUTIES[duty]} {number}"
        for duty, number in zip(staff.duty_of_team.tolist(), in_duty.tolist(), strict=True)
    )
    is_top = staff.duty_of_team < 0
    level = staff.level_of_post[staff.post]
    hours = np.asarray((100, 80, 60, 50))[stream.weighted(workers, (78, 10, 8, 4))]
    registered = (level >= 2) & (staff.duty_of_team[staff.team_of_post[staff.post]] != EARLY_HELP)
    always = np.zeros(teams, dtype=np.int64)
    return (
        Draft(
            "team",
            {
                "team_id": Numbered(f"{code}T", numbers, 3),
                "name": Words(names, numbers),
                "parent_team_id": Numbered(f"{code}T", np.where(is_top, -1, 0), 3),
                "parent_name": Words(("Children's services",), np.where(is_top, -1, 0)),
                "service_area": Words((*DUTIES, "Whole service"), np.where(is_top, len(DUTIES), staff.duty_of_team)),
            },
            always,
        ),
        Draft(
            "worker",
            {
                "worker_id": Numbered(f"{code}W", np.arange(workers), 6),
                "staff_id": Numbered(f"{code}", np.arange(workers), 6),
                "social_work_england_number": Numbered(
                    "ZZ", np.where(registered, int(code) * 1_000_000 + np.arange(workers), -1), 10
                ),
                "level_code": Words(LEVELS, level),
                "started_on": Days(staff.started),
                "ended_on": Days(staff.ended),
                "job_title": Words(TITLES, level),
                "department": Words(
                    (*DUTIES, "Whole service"),
                    np.where(level < 3, len(DUTIES), staff.duty_of_team[staff.team_of_post[staff.post]]),
                ),
                "is_agency": YesNo(np.where(staff.is_agency, 1, 0)),
                "full_time_equivalent": Hundredths(hours),
            },
            staff.started,
            (Later(staff.ended, ("ended_on",)),),
        ),
    )
