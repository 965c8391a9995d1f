"""Worked examples of whether the last visit to a looked-after child was in time."""

from __future__ import annotations

from datetime import date

from purplebook.language.periods import month, year_to_date
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Example

AUGUST = month(2015, 8)
"""Its last day, 31 August, is 42 days after 20 July and three months after 31 May."""


def periods(*children: str) -> str:
    """A period of care since 2011, still open, for each child; its key is the child's letter."""
    return "\n".join(
        ("child | looked_after_period_id | started_on", *(f"{child} | {child} | 2011-05-01" for child in children))
    )


def placements(*children: str, moved_in: str, kind: str = "U6") -> str:
    """One placement for each child, all begun on the same day."""
    return "\n".join(
        (
            "child | looked_after_period_id | started_on | ended_on | placement_type",
            *(f"{child} | {child} | {moved_in} | | {kind}" for child in children),
        )
    )


def visits(*children: str, on: str) -> str:
    """One visit to each child, who was seen."""
    return "\n".join(("child | visit_type | visited_on | seen", *(f"{child} | LAC | {on} | Y" for child in children)))


FIRST_WEEK = (
    Example(
        "LA16",
        "A child 7 days in a placement is not yet counted, one 8 days in it is; one without a placement is not",
        AUGUST,
        (2, 2),
        {
            "looked_after_period": periods("a", "b", "c", "d"),
            "placement": """
                child | looked_after_period_id | started_on
                a     | a                      | 2015-08-24
                b     | b                      | 2015-08-23
                c     | c                      | 2011-05-01
            """,
            "visit": visits("a", "b", "c", "d", on="2015-08-28"),
        },
        kind="edge",
    ),
    Example(
        "LA16",
        "The week runs from the latest move among placements open at the end of the last day",
        AUGUST,
        (3, 3),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e", "f"),
            "placement": """
                child | looked_after_period_id | started_on | ended_on
                a     | a                      | 2015-01-10 |
                a     | a                      | 2015-08-26 |
                b     | b                      | 2015-01-10 |
                b     | b                      | 2015-08-26 | 2015-08-31
                c     | c                      | 2015-01-10 | 2015-09-05
                d     | d                      | 2015-01-10 | 2015-09-05
                d     | d                      | 2015-09-05 |
                e     | e                      | 2015-01-10 |
                e     | e                      | 2015-08-31 |
                f     | f                      | 2015-01-10 | 2015-08-31
                f     | f                      | 2015-08-31 |
            """,
            "visit": visits("a", "b", "c", "d", "e", "f", on="2015-08-31"),
        },
        kind="edge",
    ),
    Example(
        "LA16",
        "A visit on the day of the latest move counts, an earlier one does not",
        AUGUST,
        (5, 6),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e", "f"),
            "placement": """
                child | looked_after_period_id | started_on | ended_on
                a     | a                      | 2015-01-10 |
                a     | a                      | 2015-08-10 |
                b     | b                      | 2015-01-10 |
                b     | b                      | 2015-08-10 | 2015-08-31
                c     | c                      | 2015-01-10 | 2015-09-05
                d     | d                      | 2015-01-10 | 2015-09-05
                d     | d                      | 2015-09-05 |
                e     | e                      | 2015-08-05 |
                f     | f                      | 2015-01-10 |
            """,
            "visit": visits("a", "b", "c", "d", "e", "f", on="2015-08-05"),
        },
        kind="edge",
    ),
)

SINCE_THE_MOVE = (
    Example(
        "LA16",
        "After a move on 10 August the visit of 5 August does not count, and only a visit to a looked-after child who "
        "was seen, by the last day, makes good",
        AUGUST,
        (2, 8),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e", "f", "g", "h"),
            "placement": placements("a", "b", "c", "d", "e", "f", "g", "h", moved_in="2015-08-10"),
            "visit": """
                child | visit_type | visited_on | seen
                a     | LAC        | 2015-08-05 | Y
                a     | LAC        | 2015-08-20 | Y
                b     | LAC        | 2015-08-05 | Y
                b     | LAC        | 2015-08-31 | Y
                c     | LAC        | 2015-08-05 | Y
                c     | CP         | 2015-08-20 | Y
                d     | LAC        | 2015-08-05 | Y
                d     | LAC        | 2015-08-20 | N
                e     | LAC        | 2015-08-05 | Y
                e     | LAC        | 2015-08-20 |
                f     | LAC        | 2015-08-05 | Y
                f     | LAC        | 2015-09-01 | Y
                g     | LAC        | 2015-08-05 | Y
            """,
        },
    ),
)

SIX_WEEKS = (
    Example(
        "LA16",
        "A last visit 42 days ago is in time, one 43 days ago is late",
        AUGUST,
        (2, 3),
        {
            "looked_after_period": periods("a", "b", "c"),
            "placement": placements("a", "b", "c", moved_in="2015-01-10"),
            "visit": """
                child | visit_type | visited_on | seen
                a     | LAC        | 2015-07-20 | Y
                b     | LAC        | 2015-07-19 | Y
                c     | LAC        | 2015-08-20 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "LA16",
        "The latest visit counts; a visit for another reason, without seeing the child, or after the last day does not",
        AUGUST,
        (2, 6),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e", "f"),
            "placement": placements("a", "b", "c", "d", "e", "f", moved_in="2015-01-10"),
            "visit": """
                child | visit_type | visited_on | seen
                a     | LAC        | 2015-03-01 | Y
                a     | LAC        | 2015-08-20 | Y
                b     | LAC        | 2015-03-01 | Y
                b     | LAC        | 2015-08-31 | Y
                c     | LAC        | 2015-03-01 | Y
                c     | CP         | 2015-08-20 | Y
                d     | LAC        | 2015-03-01 | Y
                d     | LAC        | 2015-08-20 | N
                e     | LAC        | 2015-03-01 | Y
                e     | LAC        | 2015-08-20 |
                f     | LAC        | 2015-03-01 | Y
                f     | LAC        | 2015-09-01 | Y
            """,
        },
        kind="edge",
    ),
)

SETTLED = (
    Example(
        "LA16",
        "Three months are allowed after a year in long-term fostering (U1, U4), and to no one else",
        AUGUST,
        (4, 9),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e", "f", "g", "h", "i"),
            "placement": """
                child | looked_after_period_id | started_on | ended_on   | placement_type
                a     | a                      | 2014-08-31 |            | U4
                b     | b                      | 2013-06-10 |            | U1
                c     | c                      | 2013-06-10 | 2015-09-05 | U4
                d     | d                      | 2014-09-01 |            | U4
                e     | e                      | 2013-06-10 |            | U6
                f     | f                      | 2013-06-10 | 2015-08-31 | U4
                f     | f                      | 2015-01-10 |            | U6
                g     | g                      | 2013-06-10 |            |
                h     | h                      | 2013-06-10 |            | K2
                i     | i                      | 2013-06-10 | 2015-10-01 | U1
            """,
            "visit": visits("a", "b", "c", "d", "e", "f", "g", "h", "i", on="2015-06-15"),
        },
        kind="edge",
    ),
    Example(
        "LA16",
        "A visit on 31 May is three months old on 31 August and in time, one on 30 May is late",
        AUGUST,
        (2, 3),
        {
            "looked_after_period": periods("a", "b", "c"),
            "placement": placements("a", "b", "c", moved_in="2013-06-10", kind="U4"),
            "visit": """
                child | visit_type | visited_on | seen
                a     | LAC        | 2015-05-31 | Y
                b     | LAC        | 2015-05-30 | Y
                c     | LAC        | 2015-03-01 | Y
                c     | LAC        | 2015-06-15 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "LA16",
        "For the year to date it is the visits by its last day that count",
        year_to_date(date(2015, 8, 31)),
        (1, 1),
        {
            "looked_after_period": periods("a"),
            "placement": placements("a", moved_in="2013-06-10", kind="U4"),
            "visit": visits("a", on="2015-06-15"),
        },
    ),
    Example(
        "LA16",
        "For a settled child too, only a visit to a looked-after child who was seen, by the last day, counts",
        AUGUST,
        (0, 4),
        {
            "looked_after_period": periods("a", "b", "c", "d"),
            "placement": placements("a", "b", "c", "d", moved_in="2013-06-10", kind="U4"),
            "visit": """
                child | visit_type | visited_on | seen
                a     | LAC        | 2015-03-01 | Y
                a     | CP         | 2015-06-15 | Y
                b     | LAC        | 2015-03-01 | Y
                b     | LAC        | 2015-06-15 | N
                c     | LAC        | 2015-03-01 | Y
                c     | LAC        | 2015-06-15 |
                d     | LAC        | 2015-03-01 | Y
                d     | LAC        | 2015-09-01 | Y
            """,
        },
    ),
)

WHO_COUNTS = (
    Example(
        "LA16",
        "A child who ceases on the last day is not counted, one who ceases the day after is",
        AUGUST,
        (2, 2),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on | ended_on
                a     | a                      | 2011-05-01 | 2015-08-31
                b     | b                      | 2011-05-01 | 2015-09-01
                c     | c                      | 2015-08-10 |
            """,
            "placement": placements("a", "b", "c", moved_in="2015-08-10"),
            "visit": visits("a", "b", "c", on="2015-08-20"),
        },
        kind="edge",
    ),
    Example(
        "LA16",
        "Care or a placement without a first day is not counted; a visit without a day is none, and so is no visit",
        AUGUST,
        (1, 3),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on
                a     | a                      |
                b     | b                      | 2011-05-01
                c     | c                      | 2011-05-01
                d     | d                      | 2011-05-01
                e     | e                      | 2011-05-01
            """,
            "placement": """
                child | looked_after_period_id | started_on
                a     | a                      | 2015-01-10
                b     | b                      |
                c     | c                      | 2015-01-10
                d     | d                      | 2015-01-10
                e     | e                      | 2015-01-10
            """,
            "visit": """
                child | visit_type | visited_on | seen
                a     | LAC        | 2015-08-20 | Y
                b     | LAC        | 2015-08-20 | Y
                c     | LAC        | 2015-08-20 | Y
                d     | LAC        |            | Y
            """,
        },
        kind="missing",
    ),
    Example(
        "LA16",
        "Two open periods of one child are a fault in the records, and the child counts once",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on
                a     | 1                      | 2011-05-01
                a     | 2                      | 2011-06-01
            """,
            "placement": """
                child | looked_after_period_id | started_on
                a     | 1                      | 2015-01-10
                a     | 2                      | 2015-01-10
            """,
            "visit": visits("a", on="2015-08-20"),
        },
        kind="twice",
    ),
    Example(
        "LA16",
        short_breaks.SAYS,
        AUGUST,
        (4, 4),
        {
            "looked_after_period": short_breaks.periods(),
            "looked_after_episode": short_breaks.EPISODES,
            "placement": short_breaks.for_each_child("looked_after_period_id | started_on", "{child} | 2015-01-10"),
            "visit": short_breaks.for_each_child("visit_type | visited_on | seen", "LAC | 2015-08-20 | Y"),
        },
    ),
)

EXAMPLES: tuple[Example, ...] = FIRST_WEEK + SINCE_THE_MOVE + SIX_WEEKS + SETTLED + WHO_COUNTS
