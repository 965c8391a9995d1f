"""Worked examples of children receiving early help on a day, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "EH01-OPEN",
        "Help that began on the last day is in; help that ended on it is out, and help that ended the day after is in",
        AUGUST,
        (2, None),
        {
            "early_help": """
                child | assessment_type | requested_on | started_on | ended_on
                a     | EPISODE         | 2015-08-20   | 2015-08-31 |
                b     | EPISODE         | 2015-08-20   | 2015-09-01 |
                c     | EPISODE         | 2015-01-05   | 2015-01-20 | 2015-08-31
                d     | EPISODE         | 2015-01-05   | 2015-01-20 | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "EH01-OPEN",
        "Help that has been asked for and has not begun is not yet given; an assessment nobody asked help for is none",
        AUGUST,
        (1, None),
        {
            "early_help": """
                child | assessment_type | requested_on | started_on
                a     | EPISODE         | 2015-08-05   |
                b     | EPISODE         | 2015-08-05   | 2015-08-10
                c     | CAF             |              | 2015-08-10
            """
        },
        kind="missing",
    ),
    Example(
        "EH01-OPEN",
        "A child with two open episodes is one child",
        AUGUST,
        (1, None),
        {
            "early_help": """
                child | assessment_type | requested_on | started_on
                a     | EPISODE         | 2015-03-05   | 2015-03-20
                a     | EPISODE         | 2015-08-05   | 2015-08-10
            """
        },
        kind="twice",
    ),
)
