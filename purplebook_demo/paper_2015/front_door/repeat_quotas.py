"""Second and later child protection plans by quota: earlier plans elsewhere make up what our own records lack."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date

from purplebook_demo.paper_2015.calendar import age_on
from purplebook_demo.paper_2015.margins import CannotBeMet
from purplebook_demo.paper_2015.target_kinds import Flow

Row = dict[str, object]
YOUNGEST = 3
"""Age from which a child may well have had a plan before, with another authority."""


def meet_repeat_plans(
    rng: random.Random, plans: list[Row], flows: tuple[Flow, ...], born_on: Mapping[str, date]
) -> list[Row]:
    """The rows of `child_protection_plan`; some first plans are now second ones: the child had one elsewhere."""
    made = list(plans)
    for flow in flows:
        within = [i for i, row in enumerate(made) if _is_between(row["started_on"], flow)]
        short = flow.count - sum(made[i]["previous_plans_count"] != 0 for i in within)
        fitting = [i for i in within if made[i]["previous_plans_count"] == 0 and _is_old_enough(made[i], born_on)]
        if not 0 <= short <= len(fitting):
            raise CannotBeMet(f"{flow.count} second plans cannot be met from {flow.first}: {-short:+d}")
        rng.shuffle(fitting)
        had_elsewhere = {made[i]["person_id"] for i in fitting[:short]}
        for i in fitting[:short]:
            made[i] = {**made[i], "previous_plans_count": 1}
        made = [
            {**row, "previous_plans_count": _one_more(row)}
            if row["person_id"] in had_elsewhere and _is_after(row["started_on"], flow)
            else row
            for row in made
        ]
    return made


def _is_between(day: object, flow: Flow) -> bool:
    return isinstance(day, date) and flow.first <= day <= flow.last


def _is_after(day: object, flow: Flow) -> bool:
    return isinstance(day, date) and day > flow.last


def _one_more(row: Row) -> int:
    count = row["previous_plans_count"]
    assert isinstance(count, int)
    return count + 1


def _is_old_enough(row: Row, born_on: Mapping[str, date]) -> bool:
    started_on = row["started_on"]
    return isinstance(started_on, date) and age_on(born_on[str(row["person_id"])], started_on) >= YOUNGEST
