"""Whether a target will be met if nothing changes, from what is usual: three answers, and never one light."""

from __future__ import annotations

from enum import StrEnum


class TargetMet(StrEnum):
    """What is to be expected of a target, as Making Data Count's assurance has it, in plain words."""

    EVERY_MONTH = "met every month is to be expected"
    SOME_MONTHS = "met in some months, missed in others"
    NO_MONTH = "missed every month is to be expected unless something changes"


def target_met(target: float, *, low: float, high: float, is_at_least: bool) -> TargetMet:
    """The answer for a target, where `low` to `high` is usual, both ends included."""
    worst, best = (low, high) if is_at_least else (-high, -low)
    wanted = target if is_at_least else -target
    if worst >= wanted:
        return TargetMet.EVERY_MONTH
    return TargetMet.NO_MONTH if best < wanted else TargetMet.SOME_MONTHS
