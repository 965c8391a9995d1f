"""Worked examples of the rate of children in need and of long episodes of need, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples._children_in_need import FIVE_AGES, FIVE_ASSESSMENTS, THREE_OPEN_SPANS
from tests.examples.children_on_short_breaks import SAYS, in_need
from tests.support.examples import Example

AUGUST = month(2015, 8)

FOUR_LONG_AND_ONE_SHORT = """
    referral_id | child | referred_on
    1           | a     | 2013-05-01
    2           | b     | 2013-05-01
    3           | c     | 2013-05-01
    4           | d     | 2013-05-01
    5           | e     | 2014-05-01
"""
"""Five open episodes of need, all but the last of them older than two years at the end of August 2015."""

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CN02",
        "An episode opened on the last day is in; one closed on it is out; one closed the day after, or later, is in",
        AUGUST,
        (3, None),
        {
            "referral": """
                child | referred_on | closed_on
                a     | 2015-08-31  |
                b     | 2015-09-01  |
                c     | 2015-01-05  | 2015-08-31
                d     | 2015-01-05  | 2015-09-01
                e     | 2015-01-05  | 2015-12-20
            """
        },
        kind="edge",
    ),
    Example(
        "CN02",
        "An episode whose first day is not recorded is not counted; one whose outcome is not recorded is",
        AUGUST,
        (1, None),
        {
            "referral": """
                child | referred_on | is_no_further_action
                a     |             | false
                b     | 2015-08-05  |
            """
        },
        kind="missing",
    ),
    Example(
        "CN02",
        "A child with two open episodes is one child; a referral that came to nothing is none",
        AUGUST,
        (2, None),
        {
            "referral": """
                child | referred_on | is_no_further_action
                a     | 2015-03-01  | false
                a     | 2015-08-05  | false
                b     | 2015-08-05  | true
                c     | 2015-08-05  | false
            """
        },
        kind="twice",
    ),
    Example(
        "CN05",
        "Referred on 31 August 2013, two years before to the day, is not more than two years; a day longer ago is",
        AUGUST,
        (1, 3),
        {
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2013-08-31
                2           | b     | 2013-08-30
                3           | c     | 2013-09-01
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2013-10-14
                b     | 2           | 2013-10-14
                c     | 3           | 2013-10-14
            """,
        },
        kind="edge",
    ),
    Example(
        "CN05",
        "Two years before 29 February end on the 28th, as that year has no 29th",
        month(2016, 2),
        (1, 2),
        {
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2014-02-28
                2           | b     | 2014-02-27
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2014-04-14
                b     | 2           | 2014-04-14
            """,
        },
        kind="edge",
    ),
    Example(
        "CN05",
        "A case closed on the last day is not open, nor is one begun after it; closed the day after, or later, it is",
        AUGUST,
        (2, 2),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                1           | a     | 2013-05-01  | 2015-08-31
                2           | b     | 2013-05-01  | 2015-09-01
                3           | c     | 2013-05-01  | 2015-12-20
                4           | d     | 2015-09-01  |
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2013-06-12
                b     | 2           | 2013-06-12
                c     | 3           | 2013-06-12
                d     | 4           | 2013-06-12
            """,
        },
        kind="edge",
    ),
    Example(
        "CN05",
        "A child counts from the eleventh working day after the assessment; 31 August 2015 is a bank holiday",
        AUGUST,
        (1, 1),
        {
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2013-05-01
                2           | b     | 2013-05-01
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2015-08-13
                b     | 2           | 2015-08-14
            """,
        },
        kind="edge",
    ),
    Example(
        "CN05",
        "Without a completed assessment of this referral, or without the day of referral, the case is not counted",
        AUGUST,
        (1, 1),
        {
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2013-05-01
                2           | b     |
                3           | c     | 2013-05-01
                4           | d     | 2013-05-01
            """,
            "assessment": """
                child | referral_id | started_on | internal_review_on | authorised_on
                a     | 1           | 2013-05-01 | 2013-05-20         |
                b     | 2           | 2013-05-01 |                    | 2013-06-12
                c     | 3           |            |                    | 2013-06-12
                d     | 9           | 2013-05-01 |                    | 2013-06-12
            """,
        },
        kind="missing",
    ),
    Example(
        "CN05",
        "A child with two open cases counts once; a case with two assessments counts once",
        AUGUST,
        (1, 2),
        {
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2013-05-01
                2           | a     | 2015-05-20
                3           | b     | 2015-05-01
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2013-06-12
                a     | 1           | 2014-06-12
                a     | 2           | 2015-06-12
                b     | 3           | 2015-06-12
            """,
        },
        kind="twice",
    ),
    Example(
        "CN05",
        "A child on a child protection plan at the end of the month is not in the figure; ended by then, the child is",
        AUGUST,
        (2, 2),
        {
            "referral": FOUR_LONG_AND_ONE_SHORT,
            "assessment": FIVE_ASSESSMENTS,
            "child_protection_plan": THREE_OPEN_SPANS,
        },
        kind="edge",
    ),
    Example(
        "CN05",
        "A child looked after at the end of the month is not in the figure; one who left care by then is",
        AUGUST,
        (2, 2),
        {
            "referral": FOUR_LONG_AND_ONE_SHORT,
            "assessment": FIVE_ASSESSMENTS,
            "looked_after_period": THREE_OPEN_SPANS,
        },
        kind="edge",
    ),
    Example(
        "CN05",
        "A protection plan or a period of care that ends weeks after the month is still running at its end",
        AUGUST,
        (2, 3),
        {
            "referral": FOUR_LONG_AND_ONE_SHORT,
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
    Example(
        "CN05",
        "A young person counts until the day before turning 18; the unborn and children of unknown age count",
        AUGUST,
        (3, 4),
        {
            "referral": FOUR_LONG_AND_ONE_SHORT,
            "assessment": FIVE_ASSESSMENTS,
            "person": FIVE_AGES,
        },
        kind="edge",
    ),
    Example(
        "CN05",
        "A referral closed with no further action is no child in need, even if its closing date was forgotten",
        AUGUST,
        (2, 2),
        {
            "referral": """
                referral_id | child | referred_on | is_no_further_action
                1           | a     | 2013-05-01  | true
                2           | b     | 2013-05-01  | false
                3           | c     | 2013-05-01  |
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2013-06-12
                b     | 2           | 2013-06-12
                c     | 3           | 2013-06-12
            """,
        },
    ),
    Example("CN05", SAYS, month(2016, 8), (3, 3), in_need()),
    Example(
        "CN05",
        "By disability: a disabled child is in a group of its own",
        AUGUST,
        (1, 1),
        {
            "referral": FOUR_LONG_AND_ONE_SHORT,
            "assessment": FIVE_ASSESSMENTS,
            "person_attribute": """
                child | attribute_type | code
                a     | DISABILITY     | LD
                e     | DISABILITY     | NONE
            """,
            "person": FIVE_AGES.replace("1997-08-31", "2008-08-31"),
        },
        breakdown="disability",
        group="Disabled",
    ),
)
