"""Worked examples of core groups held in time, as a figure for the child: every one or none."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

JULY, AUGUST = month(2015, 7), month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CP15",
        "Across the holiday of 25 May, 2 June is working day 10 of a plan begun on 18 May and in time; 3 June is late",
        JULY,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-05-18
                b     | 2015-05-18
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2015-06-02
                a     | CORE_GROUP      | 2015-06-30
                b     | CORE_GROUP      | 2015-06-03
                b     | CORE_GROUP      | 2015-06-30
            """,
        },
        kind="edge",
    ),
    Example(
        "CP15",
        "A plan counts when it has been open for more than ten working days: on 31 August, a holiday, from 13 August",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-08-13
                b     | 2015-08-14
                c     | 2015-07-01
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2015-08-20
            """,
        },
        kind="edge",
    ),
    Example(
        "CP15",
        "Later meetings may be 42 days apart, and no more",
        JULY,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-04-28
                b     | 2015-04-28
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2015-05-12
                a     | CORE_GROUP      | 2015-06-23
                b     | CORE_GROUP      | 2015-05-12
                b     | CORE_GROUP      | 2015-06-24
            """,
        },
        kind="edge",
    ),
    Example(
        "CP15",
        "From the last meeting to the last day no more than 42 days either: from 19 June to 31 July, not from 18 June",
        JULY,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-06-11
                b     | 2015-06-11
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2015-06-19
                b     | CORE_GROUP      | 2015-06-18
            """,
        },
        kind="edge",
    ),
    Example(
        "CP15",
        "A meeting held too late on the last day itself does not save the plan, nor does one after that day when it "
        "was due by then; one due only later is nothing to this figure",
        JULY,
        (1, 3),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-06-11
                b     | 2015-06-11
                c     | 2015-06-11
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2015-06-18
                a     | CORE_GROUP      | 2015-07-31
                b     | CORE_GROUP      | 2015-06-22
                b     | CORE_GROUP      | 2015-08-04
                c     | CORE_GROUP      | 2015-06-18
                c     | CORE_GROUP      | 2015-08-04
            """,
        },
        kind="edge",
    ),
    Example(
        "CP15",
        "Each meeting is measured from the one before it, and the last day from the last of them",
        JULY,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-04-07
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2015-04-14
                a     | CORE_GROUP      | 2015-05-19
                a     | CORE_GROUP      | 2015-06-23
            """,
        },
    ),
    Example(
        "CP15",
        "A review conference is no core group: not as the first one, nor between two, nor after the last",
        JULY,
        (0, 3),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-06-02
                b     | 2015-04-14
                c     | 2015-04-28
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2015-06-09
                a     | CORE_GROUP      | 2015-06-30
                b     | CORE_GROUP      | 2015-04-21
                b     | REVIEW          | 2015-05-19
                b     | CORE_GROUP      | 2015-06-30
                c     | CORE_GROUP      | 2015-05-05
                c     | REVIEW          | 2015-06-23
            """,
        },
    ),
    Example(
        "CP15",
        "Nor does a review conference count against core groups that were held in time on either side of it",
        JULY,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-04-28
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2015-05-06
                a     | CORE_GROUP      | 2015-06-16
                a     | REVIEW          | 2015-07-21
                a     | CORE_GROUP      | 2015-07-24
            """,
        },
    ),
    Example(
        "CP15",
        "A core group on the day the plan began is its first, and the next is due six weeks after it; one held the "
        "day before is not of this plan",
        JULY,
        (1, 3),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-06-02
                b     | 2015-05-12
                c     | 2015-06-02
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2015-06-02
                a     | CORE_GROUP      | 2015-07-07
                b     | CORE_GROUP      | 2015-05-12
                b     | CORE_GROUP      | 2015-06-30
                c     | CORE_GROUP      | 2015-06-01
                c     | CORE_GROUP      | 2015-07-07
            """,
        },
        kind="edge",
    ),
    Example(
        "CP15",
        "A meeting that is due and has no day on which it was held has not been held; a plan without a first day is in "
        "neither number",
        JULY,
        (1, 4),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-06-02
                b     | 2015-05-12
                c     | 2015-06-02
                d     | 2015-04-07
                e     |
            """,
            "child_protection_conference": """
                child | conference_type | due_on     | held_on
                a     | CORE_GROUP      | 2015-06-16 |
                a     | CORE_GROUP      |            | 2015-07-14
                b     | CORE_GROUP      | 2015-05-19 | 2015-05-19
                b     | CORE_GROUP      | 2015-06-30 |
                c     | CORE_GROUP      | 2015-06-16 | 2015-06-09
                c     | CORE_GROUP      |            | 2015-07-07
                d     | CORE_GROUP      | 2015-04-21 | 2015-04-14
                d     | CORE_GROUP      | 2015-05-19 |
                d     | CORE_GROUP      | 2015-06-23 | 2015-06-23
            """,
        },
        kind="missing",
    ),
    Example(
        "CP15",
        "The day on which the group met counts, not the day on which it was due",
        JULY,
        (1, 3),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-06-02
                b     | 2015-04-28
                c     | 2015-04-28
            """,
            "child_protection_conference": """
                child | conference_type | due_on     | held_on
                a     | CORE_GROUP      | 2015-06-16 | 2015-06-23
                b     | CORE_GROUP      | 2015-05-12 | 2015-05-08
                b     | CORE_GROUP      | 2015-06-23 | 2015-06-23
                c     | CORE_GROUP      | 2015-05-11 | 2015-05-08
                c     | CORE_GROUP      | 2015-06-24 | 2015-06-19
            """,
        },
    ),
    Example(
        "CP15",
        "Meetings of an earlier plan are not measured against this one",
        JULY,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2014-02-04 | 2015-01-13
                a     | 2015-06-02 |
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2014-03-18
                a     | CORE_GROUP      | 2014-12-09
                a     | REVIEW          | 2015-06-05
                a     | CORE_GROUP      | 2015-06-09
                a     | CORE_GROUP      | 2015-07-07
            """,
        },
        kind="twice",
    ),
    Example(
        "CP15",
        "Meetings too far apart under this plan are so whatever meetings an earlier plan had",
        JULY,
        (0, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2014-02-04 | 2015-01-13
                a     | 2015-04-14 |
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2014-02-11
                a     | CORE_GROUP      | 2015-04-21
                a     | CORE_GROUP      | 2015-06-30
            """,
        },
        kind="twice",
    ),
    Example(
        "CP15",
        "Two open plans for one child are a fault in the records: the child counts once, as in CP01",
        JULY,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-06-02
                a     | 2015-06-03
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2015-06-09
                a     | CORE_GROUP      | 2015-07-07
            """,
        },
        kind="twice",
    ),
    Example(
        "CP15",
        "A plan that ended by the last day, or that another authority holds, is in neither number",
        JULY,
        (3, 3),
        {
            "child_protection_plan": """
                child | started_on | ended_on   | is_other_authority_plan
                a     | 2015-06-15 | 2015-07-31 |
                b     | 2015-06-15 | 2015-08-01 |
                c     | 2015-06-15 |            | true
                d     | 2015-06-15 |            | false
                e     | 2015-06-15 |            |
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2015-06-23
                b     | CORE_GROUP      | 2015-06-23
                c     | CORE_GROUP      | 2015-06-23
                d     | CORE_GROUP      | 2015-06-23
                e     | CORE_GROUP      | 2015-06-23
            """,
        },
    ),
)
