"""Worked examples of how long adopted children waited, and of decisions for adoption that were reversed."""

from __future__ import annotations

from datetime import date

from purplebook.language.periods import quarter, year_to_date
from tests.support.examples import Example

SO_FAR = year_to_date(date(2015, 8, 31))
"""1 April to 31 August 2015."""

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
        "Two adoption orders recorded for one child are a fault in the records: the later one counts",
        SO_FAR,
        (20, 1),
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
        "Two adoption orders recorded for one child are a fault in the records: the later one counts",
        SO_FAR,
        (20, 1),
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
        "Less than 426 days, weekends counted: 425 days is within 14 months, 426 and 427 are not",
        SO_FAR,
        (2, 4),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on  | ordered_on
                a     | ADOPTION  | 2013-03-01      | 2014-04-30 | 2015-06-10
                b     | ADOPTION  | 2013-03-01      | 2014-05-01 | 2015-06-10
                c     | ADOPTION  | 2014-04-30      | 2014-04-30 | 2015-06-10
                d     | ADOPTION  | 2013-03-01      | 2014-05-02 | 2015-06-10
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
        "Two adoption orders recorded for one child are a fault in the records: the later one counts",
        SO_FAR,
        (1, 1),
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

EXAMPLES: tuple[Example, ...] = WAITING + REVERSED
