"""Worked examples of what placements cost a week, and of fostering enquiries."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Answer, Example

AUGUST = month(2015, 8)


def _open(identifier: str, bottom: int | None) -> tuple[Example, ...]:
    """Which placements count; the answer is in pence, and `bottom` is how many there are where they are counted."""

    def expected(pence: int, placements: int) -> Answer:
        return pence, None if bottom is None else placements

    return (
        Example(
            identifier,
            "Begun on the last day counts, ended on it or begun the day after does not: 100 and 1,000.50 pounds",
            AUGUST,
            expected(110_050, 2),
            {
                "placement": """
                    child | started_on | ended_on   | weekly_cost
                    a     | 2015-08-31 |            | 100.00
                    b     | 2015-09-01 |            | 7.00
                    c     | 2015-01-05 | 2015-08-31 | 9.00
                    d     | 2015-01-05 | 2015-09-01 | 1000.50
                """
            },
            kind="edge",
        ),
        Example(
            identifier,
            "A placement without a cost is left out, one that costs nothing is not; nor is one without a first day in",
            AUGUST,
            expected(10_000, 2),
            {
                "placement": """
                    child | started_on | weekly_cost
                    a     | 2015-01-05 | 100.00
                    b     | 2015-01-05 | 0.00
                    c     | 2015-01-05 |
                    d     |            | 7.00
                """
            },
            kind="missing",
        ),
        Example(
            identifier,
            "A child who moved costs what the open placement costs; two open placements are both paid for",
            AUGUST,
            expected(60_000, 3),
            {
                "placement": """
                    child | started_on | ended_on   | weekly_cost
                    a     | 2015-01-05 | 2015-06-01 | 7.00
                    a     | 2015-06-01 |            | 100.00
                    b     | 2015-01-05 |            | 200.00
                    b     | 2015-06-01 |            | 300.00
                """
            },
            kind="twice",
        ),
    )


EXAMPLES: tuple[Example, ...] = (
    *_open("SP02", None),
    *_open("SP02-AVERAGE", 1),
    Example(
        "FO03",
        "Asked on the first or the last day of the month is in; the day before and the day after are out",
        AUGUST,
        (2, None),
        {
            "foster_carer_approval": """
                enquired_on | approved_on
                2015-07-31  | 2015-08-30
                2015-08-01  |
                2015-08-31  | 2016-03-01
                2015-09-01  |
            """
        },
        kind="edge",
    ),
    Example(
        "FO03",
        "A household of which nobody says when it asked is not counted, though it was approved in the month",
        AUGUST,
        (1, None),
        {
            "foster_carer_approval": """
                enquired_on | approved_on | ended_on
                            | 2015-08-10  | 2015-08-20
                2015-08-10  |             |
            """
        },
        kind="missing",
    ),
    Example(
        "FO03",
        "By what became of it: those approved",
        AUGUST,
        (1, None),
        {
            "foster_carer_approval": """
                enquired_on | approved_on
                2015-08-03  | 2016-03-01
                2015-08-10  |
            """
        },
        breakdown="became",
        group="Approved",
    ),
)
