"""Adjust the care leavers of the day of the paper so that homes, study and work come out as the targets say."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import PAPER_DAY, age_on
from purplebook_demo.paper_2015.care.leaving_care import SUITABLE_HOMES, UNSUITABLE_HOMES
from purplebook_demo.paper_2015.chance import weighted

Row = dict[str, object]
Alter = Callable[[], Row]

HIGHER_EDUCATION = ("F1", "P1")
NOT_IN_WORK = ("G4", "G5", "G6")
OTHER_ACTIVITIES: tuple[tuple[str, float], ...] = (("F2", 0.4), ("F3", 0.4), ("P2", 0.1), ("P3", 0.1))
NO_HOME_TO_JUDGE = ("G", "H", "R")
HOMES_TO_JUDGE = tuple(item for item in UNSUITABLE_HOMES if item[0] not in NO_HOME_TO_JUDGE)


def meet_register_targets(rng: random.Random, rows: list[Row], born_on: dict[str, date]) -> list[Row]:
    """The same rows, of which some of the register of the paper's day are altered; only those aged 19 to 21 count."""
    counted = [
        index
        for index, row in enumerate(rows)
        if row["snapshot_on"] == PAPER_DAY and 19 <= age_on(born_on[str(row["person_id"])], PAPER_DAY) <= 21
    ]
    rng.shuffle(counted)
    altered = list(rows)

    def bring(
        column: str, wanted: Collection[object], count: int, keep: Collection[object], yes: Alter, no: Alter
    ) -> None:
        """Alter rows until `count` of them hold one of the wanted values; those to be kept stay as they are."""
        surplus = sum(altered[index][column] in wanted for index in counted) - count
        for index in counted:
            row = altered[index]
            if surplus > 0 and row[column] in wanted:
                altered[index] = row | no()
                surplus -= 1
            elif surplus < 0 and row[column] is not None and row[column] not in (*wanted, *keep):
                altered[index] = row | yes()
                surplus += 1

    def suitable() -> Row:
        return {"accommodation_code": weighted(rng, SUITABLE_HOMES), "accommodation_suitable": "1"}

    def unsuitable() -> Row:
        return {"accommodation_code": weighted(rng, HOMES_TO_JUDGE), "accommodation_suitable": "2"}

    def busy() -> Row:
        return {"activity_code": weighted(rng, OTHER_ACTIVITIES)}

    bring("accommodation_suitable", ("1",), targets.LEAVERS_IN_SUITABLE_HOMES, (), suitable, unsuitable)
    bring("accommodation_code", NO_HOME_TO_JUDGE, 0, (), unsuitable, unsuitable)
    bring(
        "activity_code",
        HIGHER_EDUCATION,
        targets.LEAVERS_IN_HIGHER_EDUCATION,
        (),
        lambda: {"activity_code": "F1"},
        busy,
    )
    bring(
        "activity_code",
        NOT_IN_WORK,
        targets.LEAVERS_NOT_IN_WORK,
        HIGHER_EDUCATION,
        lambda: {"activity_code": "G5"},
        busy,
    )
    return altered
