"""Worked examples of panels: whom they reviewed, what they agreed, and whether it was carried out."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Answer, Example, Kind

AUGUST = month(2015, 8)


def _example(identifier: str, says: str, expected: Answer, rows: str, kind: Kind = "edge") -> Example:
    return Example(identifier, says, AUGUST, expected, {"panel_decision": rows}, kind=kind)


EXAMPLES: tuple[Example, ...] = (
    _example(
        "QA19",
        "To be carried out on the first or the last day of the month is in; the day before and the day after are out",
        (2, 2),
        """
        child | held_on    | due_on     | completed_on
        a     | 2015-07-10 | 2015-07-31 | 2015-07-20
        b     | 2015-07-10 | 2015-08-01 | 2015-07-20
        c     | 2015-07-10 | 2015-08-31 | 2015-07-20
        d     | 2015-07-10 | 2015-09-01 | 2015-07-20
        """,
    ),
    _example(
        "QA19",
        "Carried out on the day it was due is in time, on the day after it is not",
        (1, 2),
        """
        child | held_on    | due_on     | completed_on
        a     | 2015-07-10 | 2015-08-14 | 2015-08-14
        b     | 2015-07-10 | 2015-08-14 | 2015-08-15
        """,
    ),
    _example(
        "QA19",
        "What is not carried out is not in time; a decision without a day to carry it out by is in neither number",
        (1, 2),
        """
        child | held_on    | due_on     | completed_on
        a     |            | 2015-08-14 | 2015-08-10
        b     |            | 2015-08-14 |
        c     | 2015-08-03 |            | 2015-08-10
        """,
        "missing",
    ),
    _example(
        "QA19",
        "Two decisions about a child are two",
        (2, 2),
        """
        child | due_on     | completed_on
        a     | 2015-08-14 | 2015-08-10
        a     | 2015-08-20 | 2015-08-10
        """,
        "twice",
    ),
    _example(
        "QA19-OVERDUE",
        "Due the day before the last is overdue, due on the last is not; done on the last day is done, later "
        "is not yet",
        (4, 7),
        """
        child | held_on    | due_on     | completed_on
        a     | 2015-06-10 | 2015-08-30 |
        b     | 2015-06-10 | 2015-08-31 |
        c     | 2015-06-10 | 2015-08-20 | 2015-08-31
        d     | 2015-06-10 | 2015-08-20 | 2015-09-01
        e     | 2015-06-10 | 2015-07-20 | 2015-09-20
        f     | 2015-06-10 | 2015-07-20 | 2015-07-21
        g     | 2015-06-10 | 2015-07-20 | 2015-10-20
        """,
    ),
    _example(
        "QA19-OVERDUE",
        "Decided by the last day counts, from long ago too; decided the day after does not yet",
        (2, 2),
        """
        child | held_on    | due_on
        a     | 2013-06-10 | 2013-07-20
        b     | 2015-08-31 | 2015-08-20
        c     | 2015-09-01 | 2015-08-20
        """,
    ),
    _example(
        "QA19-OVERDUE",
        "Without a day to carry it out by, or the day it was decided, a decision is in neither number",
        (1, 1),
        """
        child | held_on    | due_on     | completed_on
        a     | 2015-06-10 | 2015-07-20 |
        b     | 2015-06-10 |            |
        c     |            | 2015-07-20 | 2015-09-10
        """,
        "missing",
    ),
    _example(
        "QA19-OVERDUE",
        "Two decisions about a child are two",
        (2, 2),
        """
        child | held_on    | due_on
        a     | 2015-06-10 | 2015-07-20
        a     | 2015-06-20 | 2015-07-20
        """,
        "twice",
    ),
    _example(
        "QA20",
        "Agreed on the first or the last day of the month is in, in pence: 1,000.50 and 20 pounds are 102,050",
        (102_050, None),
        """
        child | decision | held_on    | weekly_cost
        a     | AGREED   | 2015-07-31 | 300.00
        b     | AGREED   | 2015-08-01 | 1000.50
        c     | AGREED   | 2015-08-31 | 20.00
        d     | AGREED   | 2015-09-01 | 4000.00
        """,
    ),
    _example(
        "QA20",
        "Agreed, with conditions or ratified; what was put off or not agreed costs nothing, nor what has no decision",
        (11_100, None),
        """
        child | decision               | held_on    | weekly_cost
        a     | AGREED                 | 2015-08-10 | 1.00
        b     | AGREED_WITH_CONDITIONS | 2015-08-10 | 10.00
        c     | RATIFIED               | 2015-08-10 | 100.00
        d     | DEFERRED               | 2015-08-10 | 1000.00
        e     | NOT_AGREED             | 2015-08-10 | 1000.00
        f     |                        | 2015-08-10 | 1000.00
        """,
        "plain",
    ),
    _example(
        "QA20",
        "A decision without a cost adds nothing, nor one of which nobody says when it was made",
        (100, None),
        """
        child | decision | held_on    | due_on     | completed_on | weekly_cost
        a     | AGREED   | 2015-08-10 |            |              | 1.00
        b     | AGREED   | 2015-08-10 |            |              |
        c     | AGREED   |            | 2015-08-20 | 2015-08-21   | 1000.00
        """,
        "missing",
    ),
    _example(
        "QA20",
        "Two decisions about a child add up",
        (300, None),
        """
        child | decision | held_on    | weekly_cost
        a     | AGREED   | 2015-08-10 | 1.00
        a     | AGREED   | 2015-08-20 | 2.00
        """,
        "twice",
    ),
    _example(
        "QA21",
        "Discussed on the first or the last day of the month is in; the day before and the day after are out",
        (2, None),
        """
        child | held_on
        a     | 2015-07-31
        b     | 2015-08-01
        c     | 2015-08-31
        d     | 2015-09-01
        """,
    ),
    _example(
        "QA21",
        "A matter that is about no child counts none, nor a decision of which nobody says when it was made",
        (1, None),
        """
        child | held_on    | due_on     | completed_on
        a     | 2015-08-10 |            |
              | 2015-08-10 |            |
        c     |            | 2015-08-20 | 2015-08-21
        """,
        "missing",
    ),
    _example(
        "QA21",
        "A child who comes back in the month, or to another panel, is one child",
        (1, None),
        """
        child | panel_type          | held_on
        a     | ACCESS_TO_RESOURCES | 2015-08-10
        a     | ACCESS_TO_RESOURCES | 2015-08-20
        a     | LEGAL_GATEWAY       | 2015-08-21
        """,
        "twice",
    ),
)
