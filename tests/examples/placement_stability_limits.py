"""Worked examples of long-term stability at its limits: when a placement still goes on, and what is a move."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples.placements import periods
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
    g     | 2005-05-05
    h     | 2005-05-05
"""

EXAMPLES: tuple[Example, ...] = (
    Example(
        "LA14",
        "A temporary stay (T0 to T4) and coming back from it are no move, and a temporary stay alone is no home",
        AUGUST,
        (5, 8),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e", "f", "g", "h"),
            "placement": "\n".join(
                [
                    "child | looked_after_period_id | started_on | ended_on | placement_type",
                    *(
                        row.format(child=child, code=code)
                        for child, code in zip("abcde", ("T0", "T1", "T2", "T3", "T4"), strict=True)
                        for row in (
                            "{child} | {child} | 2011-05-01 | 2015-03-10 | U4",
                            "{child} | {child} | 2015-03-10 | 2015-03-20 | {code}",
                            "{child} | {child} | 2015-03-20 | | U4",
                        )
                    ),
                    "f | f | 2011-05-01 | 2013-09-10 | K2",
                    "f | f | 2013-09-10 | 2015-03-20 | T0",
                    "f | f | 2015-03-20 | | U4",
                    "g | g | 2011-05-01 | | T4",
                    "h | h | 2011-05-01 | 2015-09-10 | T2",
                    "h | h | 2015-09-10 | | U4",
                ]
            ),
            "person": SCHOOL_AGE,
        },
    ),
    Example(
        "LA14",
        "On the way to adoptive parents, coming back from a temporary stay and a stay of short breaks are no moves",
        AUGUST,
        (2, 2),
        {
            "looked_after_period": periods("a", "b"),
            "placement": """
                child | looked_after_period_id | placement_id | started_on | ended_on   | placement_type
                a     | a                      | 1            | 2011-05-01 | 2015-03-10 | U4
                a     | a                      | 2            | 2015-03-10 | 2015-03-20 | T1
                a     | a                      | 3            | 2015-03-20 | 2015-06-10 | U4
                a     | a                      | 4            | 2015-06-10 |            | A6
                b     | b                      | 5            | 2011-05-01 | 2015-06-10 | U4
                b     | b                      | 6            | 2015-03-10 | 2015-03-20 | K2
                b     | b                      | 7            | 2015-06-10 |            | A6
            """,
            "looked_after_episode": """
                child | looked_after_period_id | placement_id | started_on | legal_status_code
                b     | b                      | 5            | 2011-05-01 | C2
                b     | b                      | 6            | 2015-03-10 | V3
            """,
            "person": SCHOOL_AGE,
        },
    ),
    Example(
        "LA14",
        "No temporary stay of any kind (T0 to T4) is a home, however long",
        AUGUST,
        (0, 5),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e"),
            "placement": "\n".join(
                [
                    "child | looked_after_period_id | started_on | placement_type",
                    *(
                        f"{child} | {child} | 2011-05-01 | {code}"
                        for child, code in zip("abcde", ("T0", "T1", "T2", "T3", "T4"), strict=True)
                    ),
                ]
            ),
            "person": SCHOOL_AGE,
        },
    ),
    Example(
        "LA14",
        "A first home begun two years before to the day is two years in one place; a stay of short breaks ends nothing",
        AUGUST,
        (2, 3),
        {
            "looked_after_period": periods("a", "b", "c"),
            "placement": """
                child | looked_after_period_id | placement_id | started_on | ended_on   | placement_type
                a     | a                      | 1            | 2011-05-01 | 2013-08-31 | T0
                a     | a                      | 2            | 2013-08-31 |            | U4
                b     | b                      | 3            | 2011-05-01 |            | U4
                b     | b                      | 4            | 2015-03-10 | 2015-03-20 | K2
                c     | c                      | 5            | 2011-05-01 | 2013-09-01 | T0
                c     | c                      | 6            | 2013-09-01 |            | U4
            """,
            "looked_after_episode": """
                child | looked_after_period_id | placement_id | started_on | legal_status_code
                b     | b                      | 3            | 2011-05-01 | C2
                b     | b                      | 4            | 2015-03-10 | V4
            """,
            "person": SCHOOL_AGE,
        },
        kind="edge",
    ),
    Example(
        "LA14",
        "The placement must still go on: one that ended, with nothing after it, does not; a temporary stay ends none",
        AUGUST,
        (3, 6),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e", "f"),
            "placement": """
                child | looked_after_period_id | started_on | ended_on   | placement_type
                a     | a                      | 2011-05-01 | 2014-12-10 | U4
                b     | b                      | 2011-05-01 | 2015-08-15 | U4
                c     | c                      | 2011-05-01 | 2015-08-31 | U4
                d     | d                      | 2011-05-01 | 2015-09-01 | U4
                e     | e                      | 2011-05-01 | 2013-09-15 | U4
                e     | e                      | 2013-09-15 |            | T0
                f     | f                      | 2011-05-01 | 2015-09-20 | U4
            """,
            "person": SCHOOL_AGE,
        },
        kind="edge",
    ),
    Example(
        "LA14",
        "Any other placement in the two years is a move, even beside a long one, on the last day or of unknown kind",
        AUGUST,
        (0, 4),
        {
            "looked_after_period": periods("a", "b", "c", "d"),
            "placement": """
                child | looked_after_period_id | started_on | ended_on   | placement_type
                a     | a                      | 2011-05-01 |            | U4
                a     | a                      | 2013-09-10 | 2013-09-20 | K2
                b     | b                      | 2011-05-01 |            | U4
                b     | b                      | 2015-08-31 |            | K2
                c     | c                      | 2011-05-01 |            | U4
                c     | c                      | 2015-03-10 |            | K2
                d     | d                      | 2011-05-01 |            | U4
                d     | d                      | 2015-03-10 | 2015-03-12 |
            """,
            "person": SCHOOL_AGE,
        },
    ),
    Example(
        "LA14",
        "Placed for adoption must hold on the last day: begun on it does, ended by it or begun after it does not",
        AUGUST,
        (4, 8),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e", "f", "g", "h"),
            "placement": """
                child | looked_after_period_id | started_on | ended_on   | placement_type
                a     | a                      | 2011-05-01 | 2015-08-31 | U6
                a     | a                      | 2015-08-31 |            | A6
                b     | b                      | 2011-05-01 | 2014-12-10 | U6
                b     | b                      | 2014-12-10 | 2015-08-31 | A6
                c     | c                      | 2011-05-01 | 2014-12-10 | U6
                c     | c                      | 2014-12-10 | 2015-09-02 | A6
                c     | c                      | 2015-09-02 |            | K2
                d     | d                      | 2011-05-01 | 2014-01-10 | U6
                d     | d                      | 2014-01-10 | 2015-09-02 | U6
                d     | d                      | 2015-09-02 |            | A6
                e     | e                      | 2011-05-01 | 2014-12-10 | U6
                e     | e                      | 2014-12-10 | 2015-08-15 | A6
                f     | f                      | 2011-05-01 | 2013-12-10 | U6
                f     | f                      | 2013-12-10 | 2015-03-10 |
                f     | f                      | 2015-03-10 |            | A6
                g     | g                      | 2011-05-01 | 2014-12-10 | U6
                g     | g                      | 2014-12-10 | 2015-09-20 | A6
                h     | h                      | 2011-05-01 | 2014-12-10 | U6
                h     | h                      | 2014-12-10 | 2015-10-20 | A6
            """,
            "person": SCHOOL_AGE,
        },
        kind="edge",
    ),
    Example(
        "LA14",
        "A stay in hospital or a holiday (T0 to T4) on the way to adoptive parents is not a placement of its own",
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
                        "{child} | {child} | 2011-05-01 | 2015-03-10 | U6",
                        "{child} | {child} | 2015-03-10 | 2015-03-12 | {code}",
                        "{child} | {child} | 2015-03-12 | | A6",
                    )
                ]
            ),
            "person": SCHOOL_AGE,
        },
    ),
    Example(
        "LA14",
        "Placements of another period of care are neither where the child lives nor a move",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on | ended_on
                a     | a                      | 2011-05-01 |
                a     | respite                | 2015-03-10 | 2015-03-20
                b     | b                      | 2011-05-01 |
                b     | before                 | 2009-05-01 | 2010-05-01
            """,
            "placement": """
                child | looked_after_period_id | started_on | ended_on   | placement_type
                a     | a                      | 2011-05-01 |            | U4
                a     | respite                | 2015-03-10 | 2015-03-20 | U6
                b     | before                 | 2009-05-01 |            | A6
            """,
            "person": SCHOOL_AGE,
        },
        kind="twice",
    ),
)
