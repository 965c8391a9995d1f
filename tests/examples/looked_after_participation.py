"""Worked examples of the part that children take in their reviews."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)


def born(*children: str, day: str = "2003-05-01") -> str:
    """One birthday for all."""
    return "\n".join(("child | born_on", *(f"{child} | {day}" for child in children)))


EXAMPLES: tuple[Example, ...] = (
    Example(
        "LA18",
        "PN1 to PN3, PN5 and PN6 take part, PN4 and PN7 do not; one not recorded stays in the whole, PN0 does not",
        AUGUST,
        (5, 8),
        {
            "person": born("a", "b", "c", "d", "e", "f", "g", "h", "i"),
            "looked_after_review": """
                child | reviewed_on | participation_code
                a     | 2015-08-10  | PN1
                b     | 2015-08-10  | PN2
                c     | 2015-08-10  | PN3
                d     | 2015-08-10  | PN4
                e     | 2015-08-10  | PN5
                f     | 2015-08-10  | PN6
                g     | 2015-08-10  | PN7
                h     | 2015-08-10  |
                i     | 2015-08-10  | PN0
            """,
        },
    ),
    Example(
        "LA18",
        "Reviews of the first and the last day of the month count, those of the day before and after do not",
        AUGUST,
        (2, 2),
        {
            "person": born("a", "b", "c", "d"),
            "looked_after_review": """
                child | reviewed_on | due_on     | participation_code
                a     | 2015-07-31  | 2015-08-10 | PN1
                b     | 2015-08-01  | 2015-07-10 | PN1
                c     | 2015-08-31  | 2015-09-10 | PN1
                d     | 2015-09-01  | 2015-08-10 | PN1
            """,
        },
        kind="edge",
    ),
    Example(
        "LA18",
        "A child counts from the fourth birthday, on the day of the review and not the day it was due",
        AUGUST,
        (2, 2),
        {
            "person": """
                child | born_on
                a     | 2011-08-10
                b     | 2011-08-11
                c     | 2003-05-01
            """,
            "looked_after_review": """
                child | reviewed_on | due_on     | participation_code
                a     | 2015-08-10  | 2015-08-01 | PN1
                b     | 2015-08-10  | 2015-08-20 | PN1
                c     | 2015-08-10  | 2015-08-20 | PN1
            """,
        },
        kind="edge",
    ),
    Example(
        "LA18",
        "A cancelled review was not held; one that does not say is taken as held",
        AUGUST,
        (2, 2),
        {
            "person": born("a", "b", "c"),
            "looked_after_review": """
                child | reviewed_on | is_cancelled | participation_code
                a     | 2015-08-10  | true         | PN1
                b     | 2015-08-10  | false        | PN1
                c     | 2015-08-10  |              | PN1
            """,
        },
    ),
    Example(
        "LA18",
        "A review without a day, or of a child whose birthday is not known, is not counted",
        AUGUST,
        (1, 1),
        {
            "person": """
                child | born_on
                a     | 2003-05-01
                b     |
                c     | 2003-05-01
            """,
            "looked_after_review": """
                child | reviewed_on | due_on     | participation_code
                a     |             | 2015-08-10 | PN1
                b     | 2015-08-10  | 2015-08-10 | PN1
                c     | 2015-08-10  | 2015-08-10 | PN1
            """,
        },
        kind="missing",
    ),
    Example(
        "LA18",
        "Two reviews of one child are two reviews",
        AUGUST,
        (1, 2),
        {
            "person": born("a"),
            "looked_after_review": """
                child | reviewed_on | participation_code
                a     | 2015-08-03  | PN1
                a     | 2015-08-24  | PN7
            """,
        },
        kind="twice",
    ),
)
