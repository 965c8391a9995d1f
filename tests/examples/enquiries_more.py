"""Worked examples of repeated enquiries, yearly rates and what conferences lead to, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import financial_year, month
from tests.support.examples import Example

AUGUST = month(2015, 8)
THE_YEAR = financial_year(2014)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "S402",
        "The year runs from 1 April to 31 March, and the day of the strategy discussion decides",
        THE_YEAR,
        (2, None),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | initial_conference_due_on | decision  | ended_on
                a     | 2014-03-31             | 2014-04-23                | S47_JOINT | 2014-04-10
                b     | 2014-04-01             | 2014-04-24                | S47_JOINT | 2015-05-10
                c     | 2015-03-31             | 2015-04-23                | S47_JOINT |
                d     | 2015-04-01             | 2014-04-24                | S47_JOINT |
            """
        },
        kind="edge",
    ),
    Example(
        "S402",
        "An enquiry without the day of its strategy discussion is not counted",
        THE_YEAR,
        (1, None),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | initial_conference_due_on | decision   | ended_on
                a     |                        | 2014-08-20                | S47_SINGLE | 2014-08-20
                b     | 2014-08-04             |                           | S47_SINGLE |
            """
        },
        kind="missing",
    ),
    Example(
        "S402",
        "Each enquiry counts for each child, so a child with two enquiries in the year counts twice",
        THE_YEAR,
        (3, None),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision
                a     | 2014-08-04             | S47_SINGLE
                a     | 2015-02-25             | S47_JOINT
                b     | 2014-08-04             | S47_SINGLE
            """
        },
        kind="twice",
    ),
    Example(
        "S402",
        "A discussion that decided against an enquiry does not count; one whose decision is not recorded does",
        THE_YEAR,
        (2, None),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision
                a     | 2014-08-04             | NO_S47
                b     | 2014-08-04             | S47_JOINT
                c     | 2014-08-04             |
            """
        },
    ),
    Example(
        "S404",
        "Another enquiry begun on the same day of the year before is within 12 months; one begun a day earlier is not",
        AUGUST,
        (1, 2),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | initial_conference_due_on | decision  | ended_on
                a     | 2014-08-10             |                           | S47_JOINT | 2014-08-20
                a     | 2015-08-10             |                           | S47_JOINT |
                b     | 2014-08-09             | 2014-09-01                | S47_JOINT | 2015-08-03
                b     | 2015-08-10             | 2015-09-01                | S47_JOINT | 2015-08-20
            """
        },
        kind="edge",
    ),
    Example(
        "S404",
        "The day of the strategy discussion decides the month: its first and last day are in",
        AUGUST,
        (2, 2),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | initial_conference_due_on | decision  | ended_on
                a     | 2015-02-02             | 2015-02-23                | S47_JOINT | 2015-03-02
                a     | 2015-07-31             | 2015-08-21                | S47_JOINT | 2015-08-10
                b     | 2015-02-02             | 2015-02-23                | S47_JOINT | 2015-03-02
                b     | 2015-08-01             | 2015-09-22                | S47_JOINT | 2015-09-10
                c     | 2015-02-02             | 2015-02-23                | S47_JOINT | 2015-03-02
                c     | 2015-08-31             | 2015-09-21                | S47_JOINT |
                d     | 2015-02-02             | 2015-02-23                | S47_JOINT | 2015-03-02
                d     | 2015-09-01             | 2015-08-21                | S47_JOINT | 2015-08-10
            """
        },
        kind="edge",
    ),
    Example(
        "S404",
        "An earlier enquiry without the day of its discussion cannot be known to be within 12 months",
        AUGUST,
        (0, 1),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | initial_conference_due_on | decision  | ended_on
                a     |                        | 2015-03-20                | S47_JOINT | 2015-03-10
                a     | 2015-08-10             |                           | S47_JOINT |
            """
        },
        kind="missing",
    ),
    Example(
        "S404",
        "A child with two repeated enquiries in the month counts twice, however many there were before",
        AUGUST,
        (2, 3),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision
                a     | 2015-01-05             | S47_JOINT
                a     | 2015-03-05             | S47_JOINT
                a     | 2015-08-03             | S47_JOINT
                a     | 2015-08-24             | S47_JOINT
                b     | 2015-08-03             | S47_JOINT
            """
        },
        kind="twice",
    ),
    Example(
        "S404",
        "Two enquiries begun on one day are no repeat, nor is a later one or another child's",
        AUGUST,
        (0, 4),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision
                a     | 2015-08-10             | S47_JOINT
                a     | 2015-08-10             | S47_JOINT
                b     | 2015-08-10             | S47_JOINT
                b     | 2015-09-10             | S47_JOINT
                c     | 2015-08-10             | S47_JOINT
                d     | 2015-03-10             | S47_JOINT
            """
        },
    ),
    Example(
        "S404",
        "A discussion that decided against an enquiry is neither a repeat nor what is repeated; one undecided is both",
        AUGUST,
        (2, 3),
        {
            "section_47_enquiry": """
                child | strategy_discussion_on | decision
                a     | 2015-03-10             | NO_S47
                a     | 2015-08-10             | S47_JOINT
                b     | 2015-03-10             | S47_JOINT
                b     | 2015-08-10             | NO_S47
                c     | 2015-03-10             |
                c     | 2015-08-10             | S47_SINGLE
                d     | 2015-03-10             | S47_SINGLE
                d     | 2015-08-10             |
            """
        },
    ),
    Example(
        "IC02",
        "The year runs from 1 April to 31 March, and the day the conference was held decides",
        THE_YEAR,
        (2, None),
        {
            "child_protection_conference": """
                child | conference_type | due_on     | held_on
                a     | ICPC            | 2014-04-10 | 2014-03-31
                b     | ICPC            | 2014-03-10 | 2014-04-01
                c     | ICPC            | 2015-04-10 | 2015-03-31
                d     | ICPC            | 2015-03-10 | 2015-04-01
            """
        },
        kind="edge",
    ),
    Example(
        "IC02",
        "A conference that was due but has no day on which it was held does not count",
        THE_YEAR,
        (1, None),
        {
            "child_protection_conference": """
                child | conference_type | due_on     | held_on
                a     | ICPC            | 2014-08-11 |
                b     | ICPC            |            | 2014-08-11
            """
        },
        kind="missing",
    ),
    Example(
        "IC02",
        "Each child counts, brothers and sisters at one meeting too, and a child with two conferences counts twice",
        THE_YEAR,
        (4, None),
        {
            "child_protection_conference": """
                child | conference_type | meeting_id | held_on
                a     | ICPC            | M1         | 2014-08-04
                b     | ICPC            | M1         | 2014-08-04
                c     | ICPC            | M2         | 2014-08-05
                c     | ICPC            | M3         | 2015-02-26
            """
        },
        kind="twice",
    ),
    Example(
        "IC02",
        "Conferences of children transferring in count; reviews and conferences of unknown kind do not",
        THE_YEAR,
        (3, None),
        {
            "child_protection_conference": """
                child | conference_type | held_on
                a     | ICPC            | 2014-08-04
                b     | TRANSFER_IN     | 2014-08-04
                c     | TRANSFER_IN     | 2014-08-04
                d     | REVIEW          | 2014-08-04
                e     |                 | 2014-08-04
            """
        },
    ),
    Example(
        "IC04",
        "The day the conference was held decides the month: its first and last day are in",
        AUGUST,
        (2, 2),
        {
            "child_protection_conference": """
                child | conference_type | due_on     | held_on    | has_plan_outcome
                a     | ICPC            | 2015-08-10 | 2015-07-31 | true
                b     | ICPC            | 2015-07-10 | 2015-08-01 | true
                c     | ICPC            | 2015-09-10 | 2015-08-31 | true
                d     | ICPC            | 2015-08-10 | 2015-09-01 | true
            """
        },
        kind="edge",
    ),
    Example(
        "IC04",
        "Where no outcome is recorded, a plan of the child begun on that day says so; one begun a day before or after "
        "does not",
        AUGUST,
        (1, 4),
        {
            "child_protection_conference": """
                child | conference_type | due_on     | held_on    | has_plan_outcome
                a     | ICPC            | 2015-08-11 | 2015-08-10 |
                b     | ICPC            | 2015-08-11 | 2015-08-10 |
                c     | ICPC            | 2015-08-09 | 2015-08-10 |
                d     | ICPC            |            | 2015-08-10 |
            """,
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-08-10 | 2016-02-01
                b     | 2015-08-11 |
                c     | 2015-08-09 | 2015-08-10
            """,
        },
        kind="edge",
    ),
    Example(
        "IC04",
        "Without an outcome or a plan's first day it led to no plan as far as is known; one not held is not counted",
        AUGUST,
        (1, 3),
        {
            "child_protection_conference": """
                child | conference_type | due_on     | held_on    | has_plan_outcome
                a     | ICPC            | 2015-08-10 | 2015-08-10 |
                b     | ICPC            |            | 2015-08-10 |
                c     | ICPC            |            | 2015-08-10 | true
                d     | ICPC            | 2015-08-10 |            | true
            """,
            "child_protection_plan": """
                child | started_on | ended_on
                b     |            | 2016-02-01
            """,
        },
        kind="missing",
    ),
    Example(
        "IC04",
        "A child with two conferences counts twice; one with an outcome and a plan besides counts once",
        AUGUST,
        (2, 3),
        {
            "child_protection_conference": """
                child | conference_type | held_on    | has_plan_outcome
                a     | ICPC            | 2015-08-03 | false
                a     | ICPC            | 2015-08-27 | true
                b     | ICPC            | 2015-08-03 | true
            """,
            "child_protection_plan": """
                child | started_on
                a     | 2015-08-27
                b     | 2015-08-03
            """,
        },
        kind="twice",
    ),
    Example(
        "IC04",
        "Reviews, transfers in and conferences of unknown kind are left out; a plan begun that day outweighs a no",
        AUGUST,
        (1, 2),
        {
            "child_protection_conference": """
                child | conference_type | held_on    | has_plan_outcome
                a     | ICPC            | 2015-08-10 | false
                b     | ICPC            | 2015-08-10 | false
                c     | TRANSFER_IN     | 2015-08-10 | true
                d     | REVIEW          | 2015-08-10 | true
                e     |                 | 2015-08-10 | true
            """,
            "child_protection_plan": """
                child | started_on
                a     | 2015-08-10
                c     | 2015-08-10
            """,
        },
    ),
)
