"""Up to which month an indicator may be judged: the newest of which almost nothing is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from purplebook.language.indicators import Indicator
from purplebook.language.measures import During, InLatestSnapshot
from purplebook.language.periods import Period
from purplebook.results.lateness.observed import Lateness, age_of

MATERIAL = 0.02
"""A month is still filling up when more than one in fifty of what is there may yet come."""

FLOW_AGE, STOCK_AGE = 1, 2
"""Whole months after its end at which a month is taken to be complete, where the extracts teach nothing of it: what
happened in it, and what was open at its end, where starts and ends both come late.  Ours, until a council's extracts
teach better."""


def judged_to(
    item: Indicator, months: Sequence[Period], *, seen_on: date, lateness: Lateness, whole: np.ndarray
) -> int:
    """The place of the newest month that may be judged, no month before it still filling up; −1 where there is none.

    `whole` is what was counted in each month, or what its percentage or average is of; NaN where there is no figure.
    """
    for place, month in enumerate(months):
        if not _is_settled(item, month, seen_on, lateness, float(whole[place])):
            return place - 1
    return len(months) - 1


def _is_settled(item: Indicator, month: Period, seen_on: date, lateness: Lateness, whole: float) -> bool:
    if age_of(month, seen_on) < item.look_ahead_months:
        return False
    clock = item.measure.top.cohort.clock
    if np.isnan(whole) or isinstance(clock, InLatestSnapshot):
        # Nothing fills up where there is no figure, nor in a register, which is taken once.
        return True
    # What may yet join the part is held against the whole too: it moves a percentage by as much.
    rises = [lateness.to_come.get((item.id, month.key)), lateness.of_part.get((item.id, month.key))]
    learnt = [rise for rise in rises if rise is not None]
    if learnt:
        return all(rise.is_final or rise.high <= MATERIAL * whole for rise in learnt)
    return age_of(month, seen_on) >= (FLOW_AGE if isinstance(clock, During) else STOCK_AGE)
