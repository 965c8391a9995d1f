"""Worked examples of adoption and special guardianship: the children who ceased for that reason."""

from __future__ import annotations

from datetime import date

from purplebook.language.periods import financial_year, year_to_date
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Example

SO_FAR = year_to_date(date(2015, 8, 31))
"""1 April to 31 August 2015."""

FIRST_AND_LAST_DAY = """
    child | started_on | ended_on   | end_reason_code
    a     | 2014-01-10 | 2015-03-31 | {reason}
    b     | 2014-01-10 | 2015-04-01 | {reason}
    c     | 2014-01-10 | 2015-08-31 | {reason}
    d     | 2014-01-10 | 2015-09-01 | {reason}
    e     | 2015-05-10 | 2015-06-10 | E4A
"""
MISSING = """
    child | started_on | ended_on   | end_reason_code
    a     | 2014-01-10 |            | {reason}
    b     |            | 2015-06-10 | {reason}
    c     | 2014-01-10 | 2015-06-10 |
"""
TWICE = """
    child | started_on | ended_on   | end_reason_code
    a     | 2014-01-10 | 2015-04-10 | E4A
    a     | 2015-05-10 | 2015-08-10 | {reason}
    b     | 2014-01-10 | 2015-04-10 | {reason}
    b     | 2015-05-10 | 2015-08-10 | E4A
"""
TWICE_ON_ONE_DAY = """
    child | started_on | ended_on   | end_reason_code
    a     | 2014-01-10 | 2015-08-10 | {reason}
    a     | 2015-05-10 | 2015-08-10 | {reason}
"""
LEFT_OUT = """
    child | looked_after_period_id | started_on | ended_on   | end_reason_code
    a     | a                      | 2014-01-10 | 2015-06-10 | {reason}
    b     | b                      | 2014-01-10 | 2015-06-10 | E4A
    c     | c                      | 2014-01-10 | 2015-06-10 | X1
"""
LATER_ENDS = """
    child | looked_after_period_id | started_on | ended_on   | end_reason_code
    a     | 1                      | 2014-01-10 | 2015-04-10 | {reason}
    a     | 2                      | 2015-05-10 | 2015-06-10 | X1
    b     | 3                      | 2014-01-10 | 2015-04-10 | {reason}
    b     | 4                      | 2015-05-10 | 2015-06-10 | E8
    c     | 5                      | 2014-01-10 | 2015-04-10 | {reason}
    c     | 6                      | 2015-05-10 | 2015-09-01 | E8
    d     | 7                      | 2014-01-10 | 2015-04-10 | {reason}
    d     | 8                      | 2015-05-10 | 2015-08-31 |
"""
SHORT_BREAKS = """
    child | looked_after_period_id | started_on | legal_status_code
    b     | b                      | 2014-01-10 | V3
"""
LATER_SHORT_BREAKS = """
    child | looked_after_period_id | started_on | legal_status_code
    b     | 4                      | 2015-05-10 | V4
"""


def ceasing(indicator_id: str, reason: str, named: str) -> tuple[Example, ...]:
    """What holds for each share of the children who ceased to be looked after."""
    return (
        Example(
            indicator_id,
            f"{named} on 1 April or on the last day are in the year to date, on the day before or after they are not",
            SO_FAR,
            (2, 3),
            {"looked_after_period": FIRST_AND_LAST_DAY.format(reason=reason)},
            kind="edge",
        ),
        Example(
            indicator_id,
            "A child with no last day has not ceased; a reason that is missing is in the whole and not in the part",
            SO_FAR,
            (1, 2),
            {"looked_after_period": MISSING.format(reason=reason)},
            kind="missing",
        ),
        Example(
            indicator_id,
            "A child who ceased twice in the year counts once, for the last reason",
            SO_FAR,
            (1, 2),
            {"looked_after_period": TWICE.format(reason=reason)},
            kind="twice",
        ),
        Example(
            indicator_id,
            "Two periods of one child that end on one day are a fault in the records: the child counts once",
            SO_FAR,
            (1, 1),
            {"looked_after_period": TWICE_ON_ONE_DAY.format(reason=reason)},
            kind="twice",
        ),
        Example(
            indicator_id,
            "Short breaks that end, and X1, are not children who ceased",
            SO_FAR,
            (1, 1),
            {"looked_after_period": LEFT_OUT.format(reason=reason), "looked_after_episode": SHORT_BREAKS},
        ),
        Example(
            indicator_id,
            short_breaks.SAYS,
            SO_FAR,
            (4, 4),
            {
                "looked_after_period": short_breaks.periods(ended_on="2015-06-10", reason=reason),
                "looked_after_episode": short_breaks.EPISODES,
            },
        ),
        Example(
            indicator_id,
            "Short breaks that end later in the year do not hide that a child ceased to be looked after; care does",
            SO_FAR,
            (3, 7),
            {
                "looked_after_period": short_breaks.periods(ended_on="2015-08-10", reason="E4A", earlier=False)
                + short_breaks.CEASED_BEFORE.format(ended_on="2015-06-10", reason=reason),
                "looked_after_episode": short_breaks.EPISODES,
            },
            kind="twice",
        ),
        Example(
            indicator_id,
            "Of two periods that overlap, which is a fault in the records, the one that ends last is counted",
            SO_FAR,
            (1, 1),
            {
                "looked_after_period": f"""
                    child | started_on | ended_on   | end_reason_code
                    a     | 2014-01-10 | 2015-06-10 | E4A
                    a     | 2015-05-10 | 2015-08-10 | {reason}
                """
            },
            kind="twice",
        ),
        Example(
            indicator_id,
            "What ends later does not matter when it ends with X1, is short breaks, or ends after the last day",
            SO_FAR,
            (3, 4),
            {"looked_after_period": LATER_ENDS.format(reason=reason), "looked_after_episode": LATER_SHORT_BREAKS},
            kind="twice",
        ),
    )


EXAMPLES: tuple[Example, ...] = (
    Example(
        "AD01",
        "E11 and E12 are adoptions; special guardianship and a residence order are not; every reason is in the whole",
        financial_year(2014),
        (2, 6),
        {
            "looked_after_period": """
                child | started_on | ended_on   | end_reason_code
                a     | 2013-01-10 | 2014-06-10 | E11
                b     | 2013-01-10 | 2014-06-10 | E12
                c     | 2013-01-10 | 2014-06-10 | E43
                d     | 2013-01-10 | 2014-06-10 | E41
                e     | 2013-01-10 | 2014-06-10 | E3
                f     | 2013-01-10 | 2014-06-10 | E13
            """
        },
    ),
    *ceasing("AD01", "E11", "Adoptions"),
    Example(
        "AD02",
        "E43 and E44, and E45 to E48 that took their place, are special guardianship; adoption is not",
        SO_FAR,
        (6, 8),
        {
            "looked_after_period": """
                child | started_on | ended_on   | end_reason_code
                a     | 2014-01-10 | 2015-06-10 | E43
                b     | 2014-01-10 | 2015-06-10 | E44
                c     | 2014-01-10 | 2015-06-10 | E45
                d     | 2014-01-10 | 2015-06-10 | E46
                e     | 2014-01-10 | 2015-06-10 | E47
                f     | 2014-01-10 | 2015-06-10 | E48
                g     | 2014-01-10 | 2015-06-10 | E41
                h     | 2014-01-10 | 2015-06-10 | E12
            """
        },
    ),
    *ceasing("AD02", "E43", "Special guardianship orders"),
)
