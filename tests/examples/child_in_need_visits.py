"""Worked examples of visits to children in need, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples._children_in_need import FIVE_AGES, FIVE_ASSESSMENTS, FIVE_CHILDREN, THREE_OPEN_SPANS
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CN04",
        "Seen 28 days before the last day, or on it, is in time; 29 days before, or the day after, is not",
        AUGUST,
        (2, 5),
        {
            "referral": FIVE_CHILDREN,
            "assessment": FIVE_ASSESSMENTS,
            "visit": """
                child | visit_type | visited_on | seen
                a     | CIN        | 2015-08-03 | Y
                b     | CIN        | 2015-08-02 | Y
                c     | CIN        | 2015-08-31 | Y
                d     | CIN        | 2015-09-01 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "CN04",
        "A child counts once the assessment is 28 days old: completed on 3 August yes, on 4 August no",
        AUGUST,
        (0, 2),
        {
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2015-07-01
                2           | b     | 2015-07-01
                3           | c     | 2015-05-01
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2015-08-03
                b     | 2           | 2015-08-04
                c     | 3           | 2015-06-01
            """,
        },
        kind="edge",
    ),
    Example(
        "CN04",
        "A visit without its day has not been made; a child not assessed to the end is not in the figure",
        AUGUST,
        (0, 1),
        {
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2015-05-01
                2           | b     | 2015-05-01
            """,
            "assessment": """
                child | referral_id | started_on | authorised_on
                a     | 1           | 2015-05-01 | 2015-06-01
                b     | 2           | 2015-05-01 |
            """,
            "visit": """
                child | visit_type | visited_on | seen
                a     | CIN        |            | Y
                b     | CIN        | 2015-08-20 | Y
            """,
        },
        kind="missing",
    ),
    Example(
        "CN04",
        "A child with two open cases counts once; two visits to a child count the case once",
        AUGUST,
        (1, 2),
        {
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2015-05-01
                2           | a     | 2015-05-20
                3           | b     | 2015-05-01
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2015-06-01
                a     | 2           | 2015-06-01
                b     | 3           | 2015-06-01
            """,
            "visit": """
                child | visit_type | visited_on | seen
                a     | CIN        | 2015-08-10 | Y
                a     | CIN        | 2015-08-24 | Y
            """,
        },
        kind="twice",
    ),
    Example(
        "CN04",
        "The child must have been seen: an attempt, or a visit of which that is not recorded, does not count",
        AUGUST,
        (1, 5),
        {
            "referral": FIVE_CHILDREN,
            "assessment": FIVE_ASSESSMENTS,
            "visit": """
                child | visit_type | visited_on | seen
                a     | CIN        | 2015-08-20 | Y
                b     | CIN        | 2015-08-20 | N
                c     | CIN        | 2015-08-20 | U
                d     | CIN        | 2015-08-20 |
                e     | LAC        | 2015-08-20 | Y
            """,
        },
    ),
    Example(
        "CN04",
        "Closed on the last day is not open; a child on a protection plan, looked after or turned 18 is not counted",
        AUGUST,
        (0, 1),
        {
            "referral": """
                referral_id | child | referred_on | closed_on  | is_no_further_action
                1           | a     | 2015-05-01  | 2015-08-31 |
                2           | b     | 2015-05-01  |            |
                3           | c     | 2015-05-01  |            |
                4           | d     | 2015-05-01  |            |
                5           | e     | 2015-05-01  |            | true
                6           | f     | 2015-05-01  | 2015-09-01 |
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2015-06-01
                b     | 2           | 2015-06-01
                c     | 3           | 2015-06-01
                d     | 4           | 2015-06-01
                e     | 5           | 2015-06-01
                f     | 6           | 2015-06-01
            """,
            "child_protection_plan": """
                child | started_on
                b     | 2015-06-15
            """,
            "looked_after_period": """
                child | started_on
                c     | 2015-06-15
            """,
            "person": """
                child | born_on
                d     | 1997-08-31
            """,
        },
    ),
    Example(
        "CN04",
        "A child on a child protection plan at the end of the month is not in the figure; ended by then, the child is",
        AUGUST,
        (0, 2),
        {
            "referral": FIVE_CHILDREN,
            "assessment": FIVE_ASSESSMENTS,
            "child_protection_plan": THREE_OPEN_SPANS,
        },
        kind="edge",
    ),
    Example(
        "CN04",
        "A child looked after at the end of the month is not in the figure; one who left care by then is",
        AUGUST,
        (0, 2),
        {
            "referral": FIVE_CHILDREN,
            "assessment": FIVE_ASSESSMENTS,
            "looked_after_period": THREE_OPEN_SPANS,
        },
        kind="edge",
    ),
    Example(
        "CN04",
        "A young person counts until the day before turning 18; the unborn and children of unknown age count",
        AUGUST,
        (0, 4),
        {
            "referral": FIVE_CHILDREN,
            "assessment": FIVE_ASSESSMENTS,
            "person": FIVE_AGES,
        },
        kind="edge",
    ),
    Example(
        "CN04",
        "A protection plan or a period of care that ends weeks after the month is still running at its end",
        AUGUST,
        (0, 3),
        {
            "referral": FIVE_CHILDREN,
            "assessment": FIVE_ASSESSMENTS,
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2014-06-16 | 2015-09-30
            """,
            "looked_after_period": """
                child | started_on | ended_on
                b     | 2014-06-16 | 2015-09-30
            """,
        },
    ),
)
