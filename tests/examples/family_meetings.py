"""Worked examples of family group decision-making meetings, offered before proceedings and held before the court."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2026, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CT03",
        "Letters of the first and the last day of the month are in; those of the day before and the day after are out",
        AUGUST,
        (2, 2),
        {
            "pre_proceedings": """
                child | decided_on | letter_before_proceedings_on | is_family_meeting_offered
                a     | 2026-07-20 | 2026-07-31                   | true
                b     | 2026-07-20 | 2026-08-01                   | true
                c     | 2026-07-20 | 2026-08-31                   | true
                d     | 2026-07-20 | 2026-09-01                   | true
            """
        },
        kind="edge",
    ),
    Example(
        "CT03",
        "Not recorded is not offered; without a letter there was nothing to make the offer in, whatever else happened",
        AUGUST,
        (1, 3),
        {
            "pre_proceedings": """
                child | decided_on | letter_before_proceedings_on | court_application_on | is_family_meeting_offered
                a |  | 2026-08-10 |  | true
                b |  | 2026-08-10 |  | false
                c |  | 2026-08-10 |  |
                d | 2026-08-10 |  | 2026-08-13 | true
            """
        },
        kind="missing",
    ),
    Example(
        "CT03",
        "A child in two letters of the month counts twice",
        AUGUST,
        (2, 2),
        {
            "pre_proceedings": """
                child | letter_before_proceedings_on | is_family_meeting_offered
                a     | 2026-08-03                   | true
                a     | 2026-08-20                   | true
            """
        },
        kind="twice",
    ),
    Example(
        "CT03-HELD",
        "Applications of the first and the last day of the month are in; those of the day before and after are out",
        AUGUST,
        (2, 2),
        {
            "pre_proceedings": """
                child | decided_on | court_application_on | is_family_meeting_held
                a     | 2026-07-20 | 2026-07-31           | true
                b     | 2026-07-20 | 2026-08-01           | true
                c     | 2026-07-20 | 2026-08-31           | true
                d     | 2026-07-20 | 2026-09-01           | true
            """
        },
        kind="edge",
    ),
    Example(
        "CT03-HELD",
        "Not recorded is not held; a case without an application to the court is in neither number",
        AUGUST,
        (1, 3),
        {
            "pre_proceedings": """
                child | decided_on | step_decided_on | court_application_on | is_family_meeting_held
                a |  |  | 2026-08-10 | true
                b |  |  | 2026-08-10 | false
                c |  |  | 2026-08-10 |
                d | 2026-08-10 | 2026-08-12 |  | true
            """
        },
        kind="missing",
    ),
    Example(
        "CT03-HELD",
        "A child in two applications of the month counts twice",
        AUGUST,
        (2, 2),
        {
            "pre_proceedings": """
                child | court_application_on | is_family_meeting_held
                a     | 2026-08-03           | true
                a     | 2026-08-20           | true
            """
        },
        kind="twice",
    ),
)
