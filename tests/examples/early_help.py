"""Worked examples of the early help indicators, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "EH01",
        "The first and the last day of the month are in; the day before and the day after are out",
        AUGUST,
        (2, None),
        {
            "early_help": """
                child | assessment_type | requested_on
                a     | EPISODE         | 2015-07-31
                b     | EPISODE         | 2015-08-01
                c     | EPISODE         | 2015-08-31
                d     | EPISODE         | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "EH01",
        "The day of the request decides; a row without one is not counted, even if help started in the month",
        AUGUST,
        (1, None),
        {
            "early_help": """
                child | assessment_type | requested_on | started_on
                a     | EPISODE         | 2015-08-05   |
                b     | EPISODE         |              | 2015-08-10
                c     | EPISODE         | 2015-07-20   | 2015-08-20
            """
        },
        kind="missing",
    ),
    Example(
        "EH01",
        "A child referred on two days counts twice, but entries on one day are one request",
        AUGUST,
        (3, None),
        {
            "early_help": """
                child | assessment_type | requested_on
                a     | EPISODE         | 2015-08-05
                a     | EPISODE         | 2015-08-20
                b     | EPISODE         | 2015-08-05
                b     | EPISODE         | 2015-08-05
                b     | EPISODE         | 2015-08-05
            """
        },
        kind="twice",
    ),
    Example(
        "EH01",
        "Of several entries on one day the one with the first identifier stays, here the school's",
        AUGUST,
        (1, None),
        {
            "early_help": """
                early_help_id | child | requested_on | request_source_code
                1             | a     | 2015-08-05   | SCHOOL
                2             | a     | 2015-08-05   | HEALTH
            """
        },
        breakdown="source",
        group="SCHOOL",
    ),
    Example(
        "EH01",
        "A child is in the age band of the day of the request: four the day before the fifth birthday",
        AUGUST,
        (1, None),
        {
            "early_help": """
                child | assessment_type | requested_on
                a     | EPISODE         | 2015-08-05
                b     | EPISODE         | 2015-08-05
            """,
            "person": """
                child | born_on
                a     | 2010-08-06
                b     | 2010-08-05
            """,
        },
        breakdown="age_band",
        group="1 to 4",
    ),
    Example(
        "EH02",
        "The day of completion decides: the month's first and last day are in, the days on either side are out",
        AUGUST,
        (2, None),
        {
            "early_help": """
                child | assessment_type | started_on | ended_on
                a     | CAF             | 2015-07-01 | 2015-07-31
                b     | CAF             | 2015-07-01 | 2015-08-01
                c     | CAF             | 2015-08-03 | 2015-08-31
                d     | CAF             | 2015-08-03 | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "EH02",
        "An assessment that has not been completed does not count",
        AUGUST,
        (1, None),
        {
            "early_help": """
                child | assessment_type | started_on | ended_on
                a     | CAF             | 2015-08-03 |
                b     | CAF             |            | 2015-08-20
            """
        },
        kind="missing",
    ),
    Example(
        "EH02",
        "Each assessment counts, so a child assessed twice counts twice; the end of an episode is not an assessment",
        AUGUST,
        (2, None),
        {
            "early_help": """
                child | assessment_type | started_on | ended_on
                a     | CAF             | 2015-07-01 | 2015-08-03
                a     | CAF             | 2015-08-05 | 2015-08-28
                b     | EPISODE         | 2015-05-05 | 2015-08-20
            """
        },
        kind="twice",
    ),
    Example(
        "EH02",
        "The later names of the early help assessment count as the Common Assessment Framework does",
        AUGUST,
        (3, None),
        {
            "early_help": """
                child | assessment_type | ended_on
                a     | CAF             | 2015-08-03
                b     | EHA             | 2015-08-03
                c     | TARGETED        | 2015-08-03
                d     |                 | 2015-08-03
            """
        },
    ),
    Example(
        "EH03",
        "Of the assessments completed in the month, those quality assured; not recorded counts as not",
        AUGUST,
        (1, 3),
        {
            "early_help": """
                child | assessment_type | ended_on   | is_quality_assured
                a     | CAF             | 2015-08-03 | true
                b     | CAF             | 2015-08-04 | false
                c     | CAF             | 2015-08-05 |
            """
        },
    ),
    Example(
        "EH03",
        "The month's first and last day are in, the days on either side are out",
        AUGUST,
        (2, 2),
        {
            "early_help": """
                child | assessment_type | ended_on   | is_quality_assured
                a     | CAF             | 2015-07-31 | true
                b     | CAF             | 2015-08-01 | true
                c     | CAF             | 2015-08-31 | true
                d     | CAF             | 2015-09-01 | true
            """
        },
        kind="edge",
    ),
    Example(
        "EH03",
        "An assessment without a completion date is in neither number",
        AUGUST,
        (0, 1),
        {
            "early_help": """
                child | assessment_type | started_on | ended_on   | is_quality_assured
                a     | CAF             | 2015-08-03 |            | true
                b     | CAF             | 2015-08-03 | 2015-08-05 | false
            """
        },
        kind="missing",
    ),
    Example(
        "EH03",
        "A child with two assessments counts twice; an early help episode is not an assessment",
        AUGUST,
        (3, 4),
        {
            "early_help": """
                child | assessment_type | ended_on   | is_quality_assured
                a     | CAF             | 2015-08-03 | true
                a     | CAF             | 2015-08-28 | false
                b     | EPISODE         | 2015-08-20 | true
                c     | EHA             | 2015-08-20 | true
                d     | TARGETED        | 2015-08-20 | true
            """
        },
        kind="twice",
    ),
    Example(
        "EH04",
        "Audits of early help completed in the month; audits of other programmes are not among them",
        AUGUST,
        (1, None),
        {
            "audit": """
                child | programme  | completed_on
                a     | EARLY_HELP | 2015-08-10
                b     | MONTHLY    | 2015-08-10
                c     | THEMATIC   | 2015-08-10
                d     |            | 2015-08-10
            """
        },
    ),
    Example(
        "EH04",
        "The month's first and last day are in, the days on either side are out",
        AUGUST,
        (2, None),
        {
            "audit": """
                child | programme  | completed_on
                a     | EARLY_HELP | 2015-07-31
                b     | EARLY_HELP | 2015-08-01
                c     | EARLY_HELP | 2015-08-31
                d     | EARLY_HELP | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "EH04",
        "An audit given out in the month but not completed does not count",
        AUGUST,
        (1, None),
        {
            "audit": """
                child | programme  | allocated_on | completed_on
                a     | EARLY_HELP | 2015-08-03   |
                b     | EARLY_HELP | 2015-06-20   | 2015-08-03
            """
        },
        kind="missing",
    ),
    Example(
        "EH04",
        "A child whose help is audited twice counts twice; a second look at an audit is not another audit",
        AUGUST,
        (2, None),
        {
            "audit": """
                audit_id | parent_audit_id | child | programme  | completed_on
                1        |                 | a     | EARLY_HELP | 2015-08-03
                2        |                 | a     | EARLY_HELP | 2015-08-20
                3        | 2               | a     | EARLY_HELP | 2015-08-25
            """
        },
        kind="twice",
    ),
    Example(
        "EH05",
        "Referred again nine months to the day after closure is a return; the day after that is too late",
        AUGUST,
        (1, 2),
        {
            "early_help": """
                child | assessment_type | ended_on
                a     | EPISODE         | 2014-11-10
                b     | EPISODE         | 2014-11-10
            """,
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2015-08-10
                2           | b     | 2015-08-11
            """,
            "assessment": """
                child | referral_id | started_on
                a     | 1           | 2015-08-11
                b     | 2           | 2015-08-12
            """,
        },
        kind="edge",
    ),
    Example(
        "EH05",
        "An episode counts in the month its nine months are over: closed on the 1st and 30th of November, in August",
        AUGUST,
        (0, 2),
        {
            "early_help": """
                child | assessment_type | ended_on
                a     | EPISODE         | 2014-10-31
                b     | EPISODE         | 2014-11-01
                c     | EPISODE         | 2014-11-30
                d     | EPISODE         | 2014-12-01
            """
        },
        kind="edge",
    ),
    Example(
        "EH05",
        "Nine months from 31 May end on 28 February, which has no 31st",
        month(2015, 2),
        (1, 3),
        {
            "early_help": """
                child | assessment_type | ended_on
                a     | EPISODE         | 2014-05-31
                b     | EPISODE         | 2014-05-31
                c     | EPISODE         | 2014-05-28
                d     | EPISODE         | 2014-06-01
            """,
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2015-02-28
                2           | b     | 2015-03-01
            """,
            "assessment": """
                child | referral_id | started_on
                a     | 1           | 2015-03-02
                b     | 2           | 2015-03-02
            """,
        },
        kind="edge",
    ),
    Example(
        "EH05",
        "A referral on the day of closure is a step-up, not a return; the next day it is a return",
        AUGUST,
        (1, 2),
        {
            "early_help": """
                child | assessment_type | ended_on
                a     | EPISODE         | 2014-11-10
                b     | EPISODE         | 2014-11-10
            """,
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2014-11-10
                2           | b     | 2014-11-11
            """,
            "assessment": """
                child | referral_id | started_on
                a     | 1           | 2014-11-11
                b     | 2           | 2014-11-12
            """,
        },
        kind="edge",
    ),
    Example(
        "EH05",
        "An episode without a closing date is not counted, nor a return without a date; an assessment needs none",
        AUGUST,
        (1, 2),
        {
            "early_help": """
                child | assessment_type | started_on | ended_on
                a     | EPISODE         | 2014-11-10 |
                b     | EPISODE         | 2014-06-10 | 2014-11-10
                c     | EPISODE         | 2014-06-10 | 2014-11-10
            """,
            "referral": """
                referral_id | child | referred_on
                1           | b     |
                2           | c     | 2015-03-02
            """,
            "assessment": """
                child | referral_id | started_on
                b     | 1           | 2015-03-03
                c     | 2           |
            """,
        },
        kind="missing",
    ),
    Example(
        "EH05",
        "A child whose help closed twice counts twice, and one who returned twice after one closure counts once",
        AUGUST,
        (2, 3),
        {
            "early_help": """
                child | assessment_type | ended_on
                a     | EPISODE         | 2014-11-10
                a     | EPISODE         | 2014-11-20
                b     | EPISODE         | 2014-11-10
            """,
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2014-11-15
                2           | b     | 2014-12-15
                3           | b     | 2015-03-15
            """,
            "assessment": """
                child | referral_id | started_on
                a     | 1           | 2014-11-16
                b     | 2           | 2014-12-16
                b     | 3           | 2015-03-16
            """,
        },
        kind="twice",
    ),
    Example(
        "EH05",
        "Closed because of a step-up to social care, or on turning 18, is left out; any other or no reason is in",
        AUGUST,
        (0, 4),
        {
            "early_help": """
                child | assessment_type | ended_on   | end_reason
                a     | EPISODE         | 2014-11-10 | STEP_UP
                b     | EPISODE         | 2014-11-10 | TURNED_18
                c     | EPISODE         | 2014-11-10 | NEEDS_MET
                d     | EPISODE         | 2014-11-10 | MOVED
                e     | EPISODE         | 2014-11-10 | DISENGAGED
                f     | EPISODE         | 2014-11-10 |
            """
        },
    ),
    Example(
        "EH05",
        "A referral that led to no assessment is not a return, nor is another child's; assessments are not episodes",
        AUGUST,
        (0, 2),
        {
            "early_help": """
                child | assessment_type | ended_on
                a     | EPISODE         | 2014-11-10
                b     | EPISODE         | 2014-11-10
                c     | CAF             | 2014-11-10
            """,
            "referral": """
                referral_id | child | referred_on
                1           | a     | 2015-03-02
                2           | d     | 2015-03-02
            """,
            "assessment": """
                child | referral_id | started_on
                d     | 2           | 2015-03-03
            """,
        },
    ),
)
