"""Worked examples of how many children are looked after, who starts and who ceases."""

from __future__ import annotations

from purplebook.language.periods import month, quarter
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Example

AUGUST = month(2015, 8)

OPEN_AT_THE_END = """
    child | started_on | ended_on
    a     | 2015-01-10 | 2015-08-31
    b     | 2015-01-10 | 2015-09-01
    c     | 2015-08-31 |
    d     | 2015-09-01 |
"""
WITHOUT_A_FIRST_DAY = """
    child | started_on
    a     |
    b     | 2015-01-10
"""
TWO_OPEN_PERIODS = """
    child | started_on
    a     | 2015-01-10
    a     | 2015-06-10
"""
SHORT_BREAKS = {"looked_after_period": short_breaks.periods(), "looked_after_episode": short_breaks.EPISODES}

HOW_MANY = (
    Example(
        "LA01",
        "A child who ceases on the last day is not looked after at its end; a child who starts on that day is",
        AUGUST,
        (2, None),
        {"looked_after_period": OPEN_AT_THE_END},
        kind="edge",
    ),
    Example(
        "LA01",
        short_breaks.ON_THE_DAY_SAYS,
        AUGUST,
        (len(short_breaks.LOOKED_AFTER_ON_THE_DAY), None),
        {
            "looked_after_period": short_breaks.periods_since_2011(short_breaks.ON_THE_DAY),
            "looked_after_episode": short_breaks.EPISODES_ABOUT_THE_DAY,
        },
        kind="edge",
    ),
    Example("LA01", short_breaks.SAYS, AUGUST, (4, None), SHORT_BREAKS),
    Example(
        "LA01",
        "A period of care without a first day is not counted; one without an end is still open",
        AUGUST,
        (1, None),
        {"looked_after_period": WITHOUT_A_FIRST_DAY},
        kind="missing",
    ),
    Example(
        "LA01",
        "A child who came back into care counts once",
        AUGUST,
        (1, None),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2014-02-03 | 2014-11-20
                a     | 2015-06-15 |
            """
        },
        kind="twice",
    ),
    Example(
        "LA01",
        "Two open periods for one child are a fault in the records, listed at the load: the child counts once",
        AUGUST,
        (1, None),
        {"looked_after_period": TWO_OPEN_PERIODS},
        kind="twice",
    ),
    Example(
        "LA01",
        "The placement of the last day is shown, not the one before it",
        AUGUST,
        (1, None),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on
                a     | period of a            | 2015-01-10
                b     | period of b            | 2015-01-10
            """,
            "placement": """
                child | looked_after_period_id | started_on | ended_on   | placement_type
                a     | period of a            | 2015-01-10 | 2015-08-31 | U6
                a     | period of a            | 2015-08-31 |            | K2
                b     | period of b            | 2015-01-10 |            | U6
            """,
        },
        breakdown="placement",
        group="U6",
        kind="edge",
    ),
    Example(
        "LA02",
        "The children of the rate are those of LA01: open at the end of the last day",
        AUGUST,
        (2, None),
        {"looked_after_period": OPEN_AT_THE_END},
        kind="edge",
    ),
    Example("LA02", short_breaks.SAYS, AUGUST, (4, None), SHORT_BREAKS),
    Example(
        "LA02",
        "A period of care without a first day is not in the rate",
        AUGUST,
        (1, None),
        {"looked_after_period": WITHOUT_A_FIRST_DAY},
        kind="missing",
    ),
    Example(
        "LA02",
        "Two open periods for one child are a fault in the records: the child counts once, as in LA01",
        AUGUST,
        (1, None),
        {"looked_after_period": TWO_OPEN_PERIODS},
        kind="twice",
    ),
)

COMING_AND_GOING = (
    Example(
        "LA03",
        "Who comes is counted by the legal status of the first day, whatever it is afterwards",
        AUGUST,
        (5, 0),
        {
            "looked_after_period": "\n".join(
                [
                    "child | looked_after_period_id | started_on",
                    *(f"{child} | {child} | 2015-08-10" for child in "abcdefgh"),
                ]
            ),
            "looked_after_episode": """
                child | looked_after_period_id | started_on | legal_status_code
                a     | a                      | 2015-08-10 | V4
                b     | b                      | 2015-08-10 | C2
                b     | b                      | 2015-08-11 | V4
                c     | c                      | 2015-08-10 | V3
                c     | c                      | 2015-08-11 | C2
                e     | e                      | 2015-08-09 | V4
                f     | f                      | 2015-08-10 | V4
                f     | f                      | 2015-08-09 | C2
                g     | g                      | 2015-08-10 | V4
                g     | g                      | 2015-08-10 | V2
                h     | h                      | 2015-08-11 | V4
            """,
        },
        kind="edge",
    ),
    Example(
        "LA03",
        "Who leaves is counted by the legal status of the last day, whatever it was before",
        AUGUST,
        (0, 5),
        {
            "looked_after_period": "\n".join(
                [
                    "child | looked_after_period_id | started_on | ended_on",
                    *(f"{child} | {child} | 2011-05-01 | 2015-08-20" for child in "abcdefghij"),
                ]
            ),
            "looked_after_episode": """
                child | looked_after_period_id | started_on | ended_on   | legal_status_code
                a     | a                      | 2011-05-01 | 2015-08-20 | V4
                b     | b                      | 2011-05-01 | 2015-08-20 | C2
                c     | c                      | 2011-05-01 | 2015-06-10 | V4
                c     | c                      | 2015-06-10 | 2015-08-20 | C2
                d     | d                      | 2011-05-01 | 2015-06-10 | C2
                d     | d                      | 2015-06-10 | 2015-08-20 | V3
                e     | e                      | 2011-05-01 |            | V4
                f     | f                      | 2011-05-01 |            | C2
                f     | f                      | 2015-06-10 | 2015-08-20 | V4
                g     | g                      | 2011-05-01 | 2015-09-20 | V4
                h     | h                      | 2011-05-01 | 2015-06-10 | V4
                i     | i                      | 2011-05-01 | 2015-06-10 | C2
                i     | i                      | 2015-06-10 | 2015-09-20 | V4
                j     | j                      | 2011-05-01 | 2015-09-20 | C2
                j     | j                      | 2015-06-10 | 2015-08-20 | V4
            """,
        },
        kind="edge",
    ),
    Example(
        "LA03",
        "The first and the last day of the month are in it, for starting and for ceasing",
        AUGUST,
        (2, 3),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2015-07-31 | 2015-08-01
                b     | 2015-08-01 | 2015-08-31
                c     | 2015-08-31 | 2015-09-01
                d     | 2015-09-01 |
                e     | 2015-01-10 | 2015-08-12
                f     | 2015-01-10 | 2015-07-31
            """
        },
        kind="edge",
    ),
    Example(
        "LA03",
        short_breaks.SAYS,
        AUGUST,
        (4, 4),
        {
            "looked_after_period": short_breaks.periods(started_on="2015-08-03", ended_on="2015-08-10"),
            "looked_after_episode": short_breaks.EPISODES,
        },
    ),
    Example(
        "LA03",
        "A missing first day is no start, but the child still ceased; a missing last day is no end",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     |            | 2015-08-10
                b     | 2015-08-10 |
            """
        },
        kind="missing",
    ),
    Example(
        "LA03",
        "Periods are counted, not children: out, in again and out again in one month is two ends and one start",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2015-01-10 | 2015-08-03
                a     | 2015-08-10 | 2015-08-24
            """
        },
        kind="twice",
    ),
    Example(
        "LA03",
        "Two starts of one child in one month are two starts",
        AUGUST,
        (2, 1),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2015-08-01 | 2015-08-03
                a     | 2015-08-10 |
            """
        },
        kind="twice",
    ),
    Example(
        "LA05",
        "Children who ceased on the first or the last day of the month are in it, whenever they started",
        AUGUST,
        (2, None),
        {
            "looked_after_period": """
                child | started_on | ended_on   | end_reason_code
                a     | 2015-01-10 | 2015-07-31 | E4A
                b     | 2015-01-10 | 2015-08-01 | E4A
                c     | 2015-08-20 | 2015-08-31 | E4A
                d     | 2015-08-20 | 2015-09-01 | E4A
                e     | 2015-08-20 |            |
            """
        },
        kind="edge",
    ),
    Example(
        "LA05",
        "Any reason counts, a transfer to another authority (E3) too, but not X1, when the child is still looked after",
        AUGUST,
        (3, None),
        {
            "looked_after_period": """
                child | started_on | ended_on   | end_reason_code
                a     | 2015-01-10 | 2015-08-10 | E3
                b     | 2015-01-10 | 2015-08-10 | X1
                c     | 2015-01-10 | 2015-08-10 | E11
                d     | 2015-01-10 | 2015-08-10 |
            """
        },
    ),
    Example(
        "LA05",
        short_breaks.SAYS,
        AUGUST,
        (4, None),
        {
            "looked_after_period": short_breaks.periods(ended_on="2015-08-10", reason="E4A"),
            "looked_after_episode": short_breaks.EPISODES,
        },
    ),
    Example(
        "LA05",
        "Without a last day a child has not ceased; without a first day the child has",
        AUGUST,
        (1, None),
        {
            "looked_after_period": """
                child | started_on | ended_on   | end_reason_code
                a     | 2015-01-10 |            | E4A
                b     |            | 2015-08-10 | E4A
            """
        },
        kind="missing",
    ),
    Example(
        "LA05",
        "A child who ceased twice in the quarter counts once, for the last time; ceasing later is no matter",
        quarter(2015, 2),
        (2, None),
        {
            "looked_after_period": """
                child | started_on | ended_on   | end_reason_code
                a     | 2015-01-10 | 2015-07-10 | E4A
                a     | 2015-08-10 | 2015-09-10 | E4B
                b     | 2015-01-10 | 2015-07-10 | E4A
                b     | 2015-08-10 | 2015-10-10 | E4B
            """
        },
        kind="twice",
    ),
    Example(
        "LA05",
        "Short breaks that end later in the year do not hide that a child ceased to be looked after; care does",
        quarter(2015, 2),
        (7, None),
        {
            "looked_after_period": short_breaks.periods(ended_on="2015-09-10", reason="E4A", earlier=False)
            + short_breaks.CEASED_BEFORE.format(ended_on="2015-07-10", reason="E4B"),
            "looked_after_episode": short_breaks.EPISODES,
        },
        kind="twice",
    ),
    Example(
        "LA05",
        "Of two periods that overlap, which is a fault in the records, the one that ends last is counted",
        quarter(2015, 2),
        (1, None),
        {
            "looked_after_period": """
                child | started_on | ended_on   | end_reason_code
                a     | 2015-01-10 | 2015-07-10 | E4A
                a     | 2015-05-10 | 2015-08-10 | E4A
            """
        },
        kind="twice",
    ),
    Example(
        "LA05",
        "A later period that ends with X1 does not hide that the child ceased; one with its reason missing does",
        quarter(2015, 2),
        (2, None),
        {
            "looked_after_period": """
                child | started_on | ended_on   | end_reason_code
                a     | 2015-01-10 | 2015-07-10 | E4A
                a     | 2015-08-10 | 2015-09-10 | X1
                b     | 2015-01-10 | 2015-07-10 | E4A
                b     | 2015-08-10 | 2015-09-10 |
            """
        },
        kind="twice",
    ),
    Example(
        "LA05",
        "Two periods of one child that end on one day are a fault in the records: the child counts once",
        AUGUST,
        (1, None),
        {
            "looked_after_period": """
                child | started_on | ended_on   | end_reason_code
                a     | 2015-01-10 | 2015-08-10 | E4A
                a     | 2015-05-10 | 2015-08-10 | E4A
            """
        },
        kind="twice",
    ),
    Example(
        "LA05",
        "A child who ceased twice is shown under the last reason only",
        quarter(2015, 2),
        (1, None),
        {
            "looked_after_period": """
                child | started_on | ended_on   | end_reason_code
                a     | 2015-01-10 | 2015-07-10 | E4A
                a     | 2015-08-10 | 2015-09-30 | E4B
                b     | 2015-01-10 | 2015-07-10 | E4A
            """
        },
        breakdown="reason",
        group="E4A",
        kind="twice",
    ),
)

EXAMPLES: tuple[Example, ...] = HOW_MANY + COMING_AND_GOING
