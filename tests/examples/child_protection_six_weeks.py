"""Worked examples of children with a plan seen within six weeks, the looser of the two intervals between visits."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CP12-NATIONAL",
        "A visit 42 days before the last day is in time, Monday 20 July for 31 August; the day before it is late",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-02-10
                b     | 2015-02-10
            """,
            "visit": """
                child | visit_type | visited_on | seen
                a     | CP         | 2015-07-20 | Y
                b     | CP         | 2015-07-19 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "CP12-NATIONAL",
        "A plan counts when it has been open for more than 42 days: begun on 19 July, not on 20; older ones do too",
        AUGUST,
        (0, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-07-20
                b     | 2015-07-19
                c     | 2014-03-04
            """
        },
        kind="edge",
    ),
    Example(
        "CP12-NATIONAL",
        "A visit on the last day is in time; a visit after it does not count",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-02-10
                b     | 2015-02-10
            """,
            "visit": """
                child | visit_type | visited_on | seen
                a     | CP         | 2015-08-31 | Y
                b     | CP         | 2015-09-01 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "CP12-NATIONAL",
        "Only a child protection visit at which the child was seen counts",
        AUGUST,
        (1, 5),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-02-10
                b     | 2015-02-10
                c     | 2015-02-10
                d     | 2015-02-10
                e     | 2015-02-10
            """,
            "visit": """
                child | visit_type | visited_on | seen
                a     | CP         | 2015-08-04 | Y
                b     | CP         | 2015-08-04 | N
                c     | CP         | 2015-08-04 |
                d     | CLA        | 2015-08-04 | Y
                e     |            | 2015-08-04 | Y
            """,
        },
    ),
    Example(
        "CP12-NATIONAL",
        "A visit without a day shows nothing, and a child with no visit at all is in the whole; a plan without a first "
        "day is not",
        AUGUST,
        (0, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-02-10
                b     | 2015-02-10
                c     |
            """,
            "visit": """
                child | visit_type | visited_on | seen
                a     | CP         |            | Y
                c     | CP         | 2015-08-04 | Y
            """,
        },
        kind="missing",
    ),
    Example(
        "CP12-NATIONAL",
        "Two visits in time make one child seen in time; two open plans of one child are one child, as in CP01",
        AUGUST,
        (2, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-02-10
                b     | 2015-02-10
                b     | 2015-03-10
            """,
            "visit": """
                child | visit_type | visited_on | seen
                a     | CP         | 2015-08-04 | Y
                a     | CP         | 2015-08-25 | Y
                a     | CP         | 2015-03-03 | Y
                b     | CP         | 2015-08-04 | Y
            """,
        },
        kind="twice",
    ),
    Example(
        "CP12-NATIONAL",
        "A child visited after three weeks is late by the local standard (CP12) and in time by this one",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-02-10
            """,
            "visit": """
                child | visit_type | visited_on | seen
                a     | CP         | 2015-08-10 | Y
            """,
        },
    ),
    Example(
        "CP12-NATIONAL",
        "A plan that ended by the last day, or that another authority holds, is in neither number",
        AUGUST,
        (2, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on   | is_other_authority_plan
                a     | 2015-02-10 | 2015-08-31 |
                b     | 2015-02-10 | 2015-09-01 | false
                c     | 2015-02-10 |            | true
                d     | 2015-02-10 |            |
            """,
            "visit": """
                child | visit_type | visited_on | seen
                a     | CP         | 2015-08-04 | Y
                b     | CP         | 2015-08-04 | Y
                c     | CP         | 2015-08-04 | Y
                d     | CP         | 2015-08-04 | Y
            """,
        },
    ),
)
