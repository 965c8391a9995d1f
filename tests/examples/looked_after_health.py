"""Worked examples of the health of children looked after for a year: assessments, dentist, immunisation."""

from __future__ import annotations

from purplebook.language.periods import financial_year
from tests.examples import _in_care_for_a_year as in_care
from tests.examples._in_care_for_a_year import TO_MARCH_2015
from tests.support.examples import Answer, Example


def all_of_them(number: int) -> Answer:
    """Everyone counted is above the line."""
    return number, number


ASSESSED = (
    Example(
        "LA19",
        "The year is of calendar days: over Easter, care begun on 2 April 2013 is a day short of it on 31 March 2014",
        financial_year(2013),
        (3, 3),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on
                a     | a                      | 2013-04-01
                b     | b                      | 2013-04-02
                c     | c                      | 2011-05-01
                d     | d                      | 2011-05-01
                e     | e                      | 2011-05-01
                f     | f                      | 2011-05-01
            """,
            # 31 March 2013 is Easter Sunday and 1 April a bank holiday.
            "looked_after_episode": """
                child | looked_after_period_id | started_on | ended_on   | legal_status_code
                c     | c                      | 2011-05-01 | 2013-04-02 | V4
                c     | c                      | 2013-04-02 |            | C2
                d     | d                      | 2013-04-02 | 2013-06-10 | V4
                d     | d                      | 2013-06-10 |            | C2
                e     | e                      | 2011-05-01 |            | V4
                e     | e                      | 2013-04-02 |            | C2
                f     | f                      | 2011-05-01 |            | V4
                f     | f                      | 2011-05-01 | 2013-04-02 | C2
                f     | f                      | 2013-05-10 |            | C2
            """,
            "person": in_care.born("2002-05-01", children="abcdef"),
            "health_check": in_care.checks(
                "check_type | return_year | is_met", "HEALTH_ASSESSMENT | 2014 | true", children="abcdef"
            ),
        },
        kind="edge",
    ),
    *in_care.whole("LA19", "check_type | checked_on", "HEALTH_ASSESSMENT | 2014-10-10", answer=all_of_them),
    *in_care.done_in_the_year("LA19", "HEALTH_ASSESSMENT", other="DENTAL"),
    in_care.yes_in_the_return("LA19", "HEALTH_ASSESSMENT", other="DEVELOPMENT_U5"),
    Example(
        "LA19",
        "One assessment is enough from the fifth birthday, on 31 March; below it, or with no birthday known, two are",
        TO_MARCH_2015,
        (4, 6),
        {
            "looked_after_period": in_care.periods("abcdef"),
            "person": """
                child | born_on
                a     | 2010-03-31
                b     | 2010-04-01
                c     | 2010-04-01
                d     | 2013-05-01
                e     |
                f     |
            """,
            "health_check": """
                child | check_type        | checked_on
                a     | HEALTH_ASSESSMENT | 2014-10-10
                b     | HEALTH_ASSESSMENT | 2014-10-10
                c     | HEALTH_ASSESSMENT | 2014-06-10
                c     | HEALTH_ASSESSMENT | 2014-12-10
                d     | HEALTH_ASSESSMENT | 2014-04-10
                d     | HEALTH_ASSESSMENT | 2014-08-10
                d     | HEALTH_ASSESSMENT | 2014-12-10
                e     | HEALTH_ASSESSMENT | 2014-10-10
                f     | HEALTH_ASSESSMENT | 2014-06-10
                f     | HEALTH_ASSESSMENT | 2014-12-10
            """,
        },
        kind="edge",
    ),
    Example(
        "LA19",
        "Both assessments of a child under 5 must lie in the twelve months, and be health assessments",
        TO_MARCH_2015,
        (2, 6),
        {
            "looked_after_period": in_care.periods("abcdef"),
            "person": in_care.born("2011-09-01", children="abcdef"),
            "health_check": """
                child | check_type        | checked_on
                a     | HEALTH_ASSESSMENT | 2014-03-31
                a     | HEALTH_ASSESSMENT | 2014-10-10
                b     | HEALTH_ASSESSMENT | 2014-04-01
                b     | HEALTH_ASSESSMENT | 2014-10-10
                c     | HEALTH_ASSESSMENT | 2014-10-10
                c     | HEALTH_ASSESSMENT | 2015-03-31
                d     | HEALTH_ASSESSMENT | 2014-10-10
                d     | HEALTH_ASSESSMENT | 2015-04-01
                e     | HEALTH_ASSESSMENT | 2014-10-10
                e     | DENTAL            | 2014-11-10
                f     | HEALTH_ASSESSMENT | 2014-10-10
                f     | HEALTH_ASSESSMENT |
            """,
        },
        kind="edge",
    ),
    Example(
        "LA19",
        "A refusal is not one of the two assessments of a child under 5, nor one that was planned or cancelled",
        TO_MARCH_2015,
        (2, 5),
        {
            "looked_after_period": in_care.periods("abcde"),
            "person": in_care.born("2011-09-01", children="abcde"),
            "health_check": """
                child | check_type        | checked_on | status
                a     | HEALTH_ASSESSMENT | 2014-06-10 |
                a     | HEALTH_ASSESSMENT | 2014-12-10 | Planned
                b     | HEALTH_ASSESSMENT | 2014-06-10 |
                b     | HEALTH_ASSESSMENT | 2014-12-10 | Refused
                c     | HEALTH_ASSESSMENT | 2014-06-10 |
                c     | HEALTH_ASSESSMENT | 2014-12-10 | Cancelled
                d     | HEALTH_ASSESSMENT | 2014-06-10 |
                d     | HEALTH_ASSESSMENT | 2014-12-10 | Completed
                e     | HEALTH_ASSESSMENT | 2014-06-10 |
                e     | HEALTH_ASSESSMENT | 2014-12-10 |
            """,
        },
    ),
    Example(
        "LA19",
        "One assessment told of by two records is one; a yes in the return is enough at any age",
        TO_MARCH_2015,
        (1, 2),
        {
            "looked_after_period": in_care.periods("ab"),
            "person": in_care.born("2011-09-01", children="ab"),
            "health_check": """
                child | check_type        | checked_on | return_year | is_met
                a     | HEALTH_ASSESSMENT | 2014-10-10 |             |
                a     | HEALTH_ASSESSMENT | 2014-10-10 |             |
                b     | HEALTH_ASSESSMENT |            | 2015        | true
            """,
        },
        kind="twice",
    ),
)

DENTIST = (
    *in_care.whole("LA20", "check_type | checked_on", "DENTAL | 2014-10-10", answer=all_of_them),
    *in_care.done_in_the_year("LA20", "DENTAL", other="HEALTH_ASSESSMENT"),
    in_care.yes_in_the_return("LA20", "DENTAL", other="HEALTH_ASSESSMENT"),
    Example(
        "LA20",
        "One visit to the dentist is enough at any age, and a second makes no second child",
        TO_MARCH_2015,
        (2, 3),
        {
            "looked_after_period": in_care.periods("abc"),
            "person": """
                child | born_on
                a     | 2014-01-10
                b     | 2002-05-01
                c     | 2002-05-01
            """,
            "health_check": """
                child | check_type | checked_on
                a     | DENTAL     | 2014-10-10
                b     | DENTAL     | 2014-06-10
                b     | DENTAL     | 2014-12-10
            """,
        },
        kind="twice",
    ),
)

IMMUNISED = (
    *in_care.whole("LA21", "check_type | return_year | is_met", "IMMUNISATION | 2015 | true", answer=all_of_them),
    in_care.yes_in_the_return("LA21", "IMMUNISATION", other="HEALTH_ASSESSMENT"),
)

EXAMPLES: tuple[Example, ...] = ASSESSED + DENTIST + IMMUNISED
