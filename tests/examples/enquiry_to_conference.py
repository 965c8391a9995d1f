"""Worked examples of the working days from a section 47 enquiry to its conference, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "IC05",
        "Of 5 and 10 working days the middle is seven and a half",
        AUGUST,
        (15, 2),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on
                1                     | a     | 2015-08-03
                2                     | b     | 2015-08-03
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | held_on
                a     | ICPC            | 1                     | 2015-08-10
                b     | ICPC            | 2                     | 2015-08-17
            """,
        },
    ),
    Example(
        "IC05",
        "Weekends and bank holidays do not count: from Monday 30 March to Wednesday 22 April 2015 are 15 working days",
        month(2015, 4),
        (30, 1),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on
                1                     | a     | 2015-03-30
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | held_on
                a     | ICPC            | 1                     | 2015-04-22
            """,
        },
        kind="edge",
    ),
    Example(
        "IC05",
        "The conference's day decides the month; on the discussion's own day is 0, Thursday to Saturday 1: half a day",
        AUGUST,
        (1, 2),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on | initial_conference_due_on | ended_on
                1                     | a     | 2015-07-01             | 2015-07-22                | 2015-07-10
                2                     | b     | 2015-07-30             | 2015-08-20                | 2015-08-06
                3                     | c     | 2015-08-31             | 2015-09-21                | 2015-09-07
                4                     | d     | 2015-08-03             | 2015-08-24                | 2015-08-10
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | due_on     | held_on
                a     | ICPC            | 1                     | 2015-08-22 | 2015-07-31
                b     | ICPC            | 2                     | 2015-09-20 | 2015-08-01
                c     | ICPC            | 3                     | 2015-09-21 | 2015-08-31
                d     | ICPC            | 4                     | 2015-08-24 | 2015-09-01
            """,
        },
        kind="edge",
    ),
    Example(
        "IC05",
        "Without an enquiry, without the day of its discussion, or held before it, a conference is not in the figure",
        AUGUST,
        (10, 1),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on | initial_conference_due_on | ended_on
                1                     | a     | 2015-08-03             | 2015-08-24                | 2015-08-05
                2                     | b     |                        | 2015-08-07                | 2015-08-06
                3                     | c     | 2015-08-11             | 2015-08-07                | 2015-08-06
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | due_on     | held_on
                a     | ICPC            | 1                     |            | 2015-08-10
                b     | ICPC            | 2                     | 2015-08-07 | 2015-08-10
                c     | ICPC            | 3                     | 2015-08-14 | 2015-08-10
                d     | ICPC            |                       | 2015-08-14 | 2015-08-10
                a     | ICPC            | 1                     | 2015-08-14 |
            """,
        },
        kind="missing",
    ),
    Example(
        "IC05",
        "A child with two conferences counts twice, each on its own enquiry's clock: of 4, 5 and 23 the middle is 5",
        AUGUST,
        (10, 3),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on
                1                     | a     | 2015-07-01
                2                     | a     | 2015-08-24
                3                     | b     | 2015-08-03
            """,
            "child_protection_conference": """
                child | conference_type | section_47_enquiry_id | held_on
                a     | ICPC            | 1                     | 2015-08-03
                a     | ICPC            | 2                     | 2015-08-28
                b     | ICPC            | 3                     | 2015-08-10
            """,
        },
        kind="twice",
    ),
    Example(
        "IC05",
        "Reviews, and children transferring in, are not in the figure",
        AUGUST,
        (10, 1),
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
                b     | TRANSFER_IN     | 2                     | 2015-08-17
                c     | REVIEW          | 3                     | 2015-08-17
            """,
        },
    ),
)
