"""Worked examples of wellbeing after a year in care: the strengths and difficulties score, misuse and offending."""

from __future__ import annotations

from tests.examples import _in_care_for_a_year as in_care
from tests.examples._in_care_for_a_year import TO_MARCH_2015
from tests.support.examples import Answer, Example


def all_of_them(number: int) -> Answer:
    """Everyone counted is above the line."""
    return number, number


def twelve_each(number: int) -> Answer:
    """Every child has a score of 12."""
    return 12 * number, number


BIRTHDAYS = """
    child | born_on
    a     | 2011-03-31
    b     | 2011-04-01
    c     | 1998-04-01
    d     | 1998-03-31
    e     |
"""
SCORES_BY_AGE = """
    child | check_type | return_year | score
    a     | SDQ        | 2015        | 10
    b     | SDQ        | 2015        | 1
    c     | SDQ        | 2015        | 20
    d     | SDQ        | 2015        | 2
    e     | SDQ        | 2015        | 3
"""
WHAT_IS_A_SCORE = """
    child | check_type      | return_year | score | reason_code
    a     | SDQ             | 2015        | 0     |
    b     | SDQ             | 2015        | 40    |
    c     | SDQ             | 2015        |       | SDQ2
    d     | SDQ             | 2014        | 3     |
    e     | SDQ             | 2016        | 5     |
    f     | SDQ             |             | 7     |
    g     | SUBSTANCE_MISUSE | 2015       | 9     |
"""
SCORED_TWICE = """
    child | check_type | return_year | score
    a     | SDQ        | 2015        | 12
    a     | SDQ        | 2015        | 18
    b     | SDQ        | 2015        | 6
    b     | SDQ        | 2015        |
"""


DATED = """
    child | check_type       | checked_on | return_year | score
    a     | SDQ              | 2014-03-31 |             | 10
    b     | SDQ              | 2014-04-01 |             | 20
    c     | SDQ              | 2014-10-10 |             | 15
    d     | SDQ              | 2015-03-31 |             | 5
    e     | SDQ              | 2015-04-01 |             | 30
    f     | SUBSTANCE_MISUSE | 2014-10-10 |             | 40
    g     | SDQ              | 2014-06-10 |             | 8
    g     | SDQ              | 2015-01-10 |             | 3
    h     | SDQ              | 2014-10-10 |             |
    i     | SDQ              |            |             | 12
    j     | SDQ              | 2014-10-10 | 2014        | 9
    k     | SDQ              |            | 2015        | 7
    k     | SDQ              | 2015-02-01 |             | 11
"""


def questionnaire(
    indicator_id: str, *, by_age: Answer, scores: Answer, twice: Answer, dated: Answer
) -> tuple[Example, ...]:
    """The same children for the average and for how many have a score."""
    return (
        Example(
            indicator_id,
            "Children count from the fourth birthday to the day before the seventeenth, on 31 March",
            TO_MARCH_2015,
            by_age,
            {
                "looked_after_period": in_care.periods("abcde"),
                "person": BIRTHDAYS,
                "health_check": SCORES_BY_AGE,
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            "A score of 0 is a score; a reason for having none is not, nor the score of another year or question",
            TO_MARCH_2015,
            scores,
            {
                "looked_after_period": in_care.periods("abcdefgh"),
                "person": in_care.born("2002-05-01", children="abcdefgh"),
                "health_check": WHAT_IS_A_SCORE,
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            "A return holds one answer for a child; of two, the higher score is taken, and of one and none, the one",
            TO_MARCH_2015,
            twice,
            {
                "looked_after_period": in_care.periods("ab"),
                "person": in_care.born("2002-05-01", children="ab"),
                "health_check": SCORED_TWICE,
            },
            kind="twice",
        ),
        Example(
            indicator_id,
            "A score that names no return counts by its day, the latest in the year; one in the return goes before it",
            TO_MARCH_2015,
            dated,
            {
                "looked_after_period": in_care.periods("abcdefghijk"),
                "person": in_care.born("2002-05-01", children="abcdefghijk"),
                "health_check": DATED,
            },
            kind="edge",
        ),
    )


COLUMNS, TWELVE = "check_type | return_year | score", "SDQ | 2015 | 12"
SCORE = (
    *in_care.whole("LA23", COLUMNS, TWELVE, answer=twelve_each),
    *questionnaire("LA23", by_age=(10 + 20, 2), scores=(0 + 40, 2), twice=(18 + 6, 2), dated=(20 + 15 + 5 + 3 + 7, 5)),
    *in_care.whole("LA23-ANSWERED", COLUMNS, TWELVE, answer=all_of_them),
    *questionnaire("LA23-ANSWERED", by_age=(2, 2), scores=(2, 8), twice=(2, 2), dated=(5, 11)),
)

ANSWER = "check_type | return_year | is_met"
MISUSE = (
    *in_care.whole("LA24", ANSWER, "SUBSTANCE_MISUSE | 2015 | true", answer=all_of_them),
    in_care.yes_in_the_return("LA24", "SUBSTANCE_MISUSE", other="CONVICTION"),
)

OFFENDING = (
    *in_care.whole("LA25", ANSWER, "CONVICTION | 2015 | true", answer=all_of_them),
    in_care.yes_in_the_return("LA25", "CONVICTION", other="SUBSTANCE_MISUSE"),
    Example(
        "LA25",
        "Children count from the tenth birthday, on 31 March; one whose birthday is not known is not counted",
        TO_MARCH_2015,
        (2, 2),
        {
            "looked_after_period": in_care.periods("abcd"),
            "person": """
                child | born_on
                a     | 2005-03-31
                b     | 2005-04-01
                c     | 1998-05-01
                d     |
            """,
            "health_check": in_care.checks(ANSWER, "CONVICTION | 2015 | true", children="abcd"),
        },
        kind="edge",
    ),
)

EXAMPLES: tuple[Example, ...] = SCORE + MISUSE + OFFENDING
