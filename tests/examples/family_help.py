"""Worked examples of Family Help and of private fostering, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)
MAY = month(2026, 5)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "FH01",
        "Begun on the last day counts, ended on it does not; ended the day after, or long after, still does",
        MAY,
        (3, None),
        {
            "early_help": """
                child | assessment_type | requested_on | started_on | ended_on
                a     | FAMILY_HELP     | 2026-05-20   | 2026-05-31 |
                b     | FAMILY_HELP     | 2026-05-20   | 2026-06-01 |
                c     | FAMILY_HELP     | 2026-03-20   | 2026-04-01 | 2026-05-31
                d     | FAMILY_HELP     | 2026-03-20   | 2026-04-01 | 2026-06-01
                e     | FAMILY_HELP     | 2026-06-20   | 2026-04-01 | 2026-07-10
            """
        },
        kind="edge",
    ),
    Example(
        "FH01",
        "An episode without its first day is not counted; neither is help of which the kind is not recorded",
        MAY,
        (1, None),
        {
            "early_help": """
                child | assessment_type | requested_on | started_on
                a     | FAMILY_HELP     | 2026-04-01   |
                b     |                 | 2026-04-01   | 2026-04-08
                c     | FAMILY_HELP     |              | 2026-04-08
            """
        },
        kind="missing",
    ),
    Example(
        "FH01",
        "A child with two open episodes is one child; brothers and sisters are counted each",
        MAY,
        (3, None),
        {
            "early_help": """
                child | assessment_type | started_on | organisation
                a     | FAMILY_HELP     | 2026-04-08 | Council
                a     | FAMILY_HELP     | 2026-05-06 | Health
                b     | FAMILY_HELP     | 2026-04-08 | Council
                c     | FAMILY_HELP     | 2026-04-08 | Council
            """
        },
        kind="twice",
    ),
    Example(
        "FH01",
        "By lead organisation: a child with two episodes of one organisation is one child in it",
        MAY,
        (2, None),
        {
            "early_help": """
                child | assessment_type | started_on | organisation
                a     | FAMILY_HELP     | 2026-04-08 | Council
                a     | FAMILY_HELP     | 2026-05-06 | Council
                a     | FAMILY_HELP     | 2026-05-06 | Health
                b     | FAMILY_HELP     | 2026-04-08 | Council
                c     | FAMILY_HELP     | 2026-04-08 | Health
            """
        },
        breakdown="organisation",
        group="Council",
    ),
    Example(
        "FH01",
        "Early help of other kinds is not Family Help",
        MAY,
        (1, None),
        {
            "early_help": """
                child | assessment_type | started_on
                a     | FAMILY_HELP     | 2026-04-08
                b     | CAF             | 2026-04-08
                c     | EHA             | 2026-04-08
                d     | TARGETED        | 2026-04-08
            """
        },
    ),
    Example(
        "FH01-UP",
        "The day the episode ended decides the month: its first and last day are in, the days on either side are out",
        MAY,
        (2, 2),
        {
            "early_help": """
                child | assessment_type | requested_on | started_on | ended_on   | end_reason
                a     | FAMILY_HELP     | 2026-05-05   | 2026-05-06 | 2026-04-30 | STEP_UP
                b     | FAMILY_HELP     | 2026-03-05   | 2026-03-06 | 2026-05-01 | STEP_UP
                c     | FAMILY_HELP     | 2026-03-05   | 2026-03-06 | 2026-05-31 | STEP_UP
                d     | FAMILY_HELP     | 2026-05-05   | 2026-05-06 | 2026-06-01 | STEP_UP
            """
        },
        kind="edge",
    ),
    Example(
        "FH01-UP",
        "An episode still open is left out; one that ended for a reason not recorded is counted, but not as a step up",
        MAY,
        (1, 2),
        {
            "early_help": """
                child | assessment_type | started_on | ended_on   | end_reason
                a     | FAMILY_HELP     | 2026-05-06 |            | STEP_UP
                b     | FAMILY_HELP     | 2026-03-06 | 2026-05-20 |
                c     | FAMILY_HELP     |            | 2026-05-20 | STEP_UP
            """
        },
        kind="missing",
    ),
    Example(
        "FH01-UP",
        "Each episode counts, so a child whose help ended twice in the month counts twice",
        MAY,
        (1, 3),
        {
            "early_help": """
                child | assessment_type | started_on | ended_on   | end_reason
                a     | FAMILY_HELP     | 2026-03-06 | 2026-05-04 | NEEDS_MET
                a     | FAMILY_HELP     | 2026-05-11 | 2026-05-28 | STEP_UP
                b     | FAMILY_HELP     | 2026-03-06 | 2026-05-04 | NEEDS_MET
            """
        },
        kind="twice",
    ),
    Example(
        "FH01-UP",
        "Early help of other kinds, stepped up or not, is not in the figure",
        MAY,
        (1, 1),
        {
            "early_help": """
                child | assessment_type | started_on | ended_on   | end_reason
                a     | FAMILY_HELP     | 2026-03-06 | 2026-05-20 | STEP_UP
                b     | EHA             | 2026-03-06 | 2026-05-20 | STEP_UP
                c     |                 | 2026-03-06 | 2026-05-20 | STEP_UP
            """
        },
    ),
    Example(
        "FH01-DOWN",
        "The day the episode began decides the month: its first and last day are in, the days on either side are out",
        MAY,
        (2, 2),
        {
            "early_help": """
                child | assessment_type | requested_on | request_source_code | started_on | ended_on
                a     | FAMILY_HELP     | 2026-05-05   | SOCIAL_CARE         | 2026-04-30 | 2026-05-20
                b     | FAMILY_HELP     | 2026-04-05   | SOCIAL_CARE         | 2026-05-01 | 2026-06-20
                c     | FAMILY_HELP     | 2026-04-05   | SOCIAL_CARE         | 2026-05-31 |
                d     | FAMILY_HELP     | 2026-05-05   | SOCIAL_CARE         | 2026-06-01 |
            """
        },
        kind="edge",
    ),
    Example(
        "FH01-DOWN",
        "One that began without a source recorded is counted, but not as a step down; one that never began is left out",
        MAY,
        (1, 2),
        {
            "early_help": """
                child | assessment_type | requested_on | request_source_code | started_on
                a     | FAMILY_HELP     | 2026-05-05   | SOCIAL_CARE         |
                b     | FAMILY_HELP     | 2026-05-05   |                     | 2026-05-12
                c     | FAMILY_HELP     |              | SOCIAL_CARE         | 2026-05-12
            """
        },
        kind="missing",
    ),
    Example(
        "FH01-DOWN",
        "Each episode counts, so a child whose help began twice in the month counts twice",
        MAY,
        (1, 3),
        {
            "early_help": """
                child | assessment_type | request_source_code | started_on | ended_on
                a     | FAMILY_HELP     | SCHOOL              | 2026-05-05 | 2026-05-12
                a     | FAMILY_HELP     | SOCIAL_CARE         | 2026-05-26 |
                b     | FAMILY_HELP     | HEALTH              | 2026-05-05 |
            """
        },
        kind="twice",
    ),
    Example(
        "FH01-DOWN",
        "Early help of other kinds that social care asked for is not in the figure",
        MAY,
        (1, 1),
        {
            "early_help": """
                child | assessment_type | request_source_code | started_on
                a     | FAMILY_HELP     | SOCIAL_CARE         | 2026-05-12
                b     | TARGETED        | SOCIAL_CARE         | 2026-05-12
                c     |                 | SOCIAL_CARE         | 2026-05-12
            """
        },
    ),
    Example(
        "PF01",
        "An arrangement begun on the last day is in; one ended on it is out; one ended the day after, or later, is in",
        AUGUST,
        (3, None),
        {
            "private_fostering": """
                child | notified_on | started_on | ended_on
                a     | 2015-09-10  | 2015-08-31 |
                b     | 2015-08-10  | 2015-09-01 |
                c     | 2015-03-10  | 2015-04-01 | 2015-08-31
                d     | 2015-03-10  | 2015-04-01 | 2015-09-01
                e     | 2015-03-10  | 2015-04-01 | 2015-12-20
            """
        },
        kind="edge",
    ),
    Example(
        "PF01",
        "An arrangement without its first day is not counted, even when it is known when the authority was told",
        AUGUST,
        (1, None),
        {
            "private_fostering": """
                child | notified_on | started_on
                a     | 2015-08-10  |
                b     |             | 2015-08-10
            """
        },
        kind="missing",
    ),
    Example(
        "PF01",
        "A child entered with two open arrangements is one child; brothers and sisters are counted each",
        AUGUST,
        (2, None),
        {
            "private_fostering": """
                child | started_on
                a     | 2015-06-01
                a     | 2015-08-03
                b     | 2015-06-01
            """
        },
        kind="twice",
    ),
    Example(
        "PF01-VISITS",
        "A visit 42 days before the end of the month, on 20 July, is in time; one on the 19th is not, nor one to come",
        AUGUST,
        (2, 4),
        {
            "private_fostering": """
                child | started_on
                a     | 2015-03-02
                b     | 2015-03-02
                c     | 2015-03-02
                d     | 2015-03-02
            """,
            "visit": """
                child | visit_type        | visited_on | seen
                a     | PRIVATE_FOSTERING | 2015-07-20 | Y
                b     | PRIVATE_FOSTERING | 2015-07-19 | Y
                c     | PRIVATE_FOSTERING | 2015-08-31 | Y
                d     | PRIVATE_FOSTERING | 2015-09-01 | Y
            """,
        },
        kind="edge",
    ),
    Example(
        "PF01-VISITS",
        "An arrangement begun on 20 July, 42 days before, is not yet counted; one begun on the 19th is",
        AUGUST,
        (0, 1),
        {
            "private_fostering": """
                child | notified_on | started_on
                a     | 2015-03-02  | 2015-07-20
                b     | 2015-08-20  | 2015-07-19
            """
        },
        kind="edge",
    ),
    Example(
        "PF01-VISITS",
        "An arrangement that ended on the last day is left out; one that ended the day after, or later, is not",
        AUGUST,
        (0, 2),
        {
            "private_fostering": """
                child | notified_on | started_on | ended_on
                a     | 2015-03-02  | 2015-03-02 | 2015-08-31
                b     | 2015-03-02  | 2015-03-02 | 2015-09-01
                c     | 2015-03-02  | 2015-03-02 | 2015-12-20
            """
        },
        kind="edge",
    ),
    Example(
        "PF01-VISITS",
        "A visit without its day, or that does not say whether the child was seen, is not known to be in time",
        AUGUST,
        (1, 3),
        {
            "private_fostering": """
                child | notified_on | started_on
                a     | 2015-03-02  | 2015-03-02
                b     | 2015-03-02  | 2015-03-02
                c     |             | 2015-03-02
                d     | 2015-03-02  |
            """,
            "visit": """
                child | visit_type        | visited_on | seen
                a     | PRIVATE_FOSTERING |            | Y
                b     | PRIVATE_FOSTERING | 2015-08-10 |
                c     | PRIVATE_FOSTERING | 2015-08-10 | Y
                d     | PRIVATE_FOSTERING | 2015-08-10 | Y
            """,
        },
        kind="missing",
    ),
    Example(
        "PF01-VISITS",
        "A child with two visits, or entered with two arrangements, counts once",
        AUGUST,
        (2, 3),
        {
            "private_fostering": """
                child | started_on
                a     | 2015-03-02
                b     | 2015-03-02
                b     | 2015-06-01
                c     | 2015-03-02
            """,
            "visit": """
                child | visit_type        | visited_on | seen
                a     | PRIVATE_FOSTERING | 2015-08-03 | Y
                a     | PRIVATE_FOSTERING | 2015-08-24 | Y
                b     | PRIVATE_FOSTERING | 2015-08-24 | Y
            """,
        },
        kind="twice",
    ),
    Example(
        "PF01-VISITS",
        "Visits for another reason, visits in which the child was not seen, and visits to another child do not count",
        AUGUST,
        (0, 3),
        {
            "private_fostering": """
                child | started_on
                a     | 2015-03-02
                b     | 2015-03-02
                c     | 2015-03-02
            """,
            "visit": """
                child | visit_type        | visited_on | seen
                a     | CIN               | 2015-08-10 | Y
                b     | PRIVATE_FOSTERING | 2015-08-10 | N
                d     | PRIVATE_FOSTERING | 2015-08-10 | Y
            """,
        },
    ),
)
