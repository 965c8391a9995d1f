"""New baselines: from which day on a person has accepted that another level is usual, and why.

What is usual is worked out anew from a day only with a reason, which is kept and shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from purplebook.council import Baseline
from purplebook.errors import UserError
from purplebook.language.periods import long_day


@dataclass(frozen=True)
class NewBaseline:
    """From the first month that starts on or after `on`, months are measured anew, for `reason`."""

    on: date
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise UserError(
                f"The new baseline on {long_day(self.on)} has no reason. Limits that move without one hide change: "
                "say what changed, such as 'one front door for all referrals'."
            )

    @property
    def words(self) -> str:
        """The day and the reason, for readers."""
        return f"what is usual was set anew on {long_day(self.on)} ({self.reason.strip()})"


def in_order(starts: Sequence[NewBaseline]) -> tuple[NewBaseline, ...]:
    """New baselines by day; a UserError where two are of one day."""
    ordered = tuple(sorted(starts, key=lambda start: start.on))
    for one, other in pairwise(ordered):
        if one.on == other.on:
            raise UserError(
                f"Two new baselines are declared for {long_day(one.on)}. Keep one, with both reasons in its words."
            )
    return ordered


def new_baselines(declared: Sequence[Baseline]) -> Mapping[str, tuple[NewBaseline, ...]]:
    """The new baselines that a council declares, by indicator and in order of day."""
    by_indicator: dict[str, list[NewBaseline]] = {}
    for baseline in declared:
        by_indicator.setdefault(baseline.indicator, []).append(NewBaseline(baseline.on, baseline.reason))
    return {name: in_order(starts) for name, starts in by_indicator.items()}


def baseline_of(month: date, starts: Sequence[NewBaseline]) -> NewBaseline | None:
    """The new baseline that a month (its first day) is measured in, or None for the first one of all."""
    begun = [start for start in in_order(starts) if start.on <= month]
    return begun[-1] if begun else None
