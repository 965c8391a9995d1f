"""Worked examples of child protection visits in time: day 10 and day 11 over Christmas and Easter."""

from __future__ import annotations

from datetime import date

from purplebook.language.periods import day, month
from tests.support.examples import Example

CHRISTMAS = month(2014, 12)
AFTER_EASTER = day(date(2015, 4, 10))

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CP12",
        "Over Christmas a visit on Monday 15 December is on working day 10 and in time, Friday 12 December is day 11",
        CHRISTMAS,
        (1, 2),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-10-01
                b     | plan of b                | 2014-10-01
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-12-15 | Y
                b     | plan of b                | CP         | 2014-12-12 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "CP12",
        "Over Easter a visit on 25 March is on working day 10 of 10 April and in time; on 24 March it is late",
        AFTER_EASTER,
        (1, 2),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-10-01
                b     | plan of b                | 2014-10-01
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2015-03-25 | Y
                b     | plan of b                | CP         | 2015-03-24 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "CP12",
        "A plan counts when it has been open for more than ten working days: begun on 12 December, not on 15",
        CHRISTMAS,
        (1, 1),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-12-12
                b     | plan of b                | 2014-12-15
                c     | plan of c                | 2014-12-31
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-12-19 | Y
                b     | plan of b                | CP         | 2014-12-19 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "CP12",
        "A visit on the last day is in time; a visit after it does not count",
        CHRISTMAS,
        (1, 2),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-10-01
                b     | plan of b                | 2014-10-01
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-12-31 | Y
                b     | plan of b                | CP         | 2015-01-02 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "CP12",
        "Only a child protection visit at which the child was seen counts",
        CHRISTMAS,
        (1, 5),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-10-01
                b     | plan of b                | 2014-10-01
                c     | plan of c                | 2014-10-01
                d     | plan of d                | 2014-10-01
                e     | plan of e                | 2014-10-01
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-12-22 | Y
                b     | plan of b                | CP         | 2014-12-22 | N
                c     | plan of c                | CP         | 2014-12-22 | U
                d     | plan of d                | CP         | 2014-12-22 |
                e     | plan of e                | CIN        | 2014-12-22 | Y
            """,
        },
    ),
    Example(
        "CP12",
        "A visit without a day shows nothing; a child with no visit at all is in the whole",
        CHRISTMAS,
        (0, 2),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-10-01
                b     | plan of b                | 2014-10-01
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         |            | Y
            """,
        },
        kind="missing",
    ),
    Example(
        "CP12",
        "Two visits in time still make one child seen in time, and an old visit beside a new one does no harm",
        CHRISTMAS,
        (1, 1),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-10-01
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-10-20 | Y
                a     | plan of a                | CP         | 2014-12-19 | Y
                a     | plan of a                | CP         | 2014-12-22 | Y
            """,
        },
        kind="twice",
    ),
    Example(
        "CP12",
        "Two open plans for one child are a fault in the records: the child counts once, as in CP01",
        CHRISTMAS,
        (1, 1),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan 1                   | 2014-10-01
                a     | plan 2                   | 2014-10-08
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan 1                   | CP         | 2014-12-22 | Y
                a     | plan 2                   | CP         | 2014-12-22 | Y
            """,
        },
        kind="twice",
    ),
    Example(
        "CP12",
        "A plan that ended by the last day, or that another authority holds, is in neither number",
        CHRISTMAS,
        (1, 1),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on | ended_on   | is_other_authority_plan
                a     | plan of a                | 2014-12-01 | 2014-12-31 | false
                b     | plan of b                | 2014-12-01 |            | true
                c     | plan of c                | 2014-12-01 | 2015-01-01 | false
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-12-15 | Y
                b     | plan of b                | CP         | 2014-12-15 | Y
                c     | plan of c                | CP         | 2014-12-15 | Y
            """,
        },
    ),
    Example(
        "CP13",
        "Ten working days from the first day to a visit, and ten from it to the last day, are in time; eleven are not",
        CHRISTMAS,
        (1, 3),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-12-01
                b     | plan of b                | 2014-12-01
                c     | plan of c                | 2014-12-01
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-12-15 | Y
                b     | plan of b                | CP         | 2014-12-16 | Y
                c     | plan of c                | CP         | 2014-12-12 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "CP13",
        "One gap of eleven working days between two visits is enough to fail, however many other visits there were",
        CHRISTMAS,
        (1, 2),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-11-03
                b     | plan of b                | 2014-11-03
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-11-10 | Y
                a     | plan of a                | CP         | 2014-11-17 | Y
                a     | plan of a                | CP         | 2014-12-01 | Y
                a     | plan of a                | CP         | 2014-12-15 | Y
                b     | plan of b                | CP         | 2014-11-10 | Y
                b     | plan of b                | CP         | 2014-11-14 | Y
                b     | plan of b                | CP         | 2014-12-01 | Y
                b     | plan of b                | CP         | 2014-12-15 | Y
                b     | plan of b                | CP         | 2014-12-22 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "CP13",
        "A plan counts when it has been open for more than ten working days: begun on 12 December, not on 15",
        CHRISTMAS,
        (1, 1),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-12-12
                b     | plan of b                | 2014-12-15
                c     | plan of c                | 2014-12-31
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-12-19 | Y
                b     | plan of b                | CP         | 2014-12-19 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "CP13",
        "A visit without the child, for another reason or after the last day fills no gap",
        CHRISTMAS,
        (1, 6),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-12-01
                b     | plan of b                | 2014-12-01
                c     | plan of c                | 2014-12-01
                d     | plan of d                | 2014-12-01
                e     | plan of e                | 2014-12-01
                f     | plan of f                | 2014-12-01
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-12-15 | Y
                b     | plan of b                | CP         | 2014-12-15 | N
                c     | plan of c                | CP         | 2014-12-15 | U
                d     | plan of d                | CP         | 2014-12-15 |
                e     | plan of e                | CIN        | 2014-12-15 | Y
                f     | plan of f                | CP         | 2015-01-02 | Y
            """,
        },
    ),
    Example(
        "CP13",
        "The gap from the last visit before the month is measured to the next visit, not to the month's first day",
        CHRISTMAS,
        (0, 1),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-10-20
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-10-27 | Y
                a     | plan of a                | CP         | 2014-11-03 | Y
                a     | plan of a                | CP         | 2014-12-15 | Y
                a     | plan of a                | CP         | 2014-12-22 | Y
            """,
        },
    ),
    Example(
        "CP13",
        "A visit without a day fills no gap; a child with no visit had not every visit",
        CHRISTMAS,
        (0, 2),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-12-01
                b     | plan of b                | 2014-12-01
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         |            | Y
            """,
        },
        kind="missing",
    ),
    Example(
        "CP13",
        "The first visit that counts is on day 12, and a visit without the child or for another reason is none",
        CHRISTMAS,
        (0, 2),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-12-01
                b     | plan of b                | 2014-12-01
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-12-08 | N
                a     | plan of a                | CP         | 2014-12-17 | Y
                b     | plan of b                | CIN        | 2014-12-08 | Y
                b     | plan of b                | CP         | 2014-12-17 | Y
            """,
        },
    ),
    Example(
        "CP13",
        "Between two visits that count, a visit without the child or for another reason does not fill the gap",
        CHRISTMAS,
        (0, 2),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-11-24
                b     | plan of b                | 2014-11-24
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-11-26 | Y
                a     | plan of a                | CP         | 2014-12-08 | N
                a     | plan of a                | CP         | 2014-12-17 | Y
                b     | plan of b                | CP         | 2014-11-26 | Y
                b     | plan of b                | CIN        | 2014-12-08 | Y
                b     | plan of b                | CP         | 2014-12-17 | Y
            """,
        },
    ),
    Example(
        "CP13",
        "After the last visit that counts, a visit without the child, for another reason or next month does not help",
        CHRISTMAS,
        (0, 3),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-12-01
                b     | plan of b                | 2014-12-01
                c     | plan of c                | 2014-12-01
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-12-12 | Y
                a     | plan of a                | CP         | 2014-12-22 | N
                b     | plan of b                | CP         | 2014-12-12 | Y
                b     | plan of b                | CIN        | 2014-12-22 | Y
                c     | plan of c                | CP         | 2014-12-12 | Y
                c     | plan of c                | CP         | 2015-01-02 | Y
            """,
        },
    ),
    Example(
        "CP13",
        "A gap that is over on the last day still was a gap; a gap that lies after the last day is not one yet",
        CHRISTMAS,
        (1, 2),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan of a                | 2014-12-01
                b     | plan of b                | 2014-12-01
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-12-12 | Y
                a     | plan of a                | CP         | 2014-12-31 | Y
                b     | plan of b                | CP         | 2014-12-15 | Y
                b     | plan of b                | CP         | 2015-02-16 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "CP13",
        "Visits of an earlier plan neither help nor harm: a was seen late under the plan, b in time",
        CHRISTMAS,
        (1, 2),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on | ended_on
                a     | a1                       | 2014-01-06 | 2014-11-28
                a     | a2                       | 2014-12-01 |
                b     | b1                       | 2014-01-06 | 2014-11-28
                b     | b2                       | 2014-12-01 |
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | a1                       | CP         | 2014-11-28 | Y
                a     | a2                       | CP         | 2014-12-17 | Y
                b     | b1                       | CP         | 2014-01-13 | Y
                b     | b1                       | CP         | 2014-11-28 | Y
                b     | b2                       | CP         | 2014-12-15 | Y
            """,
        },
        kind="twice",
    ),
    Example(
        "CP13",
        "Two open plans for one child are a fault in the records: the child counts once, as in CP01",
        CHRISTMAS,
        (1, 1),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on
                a     | plan 1                   | 2014-12-01
                a     | plan 2                   | 2014-12-03
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan 1                   | CP         | 2014-12-15 | Y
                a     | plan 2                   | CP         | 2014-12-15 | Y
            """,
        },
        kind="twice",
    ),
    Example(
        "CP13",
        "A plan that ended by the last day, or that another authority holds, is in neither number",
        CHRISTMAS,
        (1, 1),
        {
            "child_protection_plan": """
                child | child_protection_plan_id | started_on | ended_on   | is_other_authority_plan
                a     | plan of a                | 2014-12-01 | 2014-12-31 | false
                b     | plan of b                | 2014-12-01 |            | true
                c     | plan of c                | 2014-12-01 | 2015-01-01 | false
            """,
            "visit": """
                child | child_protection_plan_id | visit_type | visited_on | seen
                a     | plan of a                | CP         | 2014-12-15 | Y
                b     | plan of b                | CP         | 2014-12-15 | Y
                c     | plan of c                | CP         | 2014-12-15 | Y
            """,
        },
    ),
)
