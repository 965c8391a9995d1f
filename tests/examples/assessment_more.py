"""Worked examples of how long assessments take, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month, quarter
from tests.support.examples import Example

AUGUST = month(2015, 8)
JANUARY_TO_MARCH = quarter(2014, 4)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "AS02",
        "Of two, the middle is half-way between: 1 working day from Thursday to Friday and 5 from Monday to Monday",
        AUGUST,
        (6, 2),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-08-06 | 2015-08-07
                b     | 2015-08-10 | 2015-08-17
            """
        },
    ),
    Example(
        "AS02",
        "Weekends and bank holidays do not count: from Friday 28 August to Tuesday 1 September is 1 working day",
        month(2015, 9),
        (2, 1),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-08-28 | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "AS02",
        "The day of completion decides the month; from Monday to Saturday are 4, and of 0 and 4 the middle is 2",
        AUGUST,
        (4, 2),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-06-01 | 2015-07-31
                b     | 2015-07-27 | 2015-08-01
                c     | 2015-08-31 | 2015-08-31
                d     | 2015-08-03 | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "AS02",
        "One without a start or without a completion date is in neither the middle nor the number",
        AUGUST,
        (4, 1),
        {
            "assessment": """
                child | started_on | authorised_on | internal_review_on
                a     |            | 2015-08-10    | 2015-08-05
                b     | 2015-08-03 |               | 2015-08-10
                c     | 2015-08-05 | 2015-08-07    | 2015-08-06
            """
        },
        kind="missing",
    ),
    Example(
        "AS02",
        "Each assessment counts, so a child assessed twice counts twice: of 1, 2 and 19 working days the middle is 2",
        AUGUST,
        (4, 3),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-08-06 | 2015-08-07
                a     | 2015-08-10 | 2015-08-12
                b     | 2015-08-03 | 2015-08-28
            """
        },
        kind="twice",
    ),
    Example(
        "AS02-BANDS",
        "Completed on the day it began is under 1; on the next working day it is not",
        JANUARY_TO_MARCH,
        (1, 2),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-01-02 | 2015-01-02
                b     | 2015-01-02 | 2015-01-05
            """
        },
        breakdown="duration",
        group="Under 1",
        kind="edge",
    ),
    Example(
        "AS02-BANDS",
        "1 to 10: from Friday 2 January, Monday 5 January to Friday 16 January; the percentage is of all completed",
        JANUARY_TO_MARCH,
        (2, 4),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-01-02 | 2015-01-02
                b     | 2015-01-02 | 2015-01-05
                c     | 2015-01-02 | 2015-01-16
                d     | 2015-01-02 | 2015-01-19
            """
        },
        breakdown="duration",
        group="1 to 10",
        kind="edge",
    ),
    Example(
        "AS02-BANDS",
        "11 to 20: from Friday 2 January, Monday 19 January to Friday 30 January",
        JANUARY_TO_MARCH,
        (2, 4),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-01-02 | 2015-01-16
                b     | 2015-01-02 | 2015-01-19
                c     | 2015-01-02 | 2015-01-30
                d     | 2015-01-02 | 2015-02-02
            """
        },
        breakdown="duration",
        group="11 to 20",
        kind="edge",
    ),
    Example(
        "AS02-BANDS",
        "21 to 30: from Friday 2 January, Monday 2 February to Friday 13 February",
        JANUARY_TO_MARCH,
        (2, 4),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-01-02 | 2015-01-30
                b     | 2015-01-02 | 2015-02-02
                c     | 2015-01-02 | 2015-02-13
                d     | 2015-01-02 | 2015-02-16
            """
        },
        breakdown="duration",
        group="21 to 30",
        kind="edge",
    ),
    Example(
        "AS02-BANDS",
        "31 to 40: from Friday 2 January, Monday 16 February to Friday 27 February",
        JANUARY_TO_MARCH,
        (2, 4),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-01-02 | 2015-02-13
                b     | 2015-01-02 | 2015-02-16
                c     | 2015-01-02 | 2015-02-27
                d     | 2015-01-02 | 2015-03-02
            """
        },
        breakdown="duration",
        group="31 to 40",
        kind="edge",
    ),
    Example(
        "AS02-BANDS",
        "41 to 45: from Friday 2 January, Monday 2 March to Friday 6 March",
        JANUARY_TO_MARCH,
        (2, 4),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-01-02 | 2015-02-27
                b     | 2015-01-02 | 2015-03-02
                c     | 2015-01-02 | 2015-03-06
                d     | 2015-01-02 | 2015-03-09
            """
        },
        breakdown="duration",
        group="41 to 45",
        kind="edge",
    ),
    Example(
        "AS02-BANDS",
        "46 to 50: from Friday 2 January, Monday 9 March to Friday 13 March",
        JANUARY_TO_MARCH,
        (2, 4),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-01-02 | 2015-03-06
                b     | 2015-01-02 | 2015-03-09
                c     | 2015-01-02 | 2015-03-13
                d     | 2015-01-02 | 2015-03-16
            """
        },
        breakdown="duration",
        group="46 to 50",
        kind="edge",
    ),
    Example(
        "AS02-BANDS",
        "51 to 60, then 61 and over: from Friday 2 January, Monday 16 March to Friday 27 March, then from 30 March",
        JANUARY_TO_MARCH,
        (2, 4),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-01-02 | 2015-03-13
                b     | 2015-01-02 | 2015-03-16
                c     | 2015-01-02 | 2015-03-27
                d     | 2015-01-02 | 2015-03-30
            """
        },
        breakdown="duration",
        group="51 to 60",
        kind="edge",
    ),
    Example(
        "AS02-BANDS",
        "However long it took, 61 working days or many more, it is 61 and over",
        JANUARY_TO_MARCH,
        (2, 3),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-01-02 | 2015-03-27
                b     | 2015-01-02 | 2015-03-30
                c     | 2013-01-02 | 2015-03-30
            """
        },
        breakdown="duration",
        group="61 and over",
        kind="edge",
    ),
    Example(
        "AS02-BANDS",
        "The day of completion decides the month: its first and last day are in, the days on either side are out",
        AUGUST,
        (2, 2),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-07-31 | 2015-07-31
                b     | 2015-08-01 | 2015-08-01
                c     | 2015-08-31 | 2015-08-31
                d     | 2015-09-01 | 2015-09-01
            """
        },
        breakdown="duration",
        group="Under 1",
        kind="edge",
    ),
    Example(
        "AS02-BANDS",
        "One without a start date is in no band, yet is one of all completed; one not completed is not counted",
        AUGUST,
        (1, 2),
        {
            "assessment": """
                child | started_on | authorised_on | internal_review_on
                a     |            | 2015-08-10    |
                b     | 2015-08-03 |               | 2015-08-10
                c     | 2015-08-03 | 2015-08-10    |
            """
        },
        breakdown="duration",
        group="Not recorded",
        kind="missing",
    ),
    Example(
        "AS02-BANDS",
        "Each assessment counts, so a child assessed twice counts twice",
        AUGUST,
        (2, 3),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-08-03 | 2015-08-05
                a     | 2015-08-20 | 2015-08-24
                b     | 2015-05-01 | 2015-08-28
            """
        },
        breakdown="duration",
        group="1 to 10",
        kind="twice",
    ),
)
