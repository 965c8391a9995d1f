"""Worked examples of child protection plans reviewed in time, as a figure for the child: every review or none."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

JULY, AUGUST = month(2015, 7), month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CP11",
        "The first review is in time on the same day three months later, and late on the day after",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-04-10
                b     | 2015-04-10
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2015-07-10
                b     | REVIEW          | 2015-07-11
            """,
        },
        kind="edge",
    ),
    Example(
        "CP11",
        "A plan counts once its first review is due, on the last day at the latest; a review on that day is in time",
        AUGUST,
        (1, 3),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-05-31
                b     | 2015-05-31
                c     | 2015-05-10
                d     | 2015-06-01
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2015-08-31
                d     | REVIEW          | 2015-08-20
            """,
        },
        kind="edge",
    ),
    Example(
        "CP11",
        "Later reviews may be six months apart to the day, and no more",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2014-09-10
                b     | 2014-09-10
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2014-12-10
                a     | REVIEW          | 2015-06-10
                b     | REVIEW          | 2014-12-10
                b     | REVIEW          | 2015-06-11
            """,
        },
        kind="edge",
    ),
    Example(
        "CP11",
        "From the last review to the last day no more than six months either: from 31 January to 31 July, not from 30",
        JULY,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2014-11-03
                b     | 2014-11-03
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2015-01-31
                b     | REVIEW          | 2015-01-30
            """,
        },
        kind="edge",
    ),
    Example(
        "CP11",
        "A review held too late on the last day itself does not save the child's plan, nor does one after that day "
        "when it was due by then; one due only later is nothing to this figure",
        JULY,
        (1, 3),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2014-11-03
                b     | 2014-11-03
                c     | 2014-11-03
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2015-01-30
                a     | REVIEW          | 2015-07-31
                b     | REVIEW          | 2015-02-02
                b     | REVIEW          | 2015-08-03
                c     | REVIEW          | 2015-01-30
                c     | REVIEW          | 2015-08-03
            """,
        },
        kind="edge",
    ),
    Example(
        "CP11",
        "Each review is measured from the one before it, not from the first",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2014-05-12
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2014-08-05
                a     | REVIEW          | 2014-12-09
                a     | REVIEW          | 2015-04-14
            """,
        },
    ),
    Example(
        "CP11",
        "A core group is no review: not as the first one, nor between two, nor after the last",
        AUGUST,
        (0, 3),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-03-10
                b     | 2014-05-12
                c     | 2014-09-10
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2015-05-12
                a     | REVIEW          | 2015-07-14
                b     | REVIEW          | 2014-08-05
                b     | CORE_GROUP      | 2014-12-09
                b     | REVIEW          | 2015-04-14
                c     | REVIEW          | 2014-12-09
                c     | CORE_GROUP      | 2015-06-09
            """,
        },
    ),
    Example(
        "CP11",
        "A core group just before the plan's second review does not make that review late, nor one in time early",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2014-11-10
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | CORE_GROUP      | 2014-11-20
                a     | REVIEW          | 2015-02-03
                a     | CORE_GROUP      | 2015-06-02
                a     | REVIEW          | 2015-06-09
                a     | CORE_GROUP      | 2015-08-25
            """,
        },
    ),
    Example(
        "CP11",
        "A review on the day the plan began is no review of it; nor is any held before that day",
        AUGUST,
        (0, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-03-10
                b     | 2015-03-10
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2015-03-10
                a     | REVIEW          | 2015-07-14
                b     | REVIEW          | 2015-03-09
                b     | REVIEW          | 2015-07-14
            """,
        },
        kind="edge",
    ),
    Example(
        "CP11",
        "Nor can such a review be the last one",
        AUGUST,
        (0, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-03-10
                b     | 2015-03-10
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2015-03-10
                b     | REVIEW          | 2015-03-09
            """,
        },
    ),
    Example(
        "CP11",
        "A review that is due and has no day on which it was held has not been held",
        AUGUST,
        (1, 4),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-03-10
                b     | 2014-09-10
                c     | 2015-03-10
                d     | 2014-06-10
                e     |
            """,
            "child_protection_conference": """
                child | conference_type | due_on     | held_on
                a     | REVIEW          | 2015-06-09 |
                b     | REVIEW          | 2014-12-09 | 2014-12-09
                b     | REVIEW          | 2015-06-09 |
                c     | REVIEW          | 2015-06-09 | 2015-06-02
                d     | REVIEW          | 2014-09-09 | 2014-09-09
                d     | REVIEW          | 2015-02-10 |
                d     | REVIEW          | 2015-06-09 | 2015-06-09
            """,
        },
        kind="missing",
    ),
    Example(
        "CP11",
        "The day on which a review was held counts, not the day on which it was due",
        AUGUST,
        (1, 3),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-03-10
                b     | 2014-09-10
                c     | 2014-09-10
            """,
            "child_protection_conference": """
                child | conference_type | due_on     | held_on
                a     | REVIEW          | 2015-06-09 | 2015-06-16
                b     | REVIEW          | 2014-12-09 | 2014-12-02
                b     | REVIEW          | 2015-06-09 | 2015-06-09
                c     | REVIEW          | 2014-12-11 | 2014-12-02
                c     | REVIEW          | 2015-06-12 | 2015-05-26
            """,
        },
    ),
    Example(
        "CP11",
        "Reviews of an earlier plan are not measured against this one",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2013-02-05 | 2014-03-11
                a     | 2015-03-10 |
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2013-09-03
                a     | REVIEW          | 2014-03-11
                a     | CORE_GROUP      | 2015-03-24
                a     | REVIEW          | 2015-06-09
            """,
        },
        kind="twice",
    ),
    Example(
        "CP11",
        "Reviews too far apart under this plan are so whatever reviews an earlier plan had",
        AUGUST,
        (0, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2013-02-05 | 2014-03-11
                a     | 2014-09-09 |
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2013-05-07
                a     | REVIEW          | 2014-12-02
                a     | REVIEW          | 2015-07-07
            """,
        },
        kind="twice",
    ),
    Example(
        "CP11",
        "Two open plans for one child are a fault in the records: the child counts once, as in CP01",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-03-10
                a     | 2015-03-11
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2015-06-09
            """,
        },
        kind="twice",
    ),
    Example(
        "CP11",
        "A plan that ended by the last day, or that another authority holds, is in neither number",
        AUGUST,
        (3, 3),
        {
            "child_protection_plan": """
                child | started_on | ended_on   | is_other_authority_plan
                a     | 2015-03-10 | 2015-08-31 |
                b     | 2015-03-10 | 2015-09-01 |
                c     | 2015-03-10 |            | true
                d     | 2015-03-10 |            | false
                e     | 2015-03-10 |            |
            """,
            "child_protection_conference": """
                child | conference_type | held_on
                a     | REVIEW          | 2015-06-09
                b     | REVIEW          | 2015-06-09
                c     | REVIEW          | 2015-06-09
                d     | REVIEW          | 2015-06-09
                e     | REVIEW          | 2015-06-09
            """,
        },
    ),
)
