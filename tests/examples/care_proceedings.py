"""Worked examples of work before court and of applications to the court.

Waits are added up in days and shown in weeks; the middle wait is given twice over, so that it stays whole.
"""

from __future__ import annotations

from purplebook.language.periods import financial_year, month
from tests.support.examples import Example

AUGUST = month(2015, 8)
YEAR = financial_year(2014)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CT01",
        "The year runs from 1 April to 31 March, both days in",
        YEAR,
        (2, None),
        {
            "pre_proceedings": """
                child | court_application_on
                a     | 2014-03-31
                b     | 2014-04-01
                c     | 2015-03-31
                d     | 2015-04-01
            """
        },
        kind="edge",
    ),
    Example(
        "CT01",
        "Only the day of the application counts: no decision, letter or meeting is one, and none of them is needed",
        YEAR,
        (1, None),
        {
            "pre_proceedings": """
                child | decided_on | initial_meeting_on | step_decided_on | court_application_on
                a     | 2014-05-06 | 2014-06-03         | 2014-09-02      |
                b     |            |                    |                 | 2014-09-09
            """
        },
        kind="missing",
    ),
    Example(
        "CT01",
        "No letter places an application in the year, neither the one before proceedings nor the one announcing them",
        YEAR,
        (1, None),
        {
            "pre_proceedings": """
                child | letter_before_proceedings_on | care_proceedings_letter_on | court_application_on
                a     | 2015-03-10                   |                            | 2015-06-02
                b     | 2014-03-11                   | 2014-06-04                 | 2014-06-03
                c     | 2014-05-06                   | 2014-09-03                 |
            """
        },
    ),
    Example(
        "CT01",
        "Brothers and sisters in one application are as many children; a child in two applications counts twice",
        YEAR,
        (4, None),
        {
            "pre_proceedings": """
                child | family_id | court_application_on
                a     | f         | 2014-06-03
                b     | f         | 2014-06-03
                c     | g         | 2014-05-13
                c     | g         | 2015-02-10
            """
        },
        kind="twice",
    ),
    Example(
        "CT01-WAIT",
        "The application places the case in the month; the day of the decision is day 0: 31, 0 and 62 days",
        AUGUST,
        (93, 3),
        {
            "pre_proceedings": """
                child | decided_on | court_application_on
                a     | 2015-07-01 | 2015-08-01
                b     | 2015-08-12 | 2015-08-12
                c     | 2015-06-30 | 2015-08-31
                d     | 2015-07-01 | 2015-07-31
                e     | 2015-08-03 | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "CT01-WAIT",
        "Where the day of the decision is not recorded the wait is not known, and the case is in no average",
        AUGUST,
        (70, 1),
        {
            "pre_proceedings": """
                child | decided_on | letter_before_proceedings_on | court_application_on
                a     |            | 2015-06-01                   | 2015-08-10
                b     | 2015-06-01 |                              | 2015-08-10
                c     | 2015-08-03 |                              |
            """
        },
        kind="missing",
    ),
    Example(
        "CT01-WAIT",
        "The wait is from the decision to the application, whatever letters and meetings there were on the way",
        AUGUST,
        (91, 1),
        {
            "pre_proceedings": """
        child | decided_on | letter_before_proceedings_on | initial_meeting_on | step_decided_on | court_application_on
        a     | 2015-05-12 | 2015-05-19                   | 2015-06-02         | 2015-08-04      | 2015-08-11
            """
        },
    ),
    Example(
        "CT01-WAIT",
        "The letter that tells the parents of the application does not end the wait, nor place the case in the month",
        AUGUST,
        (70, 1),
        {
            "pre_proceedings": """
                child | decided_on | care_proceedings_letter_on | court_application_on
                a     | 2015-06-01 | 2015-08-13                 | 2015-08-10
                b     | 2015-06-01 | 2015-08-13                 | 2015-09-02
            """
        },
    ),
    Example(
        "CT01-WAIT",
        "Two applications about one child in the month are two waits",
        AUGUST,
        (98, 2),
        {
            "pre_proceedings": """
                child | decided_on | court_application_on
                a     | 2015-05-12 | 2015-08-11
                a     | 2015-08-18 | 2015-08-25
            """
        },
        kind="twice",
    ),
    Example(
        "CT02",
        "Decided on the last day, in; stepped down or taken to court on the last day, no longer in",
        AUGUST,
        (2, None),
        {
            "pre_proceedings": """
                child | decided_on | step_decided_on
                a     | 2015-05-12 | 2015-08-31
                b     | 2015-05-12 | 2015-09-01
                c     | 2015-08-31 |
                d     | 2015-09-01 |
            """
        },
        kind="edge",
    ),
    Example(
        "CT02",
        "A case in which the court has been applied to is over, even where no decision to do so is recorded",
        AUGUST,
        (3, None),
        {
            "pre_proceedings": """
                child | decided_on | step_decided_on | court_application_on
                a     | 2015-05-12 |                 | 2015-08-30
                b     | 2015-05-12 |                 | 2015-08-31
                c     | 2015-05-12 |                 | 2015-09-01
                d     | 2015-05-12 | 2015-08-20      | 2015-09-01
                e     | 2015-05-12 |                 | 2015-10-06
                f     | 2015-05-12 |                 | 2015-11-03
            """
        },
        kind="edge",
    ),
    Example(
        "CT02",
        "A letter or a meeting without a decision to start is not pre-proceedings work that we know to be open",
        AUGUST,
        (1, None),
        {
            "pre_proceedings": """
                child | decided_on | letter_before_proceedings_on | initial_meeting_on | care_proceedings_letter_on
                a     |            | 2015-05-19                   | 2015-06-02         |
                b     | 2015-05-12 |                              |                    |
                c     |            |                              |                    | 2015-06-09
            """
        },
        kind="missing",
    ),
    Example(
        "CT02",
        "A child who came back after an earlier case counts once; so does one with two open cases",
        AUGUST,
        (2, None),
        {
            "pre_proceedings": """
                child | decided_on | step_decided_on
                a     | 2014-05-13 | 2014-10-07
                a     | 2015-05-12 |
                b     | 2015-03-10 |
                b     | 2015-05-12 |
            """
        },
        kind="twice",
    ),
    Example(
        "CT02-WEEKS",
        "From the decision to the last day: 0, 21 and 111 days, so the middle one is 21 (three weeks)",
        AUGUST,
        (42, 3),
        {
            "pre_proceedings": """
                child | decided_on | step_decided_on
                a     | 2015-08-31 |
                b     | 2015-08-10 |
                c     | 2015-05-12 | 2015-09-01
                d     | 2015-05-12 | 2015-08-31
                e     | 2015-03-10 | 2015-06-02
            """
        },
        kind="edge",
    ),
    Example(
        "CT02-WEEKS",
        "With an even number of cases, half-way between the middle two: 7 and 14 days",
        AUGUST,
        (21, 2),
        {
            "pre_proceedings": """
                child | decided_on
                a     | 2015-08-24
                b     | 2015-08-17
            """
        },
    ),
    Example(
        "CT02-WEEKS",
        "Letters and meetings neither start the count of days nor stand in for a decision that is not recorded",
        AUGUST,
        (182, 1),
        {
            "pre_proceedings": """
                child | decided_on | letter_before_proceedings_on | initial_meeting_on | care_proceedings_letter_on
                a     |            | 2015-05-19                   | 2015-06-02         |
                b     |            |                              |                    | 2015-08-25
                c     | 2015-06-01 | 2015-06-08                   | 2015-06-22         | 2015-08-24
            """
        },
        kind="missing",
    ),
    Example(
        "CT02-WEEKS",
        "A case before the court waits no longer; one that goes there next month still does",
        AUGUST,
        (56, 1),
        {
            "pre_proceedings": """
                child | decided_on | court_application_on
                a     | 2015-05-12 | 2015-08-31
                b     | 2015-08-03 | 2015-09-01
                c     | 2015-05-12 | 2015-08-11
            """
        },
        kind="edge",
    ),
    Example(
        "CT02-WEEKS",
        "Of two open cases of one child the later one counts; an ended one does not",
        AUGUST,
        (14, 1),
        {
            "pre_proceedings": """
                child | decided_on | step_decided_on
                a     | 2015-08-24 |
                a     | 2015-08-17 |
                a     | 2015-02-03 | 2015-04-21
            """
        },
        kind="twice",
    ),
)
