"""Worked examples of child protection plans that begin and end, and of how many there are for 10,000 children."""

from __future__ import annotations

from purplebook.language.periods import financial_year, month
from tests.support.examples import Example

AUGUST = month(2015, 8)
YEAR = financial_year(2014)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CP02",
        "A plan that ends on the last day is no longer open on it; one that begins on the last day is",
        AUGUST,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-02-10 | 2015-08-31
                b     | 2015-02-10 | 2015-09-01
                c     | 2015-08-31 |
                d     | 2015-09-01 |
            """
        },
        kind="edge",
    ),
    Example(
        "CP02",
        "Without a first day a plan is not counted; without a last day it is open; no date of birth is needed",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     |            |
                b     | 2015-02-10 |
            """,
            "person": """
                child | born_on
                a     | 2010-05-04
                b     |
            """,
        },
        kind="missing",
    ),
    Example(
        "CP02",
        "Plans of other authorities are above no line of ours; where nothing is said the plan is ours",
        AUGUST,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | is_other_authority_plan
                a     | 2015-02-10 | true
                b     | 2015-02-10 | false
                c     | 2015-02-10 |
            """
        },
    ),
    Example(
        "CP02",
        "An ended plan adds nothing to the open one; two open plans of one child are one child, as in CP01",
        AUGUST,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2014-02-10 | 2014-12-01
                a     | 2015-06-02 |
                b     | 2015-02-10 |
                b     | 2015-06-02 |
            """
        },
        kind="twice",
    ),
    Example(
        "CP04",
        "The month's first and last day are in, the days on either side are out, and when it ends is no matter",
        AUGUST,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-07-31 | 2015-08-20
                b     | 2015-08-01 | 2016-04-11
                c     | 2015-08-31 |
                d     | 2015-09-01 |
            """
        },
        kind="edge",
    ),
    Example(
        "CP04",
        "A plan without its first day did not begin in any month",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     |            | 2015-08-20
                b     | 2015-08-12 |
            """
        },
        kind="missing",
    ),
    Example(
        "CP04",
        "A child with two plans that began in the month counts twice",
        AUGUST,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-08-03 | 2015-08-10
                a     | 2015-08-24 |
            """
        },
        kind="twice",
    ),
    Example(
        "CP04",
        "A plan that another authority holds for the time being is left out",
        AUGUST,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | is_other_authority_plan
                a     | 2015-08-12 | true
                b     | 2015-08-12 | false
                c     | 2015-08-12 |
            """
        },
    ),
    Example(
        "CP04",
        "The category is the one with which the plan began, whatever it became",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on | initial_category | latest_category
                a     | 2015-08-12 | NEG              | EMO
                b     | 2015-08-12 | EMO              | NEG
            """
        },
        breakdown="category",
        group="NEG",
    ),
    Example(
        "CP04-RATE",
        "The year runs from 1 April to 31 March, both days in",
        YEAR,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2014-03-31 | 2014-06-02
                b     | 2014-04-01 |
                c     | 2015-03-31 | 2015-09-14
                d     | 2015-04-01 |
            """
        },
        kind="edge",
    ),
    Example(
        "CP04-RATE",
        "A plan without its first day did not begin in any year",
        YEAR,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     |            | 2014-11-20
                b     | 2014-07-08 |
            """
        },
        kind="missing",
    ),
    Example(
        "CP04-RATE",
        "Plans are counted, as in CP04: two in the year for one child are two",
        YEAR,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2014-05-06 | 2014-09-30
                a     | 2015-01-20 |
            """
        },
        kind="twice",
    ),
    Example(
        "CP04-RATE",
        "A plan that another authority holds is left out",
        YEAR,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | is_other_authority_plan
                a     | 2014-07-08 | true
                b     | 2014-07-08 | false
                c     | 2014-07-08 |
            """
        },
    ),
    Example(
        "CP05",
        "The month's first and last day are in, the days on either side are out, and when it began is no matter",
        AUGUST,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-02-10 | 2015-07-31
                b     | 2013-02-10 | 2015-08-01
                c     | 2015-08-20 | 2015-08-31
                d     | 2015-08-20 | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "CP05",
        "A plan without its last day has not ended; one without its first day has",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-02-10 |
                b     |            | 2015-08-12
                c     | 2015-08-12 |
            """
        },
        kind="missing",
    ),
    Example(
        "CP05",
        "A child with two plans that ended in the month counts twice",
        AUGUST,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-02-10 | 2015-08-05
                a     | 2015-08-10 | 2015-08-28
            """
        },
        kind="twice",
    ),
    Example(
        "CP05",
        "A plan that another authority holds for the time being is left out",
        AUGUST,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on   | is_other_authority_plan
                a     | 2015-02-10 | 2015-08-12 | true
                b     | 2015-02-10 | 2015-08-12 | false
                c     | 2015-02-10 | 2015-08-12 |
            """
        },
    ),
    Example(
        "CP05-RATE",
        "The year runs from 1 April to 31 March, both days in",
        YEAR,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2013-10-01 | 2014-03-31
                b     | 2013-10-01 | 2014-04-01
                c     | 2014-10-01 | 2015-03-31
                d     | 2014-10-01 | 2015-04-01
            """
        },
        kind="edge",
    ),
    Example(
        "CP05-RATE",
        "A plan without its last day has not ended; one without its first day has",
        YEAR,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2014-07-08 |
                b     |            | 2014-07-08
                c     | 2014-07-08 |
            """
        },
        kind="missing",
    ),
    Example(
        "CP05-RATE",
        "Plans are counted, as in CP05: two that ended in the year for one child are two",
        YEAR,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2014-01-14 | 2014-06-30
                a     | 2014-09-02 | 2015-02-10
            """
        },
        kind="twice",
    ),
    Example(
        "CP05-RATE",
        "A plan that another authority holds is left out",
        YEAR,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on   | is_other_authority_plan
                a     | 2014-01-14 | 2014-07-08 | true
                b     | 2014-01-14 | 2014-07-08 | false
                c     | 2014-01-14 | 2014-07-08 |
            """
        },
    ),
    Example(
        "CP10",
        "A plan that ended on the same day two years before is within two years; one that ended the day before is not",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2012-11-05 | 2013-08-12
                a     | 2015-08-12 |
                b     | 2012-11-05 | 2013-08-11
                b     | 2015-08-12 |
            """
        },
        kind="edge",
    ),
    Example(
        "CP10",
        "A new plan on the very day that the earlier one ended counts; a plan that is still open ended nothing",
        AUGUST,
        (1, 3),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-01-05 | 2015-08-12
                a     | 2015-08-12 |
                b     | 2015-01-05 | 2015-08-13
                b     | 2015-08-12 |
                c     | 2015-01-05 |
                c     | 2015-08-12 |
            """
        },
        kind="edge",
    ),
    Example(
        "CP10",
        "When the earlier plan began does not matter, only when it ended: three years on a plan, ended last winter",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2012-02-06 | 2015-01-19
                a     | 2015-08-12 | 2015-11-30
            """
        },
    ),
    Example(
        "CP10",
        "A plan that began and ended on one day is no earlier plan of its own, nor of another begun on that day",
        AUGUST,
        (0, 3),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-08-12 | 2015-08-12
                b     | 2015-08-12 | 2015-08-12
                b     | 2015-08-12 |
            """
        },
        kind="edge",
    ),
    Example(
        "CP10",
        "An earlier plan without its last day, or known only as a number in the source, has no date to count from",
        AUGUST,
        (0, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on | previous_plans_count
                a     | 2014-05-06 |          |
                a     | 2015-08-12 |          |
                b     | 2015-08-12 |          | 2
                c     |            |          |
            """
        },
        kind="missing",
    ),
    Example(
        "CP10",
        "Two plans begun in the month for one child are two below; the second of them came soon after the first",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-08-03 | 2015-08-10
                a     | 2015-08-24 |
            """
        },
        kind="twice",
    ),
    Example(
        "CP10",
        "Plans begun in other months are not counted, and the earlier plan of another child is not this child's",
        AUGUST,
        (0, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2014-05-06 | 2015-02-01
                a     | 2015-07-31 | 2015-08-20
                b     | 2014-05-06 | 2015-02-01
                b     | 2015-09-01 |
                c     | 2015-08-31 |
            """
        },
    ),
    Example(
        "CP10",
        "A plan that another authority holds does not count when it begins, but it is an earlier plan to ours",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on   | is_other_authority_plan
                a     | 2014-05-06 | 2015-02-01 | true
                a     | 2015-08-12 |            | false
                b     | 2014-05-06 | 2015-02-01 |
                b     | 2015-08-12 |            | true
            """
        },
    ),
)
