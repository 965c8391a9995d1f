"""Worked examples of the mean and median time on an open child protection plan."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CP08",
        "The first day is day 0: plans of 0, 30 and 365 days make 395 days over three plans",
        AUGUST,
        (395, 3),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-08-31
                b     | 2015-08-01
                c     | 2014-08-31
            """
        },
        kind="edge",
    ),
    Example(
        "CP08",
        "A plan that ended on the last day, or begins after it, is not averaged",
        AUGUST,
        (30, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-01-01 | 2015-08-31
                b     | 2015-08-01 | 2015-09-01
                c     | 2015-09-01 |
            """
        },
        kind="edge",
    ),
    Example(
        "CP08",
        "A plan without a first day has no length and does not count as nought",
        AUGUST,
        (30, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     |
                b     | 2015-08-01
            """
        },
        kind="missing",
    ),
    Example(
        "CP08",
        "Two open plans of one child are a fault in the records: the later one counts",
        AUGUST,
        (11, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-08-01
                a     | 2015-08-20
            """
        },
        kind="twice",
    ),
    Example(
        "CP08",
        "A plan that another authority holds is not averaged",
        AUGUST,
        (30, 1),
        {
            "child_protection_plan": """
                child | started_on | is_other_authority_plan
                a     | 2011-05-01 | true
                b     | 2015-08-01 | false
            """
        },
    ),
    Example(
        "CP08-MEDIAN",
        "Of plans of 0, 30 and 365 days the middle one has 30 (written as twice 30); the very long one moves nothing",
        AUGUST,
        (60, 3),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-08-31
                b     | 2015-08-01
                c     | 2014-08-31
            """
        },
        kind="edge",
    ),
    Example(
        "CP08-MEDIAN",
        "Of four plans the median lies half way between the two in the middle: 30 and 31 days, added 61",
        AUGUST,
        (61, 4),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-08-31
                b     | 2015-08-01
                c     | 2015-07-31
                d     | 2014-08-31
            """
        },
        kind="edge",
    ),
    Example(
        "CP08-MEDIAN",
        "A plan that ended on the last day, or begins after it, is left out",
        AUGUST,
        (60, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-01-01 | 2015-08-31
                b     | 2015-08-01 | 2015-09-01
                c     | 2015-09-01 |
            """
        },
        kind="edge",
    ),
    Example(
        "CP08-MEDIAN",
        "A plan without a first day has no length and does not count as nought",
        AUGUST,
        (60, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     |
                b     | 2015-08-01
            """
        },
        kind="missing",
    ),
    Example(
        "CP08-MEDIAN",
        "Two open plans of one child are a fault in the records: the later one counts",
        AUGUST,
        (22, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-08-01
                a     | 2015-08-20
            """
        },
        kind="twice",
    ),
    Example(
        "CP08-MEDIAN",
        "A plan that another authority holds is left out",
        AUGUST,
        (60, 1),
        {
            "child_protection_plan": """
                child | started_on | is_other_authority_plan
                a     | 2011-05-01 | true
                b     | 2015-08-01 | false
            """
        },
    ),
    Example(
        "CP08-ENDED",
        "The first day is day 0: plans that ended in the month after 10 and 365 days make 375 days over two plans",
        AUGUST,
        (375, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-07-22 | 2015-08-01
                b     | 2014-08-31 | 2015-08-31
                c     | 2015-01-01 | 2015-07-31
                d     | 2015-01-01 | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "CP08-ENDED",
        "A plan without its first or its last day has no length; one that is open is not averaged",
        AUGUST,
        (31, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     |            | 2015-08-10
                b     | 2014-01-01 |
                c     | 2015-07-10 | 2015-08-10
            """
        },
        kind="missing",
    ),
    Example(
        "CP08-ENDED",
        "Two plans of one child that ended in the month are both averaged",
        AUGUST,
        (45, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-07-01 | 2015-08-01
                a     | 2015-08-10 | 2015-08-24
            """
        },
        kind="twice",
    ),
    Example(
        "CP08-ENDED",
        "A plan that another authority held is not averaged",
        AUGUST,
        (31, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on   | is_other_authority_plan
                a     | 2011-05-01 | 2015-08-10 | true
                b     | 2015-07-10 | 2015-08-10 | false
            """
        },
    ),
)
