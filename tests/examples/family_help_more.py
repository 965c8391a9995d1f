"""Worked examples of Family Help: its lead practitioners, and how it ends."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2026, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "FH02",
        "Begun by the last day and not ended on it; help that ends the day after is open still",
        AUGUST,
        (2, 2),
        {
            "early_help": """
                child | assessment_type | requested_on | started_on | ended_on   | worker_id
                a     | FAMILY_HELP     | 2026-03-01   | 2026-08-31 |            | W1
                b     | FAMILY_HELP     | 2026-03-01   | 2026-09-01 |            | W1
                c     | FAMILY_HELP     | 2026-03-01   | 2026-03-02 | 2026-08-31 | W1
                d     | FAMILY_HELP     | 2026-03-01   | 2026-03-02 | 2026-09-01 | W1
            """
        },
        kind="edge",
    ),
    Example(
        "FH02",
        "Without a worker there is no lead practitioner; other help, and help that has not begun, is not Family Help",
        AUGUST,
        (1, 3),
        {
            "early_help": """
                child | assessment_type | requested_on | started_on | worker_id
                a     | FAMILY_HELP     |              | 2026-03-02 | W1
                b     | FAMILY_HELP     |              | 2026-03-02 |
                c     | FAMILY_HELP     |              | 2026-03-02 |
                d     | EPISODE         |              | 2026-03-02 | W1
                e     | FAMILY_HELP     | 2026-03-02   |            | W1
            """
        },
        kind="missing",
    ),
    Example(
        "FH02",
        "A child with two open episodes is one child, who has a lead practitioner when one of them has",
        AUGUST,
        (1, 1),
        {
            "early_help": """
                child | assessment_type | started_on | worker_id
                a     | FAMILY_HELP     | 2026-03-02 | W1
                a     | FAMILY_HELP     | 2026-04-02 | W2
                a     | FAMILY_HELP     | 2026-05-02 |
            """
        },
        kind="twice",
    ),
    Example(
        "FH03",
        "Ended on the first or the last day of the month is in; the day before and the day after are out",
        AUGUST,
        (2, 2),
        {
            "early_help": """
                child | assessment_type | started_on | ended_on   | end_reason
                a     | FAMILY_HELP     | 2026-03-02 | 2026-07-31 | NEEDS_MET
                b     | FAMILY_HELP     | 2026-03-02 | 2026-08-01 | NEEDS_MET
                c     | FAMILY_HELP     | 2026-03-02 | 2026-08-31 | NEEDS_MET
                d     | FAMILY_HELP     | 2026-03-02 | 2026-09-01 | NEEDS_MET
            """
        },
        kind="edge",
    ),
    Example(
        "FH03",
        "An episode that ended without a reason is in the whole; one that is open, and other help, are not",
        AUGUST,
        (1, 3),
        {
            "early_help": """
                child | assessment_type | requested_on | started_on | ended_on   | end_reason
                a     | FAMILY_HELP     |              |            | 2026-08-10 | NEEDS_MET
                b     | FAMILY_HELP     |              |            | 2026-08-10 |
                c     | FAMILY_HELP     |              |            | 2026-08-10 | STEP_UP
                d     | EPISODE         |              |            | 2026-08-10 | NEEDS_MET
                e     | FAMILY_HELP     | 2026-08-01   | 2026-08-02 |            | NEEDS_MET
            """
        },
        kind="missing",
    ),
    Example(
        "FH03",
        "A child whose two episodes ended in the month counts twice",
        AUGUST,
        (2, 2),
        {
            "early_help": """
                child | assessment_type | ended_on   | end_reason
                a     | FAMILY_HELP     | 2026-08-03 | NEEDS_MET
                a     | FAMILY_HELP     | 2026-08-20 | NEEDS_MET
            """
        },
        kind="twice",
    ),
)
