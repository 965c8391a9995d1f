"""Worked examples of contacts passed to early help."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "FD04",
        "Made on the first or the last day of the month is in, whenever it was decided",
        AUGUST,
        (2, 2),
        {
            "contact": """
                child | contacted_on | decided_on | outcome_codes
                a     | 2015-07-31   | 2015-08-01 | EARLY_HELP
                b     | 2015-08-01   | 2015-08-02 | EARLY_HELP
                c     | 2015-08-31   | 2015-09-01 | EARLY_HELP
                d     | 2015-09-01   | 2015-09-01 | EARLY_HELP
            """
        },
        kind="edge",
    ),
    Example(
        "FD04",
        "Out of all contacts that are not about an open case, those without an outcome among them",
        AUGUST,
        (1, 3),
        {
            "contact": """
                child | contacted_on | outcome_codes
                a     | 2015-08-10   | EARLY_HELP
                b     | 2015-08-10   | REFERRAL
                c     | 2015-08-10   | EXISTING_CASE;EARLY_HELP
                d     | 2015-08-10   |
                e     |              | EARLY_HELP
            """
        },
        kind="missing",
    ),
    Example(
        "FD04",
        "A contact with several outcomes was passed to early help when that is one of them",
        AUGUST,
        (1, 1),
        {
            "contact": """
                child | contacted_on | outcome_codes
                a     | 2015-08-10   | ADVICE;EARLY_HELP
            """
        },
    ),
    Example(
        "FD04",
        "Two contacts about a child in the month are two",
        AUGUST,
        (2, 2),
        {
            "contact": """
                child | contacted_on | outcome_codes
                a     | 2015-08-10   | EARLY_HELP
                a     | 2015-08-20   | EARLY_HELP
            """
        },
        kind="twice",
    ),
)
