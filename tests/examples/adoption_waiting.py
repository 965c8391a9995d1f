"""Worked examples of children who wait for a family or live with one and are not adopted yet, with their days so far.

From 23 May 2015 to 31 August are 100 days (8 + 30 + 31 + 31), from 12 June 80 (18 + 31 + 31), and from 23 May to
12 June 20.
"""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Answer, Example

AUGUST = month(2015, 8)


def _waits(identifier: str, days: int) -> tuple[Example, ...]:
    """What makes a child wait, in rows that each add `days` to the sum."""

    def example(says: str, waiting: int, rows: str, kind: str = "edge") -> Example:
        expected: Answer = (waiting * days, waiting)
        return Example(identifier, says, AUGUST, expected, {"permanence_case": rows}, kind=kind)  # type: ignore[arg-type]

    return (
        *(
            example(
                f"A child {said} on the last day no longer waits; one for whom it is later still does",
                3,
                f"""
                child | case_type | entered_care_on | placement_order_on | {column}
                a     | ADOPTION  | 2015-05-23      | 2015-06-12         | 2015-07-10
                b     | ADOPTION  | 2015-05-23      | 2015-06-12         | 2015-08-31
                c     | ADOPTION  | 2015-05-23      | 2015-06-12         | 2015-09-01
                d     | ADOPTION  | 2015-05-23      | 2015-06-12         | 2015-10-10
                e     | ADOPTION  | 2015-05-23      | 2015-06-12         |
                f     | ADOPTION  | 2015-05-23      | 2015-06-12         | 2015-06-20
                """,
            )
            for column, said in (
                ("placed_on", "placed"),
                ("placed_with_foster_carer_on", "living with the foster carer who adopts"),
                ("ordered_on", "adopted"),
                ("reversed_on", "for whom the decision was reversed"),
            )
        ),
        example(
            "Only adoptions: special guardianship and a case without a kind are left out",
            1,
            """
            child | case_type | entered_care_on | placement_order_on | matched_on | foster_to_adopt_placed_on
            a     | ADOPTION  | 2015-05-23      | 2015-06-12         | 2015-07-01 | 2015-07-02
            b     | SGO       | 2015-05-23      | 2015-06-12         |            |
            c     |           | 2015-05-23      | 2015-06-12         |            |
            """,
        ),
        example(
            "Without a placement order a child does not wait, whatever else was decided",
            0,
            """
            child | case_type | entered_care_on | decision_maker_agreed_on | placement_order_on | matched_on
            a     | ADOPTION  | 2015-05-23      | 2015-06-12               |                    | 2015-07-01
            """,
            "missing",
        ),
        example(
            "Two open cases of a child, a fault in the records, are one wait: that of the later one",
            1,
            """
            child | case_type | entered_care_on | placement_order_on
            a     | ADOPTION  | 2015-05-23      | 2015-06-12
            a     | ADOPTION  | 2015-05-23      | 2015-06-12
            """,
            "twice",
        ),
    )


def _placed(identifier: str, expected_of: dict[int, Answer]) -> tuple[Example, ...]:
    """What makes a child placed and not yet adopted, by how many children there are in an example."""

    def example(says: str, placed: int, rows: str, kind: str = "edge") -> Example:
        return Example(identifier, says, AUGUST, expected_of[placed], {"permanence_case": rows}, kind=kind)  # type: ignore[arg-type]

    return (
        *(
            example(
                f"A child {said} on the last day is no longer counted; one for whom it is later still is",
                3,
                f"""
                child | case_type | entered_care_on | placed_on  | {column}
                a     | ADOPTION  | 2015-05-23      | 2015-06-12 | 2015-07-10
                b     | ADOPTION  | 2015-05-23      | 2015-06-12 | 2015-08-31
                c     | ADOPTION  | 2015-05-23      | 2015-06-12 | 2015-09-01
                d     | ADOPTION  | 2015-05-23      | 2015-06-12 | 2015-10-10
                e     | ADOPTION  | 2015-05-23      | 2015-06-12 |
                f     | ADOPTION  | 2015-05-23      | 2015-06-12 | 2015-06-20
                """,
            )
            for column, said in (("ordered_on", "adopted"), ("reversed_on", "for whom the decision was reversed"))
        ),
        example(
            "Only adoptions: special guardianship and a case without a kind are left out",
            1,
            """
            child | case_type | entered_care_on | placed_on
            a     | ADOPTION  | 2015-05-23      | 2015-06-12
            b     | SGO       | 2015-05-23      | 2015-06-12
            c     |           | 2015-05-23      | 2015-06-12
            """,
        ),
        example(
            "A child who has not moved in is not placed, whatever else was decided",
            0,
            """
            child | case_type | entered_care_on | decision_maker_agreed_on | placement_order_on | matched_on
            a     | ADOPTION  | 2015-05-23      | 2015-06-12               | 2015-06-12         | 2015-07-01
            """,
            "missing",
        ),
    )


TWO_CASES = """
    child | case_type | entered_care_on | placed_on
    a     | ADOPTION  | 2015-05-23      | 2015-06-12
    a     | ADOPTION  | 2015-05-23      | 2015-06-12
"""

EXAMPLES: tuple[Example, ...] = (
    *_waits("AD08-DAYS", 100),
    Example(
        "AD08-DAYS",
        "An order on the last day makes a child wait, an order on the day after does not yet",
        AUGUST,
        (200, 2),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placement_order_on
                a     | ADOPTION  | 2015-05-23      | 2015-06-12
                b     | ADOPTION  | 2015-05-23      | 2015-08-31
                c     | ADOPTION  | 2015-05-23      | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "AD08-DAYS",
        "Entered care on the day of the order is in order; a day later it is not, and without the day nothing is known",
        AUGUST,
        (80, 1),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placement_order_on
                a     | ADOPTION  | 2015-06-12      | 2015-06-12
                b     | ADOPTION  | 2015-06-13      | 2015-06-12
                c     | ADOPTION  |                 | 2015-06-12
            """
        },
        kind="edge",
    ),
    *_waits("AD08-WAIT", 80),
    Example(
        "AD08-WAIT",
        "An order on the last day is a wait of no days, an order on the day after is none; the day of care "
        "is not asked",
        AUGUST,
        (80, 2),
        {
            "permanence_case": """
                child | case_type | placement_order_on
                a     | ADOPTION  | 2015-06-12
                b     | ADOPTION  | 2015-08-31
                c     | ADOPTION  | 2015-09-01
            """
        },
        kind="edge",
    ),
    *_placed("AD11", {0: (0, None), 1: (1, None), 3: (3, None)}),
    Example(
        "AD11",
        "Moved in on the last day is placed, on the day after is not yet",
        AUGUST,
        (2, None),
        {
            "permanence_case": """
                child | case_type | placed_on
                a     | ADOPTION  | 2015-06-12
                b     | ADOPTION  | 2015-08-31
                c     | ADOPTION  | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "AD11",
        "A child with two open cases, a fault in the records, is one child",
        AUGUST,
        (1, None),
        {"permanence_case": TWO_CASES},
        kind="twice",
    ),
    *_placed("AD11-DAYS", {0: (0, 0), 1: (20, 1), 3: (60, 3)}),
    Example(
        "AD11-DAYS",
        "Moved in on the last day, 100 days after entering care, is placed; on the day after is not yet",
        AUGUST,
        (120, 2),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on
                a     | ADOPTION  | 2015-05-23      | 2015-06-12
                b     | ADOPTION  | 2015-05-23      | 2015-08-31
                c     | ADOPTION  | 2015-05-23      | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "AD11-DAYS",
        "Entered care on the day of moving in is nought days; a day later is out of order, and without the day unknown",
        AUGUST,
        (0, 1),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_on
                a     | ADOPTION  | 2015-06-12      | 2015-06-12
                b     | ADOPTION  | 2015-06-13      | 2015-06-12
                c     | ADOPTION  |                 | 2015-06-12
            """
        },
        kind="edge",
    ),
    Example(
        "AD11-DAYS",
        "Two open cases of a child, a fault in the records, are one wait: that of the later one",
        AUGUST,
        (20, 1),
        {"permanence_case": TWO_CASES},
        kind="twice",
    ),
    *_placed("AD11-WAIT", {0: (0, 0), 1: (80, 1), 3: (240, 3)}),
    Example(
        "AD11-WAIT",
        "Moved in on the last day is nought days so far, on the day after is not placed yet; the day of care "
        "is not asked",
        AUGUST,
        (80, 2),
        {
            "permanence_case": """
                child | case_type | placed_on
                a     | ADOPTION  | 2015-06-12
                b     | ADOPTION  | 2015-08-31
                c     | ADOPTION  | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "AD11-WAIT",
        "Two open cases of a child, a fault in the records, are one wait: that of the later one",
        AUGUST,
        (80, 1),
        {"permanence_case": TWO_CASES},
        kind="twice",
    ),
)
