"""The children of one authority: when each was first known, born, and who moves in and out.

Nothing is decided here about what is done for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from purplebook_demo.scale.authorities import Authority, Scale
from purplebook_demo.scale.calendar import birthday, busy_days, number_of
from purplebook_demo.scale.chance import Stream
from purplebook_demo.scale.movers import Movers, movers, pairs

WARM_UP_YEARS = 8
"""Lives begin so long before the records do, so that as much is open on their first day as on any other."""
DAYS_AHEAD = 600
"""Lives go on so long after the records end, because a contact or early help can come that long before a referral."""

AGES_AT_FIRST = (
    -170, 0, 0, 90, 240, 420, 620, 850, 1100, 1370, 1650, 1930, 2220, 2520, 2830, 3150, 3480, 3810,
    4130, 4440, 4740, 5030, 5310, 5580, 5850, 6180,
)  # fmt: skip
"""Age in days when a child is first referred; below nought the child is expected."""

SOUGHT_ASYLUM_PERMILLE = 5
ONLY_CONTACTS_PERMILLE = 110


@dataclass(frozen=True)
class People:
    """The children of one authority, a place in each column for each."""

    first: np.ndarray
    born: np.ndarray
    sex: np.ndarray
    pupil_number: np.ndarray
    is_expected: np.ndarray
    """Known before birth."""
    sought_asylum: np.ndarray
    is_referred: np.ndarray
    """Whether a worry about the child ever becomes a referral; some are only ever a contact."""
    moves: np.ndarray
    """The kind of case with which a child moves in or out, or -1."""
    leaves: np.ndarray
    """Whether that move is away."""
    left: np.ndarray
    """The last day of the case in the authority they leave; for a plan, the day of the transfer-in conference."""

    @property
    def count(self) -> int:
        return len(self.born)

    @property
    def limit(self) -> np.ndarray:
        """The eighteenth birthday of each."""
        return birthday(self.born, 18)


def people_of(scale: Scale, known: Sequence[Authority], place: int, *, seed: int) -> People:
    """The authority's own children, then those who come, then those who go."""
    authority = known[place]
    near, _ = pairs(tuple(known), place)
    come = [movers(scale, other, authority, seed=seed) for other in near]
    go = [movers(scale, authority, other, seed=seed) for other in near]
    groups = [_own(scale, authority, seed=seed)]
    groups += [_moved(each, leaves=False) for each in come] + [_moved(each, leaves=True) for each in go]
    return People(*(np.concatenate([getattr(group, each.name) for group in groups]) for each in fields(People)))


def _own(scale: Scale, authority: Authority, *, seed: int) -> People:
    stream = Stream(seed, authority.code, "people")
    first_day = number_of(scale.covers_from) - WARM_UP_YEARS * 365
    last_day = number_of(scale.as_at) + DAYS_AHEAD
    size = authority.children * (last_day - first_day) // (scale.years * 365)
    up_to = busy_days(first_day, last_day)
    first = first_day + np.searchsorted(up_to, stream.below(size, int(up_to[-1])), side="right")
    sought_asylum = stream.happens(size, SOUGHT_ASYLUM_PERMILLE)
    age = np.where(sought_asylum, stream.between(size, 15 * 365, 17 * 365), stream.quantile(size, AGES_AT_FIRST))
    nothing = np.full(size, -1, dtype=np.int64)
    return People(
        first=first,
        born=first - age,
        sex=np.where(sought_asylum, stream.weighted(size, (900, 100)), stream.weighted(size, (520, 476, 4))),
        pupil_number=authority.place * 100_000_000 + np.arange(size),
        is_expected=age < 0,
        sought_asylum=sought_asylum,
        is_referred=sought_asylum | ~stream.happens(size, ONLY_CONTACTS_PERMILLE),
        moves=nothing,
        leaves=np.zeros(size, dtype=bool),
        left=nothing,
    )


def _moved(found: Movers, *, leaves: bool) -> People:
    size = len(found.born)
    no = np.zeros(size, dtype=bool)
    return People(
        first=found.referred if leaves else found.arrived,
        born=found.born,
        sex=found.sex,
        pupil_number=found.pupil_number,
        is_expected=no,
        sought_asylum=no,
        is_referred=~no,
        moves=found.kind,
        leaves=np.full(size, leaves),
        left=found.left,
    )
