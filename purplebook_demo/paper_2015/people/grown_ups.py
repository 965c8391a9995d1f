"""Adults whom the authority knows as persons: adopters, and carers as roles without names."""

from __future__ import annotations

import random

from purplebook_demo.paper_2015.authority import ETHNICITIES
from purplebook_demo.paper_2015.calendar import RECORDS_START, add_days
from purplebook_demo.paper_2015.chance import between, weighted

Row = dict[str, object]

CARERS = 60


def grown_up_rows(rng: random.Random, adopters: list[Row]) -> list[Row]:
    """Rows of the table `person` for adopters and for some foster carers."""
    rows: list[Row] = [
        {
            "person_id": f"G{index:05d}",
            "person_role": "ADOPTER",
            "legacy_id": adopter["adopter_id"],
            "sex": adopter["gender"],
            "ethnicity_code": adopter["ethnicity_code"],
            "born_on": add_days(RECORDS_START, -between(rng, 26 * 365, 48 * 365)),
        }
        for index, adopter in enumerate(adopters, start=1)
    ]
    for _ in range(CARERS):
        rows.append(
            {
                "person_id": f"G{len(rows) + 1:05d}",
                "person_role": "CARER",
                "sex": "F" if rng.random() < 0.7 else "M",
                "ethnicity_code": weighted(rng, ETHNICITIES),
                "born_on": add_days(RECORDS_START, -between(rng, 28 * 365, 58 * 365)),
            }
        )
    return rows
