"""Worked examples of where looked-after children live: distance from home, moves, and staying in one place."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Example

AUGUST = month(2015, 8)
"""Its twelve months are 1 September 2014 to 31 August 2015."""


def periods(*children: str, started_on: str = "2011-05-01") -> str:
    """A period of care that is still open for each child; its key is the child's letter."""
    rows = (f"{child} | {child} | {started_on}" for child in children)
    return "\n".join(("child | looked_after_period_id | started_on", *rows))


AT_THE_EDGE = """
    child | looked_after_period_id | started_on | ended_on
    a     | a                      | 2011-05-01 | 2015-08-31
    b     | b                      | 2011-05-01 | 2015-09-01
    c     | c                      | 2015-08-31 |
    d     | d                      | 2015-09-01 |
"""
ONE_WITHOUT_A_FIRST_DAY = """
    child | looked_after_period_id | started_on
    a     | a                      |
    b     | b                      | 2011-05-01
"""
TWO_OPEN_PERIODS = """
    child | looked_after_period_id | started_on
    a     | 1                      | 2011-05-01
    a     | 2                      | 2011-06-01
"""
SHORT_BREAKS = {
    "looked_after_period": short_breaks.periods(),
    "looked_after_episode": short_breaks.EPISODES,
    "placement": short_breaks.for_each_child(
        "looked_after_period_id | started_on | is_in_authority | distance_miles",
        "{child} | 2015-01-10 | false | 48.50",
    ),
}
LEFT_OPEN_IN_AN_EARLIER_PERIOD = {
    "looked_after_period": """
        child | looked_after_period_id | started_on | ended_on
        a     | 1                      | 2011-05-01 | 2012-05-01
        a     | 2                      | 2014-06-01 |
    """,
    "placement": """
        child | looked_after_period_id | started_on | is_in_authority | distance_miles
        a     | 1                      | 2011-05-01 | false           | 48.50
        a     | 2                      | 2014-06-01 | true            | 2.00
    """,
}
FAR_AWAY = """
    child | looked_after_period_id | started_on | is_in_authority | distance_miles
    a     | a                      | 2015-01-10 | false           | 48.50
    b     | b                      | 2015-01-10 | false           | 48.50
    d     | d                      | 2015-01-10 | false           | 48.50
"""
TWO_FAR_AWAY = """
    child | looked_after_period_id | started_on | is_in_authority | distance_miles
    a     | 1                      | 2015-01-10 | false           | 48.50
    a     | 2                      | 2015-01-10 | false           | 48.50
"""
MOVED_BACK_AND_OUT = """
    child | looked_after_period_id | started_on | ended_on   | is_in_authority | distance_miles
    a     | a                      | 2015-01-10 | 2015-08-31 | false           | 48.50
    a     | a                      | 2015-08-31 |            | true            | 3.00
    b     | b                      | 2015-01-10 | 2015-09-02 | false           | 48.50
    b     | b                      | 2015-09-02 |            | true            | 3.00
    c     | c                      | 2015-08-31 |            | false           | 48.50
    d     | d                      | 2015-09-01 |            | false           | 48.50
    e     | e                      | 2015-01-10 | 2015-09-15 | false           | 48.50
"""

OUTSIDE_AND_FAR = (
    Example(
        "LA11",
        "20.00 miles is not more than 20 and 20.01 miles is; 999.90 says that the distance is not known",
        AUGUST,
        (1, 4),
        {
            "looked_after_period": periods("a", "b", "c", "d"),
            "placement": """
                child | looked_after_period_id | started_on | is_in_authority | distance_miles
                a     | a                      | 2015-01-10 | false           | 20.00
                b     | b                      | 2015-01-10 | false           | 20.01
                c     | c                      | 2015-01-10 | false           | 999.90
                d     | d                      | 2015-01-10 | false           |
            """,
        },
        kind="edge",
    ),
    Example(
        "LA11",
        "A far placement within the boundary does not count, nor one of which the side is not recorded",
        AUGUST,
        (1, 3),
        {
            "looked_after_period": periods("a", "b", "c"),
            "placement": """
                child | looked_after_period_id | started_on | is_in_authority | distance_miles
                a     | a                      | 2015-01-10 | false           | 35.00
                b     | b                      | 2015-01-10 | true            | 35.00
                c     | c                      | 2015-01-10 |                 | 35.00
            """,
        },
    ),
    Example(
        "LA11",
        "The placement at the end of the last day counts: one left on that day does not, one begun on it does",
        AUGUST,
        (3, 5),
        {"looked_after_period": periods("a", "b", "c", "d", "e"), "placement": MOVED_BACK_AND_OUT},
        kind="edge",
    ),
    Example(
        "LA11",
        "A child who ceases on the last day is in neither number",
        AUGUST,
        (1, 2),
        {"looked_after_period": AT_THE_EDGE, "placement": FAR_AWAY},
        kind="edge",
    ),
    Example(
        "LA11",
        "A child without a first day is in neither number; a placement without one shows nothing",
        AUGUST,
        (0, 1),
        {
            "looked_after_period": ONE_WITHOUT_A_FIRST_DAY,
            "placement": """
                child | looked_after_period_id | started_on | is_in_authority | distance_miles
                a     | a                      | 2015-01-10 | false           | 35.00
                b     | b                      |            | false           | 35.00
            """,
        },
        kind="missing",
    ),
    Example(
        "LA11",
        "Two open periods for one child are a fault in the records: the child counts once, as in LA01",
        AUGUST,
        (1, 1),
        {"looked_after_period": TWO_OPEN_PERIODS, "placement": TWO_FAR_AWAY},
        kind="twice",
    ),
    Example("LA11", short_breaks.SAYS, AUGUST, (4, 4), SHORT_BREAKS),
    Example(
        "LA11",
        "A placement that was left open in an earlier period of care is not where the child lives now",
        AUGUST,
        (0, 1),
        LEFT_OPEN_IN_AN_EARLIER_PERIOD,
        kind="twice",
    ),
)

FAR = (
    Example(
        "LA12",
        "20.00 miles is not more than 20 and 20.01 miles is; 999.90 says that the distance is not known",
        AUGUST,
        (1, 4),
        {
            "looked_after_period": periods("a", "b", "c", "d"),
            "placement": """
                child | looked_after_period_id | started_on | distance_miles
                a     | a                      | 2015-01-10 | 20.00
                b     | b                      | 2015-01-10 | 20.01
                c     | c                      | 2015-01-10 | 999.90
                d     | d                      | 2015-01-10 |
            """,
        },
        kind="edge",
    ),
    Example(
        "LA12",
        "The boundary is no matter: far is far, inside, outside or not recorded",
        AUGUST,
        (3, 4),
        {
            "looked_after_period": periods("a", "b", "c", "d"),
            "placement": """
                child | looked_after_period_id | started_on | is_in_authority | distance_miles
                a     | a                      | 2015-01-10 | false           | 35.00
                b     | b                      | 2015-01-10 | true            | 35.00
                c     | c                      | 2015-01-10 |                 | 35.00
                d     | d                      | 2015-01-10 | false           | 2.50
            """,
        },
    ),
    Example(
        "LA12",
        "The placement at the end of the last day counts: one left on that day does not, one begun on it does",
        AUGUST,
        (3, 5),
        {"looked_after_period": periods("a", "b", "c", "d", "e"), "placement": MOVED_BACK_AND_OUT},
        kind="edge",
    ),
    Example(
        "LA12",
        "A child who ceases on the last day is in neither number",
        AUGUST,
        (1, 2),
        {"looked_after_period": AT_THE_EDGE, "placement": FAR_AWAY},
        kind="edge",
    ),
    Example(
        "LA12",
        "A child without a first day is in neither number; a placement without one shows nothing",
        AUGUST,
        (0, 1),
        {
            "looked_after_period": ONE_WITHOUT_A_FIRST_DAY,
            "placement": """
                child | looked_after_period_id | started_on | distance_miles
                a     | a                      | 2015-01-10 | 35.00
                b     | b                      |            | 35.00
            """,
        },
        kind="missing",
    ),
    Example(
        "LA12",
        "Two open periods for one child are a fault in the records: the child counts once, as in LA01",
        AUGUST,
        (1, 1),
        {"looked_after_period": TWO_OPEN_PERIODS, "placement": TWO_FAR_AWAY},
        kind="twice",
    ),
    Example("LA12", short_breaks.SAYS, AUGUST, (4, 4), SHORT_BREAKS),
    Example(
        "LA12",
        "A placement that was left open in an earlier period of care is not where the child lives now",
        AUGUST,
        (0, 1),
        LEFT_OPEN_IN_AN_EARLIER_PERIOD,
        kind="twice",
    ),
)

EXAMPLES: tuple[Example, ...] = OUTSIDE_AND_FAR + FAR
