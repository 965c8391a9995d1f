"""Worked examples of looked-after children of school age whose plan for education is up to date."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Example

JULY = month(2015, 7)
"""Four months before its last day is 31 March 2015."""

IN_CARE = "\n".join(("child | started_on", *(f"{child} | 2011-05-01" for child in "abcdefgh")))
TEN_YEARS_OLD = "\n".join(("child | born_on", *(f"{child} | 2005-05-05" for child in "abcdefgh")))


def education(*rows: str) -> str:
    """Personal education plans, each written `child | first day | latest review | last day`."""
    lines = []
    for row in rows:
        child, _, days = row.partition("|")
        lines.append(f"{child} | PERSONAL_EDUCATION | {days}")
    return "\n".join(("child | plan_type | started_on | last_reviewed_on | ended_on", *lines))


def of_ten_year_olds(*rows: str) -> dict[str, str]:
    """The plans of children who are ten and all looked after since 2011."""
    return {"looked_after_period": IN_CARE, "plan": education(*rows), "person": TEN_YEARS_OLD}


EXAMPLES: tuple[Example, ...] = (
    Example(
        "LA30",
        "A plan begun on 31 March is four months old to the day on 31 July, and in time; one of the day before is late",
        JULY,
        (1, 8),
        of_ten_year_olds("a | 2015-03-31 | |", "b | 2015-03-30 | |"),
        kind="edge",
    ),
    Example(
        "LA30",
        "A review makes an old plan up to date: on 31 March or since it does, the day before it does not",
        JULY,
        (2, 8),
        of_ten_year_olds(
            "a | 2014-09-10 | 2015-03-31 |", "b | 2014-09-10 | 2015-03-30 |", "c | 2014-09-10 | 2015-06-10 |"
        ),
        kind="edge",
    ),
    Example(
        "LA30",
        "A plan begun or reviewed on the last day is up to date; what is dated the day after has not happened yet",
        JULY,
        (2, 8),
        of_ten_year_olds(
            "a | 2015-07-31 | |",
            "b | 2015-08-01 | |",
            "c | 2014-09-10 | 2015-07-31 |",
            "d | 2014-09-10 | 2015-08-01 |",
            "e | 2015-08-01 | 2015-07-20 |",
        ),
        kind="edge",
    ),
    Example(
        "LA30",
        "A plan that ended by the last day, without another, is no plan; one that ends the day after or later still is",
        JULY,
        (3, 8),
        of_ten_year_olds(
            "a | 2015-05-10 | 2015-06-10 | 2015-07-30",
            "b | 2015-05-10 | 2015-06-10 | 2015-07-31",
            "c | 2015-05-10 | 2015-06-10 | 2015-08-01",
            "d | 2015-05-10 | 2015-06-10 | 2015-09-10",
            "e | 2015-05-10 | 2015-06-10 | 2015-12-01",
        ),
        kind="edge",
    ),
    Example(
        "LA30",
        "School age is from the fifth birthday to the day before the sixteenth",
        JULY,
        (2, 2),
        {
            "looked_after_period": """
                child | started_on
                a     | 2014-05-01
                b     | 2014-05-01
                c     | 2014-05-01
                d     | 2014-05-01
            """,
            "plan": education("a | 2015-05-10 | |", "b | 2015-05-10 | |", "c | 2015-05-10 | |", "d | 2015-05-10 | |"),
            "person": """
                child | born_on
                a     | 2010-07-31
                b     | 2010-08-01
                c     | 1999-07-31
                d     | 1999-08-01
            """,
        },
        kind="edge",
    ),
    Example(
        "LA30",
        "No plan, or one without its first day, is not up to date; a plan without a review is judged by its first day",
        JULY,
        (1, 8),
        of_ten_year_olds("a | | 2015-06-10 |", "b | 2015-05-10 | |", "c | | |"),
        kind="missing",
    ),
    Example(
        "LA30",
        "A child whose date of birth is not recorded is left out: nothing says whether the child is of school age",
        JULY,
        (1, 1),
        {
            "looked_after_period": """
                child | started_on
                a     | 2014-05-01
                b     | 2014-05-01
            """,
            "plan": education("a | 2015-05-10 | |", "b | 2015-05-10 | |"),
            "person": """
                child | born_on
                a     |
                b     | 2005-05-05
            """,
        },
        kind="missing",
    ),
    Example(
        "LA30",
        "Only plans for education: a care plan, and a plan that does not say which kind it is, do not count",
        JULY,
        (1, 8),
        {
            "looked_after_period": IN_CARE,
            "plan": """
                child | plan_type          | started_on
                a     | PERSONAL_EDUCATION | 2015-05-10
                b     | CARE               | 2015-05-10
                c     | CIN                | 2015-05-10
                d     |                    | 2015-05-10
                x     | PERSONAL_EDUCATION | 2015-05-10
            """,
            "person": TEN_YEARS_OLD,
        },
    ),
    Example(
        "LA30",
        "Only children looked after on the last day: one who ceased that day is not, one who came that day is",
        JULY,
        (2, 2),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2011-05-01 | 2015-07-30
                b     | 2011-05-01 | 2015-07-31
                c     | 2011-05-01 | 2015-08-01
                d     | 2015-07-31 |
                e     | 2015-08-01 |
                f     |            |
            """,
            "plan": education(*(f"{child} | 2015-05-10 | |" for child in "abcdef")),
            "person": TEN_YEARS_OLD,
        },
        kind="edge",
    ),
    Example(
        "LA30",
        "A plan and the one that replaced it count once; two open periods of care, a fault in the records, count once",
        JULY,
        (2, 2),
        {
            "looked_after_period": """
                child | started_on
                a     | 2011-05-01
                b     | 2011-05-01
                b     | 2012-05-01
            """,
            "plan": education(
                "a | 2014-09-10 | 2015-01-10 | 2015-05-10",
                "a | 2015-05-10 | |",
                "a | 2015-05-10 | |",
                "b | 2015-05-10 | |",
            ),
            "person": TEN_YEARS_OLD,
        },
        kind="twice",
    ),
    Example(
        "LA30",
        short_breaks.SAYS,
        JULY,
        (4, 4),
        {
            "looked_after_period": short_breaks.periods(),
            "looked_after_episode": short_breaks.EPISODES,
            "plan": education(*(f"{child} | 2015-05-10 | |" for child in short_breaks.ALL_CHILDREN)),
            "person": TEN_YEARS_OLD,
        },
    ),
)
