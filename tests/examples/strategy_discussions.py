"""Worked examples of strategy discussions: which agencies took part, and who led them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Answer, Example

AUGUST = month(2015, 8)
AGENCIES = "has_police_attended | has_health_attended | has_education_attended | is_led_by_protection_team"
ALL_THERE = "true | true | true | true"


def _dated(identifier: str, expected: Answer) -> Example:
    return Example(
        identifier,
        "Held on the first or the last day of the month is in; the day before and the day after are out",
        AUGUST,
        expected,
        {
            "section_47_enquiry": f"""
                child | strategy_discussion_on | ended_on | {AGENCIES}
                a | 2015-07-31 | 2015-08-10 | {ALL_THERE}
                b | 2015-08-01 | 2015-08-10 | {ALL_THERE}
                c | 2015-08-31 | 2015-09-10 | {ALL_THERE}
                d | 2015-09-01 | 2015-09-10 | {ALL_THERE}
                e |  | 2015-08-10 | {ALL_THERE}
            """
        },
        kind="edge",
    )


def _twice(identifier: str, expected: Answer) -> Example:
    return Example(
        identifier,
        "A child discussed twice in the month counts twice, once where no enquiry followed",
        AUGUST,
        expected,
        {
            "section_47_enquiry": f"""
                child | strategy_discussion_on | decision | {AGENCIES}
                a | 2015-08-03 | NO_S47 | {ALL_THERE}
                a | 2015-08-20 | S47_SINGLE | {ALL_THERE}
            """
        },
        kind="twice",
    )


ATTENDED = """
    child | strategy_discussion_on | has_police_attended | has_health_attended | has_education_attended
    a     | 2015-08-03             | true                | true                | true
    b     | 2015-08-04             | true                | true                | false
    c     | 2015-08-05             | true                | false               | true
    d     | 2015-08-06             | false               | true                | true
    e     | 2015-08-07             | true                | false               |
    f     | 2015-08-10             | false               |                     | true
    g     | 2015-08-11             | false               | false               | false
    h     | 2015-08-12             | false               | false               |
    i     | 2015-08-13             | false               | true                | false
"""


def _present(identifier: str, says: str, expected: Answer, **group: str) -> Example:
    return Example(identifier, says, AUGUST, expected, {"section_47_enquiry": ATTENDED}, kind="missing", **group)


EXAMPLES: tuple[Example, ...] = (
    _dated("S405", (2, 2)),
    _twice("S405", (2, 2)),
    _present(
        "S405",
        "Police and education: one that says nothing of the others is not among them",
        (1, 9),
        breakdown="agencies",
        group="Police and education",
    ),
    _present("S405", "Police alone, so far as is recorded", (1, 9), breakdown="agencies", group="Police"),
    _present(
        "S405", "None of the three, each said to be absent", (1, 9), breakdown="agencies", group="None of the three"
    ),
    _present(
        "S405",
        "Where nobody is said to have been there and one is not recorded, nothing is said",
        (1, 9),
        breakdown="agencies",
        group="Not recorded",
    ),
    _dated("S405-POLICE", (2, 2)),
    _twice("S405-POLICE", (2, 2)),
    _present("S405-POLICE", "The police took part in four of nine", (4, 9)),
    _dated("S405-HEALTH", (2, 2)),
    _twice("S405-HEALTH", (2, 2)),
    _present("S405-HEALTH", "Not recorded is in the whole and not above the line: four of nine", (4, 9)),
    _dated("S405-EDUCATION", (2, 2)),
    _twice("S405-EDUCATION", (2, 2)),
    _present("S405-EDUCATION", "Not recorded is in the whole and not above the line: four of nine", (4, 9)),
    _dated("S405-ALL", (2, 2)),
    _twice("S405-ALL", (2, 2)),
    _present("S405-ALL", "All three took part in one of nine", (1, 9)),
    _dated("S406", (2, 2)),
    _twice("S406", (2, 2)),
    Example(
        "S406",
        "Where it is not recorded who led, there may have been no team yet: those are left out",
        AUGUST,
        (1, 3),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | is_led_by_protection_team
                a     | 2015-08-03             | true
                b     | 2015-08-04             | false
                c     | 2015-08-05             |
                d     | 2015-08-05             | false
            """
        },
        kind="missing",
    ),
)
