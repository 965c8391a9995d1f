"""How children took part in the meetings about them: nobody under four is asked to."""

from __future__ import annotations

import numpy as np

from purplebook_demo.scale.cells import Words
from purplebook_demo.scale.chance import Stream
from purplebook_demo.scale.world import World

CODES = ("PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")
YOUNGEST_DAYS = 4 * 365 + 1
UNDER_FOUR = 0


def participation(
    world: World, stream: Stream, child: np.ndarray, day: np.ndarray, *, weights: tuple[int, ...], missing: int
) -> Words:
    """The codes for children at meetings; `weights` are of PN1 to PN7, and `missing` in a thousand are empty."""
    drawn = 1 + stream.weighted(len(child), weights)
    code = np.where(day - world.people.born[child] < YOUNGEST_DAYS, UNDER_FOUR, drawn)
    return Words(CODES, np.where(world.missing(stream, len(child), missing), -1, code))
