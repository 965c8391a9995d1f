"""Worked examples of what becomes of contacts and referrals, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import financial_year, month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "FD03",
        "Decided on the next working day is in time, the day after is late; on the day of the contact is in time too",
        AUGUST,
        (2, 3),
        {
            "contact": """
                child | contacted_on | decided_on
                a     | 2015-08-05   | 2015-08-05
                b     | 2015-08-05   | 2015-08-06
                c     | 2015-08-05   | 2015-08-07
            """
        },
        kind="edge",
    ),
    Example(
        "FD03",
        "A contact of Friday 28 August has until Tuesday, as Monday was a bank holiday; one of a Saturday until Monday",
        AUGUST,
        (2, 4),
        {
            "contact": """
                child | contacted_on | decided_on
                a     | 2015-08-28   | 2015-09-01
                b     | 2015-08-28   | 2015-09-02
                c     | 2015-08-08   | 2015-08-10
                d     | 2015-08-08   | 2015-08-11
            """
        },
        kind="edge",
    ),
    Example(
        "FD03",
        "The day of the contact decides the month: its first and last day are in, the days on either side are out",
        AUGUST,
        (2, 2),
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
        "FD03",
        "A decision dated before its contact cannot be right, and is left out",
        AUGUST,
        (0, 0),
        {
            "contact": """
                child | contacted_on | decided_on
                a     | 2015-08-05   | 2015-08-04
            """
        },
    ),
    Example(
        "FD03",
        "By source: contacts of schools, one decided on late and one in time",
        AUGUST,
        (1, 2),
        {
            "contact": """
                child | contacted_on | decided_on | source_code
                a     | 2015-08-05   | 2015-08-06 | 2A
                b     | 2015-08-05   | 2015-08-07 | 2A
                c     | 2015-08-05   | 2015-08-06 | 6
            """
        },
        breakdown="source",
        group="2A",
    ),
    Example(
        "FD03",
        "A contact not decided on is counted, and is not in time; one without a date is not counted",
        AUGUST,
        (1, 2),
        {
            "contact": """
                child | contacted_on | decided_on
                a     | 2015-08-05   |
                b     |              | 2015-08-06
                c     | 2015-08-05   | 2015-08-06
            """
        },
        kind="missing",
    ),
    Example(
        "FD03",
        "Each contact counts, so a child with two counts twice",
        AUGUST,
        (2, 3),
        {
            "contact": """
                child | contacted_on | decided_on
                a     | 2015-08-05   | 2015-08-06
                a     | 2015-08-12   | 2015-08-20
                b     | 2015-08-12   | 2015-08-13
            """
        },
        kind="twice",
    ),
    Example(
        "RF02",
        "The year runs from 1 April to 31 March, and the day of the referral decides, not the day it was closed",
        financial_year(2014),
        (2, None),
        {
            "referral": """
                child | referred_on | closed_on
                a     | 2014-03-31  | 2014-05-01
                b     | 2014-04-01  | 2015-05-01
                c     | 2015-03-31  |
                d     | 2015-04-01  |
            """
        },
        kind="edge",
    ),
    Example(
        "RF02",
        "A referral without its date is not counted",
        financial_year(2014),
        (1, None),
        {
            "referral": """
                child | referred_on | closed_on
                a     |             | 2014-06-02
                b     | 2014-06-02  |
            """
        },
        kind="missing",
    ),
    Example(
        "RF02",
        "Each referral counts whatever came of it, so a child referred twice in the year counts twice",
        financial_year(2014),
        (3, None),
        {
            "referral": """
                child | referred_on | is_no_further_action
                a     | 2014-06-02  | true
                a     | 2015-01-12  | false
                b     | 2014-06-02  |
            """
        },
        kind="twice",
    ),
    Example(
        "RF05",
        "The day of the referral decides the month, not the day it was closed",
        AUGUST,
        (2, 2),
        {
            "referral": """
                child | referred_on | closed_on  | is_no_further_action
                a     | 2015-07-31  | 2015-08-03 | true
                b     | 2015-08-01  | 2015-09-03 | true
                c     | 2015-08-31  | 2015-08-31 | true
                d     | 2015-09-01  | 2015-09-01 | true
            """
        },
        kind="edge",
    ),
    Example(
        "RF05",
        "Where nothing says whether action followed, the referral is counted, but not as one without",
        AUGUST,
        (1, 3),
        {
            "referral": """
                child | referred_on | is_no_further_action
                a     | 2015-08-05  | true
                b     | 2015-08-05  | false
                c     | 2015-08-05  |
                d     |             | true
            """
        },
        kind="missing",
    ),
    Example(
        "RF05",
        "Each referral counts, so a child referred twice counts twice",
        AUGUST,
        (2, 3),
        {
            "referral": """
                child | referred_on | is_no_further_action
                a     | 2015-08-05  | true
                a     | 2015-08-20  | true
                b     | 2015-08-20  | false
            """
        },
        kind="twice",
    ),
    Example(
        "RF06",
        "The day of the referral decides the month, not the day it was closed",
        AUGUST,
        (2, 2),
        {
            "referral": """
                referral_id | child | referred_on | closed_on  | closure_reason_code
                1           | a     | 2015-07-31  | 2015-08-20 | RC8
                2           | b     | 2015-08-01  | 2015-09-20 | RC8
                3           | c     | 2015-08-31  | 2015-10-20 | RC8
                4           | d     | 2015-09-01  | 2015-10-20 | RC8
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2015-08-19
                b     | 2           | 2015-09-18
                c     | 3           | 2015-10-16
                d     | 4           | 2015-10-16
            """,
        },
        kind="edge",
    ),
    Example(
        "RF06",
        "Without a completed assessment of this referral, or the reason it closed, it is counted but not so ended",
        AUGUST,
        (1, 5),
        {
            "referral": """
                referral_id | child | referred_on | closure_reason_code
                1           | a     | 2015-08-05  | RC8
                2           | b     | 2015-08-05  | RC8
                3           | c     | 2015-08-05  | RC8
                4           | d     | 2015-08-05  |
                5           | e     | 2015-08-05  | RC8
                6           | f     |             | RC8
            """,
            "assessment": """
                child | referral_id | started_on | internal_review_on | authorised_on
                a     | 1           |            |                    | 2015-08-19
                b     | 2           | 2015-08-06 | 2015-08-13         |
                c     |             | 2015-08-06 |                    | 2015-08-19
                d     | 4           | 2015-08-06 |                    | 2015-08-19
                f     | 6           | 2015-08-06 |                    | 2015-08-19
            """,
        },
        kind="missing",
    ),
    Example(
        "RF06",
        "A child referred twice counts twice; a referral with two assessments counts once",
        AUGUST,
        (2, 3),
        {
            "referral": """
                referral_id | child | referred_on | closure_reason_code
                1           | a     | 2015-08-03  | RC8
                2           | a     | 2015-08-27  | RC8
                3           | b     | 2015-08-03  | RC7
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2015-08-12
                a     | 1           | 2015-08-14
                a     | 2           | 2015-09-18
                b     | 3           | 2015-08-14
            """,
        },
        kind="twice",
    ),
    Example(
        "RF06",
        "Closed with no further action or passed to early help counts; closed for another reason does not",
        month(2023, 5),
        (2, 4),
        {
            "referral": """
                referral_id | child | referred_on | closure_reason_code
                1           | a     | 2023-05-02  | RC8
                2           | b     | 2023-05-02  | RC9
                3           | c     | 2023-05-02  | RC7
                4           | d     | 2023-05-02  | RC5
            """,
            "assessment": """
                child | referral_id | authorised_on
                a     | 1           | 2023-06-01
                b     | 2           | 2023-06-01
                c     | 3           | 2023-06-01
                d     | 4           | 2023-06-01
            """,
        },
    ),
    Example(
        "RF07",
        "An earlier referral on the same day of the year before is within 12 months; a day earlier is not",
        AUGUST,
        (1, 2),
        {
            "referral": """
                child | referred_on | closed_on
                a     | 2014-08-10  | 2014-09-01
                a     | 2015-08-10  |
                b     | 2014-08-09  | 2015-08-01
                b     | 2015-08-10  |
            """
        },
        kind="edge",
    ),
    Example(
        "RF07",
        "Twelve months before 29 February end on the 28th, as the year before has no 29th",
        month(2016, 2),
        (1, 2),
        {
            "referral": """
                child | referred_on
                a     | 2015-02-28
                a     | 2016-02-29
                b     | 2015-02-27
                b     | 2016-02-29
            """
        },
        kind="edge",
    ),
    Example(
        "RF07",
        "The day of the referral decides the month: its first and last day are in, the days on either side are out",
        AUGUST,
        (2, 2),
        {
            "referral": """
                child | referred_on | closed_on
                a     | 2015-02-02  | 2015-03-02
                a     | 2015-07-31  | 2015-08-20
                b     | 2015-02-02  | 2015-03-02
                b     | 2015-08-01  | 2015-09-20
                c     | 2015-02-02  | 2015-03-02
                c     | 2015-08-31  |
                d     | 2015-02-02  | 2015-03-02
                d     | 2015-09-01  |
            """
        },
        kind="edge",
    ),
    Example(
        "RF07",
        "An earlier referral without its date cannot be known to be within 12 months",
        AUGUST,
        (0, 1),
        {
            "referral": """
                child | referred_on | closed_on
                a     |             | 2015-03-02
                a     | 2015-08-10  |
            """
        },
        kind="missing",
    ),
    Example(
        "RF07",
        "A child who came back twice in the month counts twice, however many earlier referrals there were",
        AUGUST,
        (2, 3),
        {
            "referral": """
                child | referred_on
                a     | 2015-01-05
                a     | 2015-03-05
                a     | 2015-08-03
                a     | 2015-08-24
                b     | 2015-08-03
            """
        },
        kind="twice",
    ),
    Example(
        "RF07",
        "By primary need: the need of the referral in the month, not of the earlier one",
        AUGUST,
        (1, 2),
        {
            "referral": """
                child | referred_on | primary_need_code
                a     | 2015-03-10  | N5
                a     | 2015-08-10  | N1
                b     | 2015-08-10  | N1
                c     | 2015-03-10  | N1
                c     | 2015-08-10  | N5
            """
        },
        breakdown="need",
        group="N1",
    ),
    Example(
        "RF07",
        "Two referrals on one day are no return, nor is a later one or another child's; one that led nowhere may be",
        AUGUST,
        (1, 5),
        {
            "referral": """
                child | referred_on | is_no_further_action
                a     | 2015-08-10  | false
                a     | 2015-08-10  | false
                b     | 2015-08-10  | false
                b     | 2015-09-10  | false
                c     | 2015-08-10  | false
                d     | 2015-03-10  | true
                d     | 2015-08-10  | false
            """
        },
    ),
)
