"""Worked examples of child protection visits on which the child was seen alone."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CP16",
        "Visits of the first and the last day of the month are in; those of the day before and the day after are out",
        AUGUST,
        (2, 2),
        {
            "visit": """
                child | visit_type | visited_on | seen | seen_alone
                a     | CP         | 2015-07-31 | Y    | Y
                b     | CP         | 2015-08-01 | Y    | Y
                c     | CP         | 2015-08-31 | Y    | Y
                d     | CP         | 2015-09-01 | Y    | Y
            """
        },
        kind="edge",
    ),
    Example(
        "CP16",
        "Not recorded and not known count as not alone; a visit on which the child was not seen, or without "
        "a day, is none",
        AUGUST,
        (1, 4),
        {
            "visit": """
                child | visit_type | visited_on | seen | seen_alone
                a     | CP         | 2015-08-10 | Y    | Y
                b     | CP         | 2015-08-10 | Y    | N
                c     | CP         | 2015-08-10 | Y    | U
                d     | CP         | 2015-08-10 | Y    |
                e     | CP         | 2015-08-10 | N    | Y
                f     | CP         | 2015-08-10 |      | Y
                g     | CP         |            | Y    | Y
            """
        },
        kind="missing",
    ),
    Example(
        "CP16",
        "A visit for another reason is no child protection visit",
        AUGUST,
        (1, 1),
        {
            "visit": """
                child | visit_type | visited_on | seen | seen_alone
                a     | CP         | 2015-08-10 | Y    | Y
                a     | CIN        | 2015-08-11 | Y    | Y
                a     |            | 2015-08-12 | Y    | Y
            """
        },
    ),
    Example(
        "CP16",
        "A child seen twice in the month counts twice",
        AUGUST,
        (2, 2),
        {
            "visit": """
                child | visit_type | visited_on | seen | seen_alone
                a     | CP         | 2015-08-03 | Y    | Y
                a     | CP         | 2015-08-17 | Y    | Y
            """
        },
        kind="twice",
    ),
)
