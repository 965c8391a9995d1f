"""Worked examples of children who start to be looked after, and of the kinds of placement they live in."""

from __future__ import annotations

from purplebook.language.periods import Period, financial_year, month
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Example

AUGUST = month(2015, 8)
YEAR = financial_year(2014)


def started(
    indicator_id: str, period: Period, *, before: str, first: str, last: str, after: str
) -> tuple[Example, ...]:
    """The same children for the number and for the rate."""
    return (
        Example(
            indicator_id,
            "Care that begins on the first or the last day of the period counts, the day before or after does not",
            period,
            (2, None),
            {
                "looked_after_period": f"""
                    child | started_on | ended_on
                    a     | {before}   | {first}
                    b     | {first}    |
                    c     | {last}     | 2015-12-01
                    d     | {after}    |
                """
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            "Care without a first day is not counted, even when it ended in the period",
            period,
            (1, None),
            {
                "looked_after_period": f"""
                    child | started_on | ended_on
                    a     |            | {last}
                    b     | {first}    |
                """
            },
            kind="missing",
        ),
        Example(
            indicator_id,
            "A child who comes into care twice in the period counts twice",
            period,
            (2, None),
            {
                "looked_after_period": f"""
                    child | started_on | ended_on
                    a     | {first}    | {last}
                    a     | {last}     |
                """
            },
            kind="twice",
        ),
        Example(
            indicator_id,
            short_breaks.SAYS,
            period,
            (4, None),
            {
                "looked_after_period": short_breaks.periods(started_on=first),
                "looked_after_episode": short_breaks.EPISODES,
            },
        ),
    )


STARTED = (
    *started("LA04", AUGUST, before="2015-07-31", first="2015-08-01", last="2015-08-31", after="2015-09-01"),
    *started("LA04-RATE", YEAR, before="2014-03-31", first="2014-04-01", last="2015-03-31", after="2015-04-01"),
)

CODES = (
    *("U1", "U2", "U3"),
    *("U4", "U5", "U6"),
    *("K1", "K2"),
    *("K3", "H5"),
    "P1",
    *("A3", "A4", "A5", "A6"),
    *("Z1", "Z11"),
    "P2",
)
"""One child lives in each of these kinds of placement, and one more has no placement on the day."""

EVERY_KIND = {
    "looked_after_period": "\n".join(
        (
            "child | looked_after_period_id | started_on",
            *(f"{code} | {code} | 2015-01-10" for code in (*CODES, "none")),
        )
    ),
    "placement": "\n".join(
        (
            "child | looked_after_period_id | started_on | placement_type",
            *(f"{code} | {code} | 2015-01-10 | {code}" for code in CODES),
        )
    ),
}


def share(says: str, group: str, number: int) -> Example:
    """How many of the children of `EVERY_KIND` are in one group."""
    return Example("LA15", says, AUGUST, (number, len(CODES) + 1), EVERY_KIND, breakdown="placement_group", group=group)


BY_PLACEMENT = (
    share("Relatives and friends who foster are U1 to U3", "Foster care by a relative or friend", 3),
    share("Other foster care is U4 to U6", "Foster care", 3),
    share("Children's homes are K1, which is secure, and K2", "Children's home, secure or not", 2),
    share("Supported accommodation is K3, and H5 before it", "Supported accommodation", 2),
    share("Placed with parents is P1", "Placed with parents", 1),
    share("Placed for adoption is A3 to A6", "Placed for adoption", 4),
    share("Independent living (P2) is apart from supported accommodation", "Independent living", 1),
    share("Other placements are Z1 and what followed it", "Other", 2),
    share("A child without a placement on the day stays in the whole", "Not recorded", 1),
    Example(
        "LA15",
        "The placement at the end of the day counts, the latest begun when two are open",
        AUGUST,
        (2, 3),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on
                a     | a                      | 2015-01-10
                b     | b                      | 2015-01-10
                c     | c                      | 2015-01-10
            """,
            "placement": """
                child | looked_after_period_id | started_on | ended_on   | placement_type
                a     | a                      | 2015-01-10 | 2015-08-31 | K2
                a     | a                      | 2015-08-31 |            | U6
                b     | b                      | 2015-01-10 | 2015-09-01 | K2
                b     | b                      | 2015-09-01 |            | U6
                c     | c                      | 2015-01-10 |            | K2
                c     | c                      | 2015-08-10 |            | U6
            """,
        },
        breakdown="placement_group",
        group="Foster care",
        kind="edge",
    ),
    Example(
        "LA15",
        "A child who ceases on the last day is not counted, one who ceases the day after is",
        AUGUST,
        (3, 3),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2015-01-10 | 2015-08-31
                b     | 2015-01-10 | 2015-09-01
                c     | 2015-08-31 |
                d     | 2015-09-01 |
                e     | 2015-01-10 |
            """
        },
        kind="edge",
    ),
    Example(
        "LA15",
        "A placement of a kind not recorded leaves the child in the whole; care without a first day does not count",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on
                a     | a                      | 2015-01-10
                b     | b                      |
            """,
            "placement": """
                child | looked_after_period_id | started_on | placement_type
                a     | a                      | 2015-01-10 |
                b     | b                      | 2015-01-10 | U6
            """,
        },
        breakdown="placement_group",
        group="Not recorded",
        kind="missing",
    ),
    Example(
        "LA15",
        "Two open periods of one child are a fault in the records, and the child counts once",
        AUGUST,
        (1, 1),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on
                a     | 1                      | 2015-01-10
                a     | 2                      | 2015-06-10
            """,
            "placement": """
                child | looked_after_period_id | started_on | placement_type
                a     | 1                      | 2015-01-10 | U4
                a     | 2                      | 2015-06-10 | U6
            """,
        },
        breakdown="placement_group",
        group="Foster care",
        kind="twice",
    ),
    Example(
        "LA15",
        short_breaks.SAYS,
        AUGUST,
        (4, 4),
        {"looked_after_period": short_breaks.periods(), "looked_after_episode": short_breaks.EPISODES},
    ),
)

EXAMPLES: tuple[Example, ...] = STARTED + BY_PLACEMENT
