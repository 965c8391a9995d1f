"""Worked examples of waits that allow for foster carers, of decision and match, of those waiting, and of going home."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from purplebook.language.periods import month, year_to_date
from tests.examples.adoption import ceasing
from tests.support.examples import Example

SO_FAR = year_to_date(date(2015, 8, 31))
"""1 April to 31 August 2015."""

AUGUST = month(2015, 8)


def of_adopted(indicator_id: str, begins: str, ends: str) -> tuple[Example, ...]:
    """What holds for every wait of adopted children from the day in column `begins` to the day in column `ends`."""
    header = f"child | case_type | {begins} | {ends} | ordered_on"

    def rows(*lines: str) -> str:
        return "\n".join((header, *lines))

    return (
        Example(
            indicator_id,
            "The first day is day 0: a child who waited from one day to the next waited one day; on one day, none",
            SO_FAR,
            (1, 2),
            {
                "permanence_case": rows(
                    "a | ADOPTION | 2014-05-01 | 2014-05-02 | 2015-06-10",
                    "b | ADOPTION | 2014-05-01 | 2014-05-01 | 2015-06-10",
                )
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            "Days are calendar days: from Thursday 1 May to Monday 12 May 2014 are 11",
            SO_FAR,
            (11, 1),
            {"permanence_case": rows("a | ADOPTION | 2014-05-01 | 2014-05-12 | 2015-06-10")},
        ),
        Example(
            indicator_id,
            "The adoption order places a child in the period, first and last day included",
            SO_FAR,
            (20, 2),
            {
                "permanence_case": rows(
                    "a | ADOPTION | 2014-05-01 | 2014-05-11 | 2015-03-31",
                    "b | ADOPTION | 2014-05-01 | 2014-05-11 | 2015-04-01",
                    "c | ADOPTION | 2014-05-01 | 2014-05-11 | 2015-08-31",
                    "d | ADOPTION | 2014-05-01 | 2014-05-11 | 2015-09-01",
                    "e | ADOPTION | 2015-05-01 | 2015-05-11 |",
                )
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            "A child without either day is left out, and does not count as a wait of nought",
            SO_FAR,
            (10, 1),
            {
                "permanence_case": rows(
                    "a | ADOPTION | 2014-05-01 | 2014-05-11 | 2015-06-10",
                    "b | ADOPTION |            | 2014-05-11 | 2015-06-10",
                    "c | ADOPTION | 2014-05-01 |            | 2015-06-10",
                )
            },
            kind="missing",
        ),
        Example(
            indicator_id,
            "Only adoptions: special guardianship, an earlier permanent home and a case without a kind are left out",
            SO_FAR,
            (10, 1),
            {
                "permanence_case": rows(
                    "a | ADOPTION | 2014-05-01 | 2014-05-11 | 2015-06-10",
                    "b | SGO      | 2014-05-01 | 2014-05-12 | 2015-06-10",
                    "c | PREVIOUS | 2014-05-01 | 2014-05-13 | 2015-06-10",
                    "d |          | 2014-05-01 | 2014-05-14 | 2015-06-10",
                )
            },
        ),
        Example(
            indicator_id,
            "Two adoption orders recorded for one child are a fault in the records: the later one counts",
            SO_FAR,
            (20, 1),
            {
                "permanence_case": rows(
                    "a | ADOPTION | 2014-05-01 | 2014-05-11 | 2015-06-10",
                    "a | ADOPTION | 2014-05-01 | 2014-05-21 | 2015-07-10",
                )
            },
            kind="twice",
        ),
    )


WAITS = (
    *of_adopted("AD04", "entered_care_on", "placed_on"),
    Example(
        "AD04",
        "For a foster carer who adopts, the clock stops when the child moved in to be fostered, not when placed",
        SO_FAR,
        (30, 2),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_with_foster_carer_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-05-11                  | 2014-12-01 | 2015-06-10
                b     | ADOPTION  | 2014-05-01      |                             | 2014-05-21 | 2015-06-10
            """
        },
    ),
    Example(
        "AD04",
        "The day of moving in with the foster carer is enough when the day placed for adoption is missing",
        SO_FAR,
        (10, 1),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_with_foster_carer_on | placed_on | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-05-11                  |           | 2015-06-10
            """
        },
        kind="missing",
    ),
    Example(
        "AD04",
        "Carers who foster first and then adopt (fostering for adoption) stop the clock when the child is placed",
        SO_FAR,
        (20, 1),
        {
            "permanence_case": """
                child | case_type | entered_care_on | foster_to_adopt_placed_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-05-06                | 2014-05-21 | 2015-06-10
            """
        },
    ),
    Example(
        "AD04",
        "The wait runs from entering care to moving in: the decision, the placement order and the match do not matter",
        SO_FAR,
        (100, 1),
        {
            "permanence_case": """
                child | case_type | entered_care_on | decision_maker_agreed_on | placement_order_on | matched_on | """
            """placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-06-01               | 2014-06-15         | 2014-07-01 | """
            """2014-08-09 | 2015-06-10
            """
        },
    ),
    *of_adopted("AD07", "decision_maker_agreed_on", "matched_on"),
    Example(
        "AD07",
        "The wait runs from the decision to the match: entering care, the court's order and moving in do not matter",
        SO_FAR,
        (30, 1),
        {
            "permanence_case": """
                child | case_type | entered_care_on | decision_maker_agreed_on | placement_order_on | matched_on | """
            """placed_on  | ordered_on
                a     | ADOPTION  | 2014-05-01      | 2014-06-01               | 2014-06-15         | 2014-07-01 | """
            """2014-08-09 | 2015-06-10
            """
        },
    ),
)

STILL_WAITING = (
    Example(
        "AD08",
        "A placement order on the last day makes a child wait; one on the day after does not yet",
        AUGUST,
        (2, None),
        {
            "permanence_case": """
                child | case_type | placement_order_on
                a     | ADOPTION  | 2013-05-01
                b     | ADOPTION  | 2015-08-31
                c     | ADOPTION  | 2015-09-01
            """
        },
        kind="edge",
    ),
    *(
        Example(
            "AD08",
            f"A child {said} on the last day no longer waits; one for whom it is later still does",
            AUGUST,
            (3, None),
            {
                "permanence_case": f"""
                    child | case_type | placement_order_on | {column}
                    a     | ADOPTION  | 2014-05-01         | 2015-07-10
                    b     | ADOPTION  | 2014-05-01         | 2015-08-31
                    c     | ADOPTION  | 2014-05-01         | 2015-09-01
                    d     | ADOPTION  | 2014-05-01         | 2015-10-10
                    e     | ADOPTION  | 2014-05-01         |
                    f     | ADOPTION  | 2014-05-01         | 2014-10-10
                """
            },
            kind="edge",
        )
        for column, said in (
            ("placed_on", "placed"),
            ("placed_with_foster_carer_on", "living with the foster carer who adopts"),
            ("ordered_on", "adopted"),
            ("reversed_on", "for whom the decision was reversed"),
        )
    ),
    Example(
        "AD08",
        "Without a placement order a child does not wait, even when the agency has decided for adoption and matched",
        AUGUST,
        (0, None),
        {
            "permanence_case": """
                child | case_type | entered_care_on | decision_maker_agreed_on | placement_order_on | matched_on
                a     | ADOPTION  | 2014-05-01      | 2014-06-01               |                    | 2014-07-01
            """
        },
        kind="missing",
    ),
    Example(
        "AD08",
        "A child who is matched, or lives with carers who foster first, is not placed yet",
        AUGUST,
        (2, None),
        {
            "permanence_case": """
                child | case_type | placement_order_on | matched_on | foster_to_adopt_placed_on
                a     | ADOPTION  | 2014-05-01         | 2015-07-01 |
                b     | ADOPTION  | 2014-05-01         |            | 2015-07-01
            """
        },
    ),
    Example(
        "AD08",
        "Only adoptions: special guardianship, an earlier permanent home and a case without a kind are left out",
        AUGUST,
        (1, None),
        {
            "permanence_case": """
                child | case_type | placement_order_on
                a     | ADOPTION  | 2014-05-01
                b     | SGO       | 2014-05-01
                c     | PREVIOUS  | 2014-05-01
                d     |           | 2014-05-01
            """
        },
    ),
    Example(
        "AD08",
        "A child with a second decision after one reversed waits once, and so does one with two open cases, a fault",
        AUGUST,
        (2, None),
        {
            "permanence_case": """
                child | case_type | placement_order_on | reversed_on
                a     | ADOPTION  | 2013-05-01         | 2014-01-10
                a     | ADOPTION  | 2015-05-01         |
                b     | ADOPTION  | 2013-05-01         |
                b     | ADOPTION  | 2015-05-01         |
            """
        },
        kind="twice",
    ),
)


def one_reason(indicator_id: str, says: str) -> Example:
    """Each of the reasons for which children go to their families, once: one of them is in the part."""
    return Example(
        indicator_id,
        says,
        SO_FAR,
        (1, 6),
        {
            "looked_after_period": """
                child | started_on | ended_on   | end_reason_code
                a     | 2014-01-10 | 2015-06-10 | E41
                b     | 2014-01-10 | 2015-06-10 | E4A
                c     | 2014-01-10 | 2015-06-10 | E4B
                d     | 2014-01-10 | 2015-06-10 | E45
                e     | 2014-01-10 | 2015-06-10 | E11
                f     | 2014-01-10 | 2015-06-10 | E13
            """
        },
    )


def ceasing_as_planned(indicator_id: str, named: str) -> tuple[Example, ...]:
    """What holds for each share of those who ceased, where E4A is the reason counted and E8 is the other reason."""
    counted = "the reason counted"

    def swapped(text: str) -> str:
        return text.replace("E4A", "E8").replace(counted, "E4A")

    return tuple(
        replace(example, tables={name: swapped(text) for name, text in example.tables.items()})
        for example in ceasing(indicator_id, counted, named)
    )


GONE_HOME = (
    one_reason("AD10", "A residence or child arrangements order is E41 alone: going home, SGO and adoption are not"),
    *ceasing("AD10", "E41", "Child arrangements orders"),
    one_reason("AD10-PLANNED", "Home as planned is E4A alone: home not as planned, or to live with relatives, is not"),
    *ceasing_as_planned("AD10-PLANNED", "Planned returns home"),
    one_reason(
        "AD10-UNPLANNED", "Home not as planned is E4B alone: home as planned, or to live with relatives, is not"
    ),
    *ceasing("AD10-UNPLANNED", "E4B", "Unplanned returns home"),
)

EXAMPLES: tuple[Example, ...] = (*WAITS, *STILL_WAITING, *GONE_HOME)
