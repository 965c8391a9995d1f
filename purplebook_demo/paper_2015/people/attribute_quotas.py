"""Special educational needs of looked-after children, by quota: as many on a day as the paper prints."""

from __future__ import annotations

import random
from collections.abc import Collection
from datetime import date

from purplebook_demo.paper_2015.calendar import add_days, age_on, previous_working_day
from purplebook_demo.paper_2015.margins import CannotBeMet

Row = dict[str, object]
SCHOOL_AGE = 5


def meet_special_needs(
    rng: random.Random, rows: list[Row], *, mine: Collection[str], born_on: dict[str, date], on: date, wanted: int
) -> list[Row]:
    """The rows of `person_attribute`, with special needs given to or taken from `mine` until `wanted` have one."""
    having = {str(row["person_id"]) for row in rows if row["attribute_type"] == "SEN" and _began(row, on)}
    surplus = len(having & set(mine)) - wanted
    drawn = sorted(mine)
    rng.shuffle(drawn)
    if surplus > 0:
        without = frozenset([person_id for person_id in drawn if person_id in having][:surplus])
        kept = [row for row in rows if row["attribute_type"] != "SEN" or row["person_id"] not in without]
    else:
        fitting = [one for one in drawn if one not in having and age_on(born_on[one], on) > SCHOOL_AGE]
        if len(fitting) < -surplus:
            raise CannotBeMet(f"{wanted} looked-after children with special needs are too many")
        kept = rows + [_need(one, born_on[one], rows[0]["known_on"]) for one in fitting[:-surplus]]
    return [{**row, "attribute_id": f"AT{index:06d}"} for index, row in enumerate(kept, start=1)]


def _began(row: Row, on: date) -> bool:
    started_on, ended_on = row.get("started_on"), row.get("ended_on")
    has_begun = not isinstance(started_on, date) or started_on <= on
    return has_begun and (not isinstance(ended_on, date) or ended_on >= on)


def _need(person_id: str, born_on: date, known_on: object) -> Row:
    return {
        "person_id": person_id,
        "attribute_type": "SEN",
        "code": "SEN_SUPPORT",
        "started_on": previous_working_day(add_days(born_on, int(5.2 * 365.25))),
        "known_on": known_on,
    }
