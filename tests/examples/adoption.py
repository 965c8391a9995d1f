"""Worked examples of adoption and special guardianship: how many children, and how long they waited."""

from __future__ import annotations

from datetime import date

from purplebook.language.periods import financial_year, quarter, year_to_date
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
            "Two periods of one child that end on one day are a fault in the records: each is counted, as in LA05",
            SO_FAR,
            (2, 2),
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
            "What ends later does not matter when it ends with X1, is short breaks, or ends after the last day",
            SO_FAR,
            (3, 4),
            {"looked_after_period": LATER_ENDS.format(reason=reason), "looked_after_episode": LATER_SHORT_BREAKS},
            kind="twice",
        ),
    )


REASONS = (
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

WAITING = (
    Example(
        "AD03",
        "The day of entering care is day 0: 1 March 2013 to 1 May 2014 is 426 days, and the next child waited 0 days",
        SO_FAR,
        (426, 2),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on  | ordered_on
                a     | ADOPTION  | 2013-03-01      | 2014-05-01 | 2015-06-10
                b     | ADOPTION  | 2014-05-01      | 2014-05-01 | 2015-06-10
            """
        },
        kind="edge",
    ),
    Example(
        "AD03",
        "The adoption order places a child in the period, not the day of moving in",
        SO_FAR,
        (20, 2),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-03-31
                b     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-04-01
                c     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-08-31
                d     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-09-01
                e     | ADOPTION  | 2015-05-01      | 2015-05-11 |
            """
        },
        kind="edge",
    ),
    Example(
        "AD03",
        "A child without either day is left out, and does not count as a wait of nought",
        SO_FAR,
        (10, 1),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-06-10
                b     | ADOPTION  |                 | 2014-05-11 | 2015-06-10
                c     | ADOPTION  | 2014-05-01      |            | 2015-06-10
            """
        },
        kind="missing",
    ),
    Example(
        "AD03",
        "Only adoptions: special guardianship and an earlier permanent home are left out",
        SO_FAR,
        (10, 1),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-06-10
                b     | SGO       | 2014-05-01      | 2014-05-12 | 2015-06-10
                c     | PREVIOUS  | 2014-05-01      | 2014-05-13 | 2015-06-10
            """
        },
    ),
    Example(
        "AD03",
        "Two adoption orders recorded for one child are a fault in the records: each wait is averaged",
        SO_FAR,
        (30, 2),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-05-10
                a     | ADOPTION  | 2014-05-01      | 2014-05-21 | 2015-06-10
            """
        },
        kind="twice",
    ),
    Example(
        "AD05",
        "The day of the placement order is day 0; a child matched on it, or before it, waited 0 days",
        SO_FAR,
        (121, 3),
        {
            "permanence_case": """
                child | case_type | placement_order_on | matched_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-01-01         | 2014-05-02 | 2014-05-20 | 2015-06-10
                b     | ADOPTION  | 2014-01-01         | 2014-01-01 | 2014-05-20 | 2015-06-10
                c     | ADOPTION  | 2014-01-31         | 2014-01-01 | 2014-05-20 | 2015-06-10
            """
        },
        kind="edge",
    ),
    Example(
        "AD05",
        "The adoption order places a child in the period, not the day of the match",
        SO_FAR,
        (20, 2),
        {
            "permanence_case": """
                child | case_type | placement_order_on | matched_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01         | 2014-05-11 | 2014-06-01 | 2015-03-31
                b     | ADOPTION  | 2014-05-01         | 2014-05-11 | 2014-06-01 | 2015-04-01
                c     | ADOPTION  | 2014-05-01         | 2014-05-11 | 2014-06-01 | 2015-08-31
                d     | ADOPTION  | 2014-05-01         | 2014-05-11 | 2014-06-01 | 2015-09-01
                e     | ADOPTION  | 2015-05-01         | 2015-05-11 | 2015-06-01 |
            """
        },
        kind="edge",
    ),
    Example(
        "AD05",
        "A child placed on the day of the adoption order was placed; one placed after it was not placed for adoption",
        SO_FAR,
        (10, 1),
        {
            "permanence_case": """
                child | case_type | placement_order_on | matched_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01         | 2014-05-11 | 2015-06-10 | 2015-06-10
                b     | ADOPTION  | 2014-05-01         | 2014-05-12 | 2015-06-11 | 2015-06-10
            """
        },
        kind="edge",
    ),
    Example(
        "AD05",
        "A child with no placement order, no match or no day of moving in is left out",
        SO_FAR,
        (10, 1),
        {
            "permanence_case": """
                child | case_type | placement_order_on | matched_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01         | 2014-05-11 | 2014-06-01 | 2015-06-10
                b     | ADOPTION  |                    | 2014-05-11 | 2014-06-01 | 2015-06-10
                c     | ADOPTION  | 2014-05-01         |            | 2014-06-01 | 2015-06-10
                d     | ADOPTION  | 2014-05-01         | 2014-05-11 |            | 2015-06-10
            """
        },
        kind="missing",
    ),
    Example(
        "AD05",
        "Only adoptions: special guardianship is left out",
        SO_FAR,
        (10, 1),
        {
            "permanence_case": """
                child | case_type | placement_order_on | matched_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01         | 2014-05-11 | 2014-06-01 | 2015-06-10
                b     | SGO       | 2014-05-01         | 2014-05-12 | 2014-06-01 | 2015-06-10
            """
        },
    ),
    Example(
        "AD05",
        "Two adoption orders recorded for one child are a fault in the records: each wait is averaged",
        SO_FAR,
        (30, 2),
        {
            "permanence_case": """
                child | case_type | placement_order_on | matched_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01         | 2014-05-11 | 2014-06-01 | 2015-05-10
                a     | ADOPTION  | 2014-05-01         | 2014-05-21 | 2014-06-01 | 2015-06-10
            """
        },
        kind="twice",
    ),
    Example(
        "AD06",
        "Less than 426 days: 425 days is within 14 months, 426 days is not",
        SO_FAR,
        (2, 3),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on  | ordered_on
                a     | ADOPTION  | 2013-03-01      | 2014-04-30 | 2015-06-10
                b     | ADOPTION  | 2013-03-01      | 2014-05-01 | 2015-06-10
                c     | ADOPTION  | 2014-04-30      | 2014-04-30 | 2015-06-10
            """
        },
        kind="edge",
    ),
    Example(
        "AD06",
        "The adoption order places a child in the period, not the day of moving in",
        SO_FAR,
        (2, 2),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-03-31
                b     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-04-01
                c     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-08-31
                d     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-09-01
                e     | ADOPTION  | 2015-05-01      | 2015-05-11 |
            """
        },
        kind="edge",
    ),
    Example(
        "AD06",
        "A child without either day is in neither number",
        SO_FAR,
        (1, 1),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-06-10
                b     | ADOPTION  |                 | 2014-05-11 | 2015-06-10
                c     | ADOPTION  | 2014-05-01      |            | 2015-06-10
            """
        },
        kind="missing",
    ),
    Example(
        "AD06",
        "Only adoptions: special guardianship is left out",
        SO_FAR,
        (1, 1),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-06-10
                b     | SGO       | 2014-05-01      | 2014-05-11 | 2015-06-10
            """
        },
    ),
    Example(
        "AD06",
        "Two adoption orders recorded for one child are a fault in the records: each is counted",
        SO_FAR,
        (2, 2),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-05-11 | 2015-05-10
                a     | ADOPTION  | 2014-05-01      | 2014-05-21 | 2015-06-10
            """
        },
        kind="twice",
    ),
)

REVERSED = (
    Example(
        "AD09",
        "Decisions reversed on the first or the last day of the quarter are in it, whatever other days are recorded",
        quarter(2015, 1),
        (2, None),
        {
            "permanence_case": """
                child | case_type | entered_care_on | ordered_on | reversed_on
                a     | ADOPTION  | 2014-05-01      |            | 2015-03-31
                b     | ADOPTION  | 2014-05-01      |            | 2015-04-01
                c     | ADOPTION  | 2014-05-01      |            | 2015-06-30
                d     | ADOPTION  | 2014-05-01      |            | 2015-07-01
                e     | ADOPTION  | 2014-05-01      | 2015-05-12 |
            """
        },
        kind="edge",
    ),
    Example(
        "AD09",
        "A decision without a day of reversal still stands",
        SO_FAR,
        (1, None),
        {
            "permanence_case": """
                child | case_type | reversed_on | reversed_reason
                a     | ADOPTION  |             | RD1
                b     | ADOPTION  | 2015-06-10  |
            """
        },
        kind="missing",
    ),
    Example(
        "AD09",
        "Decisions are counted, not children: a decision made anew and reversed again counts twice",
        SO_FAR,
        (2, None),
        {
            "permanence_case": """
                child | case_type | reversed_on
                a     | ADOPTION  | 2015-04-10
                a     | ADOPTION  | 2015-08-10
            """
        },
        kind="twice",
    ),
    Example(
        "AD09",
        "Only decisions for adoption: a plan for special guardianship that was given up is left out",
        SO_FAR,
        (1, None),
        {
            "permanence_case": """
                child | case_type | reversed_on
                a     | ADOPTION  | 2015-06-10
                b     | SGO       | 2015-06-10
            """
        },
    ),
)

EXAMPLES: tuple[Example, ...] = REASONS + WAITING + REVERSED
