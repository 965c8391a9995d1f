"""Worked examples of the assessment indicators, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "AS01",
        "Day 45 is in time and day 46 is late: from Friday 2 January, Friday 6 March and Monday 9 March",
        month(2015, 3),
        (1, 2),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-01-02 | 2015-03-06
                b     | 2015-01-02 | 2015-03-09
                c     | 2015-01-02 |
            """
        },
        kind="edge",
    ),
    Example(
        "AS01",
        "Good Friday, Easter Monday and the early May holiday do not count, so from 2 March day 45 is 7 May",
        month(2015, 5),
        (1, 2),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-03-02 | 2015-05-07
                b     | 2015-03-02 | 2015-05-08
            """
        },
        kind="edge",
    ),
    Example(
        "AS01",
        "Christmas, Boxing Day and New Year's Day do not count, so from 21 November day 45 is 28 January",
        month(2015, 1),
        (1, 2),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2014-11-21 | 2015-01-28
                b     | 2014-11-21 | 2015-01-29
            """
        },
        kind="edge",
    ),
    Example(
        "AS01",
        "The extra holiday of the Diamond Jubilee does not count, so from 2 April 2012 day 45 is 11 June",
        month(2012, 6),
        (1, 2),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2012-04-02 | 2012-06-11
                b     | 2012-04-02 | 2012-06-12
            """
        },
        kind="edge",
    ),
    Example(
        "AS01",
        "The day of completion decides the month: its first and last day are in, the days on either side are out",
        AUGUST,
        (2, 2),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-07-31 | 2015-07-31
                b     | 2015-07-31 | 2015-08-01
                c     | 2015-08-31 | 2015-08-31
                d     | 2015-08-31 | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "AS01",
        "One without a start date is counted but not as in time; one without a completion date is not counted",
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
        kind="missing",
    ),
    Example(
        "AS01",
        "Each assessment counts, so a child assessed twice counts twice",
        AUGUST,
        (2, 3),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-07-01 | 2015-08-03
                a     | 2015-08-05 | 2015-08-28
                b     | 2015-01-02 | 2015-08-28
            """
        },
        kind="twice",
    ),
    Example(
        "AS01",
        "By age on the day of completion: ten years old on the tenth birthday",
        AUGUST,
        (1, 1),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-08-03 | 2015-08-20
                b     | 2015-08-03 | 2015-08-20
            """,
            "person": """
                child | born_on
                a     | 2005-08-20
                b     | 2005-08-21
            """,
        },
        breakdown="age_band",
        group="10 to 15",
    ),
    Example(
        "AS01",
        "By team: the team that the assessment names",
        AUGUST,
        (0, 1),
        {
            "assessment": """
                child | started_on | authorised_on | team_id
                a     | 2015-08-03 | 2015-08-20    | T1
                b     | 2015-03-03 | 2015-08-20    | T2
                c     | 2015-08-03 | 2015-08-20    |
            """,
            "team": """
                team_id | name
                T1      | Access and assessment
                T2      | Disabled children
            """,
        },
        breakdown="team",
        group="Disabled children",
    ),
    Example(
        "AS03",
        "On the 45th working day an open assessment is not overdue; on the 46th it is, holidays not counted",
        month(2015, 5),
        (1, 2),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-03-23 |
                b     | 2015-03-20 |
            """
        },
        kind="edge",
    ),
    Example(
        "AS03",
        "Started or still open on the last day is in; completed on the last day, or started the day after, is out",
        AUGUST,
        (1, 3),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-08-31 |
                b     | 2015-09-01 |
                c     | 2015-03-02 | 2015-08-31
                d     | 2015-03-02 | 2015-09-01
                e     | 2015-08-03 |
            """
        },
        kind="edge",
    ),
    Example(
        "AS03",
        "An assessment without a start date is not known to be open",
        AUGUST,
        (1, 1),
        {
            "assessment": """
                child | started_on | authorised_on
                a     |            |
                b     | 2015-03-02 |
            """
        },
        kind="missing",
    ),
    Example(
        "AS03",
        "Each open assessment counts, so a child with two counts twice",
        AUGUST,
        (2, 3),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-03-02 |
                a     | 2015-04-01 |
                b     | 2015-08-03 |
            """
        },
        kind="twice",
    ),
    Example(
        "AS03",
        "By age on the last day of the month: a child expected but not born by then is unborn",
        AUGUST,
        (1, 2),
        {
            "assessment": """
                child | started_on | authorised_on
                a     | 2015-03-02 |
                b     | 2015-08-03 |
                c     | 2015-08-03 |
                d     | 2015-08-03 |
            """,
            "person": """
                child | born_on    | expected_birth_on
                a     |            | 2015-10-01
                b     | 2015-09-01 |
                c     | 2015-08-31 | 2015-09-10
                d     |            |
            """,
        },
        breakdown="age_band",
        group="Unborn",
    ),
)
