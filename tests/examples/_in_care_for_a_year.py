"""What holds for every yearly figure of children who had been looked after for at least twelve months on 31 March."""

from __future__ import annotations

from collections.abc import Callable

from purplebook.language.periods import financial_year
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Answer, Example

TO_MARCH_2015 = financial_year(2014)
"""1 April 2014 to 31 March 2015."""


def periods(children: str) -> str:
    """A period of care since 2011, still open, for each child; a child is one letter."""
    return "\n".join(("child | started_on", *(f"{child} | 2011-05-01" for child in children)))


def born(day: str, *, children: str) -> str:
    """One birthday for all."""
    return "\n".join(("child | born_on", *(f"{child} | {day}" for child in children)))


def checks(columns: str, values: str, *, children: str) -> str:
    """One health check for each child, all alike."""
    return "\n".join((f"child | {columns}", *(f"{child} | {values}" for child in children)))


SHORT_BREAKS_ABOUT_THE_YEAR = """
    child | looked_after_period_id | started_on | ended_on   | legal_status_code
    a     | a                      | 2011-05-01 |            | C2
    b     | b                      | 2011-05-01 | 2014-04-01 | V4
    b     | b                      | 2014-04-01 |            | C2
    c     | c                      | 2011-05-01 | 2014-04-02 | V4
    c     | c                      | 2014-04-02 |            | C2
    d     | d                      | 2011-05-01 | 2014-04-01 | V4
    e     | e                      | 2011-05-01 | 2014-04-02 | V4
    f     | f                      | 2014-04-01 | 2014-05-10 | V3
    f     | f                      | 2014-05-10 |            | C2
    g     | g                      | 2014-04-02 | 2014-05-10 | V3
    g     | g                      | 2014-05-10 |            | C2
    h     | h                      | 2011-05-01 |            | V4
    h     | h                      | 2014-04-01 |            | C2
    i     | i                      | 2011-05-01 |            | V4
    i     | i                      | 2014-04-02 |            | C2
    k     | k                      | 2011-05-01 | 2014-04-02 | C2
    k     | k                      | 2014-04-02 | 2014-06-10 | V4
    k     | k                      | 2014-06-10 |            | C2
    l     | l                      | 2011-05-01 | 2014-04-01 | C2
    l     | l                      | 2014-04-01 | 2014-05-10 | V4
    l     | l                      | 2014-05-10 |            | C2
    m     | m                      | 2011-05-01 |            | V4
    m     | m                      | 2012-05-01 | 2014-05-10 | C2
    m     | m                      | 2014-05-10 |            | C2
    n     | n                      | 2011-05-01 |            | C2
    n     | n                      | 2014-04-01 |            | V4
    o     | o                      | 2011-05-01 | 2015-01-10 | C2
    o     | o                      | 2015-01-10 |            | V4
"""
"""In care for the year: a, b, d (no status is known on 1 April), g, h, k, m and n; the others are on short breaks on
1 April 2014 (c, e, f, i, l) or on 31 March 2015 (o)."""


def whole(indicator_id: str, columns: str, values: str, *, answer: Callable[[int], Answer]) -> tuple[Example, ...]:
    """Who is counted at all: each child is 12 years old and has the check `values`, which puts it above the line."""

    def rows(care: str, children: str) -> dict[str, str]:
        return {
            "looked_after_period": care,
            "person": born("2002-05-01", children=children),
            "health_check": checks(columns, values, children=children),
        }

    return (
        Example(
            indicator_id,
            "From 1 April to 31 March is twelve months, and one day less is not",
            TO_MARCH_2015,
            answer(3),
            rows(
                """
                child | started_on
                a     | 2014-03-31
                b     | 2014-04-01
                c     | 2014-04-02
                e     | 2010-01-10
                d     | 2014-09-01
                """,
                "abcde",
            ),
            kind="edge",
        ),
        Example(
            indicator_id,
            "A child who ceases on 31 March is not counted, one who ceases the day after is",
            TO_MARCH_2015,
            answer(2),
            rows(
                """
                child | started_on | ended_on
                a     | 2011-05-01 | 2015-03-31
                b     | 2011-05-01 | 2015-04-01
                c     | 2011-05-01 |
                d     | 2011-05-01 | 2014-10-10
                """,
                "abcd",
            ),
            kind="edge",
        ),
        Example(
            indicator_id,
            "Short breaks on 1 April or on 31 March are no year of care; the legal status of those days decides",
            TO_MARCH_2015,
            answer(8),
            {
                **rows(short_breaks.periods_since_2011("abcdefghiklmno"), "abcdefghiklmno"),
                "looked_after_episode": SHORT_BREAKS_ABOUT_THE_YEAR,
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            short_breaks.SAYS,
            TO_MARCH_2015,
            answer(4),
            {
                **rows(short_breaks.periods(), short_breaks.ALL_CHILDREN),
                "looked_after_episode": short_breaks.EPISODES,
            },
        ),
        Example(
            indicator_id,
            "A child whose care has no first day is not counted",
            TO_MARCH_2015,
            answer(1),
            rows(
                """
                child | started_on
                a     |
                b     | 2011-05-01
                """,
                "ab",
            ),
            kind="missing",
        ),
        Example(
            indicator_id,
            "Two open periods of one child are a fault in the records, and the child counts once",
            TO_MARCH_2015,
            answer(1),
            rows(
                """
                child | started_on
                a     | 2011-05-01
                a     | 2012-05-01
                """,
                "a",
            ),
            kind="twice",
        ),
    )


def yes_in_the_return(indicator_id: str, check_type: str, *, other: str) -> Example:
    """Which yearly answers are a yes; `other` is a question of the same return that is not this one."""
    return Example(
        indicator_id,
        "Only a yes to this question, in the return of this year, is a yes",
        TO_MARCH_2015,
        (3, 11),
        {
            "looked_after_period": periods("abcdefghijk"),
            "person": born("2002-05-01", children="abcdefghijk"),
            "health_check": f"""
                child | check_type   | return_year | is_met
                a     | {check_type} | 2015        | true
                b     | {check_type} | 2015        | false
                c     | {check_type} | 2015        |
                d     | {check_type} | 2014        | true
                e     | {check_type} | 2016        | true
                f     | {check_type} |             | true
                g     | {other}      | 2015        | true
                h     |              | 2015        | true
                i     | {check_type} | 2015        | true
                j     | {check_type} | 2015        | true
            """,
        },
    )


def done_in_the_year(indicator_id: str, check_type: str, *, other: str) -> tuple[Example, ...]:
    """Which dated checks are a check of the year, for children of 12."""
    return (
        Example(
            indicator_id,
            "Checks from 1 April to 31 March count, none before or after, and none of another kind or without a day",
            TO_MARCH_2015,
            (3, 7),
            {
                "looked_after_period": periods("abcdefg"),
                "person": born("2002-05-01", children="abcdefg"),
                "health_check": f"""
                    child | check_type   | checked_on
                    a     | {check_type} | 2014-03-31
                    b     | {check_type} | 2014-04-01
                    c     | {check_type} | 2014-10-10
                    d     | {check_type} | 2015-03-31
                    e     | {check_type} | 2015-04-01
                    f     | {other}      | 2014-10-10
                    g     | {check_type} |
                """,
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            "A check that was planned, refused or cancelled was not done; one with no status, or another, was",
            TO_MARCH_2015,
            (3, 6),
            {
                "looked_after_period": periods("abcdef"),
                "person": born("2002-05-01", children="abcdef"),
                "health_check": f"""
                    child | check_type   | checked_on | status
                    a     | {check_type} | 2014-10-10 |
                    b     | {check_type} | 2014-10-10 | Completed
                    c     | {check_type} | 2014-10-10 | DONE
                    d     | {check_type} | 2014-10-10 | Planned
                    e     | {check_type} | 2014-10-10 | Refused
                    f     | {check_type} | 2014-10-10 | Cancelled
                """,
            },
        ),
    )
