"""Worked examples of three or more placements in twelve months."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples import _short_breaks as short_breaks
from tests.examples.placements import AT_THE_EDGE, TWO_OPEN_PERIODS, periods
from tests.support.examples import Example

AUGUST = month(2015, 8)
"""Its twelve months are 1 September 2014 to 31 August 2015."""

EXAMPLES: tuple[Example, ...] = (
    Example(
        "LA13",
        "Coming back from hospital or a holiday (T0 to T4) to the placement before is not a move, and moving on is",
        AUGUST,
        (0, 5),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e"),
            "placement": "\n".join(
                ["child | started_on | ended_on | placement_type"]
                + [
                    row.format(child=child, code=code)
                    for child, code in zip("abcde", ("T0", "T1", "T2", "T3", "T4"), strict=True)
                    for row in (
                        "{child} | 2013-05-01 | 2015-01-10 | U6",
                        "{child} | 2015-01-10 | 2015-01-20 | {code}",
                        "{child} | 2015-01-20 | 2015-05-10 | U6",
                        "{child} | 2015-05-10 | | K2",
                    )
                ]
            ),
        },
    ),
    Example(
        "LA13",
        "After a temporary stay, another kind of placement or another postcode is a move; an unknown postcode is not",
        AUGUST,
        (5, 9),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e", "f", "g", "h", "i"),
            "placement": """
                child | started_on | ended_on   | placement_type | postcode
                a     | 2013-05-01 | 2015-01-10 | U6             | ZZ1 1AA
                a     | 2015-01-10 | 2015-01-20 | T0             |
                a     | 2015-01-20 | 2015-05-10 | K2             | ZZ1 1AA
                a     | 2015-05-10 |            | U6             | ZZ1 1AA
                b     | 2013-05-01 | 2015-01-10 | U6             | ZZ1 1AA
                b     | 2015-01-10 | 2015-01-20 | T0             |
                b     | 2015-01-20 | 2015-05-10 | U6             | ZZ2 2BB
                b     | 2015-05-10 |            | K2             | ZZ1 1AA
                c     | 2013-05-01 | 2015-01-10 | U6             | ZZ1 1AA
                c     | 2015-01-10 | 2015-01-20 | T0             |
                c     | 2015-01-20 | 2015-05-10 | U6             | ZZ1 1AA
                c     | 2015-05-10 |            | K2             | ZZ1 1AA
                d     | 2013-05-01 | 2015-01-10 | U6             |
                d     | 2015-01-10 | 2015-01-20 | T0             |
                d     | 2015-01-20 | 2015-05-10 | U6             | ZZ1 1AA
                d     | 2015-05-10 |            | K2             | ZZ1 1AA
                e     | 2013-05-01 | 2015-01-10 | U6             | ZZ1 1AA
                e     | 2015-01-10 | 2015-01-20 | T0             |
                e     | 2015-01-20 | 2015-05-10 | U6             |
                e     | 2015-05-10 |            | K2             | ZZ1 1AA
                f     | 2013-05-01 | 2015-01-10 | U6             | ZZ1 1AA
                f     | 2015-01-10 | 2015-01-20 | K2             |
                f     | 2015-01-20 | 2015-05-10 | U6             | ZZ1 1AA
                f     | 2015-05-10 |            | K2             | ZZ1 1AA
                g     | 2013-05-01 | 2015-01-10 | U6             | ZZ2 2BB
                g     | 2015-01-10 | 2015-01-20 | T0             |
                g     | 2015-01-20 | 2015-05-10 | U6             | ZZ1 1AA
                g     | 2015-05-10 |            | K2             | ZZ1 1AA
                i     | 2013-05-01 | 2015-01-10 | U6             | ZZ3 3CC
                i     | 2015-01-10 | 2015-01-20 | T0             |
                i     | 2015-01-20 | 2015-05-10 | U6             | ZZ1 1AA
                i     | 2015-05-10 |            | K2             | ZZ1 1AA
                h     | 2013-05-01 |            | U6             | ZZ1 1AA
                h     | 2015-01-10 | 2015-01-20 | T0             |
                h     | 2015-01-20 | 2015-05-10 | U6             | ZZ1 1AA
                h     | 2015-05-10 |            | K2             | ZZ1 1AA
            """,
        },
        kind="edge",
    ),
    Example(
        "LA13",
        "Stays of short breaks (V3, V4) are no placements; one that became a placement in care is",
        AUGUST,
        (1, 4),
        {
            "looked_after_period": periods("a", "b", "c", "d"),
            "placement": """
                child | placement_id | started_on | ended_on   | placement_type
                a     | 1            | 2014-10-10 | 2014-12-01 | U6
                a     | 2            | 2014-12-01 | 2015-05-01 | K2
                a     | 3            | 2015-05-01 |            | U6
                b     | 4            | 2014-10-10 | 2014-12-01 | U6
                b     | 5            | 2014-12-01 | 2015-05-01 | K2
                b     | 6            | 2015-05-01 |            | U6
                c     | 7            | 2014-10-10 | 2014-12-01 | U6
                c     | 8            | 2014-12-01 | 2015-05-01 | K2
                c     | 9            | 2015-05-01 |            | U6
                d     | 10           | 2014-10-10 | 2014-12-01 | U6
                d     | 11           | 2014-12-01 | 2015-05-01 | K2
                d     | 12           | 2015-05-01 |            | U6
            """,
            "looked_after_episode": """
                child | placement_id | started_on | legal_status_code
                a     | 1            | 2014-10-10 | V3
                a     | 2            | 2014-12-01 | V4
                a     | 3            | 2015-05-01 | C2
                b     | 4            | 2014-10-10 | V3
                b     | 4            | 2014-11-10 | C2
                b     | 5            | 2014-12-01 | C2
                c     | 7            | 2014-10-10 | V3
                d     | 10           | 2014-10-10 | V4
            """,
        },
    ),
    Example(
        "LA13",
        "Three placements count, two do not; the one open when the twelve months began is among them",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": periods("a", "b"),
            "placement": """
                child | started_on | ended_on   | placement_type
                a     | 2013-05-01 | 2014-12-01 | U6
                a     | 2014-12-01 | 2015-05-01 | K2
                a     | 2015-05-01 |            | U6
                b     | 2013-05-01 | 2014-12-01 | U6
                b     | 2014-12-01 |            | K2
            """,
        },
    ),
    Example(
        "LA13",
        "Four placements count as well as three",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": periods("a"),
            "placement": """
                child | started_on | ended_on   | placement_type
                a     | 2013-05-01 | 2014-12-01 | U6
                a     | 2014-12-01 | 2015-02-01 | K2
                a     | 2015-02-01 | 2015-05-01 | R1
                a     | 2015-05-01 |            | U6
            """,
        },
    ),
    Example(
        "LA13",
        "A placement left on 1 September 2014 is within the twelve months, one left on 31 August 2014 is not",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": periods("a", "b"),
            "placement": """
                child | started_on | ended_on   | placement_type
                a     | 2013-05-01 | 2014-09-01 | U6
                a     | 2014-09-01 | 2015-05-01 | K2
                a     | 2015-05-01 |            | U6
                b     | 2013-05-01 | 2014-08-31 | U6
                b     | 2014-08-31 | 2015-05-01 | K2
                b     | 2015-05-01 |            | U6
            """,
        },
        kind="edge",
    ),
    Example(
        "LA13",
        "A placement begun on the last day counts; one begun after it does not",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": periods("a", "b"),
            "placement": """
                child | started_on | ended_on   | placement_type
                a     | 2013-05-01 | 2015-01-10 | U6
                a     | 2015-01-10 | 2015-08-31 | K2
                a     | 2015-08-31 |            | U6
                b     | 2013-05-01 | 2015-01-10 | U6
                b     | 2015-01-10 | 2015-09-01 | K2
                b     | 2015-09-01 |            | U6
            """,
        },
        kind="edge",
    ),
    Example(
        "LA13",
        "Temporary placements, such as hospital or a holiday (T0 to T4), are not moves",
        AUGUST,
        (0, 5),
        {
            "looked_after_period": periods("a", "b", "c", "d", "e"),
            "placement": "\n".join(
                ["child | started_on | ended_on | placement_type"]
                + [
                    row.format(child=child, code=code)
                    for child, code in zip("abcde", ("T0", "T1", "T2", "T3", "T4"), strict=True)
                    for row in (
                        "{child} | 2013-05-01 | 2015-01-10 | U6",
                        "{child} | 2015-01-10 | 2015-01-20 | {code}",
                        "{child} | 2015-01-20 | | U6",
                    )
                ]
            ),
        },
    ),
    Example(
        "LA13",
        "Placed for adoption with the foster carer (A3, A5) is not a move; with other adopters (A4, A6) it is",
        AUGUST,
        (2, 4),
        {
            "looked_after_period": periods("a", "b", "c", "d"),
            "placement": "\n".join(
                ["child | started_on | ended_on | placement_type"]
                + [
                    row.format(child=child, code=code)
                    for child, code in zip("abcd", ("A3", "A4", "A5", "A6"), strict=True)
                    for row in (
                        "{child} | 2013-05-01 | 2015-01-10 | K2",
                        "{child} | 2015-01-10 | 2015-06-20 | U6",
                        "{child} | 2015-06-20 | | {code}",
                    )
                ]
            ),
        },
    ),
    Example(
        "LA13",
        "A placement left on the day it began lasted less than 24 hours and does not count; one night does",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": periods("a", "b"),
            "placement": """
                child | started_on | ended_on   | placement_type
                a     | 2013-05-01 | 2015-01-10 | U6
                a     | 2015-01-10 | 2015-01-10 | K2
                a     | 2015-01-10 |            | U6
                b     | 2013-05-01 | 2015-01-10 | U6
                b     | 2015-01-10 | 2015-01-11 | K2
                b     | 2015-01-11 |            | U6
            """,
        },
        kind="edge",
    ),
    Example(
        "LA13",
        "A placement of which the kind is not recorded counts; one without a first day does not",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": periods("a", "b"),
            "placement": """
                child | started_on | ended_on   | placement_type
                a     | 2013-05-01 | 2015-01-10 |
                a     | 2015-01-10 | 2015-05-01 |
                a     | 2015-05-01 |            |
                b     |            | 2015-01-10 | U6
                b     | 2015-01-10 | 2015-05-01 | K2
                b     | 2015-05-01 |            | U6
            """,
        },
        kind="missing",
    ),
    Example(
        "LA13",
        "Two open periods for one child are a fault in the records: the child counts once, as in LA01",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": TWO_OPEN_PERIODS,
            "placement": """
                child | started_on | ended_on   | placement_type
                a     | 2013-05-01 | 2014-12-01 | U6
                a     | 2014-12-01 | 2015-05-01 | K2
                a     | 2015-05-01 |            | U6
            """,
        },
        kind="twice",
    ),
    Example(
        "LA13",
        short_breaks.SAYS,
        AUGUST,
        (4, 4),
        {
            "looked_after_period": short_breaks.periods(),
            "looked_after_episode": short_breaks.EPISODES,
            "placement": short_breaks.for_each_child(
                "started_on | ended_on | placement_type",
                "2013-05-01 | 2014-12-01 | U6",
                "2014-12-01 | 2015-05-01 | K2",
                "2015-05-01 | | U6",
            ),
        },
    ),
    Example(
        "LA13",
        "A child who ceases on the last day is in neither number; a child looked after for a day is in the whole",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": AT_THE_EDGE,
            "placement": """
                child | started_on | ended_on   | placement_type
                a     | 2013-05-01 | 2014-12-01 | U6
                a     | 2014-12-01 | 2015-05-01 | K2
                a     | 2015-05-01 | 2015-08-31 | U6
                b     | 2013-05-01 | 2014-12-01 | U6
                b     | 2014-12-01 | 2015-05-01 | K2
                b     | 2015-05-01 | 2015-09-01 | U6
            """,
        },
        kind="edge",
    ),
)
