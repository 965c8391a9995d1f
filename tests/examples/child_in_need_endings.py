"""Worked examples of the cases of children in need that closed."""

from __future__ import annotations

import dataclasses

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

CLOSED: tuple[Example, ...] = (
    Example(
        "CN07",
        "Closed on the first or the last day of the month is in; the day before and the day after are out",
        AUGUST,
        (2, None),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                R1          | a     | 2015-03-02  | 2015-07-31
                R2          | b     | 2015-03-02  | 2015-08-01
                R3          | c     | 2015-03-02  | 2015-08-31
                R4          | d     | 2015-03-02  | 2015-09-01
                R5          | e     | 2015-08-03  |
            """,
            "assessment": """
                child | referral_id | started_on | authorised_on
                a     | R1          | 2015-03-03 | 2015-04-02
                b     | R2          | 2015-03-03 | 2015-04-02
                c     | R3          | 2015-03-03 | 2015-04-02
                d     | R4          | 2015-03-03 | 2015-04-02
                e     | R5          | 2015-03-03 | 2015-04-02
            """,
        },
        kind="edge",
    ),
    Example(
        "CN07",
        "Assessed more than ten working days before: 13 August to 28 August are eleven, 14 August to 28 August are ten",
        AUGUST,
        (1, None),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                R1          | a     | 2015-07-02  | 2015-08-28
                R2          | b     | 2015-07-02  | 2015-08-28
            """,
            "assessment": """
                child | referral_id | started_on | authorised_on
                a     | R1          | 2015-07-03 | 2015-08-13
                b     | R2          | 2015-07-03 | 2015-08-14
            """,
        },
        kind="edge",
    ),
    Example(
        "CN07",
        "A case that was never assessed, or whose assessment was never finished, was none of a child in need",
        AUGUST,
        (0, None),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                R1          | a     | 2015-03-02  | 2015-08-10
                R2          | b     | 2015-03-02  | 2015-08-10
            """,
            "assessment": """
                child | referral_id | started_on | authorised_on
                b     | R2          | 2015-03-03 |
            """,
        },
        kind="missing",
    ),
    Example(
        "CN07",
        "A referral that came to nothing is no case; one of which that is not recorded is",
        AUGUST,
        (2, None),
        {
            "referral": """
                referral_id | child | referred_on | closed_on  | is_no_further_action
                R1          | a     | 2015-03-02  | 2015-08-10 | true
                R2          | b     | 2015-03-02  | 2015-08-10 | false
                R3          | c     | 2015-03-02  | 2015-08-10 |
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | R1          | 2015-04-02
                b     | R2          | 2015-04-02
                c     | R3          | 2015-04-02
            """,
        },
    ),
    Example(
        "CN07",
        "With a protection plan that ended on the day or runs it was no case of need; one that ended before "
        "or began later",
        AUGUST,
        (2, None),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                R1          | a     | 2015-03-02  | 2015-08-10
                R2          | b     | 2015-03-02  | 2015-08-10
                R3          | c     | 2015-03-02  | 2015-08-10
                R4          | d     | 2015-03-02  | 2015-08-10
                R5          | e     | 2015-03-02  | 2015-08-10
                R6          | f     | 2015-03-02  | 2015-08-10
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | R1          | 2015-04-02
                b     | R2          | 2015-04-02
                c     | R3          | 2015-04-02
                d     | R4          | 2015-04-02
                e     | R5          | 2015-04-02
                f     | R6          | 2015-04-02
            """,
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-05-01 | 2015-08-10
                b     | 2015-05-01 | 2015-08-09
                c     | 2015-05-01 |
                d     | 2015-08-11 |
                e     | 2015-08-10 | 2015-09-01
                f     | 2015-06-01 |
            """,
        },
        kind="edge",
    ),
    Example(
        "CN07",
        "Looked after to the day or beyond it was no case of need; care that ended before, or began later, makes none",
        AUGUST,
        (2, None),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                R1          | a     | 2015-03-02  | 2015-08-10
                R2          | b     | 2015-03-02  | 2015-08-10
                R3          | c     | 2015-03-02  | 2015-08-10
                R4          | d     | 2015-03-02  | 2015-08-10
                R5          | e     | 2015-03-02  | 2015-08-10
                R6          | f     | 2015-03-02  | 2015-08-10
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | R1          | 2015-04-02
                b     | R2          | 2015-04-02
                c     | R3          | 2015-04-02
                d     | R4          | 2015-04-02
                e     | R5          | 2015-04-02
                f     | R6          | 2015-04-02
            """,
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2015-05-01 | 2015-08-10
                b     | 2015-05-01 | 2015-08-09
                c     | 2015-05-01 |
                d     | 2015-08-11 |
                e     | 2015-08-10 | 2015-09-01
                f     | 2015-06-01 |
            """,
        },
        kind="edge",
    ),
    Example(
        "CN07",
        "A child whose two cases closed in the month counts twice; a case assessed twice counts once",
        AUGUST,
        (2, None),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                R1          | a     | 2015-03-02  | 2015-08-10
                R2          | a     | 2015-03-09  | 2015-08-20
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | R1          | 2015-04-02
                a     | R1          | 2015-06-02
                a     | R2          | 2015-04-02
            """,
        },
        kind="twice",
    ),
)


def _of_the_same_cases(identifier: str, reason: str) -> tuple[Example, ...]:
    """The examples of all cases closed, for a part of them: every case closed for a reason that makes it one."""
    return tuple(
        dataclasses.replace(
            example,
            indicator_id=identifier,
            says=f"Of the whole: {example.says}",
            expected=(example.expected[0], example.expected[0]),
            tables={**example.tables, "referral": _with_reason(example.tables["referral"], reason)},
        )
        for example in CLOSED
    )


def _with_reason(text: str, reason: str) -> str:
    header, *lines = text.strip().splitlines()
    return "\n".join([f"{header} | closure_reason_code", *(f"{line} | {reason}" for line in lines)])


EXAMPLES: tuple[Example, ...] = (
    *CLOSED,
    *_of_the_same_cases("CN07-DOWN", "RC9"),
    *_of_the_same_cases("CN07-MOVED", "RC5"),
    Example(
        "CN07-DOWN",
        "Closed on the first or the last day of the month is in, for early help (RC9) or for another reason",
        AUGUST,
        (1, 2),
        {
            "referral": """
                referral_id | child | referred_on | closed_on  | closure_reason_code
                R1          | a     | 2015-03-02  | 2015-07-31 | RC9
                R2          | b     | 2015-03-02  | 2015-08-01 | RC9
                R3          | c     | 2015-03-02  | 2015-08-31 | RC7
                R4          | d     | 2015-03-02  | 2015-09-01 | RC9
                R5          | e     | 2015-08-03  |            | RC9
            """,
            "assessment": """
                child | referral_id | started_on | authorised_on
                a     | R1          | 2015-03-03 | 2015-04-02
                b     | R2          | 2015-03-03 | 2015-04-02
                c     | R3          | 2015-03-03 | 2015-04-02
                d     | R4          | 2015-03-03 | 2015-04-02
                e     | R5          | 2015-03-03 | 2015-04-02
            """,
        },
        kind="edge",
    ),
    Example(
        "CN07-DOWN",
        "Help asked for a month before or after to the day is a step down, a day further it is not",
        AUGUST,
        (2, 4),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                R1          | a     | 2015-03-02  | 2015-08-10
                R2          | b     | 2015-03-02  | 2015-08-10
                R3          | c     | 2015-03-02  | 2015-08-10
                R4          | d     | 2015-03-02  | 2015-08-10
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | R1          | 2015-04-02
                b     | R2          | 2015-04-02
                c     | R3          | 2015-04-02
                d     | R4          | 2015-04-02
            """,
            "early_help": """
                child | assessment_type | request_source_code | requested_on | started_on
                a     | EPISODE         | SOCIAL_CARE         | 2015-07-10   | 2015-10-20
                b     | FAMILY_HELP     | SOCIAL_CARE         | 2015-09-10   | 2015-10-20
                c     | EPISODE         | SOCIAL_CARE         | 2015-07-09   | 2015-08-20
                d     | EPISODE         | SOCIAL_CARE         | 2015-09-11   | 2015-08-12
            """,
        },
        kind="edge",
    ),
    Example(
        "CN07-DOWN",
        "Without the day it was asked for, the help's first day tells",
        AUGUST,
        (1, 2),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                R1          | a     | 2015-03-02  | 2015-08-10
                R2          | b     | 2015-03-02  | 2015-08-10
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | R1          | 2015-04-02
                b     | R2          | 2015-04-02
            """,
            "early_help": """
                child | assessment_type | request_source_code | started_on | ended_on
                a     | FAMILY_HELP     | SOCIAL_CARE         | 2015-08-12 |
                b     | FAMILY_HELP     | SOCIAL_CARE         | 2015-10-12 |
            """,
        },
        kind="missing",
    ),
    Example(
        "CN07-DOWN",
        "Help that a school asked for is no step down, nor is an assessment",
        AUGUST,
        (1, 3),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                R1          | a     | 2015-03-02  | 2015-08-10
                R2          | b     | 2015-03-02  | 2015-08-10
                R3          | c     | 2015-03-02  | 2015-08-10
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | R1          | 2015-04-02
                b     | R2          | 2015-04-02
                c     | R3          | 2015-04-02
            """,
            "early_help": """
                child | assessment_type | request_source_code | requested_on | started_on
                a     | EPISODE         | SCHOOL              | 2015-08-12   | 2015-08-20
                b     | CAF             | SOCIAL_CARE         | 2015-08-12   | 2015-08-20
                c     | EPISODE         | SOCIAL_CARE         | 2015-08-12   | 2015-08-20
            """,
        },
    ),
    Example(
        "CN07-DOWN",
        "A child whose two cases closed in the month counts twice; help asked for twice is one step for each",
        AUGUST,
        (2, 2),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                R1          | a     | 2015-03-02  | 2015-08-10
                R2          | a     | 2015-03-09  | 2015-08-20
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | R1          | 2015-04-02
                a     | R2          | 2015-04-02
            """,
            "early_help": """
                child | assessment_type | request_source_code | requested_on
                a     | EPISODE         | SOCIAL_CARE         | 2015-08-12
                a     | EPISODE         | SOCIAL_CARE         | 2015-08-13
            """,
        },
        kind="twice",
    ),
    Example(
        "CN07-MOVED",
        "Closed on the first or the last day of the month is in; to another authority and to adult care both count",
        AUGUST,
        (2, 3),
        {
            "referral": """
                referral_id | child | referred_on | closed_on  | closure_reason_code
                R1          | a     | 2015-03-02  | 2015-07-31 | RC5
                R2          | b     | 2015-03-02  | 2015-08-01 | RC5
                R3          | c     | 2015-03-02  | 2015-08-31 | RC6
                R4          | d     | 2015-03-02  | 2015-09-01 | RC5
                R5          | e     | 2015-08-03  |            | RC5
                R6          | f     | 2015-03-02  | 2015-08-10 | RC7
            """,
            "assessment": """
                child | referral_id | started_on | authorised_on
                a     | R1          | 2015-03-03 | 2015-04-02
                b     | R2          | 2015-03-03 | 2015-04-02
                c     | R3          | 2015-03-03 | 2015-04-02
                d     | R4          | 2015-03-03 | 2015-04-02
                e     | R5          | 2015-03-03 | 2015-04-02
                f     | R6          | 2015-03-03 | 2015-04-02
            """,
        },
        kind="edge",
    ),
    Example(
        "CN07-MOVED",
        "A case that closed without a reason is in the whole; one never assessed is not",
        AUGUST,
        (0, 1),
        {
            "referral": """
                referral_id | child | referred_on | closed_on  | closure_reason_code
                R1          | a     | 2015-03-02  | 2015-08-10 |
                R2          | b     | 2015-03-02  | 2015-08-10 | RC5
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | R1          | 2015-04-02
            """,
        },
        kind="missing",
    ),
    Example(
        "CN07-MOVED",
        "A child whose two cases went to another authority in the month counts twice",
        AUGUST,
        (2, 2),
        {
            "referral": """
                referral_id | child | referred_on | closed_on  | closure_reason_code
                R1          | a     | 2015-03-02  | 2015-08-10 | RC5
                R2          | a     | 2015-03-09  | 2015-08-20 | RC5
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | R1          | 2015-04-02
                a     | R2          | 2015-04-02
            """,
        },
        kind="twice",
    ),
)
