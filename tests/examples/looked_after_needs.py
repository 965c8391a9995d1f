"""Worked examples of looked-after children who sought asylum alone, and of those with special educational needs."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Example

AUGUST = month(2015, 8)

FOUR_CHILDREN = """
    child | started_on
    d     | 2015-01-10
    a     | 2015-01-10
    b     | 2015-01-10
    c     | 2015-01-10
"""
AT_THE_EDGE = """
    child | started_on | ended_on
    a     | 2015-01-10 | 2015-08-31
    b     | 2015-01-10 | 2015-09-01
    c     | 2015-08-31 |
    d     | 2015-09-01 |
"""
TWO_OPEN_PERIODS = """
    child | started_on
    a     | 2015-01-10
    a     | 2015-06-10
"""

ASYLUM = (
    Example(
        "LA09",
        "The status counts from the day it began to the day on which it last held",
        AUGUST,
        (3, 5),
        {
            "looked_after_period": """
                child | started_on
                a     | 2014-01-10
                b     | 2014-01-10
                c     | 2014-01-10
                d     | 2014-01-10
                e     | 2014-01-10
            """,
            "person_attribute": """
                child | attribute_type | code | started_on | ended_on
                a     | UASC           | Y    | 2015-08-31 |
                b     | UASC           | Y    | 2015-09-01 |
                c     | UASC           | Y    | 2014-01-10 | 2015-08-30
                d     | UASC           | Y    | 2014-01-10 | 2015-08-31
                e     | UASC           | Y    | 2014-01-10 | 2015-12-01
            """,
        },
        kind="edge",
    ),
    Example(
        "LA09",
        "A child who ceases on the last day is in neither number",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": AT_THE_EDGE,
            "person_attribute": """
                child | attribute_type | code | started_on
                a     | UASC           | Y    | 2015-01-10
                b     | UASC           | Y    | 2015-01-10
                d     | UASC           | Y    | 2015-01-10
            """,
        },
        kind="edge",
    ),
    Example(
        "LA09",
        "Only the asylum status counts, with or without a code, not another fact; code N says that it does not hold",
        AUGUST,
        (2, 4),
        {
            "looked_after_period": FOUR_CHILDREN,
            "person_attribute": """
                child | attribute_type | code | started_on
                a     | UASC           | Y    | 2015-01-10
                b     | DISABILITY     | Y    | 2015-01-10
                c     | UASC           | N    | 2015-01-10
                d     | UASC           |      | 2015-01-10
            """,
        },
    ),
    Example(
        "LA09",
        "A source that gives the status without its days is believed; a child without a first day is in neither number",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": """
                child | started_on
                a     | 2015-01-10
                b     |
            """,
            "person_attribute": """
                child | attribute_type | code | started_on
                a     | UASC           | Y    |
                b     | UASC           | Y    | 2015-01-10
            """,
        },
        kind="missing",
    ),
    Example(
        "LA09",
        "A status recorded twice is one child; two open periods for that child are a fault and count once",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": TWO_OPEN_PERIODS,
            "person_attribute": """
                child | attribute_type | code | started_on
                a     | UASC           | Y    | 2015-01-10
                a     | UASC           | Y    | 2015-02-10
            """,
        },
        kind="twice",
    ),
    Example(
        "LA09",
        short_breaks.SAYS,
        AUGUST,
        (4, 4),
        {
            "looked_after_period": short_breaks.periods(),
            "looked_after_episode": short_breaks.EPISODES,
            "person_attribute": short_breaks.for_each_child("attribute_type | code", "UASC | Y"),
        },
    ),
)

SPECIAL_NEEDS = (
    Example(
        "LA10",
        "Support at school, a statement and an education, health and care plan all count; a disability does not",
        AUGUST,
        (3, 4),
        {
            "looked_after_period": """
                child | started_on
                a     | 2014-01-10
                b     | 2014-01-10
                c     | 2014-01-10
                d     | 2014-01-10
            """,
            "person_attribute": """
                child | attribute_type | code        | started_on
                a     | SEN            | SEN_SUPPORT | 2014-09-01
                b     | SEN            | STATEMENT   | 2014-09-01
                c     | SEN            | EHCP        | 2014-09-01
                d     | DISABILITY     | LD          | 2014-09-01
            """,
        },
    ),
    Example(
        "LA10",
        "The need counts from the day it began to the day on which it last held",
        AUGUST,
        (3, 5),
        {
            "looked_after_period": """
                child | started_on
                a     | 2014-01-10
                b     | 2014-01-10
                c     | 2014-01-10
                d     | 2014-01-10
                e     | 2014-01-10
            """,
            "person_attribute": """
                child | attribute_type | code | started_on | ended_on
                a     | SEN            | EHCP | 2015-08-31 |
                b     | SEN            | EHCP | 2015-09-01 |
                c     | SEN            | EHCP | 2014-01-10 | 2015-08-30
                d     | SEN            | EHCP | 2014-01-10 | 2015-08-31
                e     | SEN            | EHCP | 2014-01-10 | 2015-12-01
            """,
        },
        kind="edge",
    ),
    Example(
        "LA10",
        "A child who ceases on the last day is in neither number",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": AT_THE_EDGE,
            "person_attribute": """
                child | attribute_type | code | started_on
                a     | SEN            | EHCP | 2015-01-10
                b     | SEN            | EHCP | 2015-01-10
                d     | SEN            | EHCP | 2015-01-10
            """,
        },
        kind="edge",
    ),
    Example(
        "LA10",
        "A source that gives the need without its days is believed; a child without a first day is in neither number",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": """
                child | started_on
                a     | 2015-01-10
                b     |
            """,
            "person_attribute": """
                child | attribute_type | code | started_on
                a     | SEN            | EHCP |
                b     | SEN            | EHCP | 2015-01-10
            """,
        },
        kind="missing",
    ),
    Example(
        "LA10",
        "Two needs are one child; two open periods for that child are a fault and count once",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": TWO_OPEN_PERIODS,
            "person_attribute": """
                child | attribute_type | code        | started_on
                a     | SEN            | SEN_SUPPORT | 2015-01-10
                a     | SEN            | EHCP        | 2015-02-10
            """,
        },
        kind="twice",
    ),
    Example(
        "LA10",
        short_breaks.SAYS,
        AUGUST,
        (4, 4),
        {
            "looked_after_period": short_breaks.periods(),
            "looked_after_episode": short_breaks.EPISODES,
            "person_attribute": short_breaks.for_each_child("attribute_type | code", "SEN | EHCP"),
        },
    ),
)

EXAMPLES: tuple[Example, ...] = ASYLUM + SPECIAL_NEEDS
