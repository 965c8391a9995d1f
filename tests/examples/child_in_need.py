"""Worked examples of the plans of children in need, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples import _short_breaks as short_breaks
from tests.examples._children_in_need import FIVE_AGES, FIVE_ASSESSMENTS, FIVE_CHILDREN, THREE_OPEN_SPANS
from tests.support.examples import Example

JULY = month(2015, 7)
AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CN03",
        "A child on short breaks on the day is in need and not looked after; the day before or after changes nothing",
        AUGUST,
        (0, len(short_breaks.ON_SHORT_BREAKS_ON_THE_DAY)),
        {
            "referral": "\n".join(
                ["referral_id | child | referred_on", *(f"{c} | {c} | 2014-05-01" for c in short_breaks.ON_THE_DAY)]
            ),
            "assessment": "\n".join(
                [
                    "child | referral_id | started_on | authorised_on",
                    *(f"{c} | {c} | 2014-05-01 | 2014-06-02" for c in short_breaks.ON_THE_DAY),
                ]
            ),
            "looked_after_period": short_breaks.periods_since_2011(short_breaks.ON_THE_DAY),
            "looked_after_episode": short_breaks.EPISODES_ABOUT_THE_DAY,
        },
        kind="edge",
    ),
    Example(
        "CN03",
        "A plan begun or reviewed six months ago to the day is up to date; a day longer ago is not",
        JULY,
        (2, 5),
        {
            "referral": FIVE_CHILDREN,
            "assessment": FIVE_ASSESSMENTS,
            "plan": """
                child | plan_type | started_on | last_reviewed_on
                a     | CIN       | 2015-01-31 |
                b     | CIN       | 2015-01-30 |
                c     | CIN       | 2014-06-16 | 2015-01-31
                d     | CIN       | 2014-06-16 | 2015-01-30
            """,
        },
        kind="edge",
    ),
    Example(
        "CN03",
        "Six months from 28 February end on 28 August, so on the 31st that plan is out of date; from 1 March it is not",
        AUGUST,
        (2, 5),
        {
            "referral": FIVE_CHILDREN,
            "assessment": FIVE_ASSESSMENTS,
            "plan": """
                child | plan_type | started_on | last_reviewed_on
                a     | CIN       | 2015-02-28 |
                b     | CIN       | 2015-03-01 |
                c     | CIN       | 2014-06-16 | 2015-02-28
                d     | CIN       | 2014-06-16 | 2015-03-01
            """,
        },
        kind="edge",
    ),
    Example(
        "CN03",
        "Six months from 31 August end on 28 February, which has no 31st: up to date then, and so it is from the 28th",
        month(2015, 2),
        (2, 5),
        {
            "referral": FIVE_CHILDREN,
            "assessment": FIVE_ASSESSMENTS,
            "plan": """
                child | plan_type | started_on
                a     | CIN       | 2014-08-31
                b     | CIN       | 2014-08-28
                c     | CIN       | 2014-08-27
            """,
        },
        kind="edge",
    ),
    Example(
        "CN03",
        "The plan runs at the end of the month: begun on the last day it does; ended then, or begun later, it does not",
        AUGUST,
        (3, 5),
        {
            "referral": FIVE_CHILDREN,
            "assessment": FIVE_ASSESSMENTS,
            "plan": """
                child | plan_type | started_on | ended_on
                a     | CIN       | 2015-08-31 |
                b     | CIN       | 2015-09-01 |
                c     | CIN       | 2015-05-01 | 2015-08-31
                d     | CIN       | 2015-05-01 | 2015-09-01
                e     | CIN       | 2015-05-01 | 2015-09-30
            """,
        },
        kind="edge",
    ),
    Example(
        "CN03",
        "A review on the last day keeps a plan up to date; a review after it is not known of yet",
        AUGUST,
        (2, 5),
        {
            "referral": FIVE_CHILDREN,
            "assessment": FIVE_ASSESSMENTS,
            "plan": """
                child | plan_type | started_on | last_reviewed_on
                a     | CIN       | 2014-06-16 | 2015-08-31
                b     | CIN       | 2014-06-16 | 2015-09-01
                c     | CIN       | 2014-06-16 | 2015-08-10
            """,
        },
        kind="edge",
    ),
    Example(
        "CN03",
        "A child counts from the eleventh working day after the assessment; 31 August 2015 is a bank holiday",
        AUGUST,
        (0, 1),
        {
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2015-07-01
                2           | b     | 2015-07-01
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
        "CN03",
        "A case closed on the last day is not open, nor is one begun after it; one closed the day after is",
        AUGUST,
        (0, 1),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                1           | a     | 2015-05-01  | 2015-08-31
                2           | b     | 2015-05-01  | 2015-09-01
                3           | c     | 2015-09-01  |
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2015-06-01
                b     | 2           | 2015-06-01
                c     | 3           | 2015-06-01
            """,
        },
        kind="edge",
    ),
    Example(
        "CN03",
        "Not assessed to the end, or without the day of referral: not counted; a plan without its first day is none",
        AUGUST,
        (0, 1),
        {
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2015-05-01
                2           | b     |
                3           | c     | 2015-05-01
                4           | d     | 2015-05-01
            """,
            "assessment": """
                child | referral_id | started_on | authorised_on
                a     | 1           | 2015-05-01 |
                b     | 2           | 2015-05-01 | 2015-06-01
                c     | 3           | 2015-05-01 | 2015-06-01
                d     | 9           | 2015-05-01 | 2015-06-01
            """,
            "plan": """
                child | plan_type | started_on | last_reviewed_on
                c     | CIN       |            | 2015-08-03
            """,
        },
        kind="missing",
    ),
    Example(
        "CN03",
        "A child with two open cases counts once; two plans of a child count the case once",
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
            "plan": """
                child | plan_type | started_on
                a     | CIN       | 2015-06-10
                a     | CIN       | 2015-07-10
            """,
        },
        kind="twice",
    ),
    Example(
        "CN03",
        "Plans of other kinds are not child in need plans",
        AUGUST,
        (1, 5),
        {
            "referral": FIVE_CHILDREN,
            "assessment": FIVE_ASSESSMENTS,
            "plan": """
                child | plan_type  | started_on
                a     | CIN        | 2015-06-10
                b     | CARE       | 2015-06-10
                c     | PATHWAY    | 2015-06-10
                d     | PERMANENCE | 2015-06-10
                e     |            | 2015-06-10
            """,
        },
    ),
    Example(
        "CN03",
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
        "CN03",
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
        "CN03",
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
        "CN03",
        "A referral closed with no further action is no child in need, even if its closing date was forgotten",
        AUGUST,
        (0, 2),
        {
            "referral": """
                referral_id | child | referred_on | is_no_further_action
                1           | a     | 2015-05-01  | true
                2           | b     | 2015-05-01  | false
                3           | c     | 2015-05-01  |
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2015-06-01
                b     | 2           | 2015-06-01
                c     | 3           | 2015-06-01
            """,
        },
    ),
    Example(
        "CN03",
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
    Example(
        "CN01",
        "An episode opened on the last day is in; one closed on it is out, and one closed the day after is in",
        AUGUST,
        (2, None),
        {
            "referral": """
                child | referred_on | closed_on
                a     | 2015-08-31  |
                b     | 2015-09-01  |
                c     | 2015-01-05  | 2015-08-31
                d     | 2015-01-05  | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "CN01",
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
        "CN01",
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
)
