"""Worked examples of long-term stability: two years in one placement, or placed for adoption."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples import _short_breaks as short_breaks
from tests.examples.placements import ONE_WITHOUT_A_FIRST_DAY, TWO_OPEN_PERIODS, periods
from tests.support.examples import Example

AUGUST = month(2015, 8)
"""Two years before its last day is 31 August 2013, and two and a half years before it 28 February 2013."""

SCHOOL_AGE = """
    child | born_on
    a     | 2005-05-05
    b     | 2005-05-05
    c     | 2005-05-05
    d     | 2005-05-05
    e     | 2005-05-05
    f     | 2005-05-05
"""

EXAMPLES: tuple[Example, ...] = (
    Example(
        "LA14",
        "A placement begun on 31 August 2013 has lasted two years; one begun a day later has not",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": periods("a", "b"),
            "placement": """
                child | looked_after_period_id | started_on | ended_on   | placement_type
                a     | a                      | 2011-05-01 | 2013-08-31 | U6
                a     | a                      | 2013-08-31 |            | U4
                b     | b                      | 2011-05-01 | 2013-09-01 | U6
                b     | b                      | 2013-09-01 |            | U4
            """,
            "person": SCHOOL_AGE,
        },
        kind="edge",
    ),
    Example(
        "LA14",
        "Two and a half years to 31 August 2015 begin on 28 February 2013, the last day of a shorter month",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on
                a     | a                      | 2013-02-28
                b     | b                      | 2013-03-01
            """,
            "placement": """
                child | looked_after_period_id | started_on
                a     | a                      | 2013-02-28
                b     | b                      | 2013-03-01
            """,
            "person": SCHOOL_AGE,
        },
        kind="edge",
    ),
    Example(
        "LA14",
        "A child who is 16 on the last day is too old; a child who is 16 the day after is not",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": periods("a", "b"),
            "placement": """
                child | looked_after_period_id | started_on
                a     | a                      | 2011-05-01
                b     | b                      | 2011-05-01
            """,
            "person": """
                child | born_on
                a     | 1999-08-31
                b     | 1999-09-01
            """,
        },
        kind="edge",
    ),
    Example(
        "LA14",
        "A placement left on the last day, with a new one begun on it, is over; one left the day after is not",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": periods("a", "b"),
            "placement": """
                child | looked_after_period_id | started_on | ended_on   | placement_type
                a     | a                      | 2011-05-01 | 2015-08-31 | U4
                a     | a                      | 2015-08-31 |            | K2
                b     | b                      | 2011-05-01 | 2015-09-01 | U4
                b     | b                      | 2015-09-01 |            | K2
            """,
            "person": SCHOOL_AGE,
        },
        kind="edge",
    ),
    Example(
        "LA14",
        "Any kind of placed for adoption (A3 to A6) keeps the years in the placement before; another move does not",
        AUGUST,
        (4, 5),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e"),
            "placement": "\n".join(
                ["child | looked_after_period_id | started_on | ended_on | placement_type"]
                + [
                    row.format(child=child, code=code)
                    for child, code in zip("abcde", ("A3", "A4", "A5", "A6", "U4"), strict=True)
                    for row in (
                        "{child} | {child} | 2011-05-01 | 2015-03-10 | U6",
                        "{child} | {child} | 2015-03-10 | | {code}",
                    )
                ]
            ),
            "person": SCHOOL_AGE,
        },
    ),
    Example(
        "LA14",
        "Placed for adoption, with the placement before it also under two years: together too short",
        AUGUST,
        (1, 3),
        {
            "looked_after_period": periods("a", "b", "c"),
            "placement": """
                child | looked_after_period_id | started_on | ended_on   | placement_type
                a     | a                      | 2011-05-01 | 2013-09-01 | U6
                a     | a                      | 2013-09-01 | 2015-03-10 | U6
                a     | a                      | 2015-03-10 |            | A6
                b     | b                      | 2011-05-01 | 2013-08-31 | U6
                b     | b                      | 2013-08-31 | 2015-03-10 | U6
                b     | b                      | 2015-03-10 |            | A6
                c     | c                      | 2011-05-01 | 2014-05-01 | U6
                c     | c                      | 2014-05-01 | 2015-03-10 | K2
                c     | c                      | 2015-03-10 |            | A6
            """,
            "person": SCHOOL_AGE,
        },
        kind="edge",
    ),
    Example(
        "LA14",
        "A stay in hospital or a holiday (T0 to T4) beside a long placement does not break it; a children's home does",
        AUGUST,
        (5, 6),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e", "f"),
            "placement": "\n".join(
                ["child | looked_after_period_id | started_on | ended_on | placement_type"]
                + [
                    row.format(child=child, code=code)
                    for child, code in zip("abcdef", ("T0", "T1", "T2", "T3", "T4", "K2"), strict=True)
                    for row in (
                        "{child} | {child} | 2011-05-01 | | U4",
                        "{child} | {child} | 2015-03-10 | 2015-03-12 | {code}",
                    )
                ]
            ),
            "person": SCHOOL_AGE,
        },
    ),
    Example(
        "LA14",
        "Without a date of birth a child is not known to be under 16; a placement without a first day shows nothing",
        AUGUST,
        (0, 1),
        {
            "looked_after_period": periods("a", "b"),
            "placement": """
                child | looked_after_period_id | started_on
                a     | a                      | 2011-05-01
                b     | b                      |
            """,
            "person": """
                child | born_on
                a     |
                b     | 2005-05-05
            """,
        },
        kind="missing",
    ),
    Example(
        "LA14",
        "A child without a first day is not known to have been looked after for long",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": ONE_WITHOUT_A_FIRST_DAY,
            "placement": """
                child | looked_after_period_id | started_on
                a     | a                      | 2011-05-01
                b     | b                      | 2011-05-01
            """,
            "person": SCHOOL_AGE,
        },
        kind="missing",
    ),
    Example(
        "LA14",
        "Two open periods for one child are a fault in the records: the child counts once, as in LA01",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": TWO_OPEN_PERIODS,
            "placement": """
                child | looked_after_period_id | started_on
                a     | 1                      | 2011-05-01
                a     | 2                      | 2011-06-01
            """,
            "person": SCHOOL_AGE,
        },
        kind="twice",
    ),
    Example(
        "LA14",
        short_breaks.SAYS,
        AUGUST,
        (4, 4),
        {
            "looked_after_period": short_breaks.periods(),
            "looked_after_episode": short_breaks.EPISODES,
            "placement": short_breaks.for_each_child("looked_after_period_id | started_on", "{child} | 2011-05-01"),
            "person": short_breaks.for_each_child("born_on", "2005-05-05"),
        },
    ),
    Example(
        "LA14",
        "A child who ceases on the last day is in neither number",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on | ended_on
                a     | a                      | 2011-05-01 | 2015-08-31
                b     | b                      | 2011-05-01 | 2015-09-01
            """,
            "placement": """
                child | looked_after_period_id | started_on
                a     | a                      | 2011-05-01
                b     | b                      | 2011-05-01
            """,
            "person": SCHOOL_AGE,
        },
        kind="edge",
    ),
    Example(
        "LA14",
        "A move after the last day does not end two years in one placement",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": periods("a"),
            "placement": """
                child | looked_after_period_id | started_on | ended_on   | placement_type
                a     | a                      | 2011-05-01 | 2015-09-01 | U4
                a     | a                      | 2015-09-01 |            | K2
            """,
            "person": SCHOOL_AGE,
        },
    ),
)
