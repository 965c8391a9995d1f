"""Worked examples of steps between early help and social care."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "EH06",
        "Closed on the first or the last day of the month is in; the day before and the day after are out",
        AUGUST,
        (2, None),
        {
            "early_help": """
                child | assessment_type | started_on | ended_on   | end_reason
                a     | EPISODE         | 2015-03-02 | 2015-07-31 | STEP_UP
                b     | EPISODE         | 2015-03-02 | 2015-08-01 | STEP_UP
                c     | EPISODE         | 2015-03-02 | 2015-08-31 | STEP_UP
                d     | EPISODE         | 2015-03-02 | 2015-09-01 | STEP_UP
            """
        },
        kind="edge",
    ),
    Example(
        "EH06",
        "Episodes of early help and of Family Help count, assessments do not; nor does one that closed for "
        "another reason",
        AUGUST,
        (2, None),
        {
            "early_help": """
                child | assessment_type | ended_on   | end_reason
                a     | EPISODE         | 2015-08-10 | STEP_UP
                b     | FAMILY_HELP     | 2015-08-10 | STEP_UP
                c     | CAF             | 2015-08-10 | STEP_UP
                d     | EPISODE         | 2015-08-10 | NEEDS_MET
                e     | EPISODE         | 2015-08-10 |
            """
        },
    ),
    Example(
        "EH06",
        "An episode that is open, or of no known kind, has not stepped up, though it was asked for and began "
        "in the month",
        AUGUST,
        (1, None),
        {
            "early_help": """
                child | assessment_type | requested_on | started_on | ended_on   | end_reason
                a     | EPISODE         | 2015-08-03   | 2015-08-04 |            | STEP_UP
                b     |                 | 2015-08-03   | 2015-08-04 | 2015-08-10 | STEP_UP
                c     | EPISODE         |              |            | 2015-08-10 | STEP_UP
            """
        },
        kind="missing",
    ),
    Example(
        "EH06",
        "A child whose two episodes stepped up in the month counts twice",
        AUGUST,
        (2, None),
        {
            "early_help": """
                child | assessment_type | ended_on   | end_reason
                a     | EPISODE         | 2015-08-03 | STEP_UP
                a     | EPISODE         | 2015-08-28 | STEP_UP
            """
        },
        kind="twice",
    ),
    Example(
        "EH06-SHARE",
        "Out of all that closed in the month, one without a reason among them; the day before and after are out",
        AUGUST,
        (1, 3),
        {
            "early_help": """
                child | assessment_type | ended_on   | end_reason
                a     | EPISODE         | 2015-07-31 | STEP_UP
                b     | EPISODE         | 2015-08-01 | STEP_UP
                c     | EPISODE         | 2015-08-31 | NEEDS_MET
                d     | EPISODE         | 2015-08-31 |
                e     | EPISODE         | 2015-09-01 | STEP_UP
            """
        },
        kind="edge",
    ),
    Example(
        "EH06-SHARE",
        "Episodes of early help and of Family Help count, assessments and rows of no known kind do not",
        AUGUST,
        (1, 2),
        {
            "early_help": """
                child | assessment_type | ended_on   | end_reason
                a     | EPISODE         | 2015-08-10 | NEEDS_MET
                b     | FAMILY_HELP     | 2015-08-10 | STEP_UP
                c     | CAF             | 2015-08-10 |
                d     |                 | 2015-08-10 | STEP_UP
            """
        },
    ),
    Example(
        "EH06-SHARE",
        "An episode that is open has not ended, though it was asked for and began in the month",
        AUGUST,
        (1, 1),
        {
            "early_help": """
                child | assessment_type | requested_on | started_on | ended_on   | end_reason
                a     | EPISODE         | 2015-08-03   | 2015-08-04 |            |
                b     | EPISODE         |              |            | 2015-08-10 | STEP_UP
            """
        },
        kind="missing",
    ),
    Example(
        "EH06-SHARE",
        "A child whose two episodes ended in the month counts twice",
        AUGUST,
        (2, 2),
        {
            "early_help": """
                child | assessment_type | ended_on   | end_reason
                a     | EPISODE         | 2015-08-03 | STEP_UP
                a     | EPISODE         | 2015-08-28 | STEP_UP
            """
        },
        kind="twice",
    ),
    Example(
        "EH07",
        "Help that began on the first or the last day of the month is in; the day before and the day after are out",
        AUGUST,
        (2, None),
        {
            "early_help": """
                child | assessment_type | request_source_code | requested_on | started_on | ended_on
                a     | EPISODE         | SOCIAL_CARE         | 2015-07-20   | 2015-07-31 | 2015-08-20
                b     | EPISODE         | SOCIAL_CARE         | 2015-07-20   | 2015-08-01 |
                c     | FAMILY_HELP     | SOCIAL_CARE         |              | 2015-08-31 |
                d     | EPISODE         | SOCIAL_CARE         | 2015-08-20   | 2015-09-01 |
            """
        },
        kind="edge",
    ),
    Example(
        "EH07",
        "Help that somebody else asked for did not come down from social care, and an assessment is no help",
        AUGUST,
        (1, None),
        {
            "early_help": """
                child | assessment_type | request_source_code | started_on
                a     | EPISODE         | SOCIAL_CARE         | 2015-08-10
                b     | EPISODE         | SCHOOL              | 2015-08-10
                c     | CAF             | SOCIAL_CARE         | 2015-08-10
            """
        },
    ),
    Example(
        "EH07",
        "A request that has led to no help yet does not count; nor does help of which nobody says who asked for it",
        AUGUST,
        (1, None),
        {
            "early_help": """
                child | assessment_type | request_source_code | requested_on | started_on
                a     | EPISODE         | SOCIAL_CARE         | 2015-08-10   |
                b     | EPISODE         |                     | 2015-08-10   | 2015-08-12
                c     | EPISODE         | SOCIAL_CARE         |              | 2015-08-12
                d     |                 | SOCIAL_CARE         | 2015-08-10   | 2015-08-12
            """
        },
        kind="missing",
    ),
    Example(
        "EH07",
        "A child who came down twice in the month counts twice",
        AUGUST,
        (2, None),
        {
            "early_help": """
                child | assessment_type | request_source_code | started_on | ended_on
                a     | EPISODE         | SOCIAL_CARE         | 2015-08-03 | 2015-08-12
                a     | EPISODE         | SOCIAL_CARE         | 2015-08-28 |
            """
        },
        kind="twice",
    ),
)
