"""Worked examples of contacts and referrals, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "FD01",
        "The first and the last day of the month are in; the day before and the day after are out",
        AUGUST,
        (2, None),
        {
            "contact": """
                child | contacted_on | decided_on
                a     | 2015-07-31   | 2015-08-03
                b     | 2015-08-01   | 2015-08-03
                c     | 2015-08-31   | 2015-09-01
                d     | 2015-09-01   | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "FD01",
        "A contact without its date is not counted, even if it was decided in the month",
        AUGUST,
        (1, None),
        {
            "contact": """
                child | contacted_on | decided_on
                a     |              | 2015-08-10
                b     | 2015-08-10   |
            """
        },
        kind="missing",
    ),
    Example(
        "FD01",
        "Each contact counts whatever came of it, so a child with two counts twice",
        AUGUST,
        (3, None),
        {
            "contact": """
                child | contacted_on | outcome_codes
                a     | 2015-08-10   | NFA
                a     | 2015-08-10   | REFERRAL
                b     | 2015-08-10   | EXISTING_CASE
            """
        },
        kind="twice",
    ),
    Example(
        "FD01",
        "By team: the team the child was allocated to on the day; on the day an allocation ends it is the next one's",
        AUGUST,
        (1, None),
        {
            "contact": """
                child | contacted_on
                a     | 2015-08-10
                b     | 2015-08-10
                c     | 2015-08-10
            """,
            "involvement": """
                child | team_id | started_on | ended_on
                a     | T1      | 2015-05-01 | 2015-08-10
                a     | T2      | 2015-08-10 |
                b     | T1      | 2015-08-10 | 2015-08-20
                c     | T1      | 2015-08-11 |
            """,
            "team": """
                team_id | name
                T1      | Access and assessment
                T2      | Long term
            """,
        },
        breakdown="team",
        group="Access and assessment",
        kind="edge",
    ),
    Example(
        "FD02",
        "Of the contacts, those that became a referral; a contact about an open case is left out",
        AUGUST,
        (2, 4),
        {
            "contact": """
                child | contacted_on | outcome_codes
                a     | 2015-08-10   | REFERRAL
                b     | 2015-08-10   | ADVICE;REFERRAL
                c     | 2015-08-10   | NFA
                d     | 2015-08-10   | EARLY_HELP
                e     | 2015-08-10   | EXISTING_CASE
                f     | 2015-08-10   | EXISTING_CASE;REFERRAL
            """
        },
    ),
    Example(
        "FD02",
        "The month's first and last day are in, the days on either side are out, whenever the decision was made",
        AUGUST,
        (2, 2),
        {
            "contact": """
                child | contacted_on | decided_on | outcome_codes
                a     | 2015-07-31   | 2015-08-03 | REFERRAL
                b     | 2015-08-01   | 2015-08-03 | REFERRAL
                c     | 2015-08-31   | 2015-09-01 | REFERRAL
                d     | 2015-09-01   | 2015-08-31 | REFERRAL
            """
        },
        kind="edge",
    ),
    Example(
        "FD02",
        "A contact without its date is in neither number; one whose outcome is not recorded is in the whole",
        AUGUST,
        (1, 2),
        {
            "contact": """
                child | contacted_on | outcome_codes
                a     |              | REFERRAL
                b     | 2015-08-10   |
                c     | 2015-08-10   | REFERRAL
            """
        },
        kind="missing",
    ),
    Example(
        "FD02",
        "A child with two contacts counts twice",
        AUGUST,
        (2, 3),
        {
            "contact": """
                child | contacted_on | outcome_codes
                a     | 2015-08-10   | REFERRAL
                a     | 2015-08-20   | REFERRAL
                a     | 2015-08-25   | NFA
            """
        },
        kind="twice",
    ),
    Example(
        "RF01",
        "The first and the last day of the month are in; the day before and the day after are out",
        AUGUST,
        (2, None),
        {
            "referral": """
                child | referred_on | closed_on
                a     | 2015-07-31  | 2015-08-10
                b     | 2015-08-01  | 2015-09-10
                c     | 2015-08-31  |
                d     | 2015-09-01  |
            """
        },
        kind="edge",
    ),
    Example(
        "RF01",
        "A referral without its date is not counted",
        AUGUST,
        (1, None),
        {
            "referral": """
                child | referred_on | closed_on
                a     |             | 2015-08-10
                b     | 2015-08-10  |
            """
        },
        kind="missing",
    ),
    Example(
        "RF01",
        "Every referral counts, one closed at once too, so a child referred twice counts twice",
        AUGUST,
        (3, None),
        {
            "referral": """
                child | referred_on | closed_on  | is_no_further_action
                a     | 2015-08-03  | 2015-08-03 | true
                a     | 2015-08-20  |            | false
                b     | 2015-08-20  |            |
            """
        },
        kind="twice",
    ),
    Example(
        "RF01",
        "By age on the day of referral: a child born the day after is unborn, one born on the day is under 1",
        AUGUST,
        (2, None),
        {
            "referral": """
                child | referred_on
                a     | 2015-08-10
                b     | 2015-08-10
                c     | 2015-08-10
                d     | 2015-08-10
            """,
            "person": """
                child | born_on    | expected_birth_on
                a     | 2015-08-11 |
                b     | 2015-08-10 |
                c     |            | 2015-12-25
                d     |            |
            """,
        },
        breakdown="age_band",
        group="Unborn",
        kind="edge",
    ),
    Example(
        "RF01-CHILDREN",
        "A child referred twice counts once",
        AUGUST,
        (2, None),
        {
            "referral": """
                child | referred_on | is_no_further_action
                a     | 2015-08-03  | true
                a     | 2015-08-20  | false
                b     | 2015-08-20  |
            """
        },
        kind="twice",
    ),
    Example(
        "RF01-CHILDREN",
        "The first and the last day of the month are in; the day before and the day after are out",
        AUGUST,
        (2, None),
        {
            "referral": """
                child | referred_on | closed_on
                a     | 2015-07-31  | 2015-08-10
                b     | 2015-08-01  | 2015-09-10
                c     | 2015-08-31  |
                d     | 2015-09-01  |
            """
        },
        kind="edge",
    ),
    Example(
        "RF01-CHILDREN",
        "A child whose only referral has no date is not counted",
        AUGUST,
        (1, None),
        {
            "referral": """
                child | referred_on | closed_on
                a     |             | 2015-08-10
                b     | 2015-08-10  |
            """
        },
        kind="missing",
    ),
    Example(
        "RF03",
        "The share that the police referred: two of five, an unknown source staying in the whole",
        AUGUST,
        (2, 5),
        {
            "referral": """
                child | referred_on | source_code
                a     | 2015-08-10  | 6
                b     | 2015-08-10  | 6
                c     | 2015-08-10  | 2A
                d     | 2015-08-10  | 10
                e     | 2015-08-10  |
            """
        },
        breakdown="source",
        group="6",
    ),
    Example(
        "RF03",
        "The first and the last day of the month are in; the day before and the day after are out",
        AUGUST,
        (1, 2),
        {
            "referral": """
                child | referred_on | closed_on  | source_code
                a     | 2015-07-31  | 2015-08-10 | 6
                b     | 2015-08-01  | 2015-09-10 | 6
                c     | 2015-08-31  |            | 2A
                d     | 2015-09-01  |            | 2A
            """
        },
        breakdown="source",
        group="6",
        kind="edge",
    ),
    Example(
        "RF03",
        "A referral without its date is in neither number",
        AUGUST,
        (1, 1),
        {
            "referral": """
                child | referred_on | closed_on  | source_code
                a     |             | 2015-08-10 | 6
                b     | 2015-08-10  |            | 6
            """
        },
        breakdown="source",
        group="6",
        kind="missing",
    ),
    Example(
        "RF03",
        "A child referred by school and then by the police counts once in each group and twice in the whole",
        AUGUST,
        (2, 3),
        {
            "referral": """
                child | referred_on | source_code
                a     | 2015-08-03  | 2A
                a     | 2015-08-10  | 6
                a     | 2015-08-20  | 6
            """
        },
        breakdown="source",
        group="6",
        kind="twice",
    ),
    Example(
        "RF04",
        "The share referred for domestic abuse: two of four, a reason not recorded staying in the whole",
        AUGUST,
        (2, 4),
        {
            "referral": """
                child | referred_on | presenting_issue | is_no_further_action
                a     | 2015-08-10  | DOMESTIC_ABUSE   | true
                b     | 2015-08-10  | DOMESTIC_ABUSE   |
                c     | 2015-08-10  | NEGLECT          |
                d     | 2015-08-10  |                  |
            """
        },
        breakdown="reason",
        group="DOMESTIC_ABUSE",
    ),
    Example(
        "RF04",
        "The first and the last day of the month are in; the day before and the day after are out",
        AUGUST,
        (1, 2),
        {
            "referral": """
                child | referred_on | closed_on  | presenting_issue
                a     | 2015-07-31  | 2015-08-10 | NEGLECT
                b     | 2015-08-01  | 2015-09-10 | NEGLECT
                c     | 2015-08-31  |            | DOMESTIC_ABUSE
                d     | 2015-09-01  |            | DOMESTIC_ABUSE
            """
        },
        breakdown="reason",
        group="NEGLECT",
        kind="edge",
    ),
    Example(
        "RF04",
        "A referral without its date is in neither number",
        AUGUST,
        (1, 1),
        {
            "referral": """
                child | referred_on | closed_on  | presenting_issue
                a     |             | 2015-08-10 | NEGLECT
                b     | 2015-08-10  |            | NEGLECT
            """
        },
        breakdown="reason",
        group="NEGLECT",
        kind="missing",
    ),
    Example(
        "RF04",
        "A child referred three times for two reasons counts each time",
        AUGUST,
        (2, 3),
        {
            "referral": """
                child | referred_on | presenting_issue
                a     | 2015-08-03  | DOMESTIC_ABUSE
                a     | 2015-08-10  | NEGLECT
                a     | 2015-08-20  | NEGLECT
            """
        },
        breakdown="reason",
        group="NEGLECT",
        kind="twice",
    ),
    Example(
        "RF08",
        "An assessment of this very referral, or a strategy discussion straight away; another referral's is no use",
        AUGUST,
        (2, 4),
        {
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2015-08-10
                2           | b     | 2015-08-10
                3           | c     | 2015-08-10
                4           | d     | 2015-08-10
            """,
            "assessment": """
                child | referral_id | started_on
                a     | 1           | 2015-08-10
                d     | 9           | 2015-08-10
            """,
            "section_47_enquiry": """
                child | referral_id | strategy_discussion_on
                b     | 2           | 2015-08-10
                d     | 9           | 2015-08-10
            """,
        },
    ),
    Example(
        "RF08",
        "The day of referral decides the month, even if the assessment starts later",
        AUGUST,
        (1, 2),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                1           | a     | 2015-07-31  | 2015-08-31
                2           | b     | 2015-08-01  | 2015-08-01
                3           | c     | 2015-08-31  |
                4           | d     | 2015-09-01  |
            """,
            "assessment": """
                child | referral_id | started_on
                a     | 1           | 2015-08-03
                c     | 3           | 2015-09-01
                d     | 4           | 2015-09-02
            """,
        },
        kind="edge",
    ),
    Example(
        "RF08",
        "A referral without its date is in neither number",
        AUGUST,
        (0, 1),
        {
            "referral": """
                referral_id | child | referred_on | closed_on
                1           | a     |             | 2015-08-10
                2           | b     | 2015-08-10  |
            """,
            "assessment": """
                child | referral_id | started_on
                a     | 1           | 2015-08-10
            """,
        },
        kind="missing",
    ),
    Example(
        "RF08",
        "A child referred twice counts twice; two assessments of one referral count it once",
        AUGUST,
        (2, 3),
        {
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2015-08-03
                2           | a     | 2015-08-20
                3           | b     | 2015-08-20
            """,
            "assessment": """
                child | referral_id | started_on
                a     | 1           | 2015-08-03
                a     | 1           | 2015-08-25
                a     | 2           | 2015-08-20
            """,
        },
        kind="twice",
    ),
)
