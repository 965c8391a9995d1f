"""Worked examples of section 47 enquiries and initial child protection conferences, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "S401",
        "Started on the first or the last day of the month is in; the day before and the day after are out",
        AUGUST,
        (2, None),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision  | ended_on
                a     | 2015-07-31             | S47_JOINT | 2015-08-10
                b     | 2015-08-01             | S47_JOINT | 2015-09-10
                c     | 2015-08-31             | S47_JOINT |
                d     | 2015-09-01             | S47_JOINT |
            """
        },
        kind="edge",
    ),
    Example(
        "S401",
        "An enquiry without the day of its strategy discussion is not counted",
        AUGUST,
        (1, None),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision   | ended_on
                a     |                        | S47_SINGLE | 2015-08-20
                b     | 2015-08-03             | S47_SINGLE | 2015-08-20
            """
        },
        kind="missing",
    ),
    Example(
        "S401",
        "Each enquiry counts for each child, so a child with two enquiries counts twice",
        AUGUST,
        (3, None),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision
                a     | 2015-08-03             | S47_SINGLE
                a     | 2015-08-25             | S47_JOINT
                b     | 2015-08-03             | S47_SINGLE
            """
        },
        kind="twice",
    ),
    Example(
        "S401",
        "A discussion that decided against an enquiry does not count; one whose decision is not recorded does",
        AUGUST,
        (3, None),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision
                a     | 2015-08-03             | NO_S47
                b     | 2015-08-03             | S47_SINGLE
                c     | 2015-08-03             | S47_JOINT
                d     | 2015-08-03             |
            """
        },
    ),
    Example(
        "S401",
        "By ethnic group: refused and not yet obtained are Not known",
        AUGUST,
        (2, None),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision
                a     | 2015-08-03             | S47_JOINT
                b     | 2015-08-03             | S47_JOINT
                c     | 2015-08-03             | S47_JOINT
                d     | 2015-08-03             | S47_JOINT
            """,
            "person": """
                child | ethnicity_code
                a     | REFU
                b     | NOBT
                c     |
                d     | WBRI
            """,
        },
        breakdown="ethnic_group",
        group="Not known",
    ),
    Example(
        "S401",
        "By ethnic group: a blank is not recorded, which is not the same as Not known",
        AUGUST,
        (1, None),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision
                a     | 2015-08-03             | S47_JOINT
                b     | 2015-08-03             | S47_JOINT
            """,
            "person": """
                child | ethnicity_code
                a     | REFU
                b     |
            """,
        },
        breakdown="ethnic_group",
        group="Not recorded",
    ),
    Example(
        "S403",
        "The day the enquiry ended decides, not the day it began; the month's first and last day are in",
        AUGUST,
        (2, 2),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision  | ended_on   | outcome_codes
                a     | 2015-07-20             | S47_JOINT | 2015-07-31 | ICPC
                b     | 2015-07-20             | S47_JOINT | 2015-08-01 | ICPC
                c     | 2015-08-20             | S47_JOINT | 2015-08-31 | ICPC
                d     | 2015-08-20             | S47_JOINT | 2015-09-01 | ICPC
            """
        },
        kind="edge",
    ),
    Example(
        "S403",
        "An enquiry still open is left out; one whose outcome is not recorded has not led to a conference",
        AUGUST,
        (1, 2),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision  | ended_on   | outcome_codes
                a     | 2015-08-03             | S47_JOINT |            | ICPC
                b     | 2015-08-03             | S47_JOINT | 2015-08-20 |
                c     |                        | S47_JOINT | 2015-08-20 | ICPC
            """
        },
        kind="missing",
    ),
    Example(
        "S403",
        "A child with two enquiries counts twice; one enquiry with two conferences counts once",
        AUGUST,
        (2, 3),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | decision  | ended_on   | outcome_codes
                1                     | a     | S47_JOINT | 2015-08-05 | NFA
                2                     | a     | S47_JOINT | 2015-08-25 | ICPC
                3                     | b     | S47_JOINT | 2015-08-25 |
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | held_on
                b     | ICPC            | 3                     | 2015-09-01
                b     | ICPC            | 3                     | 2015-09-03
            """,
        },
        kind="twice",
    ),
    Example(
        "S403",
        "Any of several outcomes may be the conference; discussions that decided against an enquiry are left out",
        AUGUST,
        (1, 3),
        {
            "section_47_enquiry": """
                child | decision   | ended_on   | outcome_codes
                a     | S47_JOINT  | 2015-08-20 | LEGAL_ACTION;ICPC
                b     | S47_SINGLE | 2015-08-20 | OTHER_SERVICES;LEGAL_ACTION
                c     |            | 2015-08-20 | NFA
                d     | NO_S47     | 2015-08-20 | ICPC
            """
        },
    ),
    Example(
        "S403",
        "A conference of another kind, not yet held, or linked to another enquiry, is not what the enquiry led to",
        AUGUST,
        (1, 5),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | decision  | ended_on
                1                     | a     | S47_JOINT | 2015-08-20
                2                     | b     | S47_JOINT | 2015-08-20
                3                     | c     | S47_JOINT | 2015-08-20
                4                     | d     | S47_JOINT | 2015-08-20
                5                     | e     | S47_JOINT | 2015-08-20
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | held_on
                a     | ICPC            | 1                     | 2015-08-18
                b     | TRANSFER_IN     | 2                     | 2015-08-18
                c     | REVIEW          | 3                     | 2015-08-18
                d     | ICPC            | 4                     |
                e     | ICPC            |                       | 2015-08-18
            """,
        },
    ),
    Example(
        "IC01",
        "Held on the first or the last day of the month is in; the day before and the day after are out",
        AUGUST,
        (2, None),
        {
            "child_protection_conference": """
                child | conference_type | due_on     | held_on
                a     | ICPC            | 2015-08-10 | 2015-07-31
                b     | ICPC            | 2015-08-10 | 2015-08-01
                c     | ICPC            | 2015-09-10 | 2015-08-31
                d     | ICPC            | 2015-08-10 | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "IC01",
        "A conference that was due but has no day on which it was held does not count",
        AUGUST,
        (1, None),
        {
            "child_protection_conference": """
                child | conference_type | due_on     | held_on
                a     | ICPC            | 2015-08-10 |
                b     | ICPC            |            | 2015-08-10
            """
        },
        kind="missing",
    ),
    Example(
        "IC01",
        "Each child counts, brothers and sisters at one meeting too, and a child with two conferences counts twice",
        AUGUST,
        (4, None),
        {
            "child_protection_conference": """
                child | conference_type | meeting_id | held_on
                a     | ICPC            | M1         | 2015-08-03
                b     | ICPC            | M1         | 2015-08-03
                c     | ICPC            | M2         | 2015-08-04
                c     | ICPC            | M3         | 2015-08-28
            """
        },
        kind="twice",
    ),
    Example(
        "IC01",
        "Conferences of children transferring in count; reviews and conferences of unknown kind do not",
        AUGUST,
        (2, None),
        {
            "child_protection_conference": """
                child | conference_type | held_on
                a     | ICPC            | 2015-08-03
                b     | TRANSFER_IN     | 2015-08-03
                c     | REVIEW          | 2015-08-03
                d     |                 | 2015-08-03
            """
        },
    ),
    Example(
        "IC03",
        "Day 15 is in time and day 16 is late; Easter does not count: from 30 March, 22 April and 23 April",
        month(2015, 4),
        (1, 2),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on
                1                     | a     | 2015-03-30
                2                     | b     | 2015-03-30
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | held_on
                a     | ICPC            | 1                     | 2015-04-22
                b     | ICPC            | 2                     | 2015-04-23
            """,
        },
        kind="edge",
    ),
    Example(
        "IC03",
        "Christmas and New Year's Day do not count: from 15 December, 8 January is day 15",
        month(2015, 1),
        (1, 2),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on
                1                     | a     | 2014-12-15
                2                     | b     | 2014-12-15
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | held_on
                a     | ICPC            | 1                     | 2015-01-08
                b     | ICPC            | 2                     | 2015-01-09
            """,
        },
        kind="edge",
    ),
    Example(
        "IC03",
        "The royal wedding holiday of 29 April 2011 does not count: from 18 April, 13 May is day 15",
        month(2011, 5),
        (1, 2),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on
                1                     | a     | 2011-04-18
                2                     | b     | 2011-04-18
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | held_on
                a     | ICPC            | 1                     | 2011-05-13
                b     | ICPC            | 2                     | 2011-05-16
            """,
        },
        kind="edge",
    ),
    Example(
        "IC03",
        "The day of the conference decides the month; a conference on the day of the discussion is in time",
        AUGUST,
        (2, 2),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on
                1                     | a     | 2015-07-31
                2                     | b     | 2015-07-31
                3                     | c     | 2015-08-31
                4                     | d     | 2015-08-31
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | held_on
                a     | ICPC            | 1                     | 2015-07-31
                b     | ICPC            | 2                     | 2015-08-01
                c     | ICPC            | 3                     | 2015-08-31
                d     | ICPC            | 4                     | 2015-09-01
            """,
        },
        kind="edge",
    ),
    Example(
        "IC03",
        "Without an enquiry, without the day of its discussion, or held before it, a conference is not in the figure",
        AUGUST,
        (1, 1),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on
                1                     | a     | 2015-08-03
                2                     | b     |
                3                     | c     | 2015-08-11
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | held_on
                a     | ICPC            | 1                     | 2015-08-10
                b     | ICPC            | 2                     | 2015-08-10
                c     | ICPC            | 3                     | 2015-08-10
                d     | ICPC            |                       | 2015-08-10
                a     | ICPC            | 1                     |
            """,
        },
        kind="missing",
    ),
    Example(
        "IC03",
        "A child with two conferences counts twice, each on the clock of its own enquiry",
        AUGUST,
        (1, 2),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on
                1                     | a     | 2015-07-01
                2                     | a     | 2015-08-20
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | held_on
                a     | ICPC            | 1                     | 2015-08-03
                a     | ICPC            | 2                     | 2015-08-28
            """,
        },
        kind="twice",
    ),
    Example(
        "IC03",
        "Reviews, and children transferring in, are not in the figure",
        AUGUST,
        (1, 1),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on
                1                     | a     | 2015-08-03
                2                     | b     | 2015-08-03
                3                     | c     | 2015-08-03
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | held_on
                a     | ICPC            | 1                     | 2015-08-10
                b     | TRANSFER_IN     | 2                     | 2015-08-10
                c     | REVIEW          | 3                     | 2015-08-10
            """,
        },
    ),
)
