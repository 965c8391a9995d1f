"""Children who move from one authority to another while social care works with them.

Both authorities draw the movers between them from one stream, named by the pair, so each can be made without the other
and yet they tell of the same children: a pupil number in common, an end here and a beginning there.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from purplebook_demo.scale.authorities import Authority, Scale
from purplebook_demo.scale.calendar import add_working_days, birthday, number_of, working_day
from purplebook_demo.scale.chance import Stream

NEIGHBOURS = (1, 4)
"""Children move to the authorities so many codes further on, and back."""
MOVED_PERMILLE = 6
"""Movers between two neighbours, for each thousand children of the smaller one."""

IN_NEED, PROTECTED, IN_CARE = 0, 1, 2


@dataclass(frozen=True)
class Movers:
    """Children who move between two authorities, and what was being done for them."""

    born: np.ndarray
    sex: np.ndarray
    pupil_number: np.ndarray
    kind: np.ndarray
    referred: np.ndarray
    """When the authority they leave first took the case."""
    left: np.ndarray
    """The last day of the case there; for a child with a plan, the day of the transfer-in conference."""
    arrived: np.ndarray
    """The first day of the case in the other authority."""

    def take(self, places: np.ndarray) -> Movers:
        return Movers(*(getattr(self, each.name)[places] for each in fields(self)))


def movers(scale: Scale, leaving: Authority, joining: Authority, *, seed: int) -> Movers:
    """The children who move from one authority to another, always the same for the pair."""
    stream = Stream(seed, leaving.code, joining.code, "movers")
    size = max(2, min(leaving.children, joining.children) * MOVED_PERMILLE // 1000)
    first, last = number_of(scale.covers_from), number_of(scale.as_at)
    moved = stream.between(size, first + 30, last - 5)
    age = stream.between(size, 500, 14 * 365)
    kind = stream.weighted(size, (60, 28, 12))
    referred = working_day(moved - stream.between(size, 100, 420))
    # A plan goes over at the transfer-in conference, within fifteen working days of the move.
    left = np.where(kind == PROTECTED, add_working_days(moved, stream.between(size, 4, 17)), moved)
    arrived = np.where(
        kind == PROTECTED, working_day(moved), np.where(kind == IN_CARE, moved + 1, working_day(left + 2))
    )
    pair = leaving.place * 1000 + joining.place
    born = moved - age
    found = Movers(
        born=born,
        sex=stream.weighted(size, (520, 480)),
        pupil_number=900_000_000_000 + pair * 100_000 + np.arange(size),
        kind=kind,
        referred=referred,
        left=left,
        arrived=arrived,
    )
    fits = (referred > born) & (np.maximum(left, arrived) <= last) & (birthday(born, 18) > arrived + 400)
    return found.take(np.flatnonzero(fits))


def pairs(known: tuple[Authority, ...], place: int) -> tuple[tuple[Authority, ...], tuple[Authority, ...]]:
    """The authorities to which children move from one, and those from which they come."""
    count = len(known)
    steps = [step for each in NEIGHBOURS for step in (each, -each)]
    others = sorted({(place + step) % count for step in steps} - {place})
    near = tuple(known[other] for other in others)
    return near, near
