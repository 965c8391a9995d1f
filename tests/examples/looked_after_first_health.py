"""Worked examples of the first health assessment of a child who starts to be looked after."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Example

AUGUST = month(2015, 8)
"""It counts the children who began from 1 to 31 July, whose month ended in it."""

EXAMPLES: tuple[Example, ...] = (
    Example(
        "LA22",
        "From Wednesday 1 July, Wednesday 29 July is working day 20 and Thursday 30 July is day 21; day 0 counts, the "
        "day before does not",
        AUGUST,
        (2, 5),
        {
            "looked_after_period": """
                child | started_on
                a     | 2015-07-01
                b     | 2015-07-01
                c     | 2015-07-01
                d     | 2015-07-01
                e     | 2015-07-01
            """,
            "health_check": """
                child | check_type        | checked_on
                a     | HEALTH_ASSESSMENT | 2015-07-29
                b     | HEALTH_ASSESSMENT | 2015-07-30
                c     | HEALTH_ASSESSMENT | 2015-06-30
                d     | HEALTH_ASSESSMENT | 2015-07-01
            """,
        },
        kind="edge",
    ),
    Example(
        "LA22",
        "Those who began in July are counted in August, when their month is over",
        AUGUST,
        (2, 2),
        {
            "looked_after_period": """
                child | started_on
                a     | 2015-06-30
                b     | 2015-07-01
                c     | 2015-07-31
                d     | 2015-08-01
            """,
            "health_check": """
                child | check_type        | checked_on
                a     | HEALTH_ASSESSMENT | 2015-07-10
                b     | HEALTH_ASSESSMENT | 2015-07-10
                c     | HEALTH_ASSESSMENT | 2015-08-10
                d     | HEALTH_ASSESSMENT | 2015-08-10
            """,
        },
        kind="edge",
    ),
    Example(
        "LA22",
        "From Thursday 30 April, past two bank holidays, Monday 1 June is day 20: the child is counted in May all the "
        "same, when the month is over",
        month(2015, 5),
        (1, 2),
        {
            "looked_after_period": """
                child | started_on
                a     | 2015-04-30
                b     | 2015-04-30
            """,
            "health_check": """
                child | check_type        | checked_on
                a     | HEALTH_ASSESSMENT | 2015-06-01
                b     | HEALTH_ASSESSMENT | 2015-06-02
            """,
        },
        kind="edge",
    ),
    Example(
        "LA22",
        "A child who leaves on day 20 is counted, one who leaves on day 19 is not",
        AUGUST,
        (3, 3),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2015-07-01 | 2015-07-28
                b     | 2015-07-01 | 2015-07-29
                c     | 2015-07-01 | 2015-12-01
                d     | 2015-07-01 |
            """,
            "health_check": """
                child | check_type        | checked_on
                a     | HEALTH_ASSESSMENT | 2015-07-10
                b     | HEALTH_ASSESSMENT | 2015-07-10
                c     | HEALTH_ASSESSMENT | 2015-07-10
                d     | HEALTH_ASSESSMENT | 2015-07-10
            """,
        },
        kind="edge",
    ),
    Example(
        "LA22",
        "Another check is no assessment, nor is one that was planned, refused or cancelled",
        AUGUST,
        (3, 7),
        {
            "looked_after_period": """
                child | started_on
                a     | 2015-07-01
                b     | 2015-07-01
                c     | 2015-07-01
                d     | 2015-07-01
                e     | 2015-07-01
                f     | 2015-07-01
                g     | 2015-07-01
            """,
            "health_check": """
                child | check_type        | checked_on | status
                a     | HEALTH_ASSESSMENT | 2015-07-10 |
                b     | HEALTH_ASSESSMENT | 2015-07-10 | Completed
                c     | HEALTH_ASSESSMENT | 2015-07-10 | DONE
                d     | HEALTH_ASSESSMENT | 2015-07-10 | Planned
                e     | HEALTH_ASSESSMENT | 2015-07-10 | Refused
                f     | HEALTH_ASSESSMENT | 2015-07-10 | Cancelled
                g     | DENTAL            | 2015-07-10 |
            """,
        },
    ),
    Example(
        "LA22",
        "A child without a first day is not counted; an assessment without a day does not count as held",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": """
                child | started_on
                a     |
                b     | 2015-07-01
                c     | 2015-07-01
            """,
            "health_check": """
                child | check_type        | checked_on
                a     | HEALTH_ASSESSMENT | 2015-07-10
                b     | HEALTH_ASSESSMENT |
                c     | HEALTH_ASSESSMENT | 2015-07-10
            """,
        },
        kind="missing",
    ),
    Example(
        "LA22",
        "A child who left and came back needs an assessment each time",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2015-07-01 | 2015-07-29
                a     | 2015-07-30 |
            """,
            "health_check": """
                child | check_type        | checked_on
                a     | HEALTH_ASSESSMENT | 2015-07-10
            """,
        },
        kind="twice",
    ),
    Example(
        "LA22",
        short_breaks.SAYS,
        AUGUST,
        (4, 4),
        {
            "looked_after_period": short_breaks.periods(started_on="2015-07-06"),
            "looked_after_episode": short_breaks.EPISODES,
            "health_check": short_breaks.for_each_child("check_type | checked_on", "HEALTH_ASSESSMENT | 2015-07-20"),
        },
    ),
)
