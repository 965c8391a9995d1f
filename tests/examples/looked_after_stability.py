"""Worked examples of how often looked-after children change school and social worker."""

from __future__ import annotations

from purplebook.language.periods import financial_year
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Example

YEAR = financial_year(2014)
"""1 April 2014 to 31 March 2015."""

IN_CARE = "\n".join(("child | started_on", *(f"{child} | 2011-05-01" for child in "abcdefgh")))
"""Everyone has been looked after since 2011, and still is."""

LEFT_CARE = """
    child | started_on | ended_on
    a     | 2011-05-01 | 2015-03-30
    b     | 2011-05-01 | 2015-03-31
    c     | 2011-05-01 | 2015-04-01
    d     | 2015-03-31 |
    e     | 2015-04-01 |
    f     |            |
"""
"""Who is looked after on 31 March 2015: c, who left the day after, and d, who came that day."""


def moved(*days: str) -> str:
    """The children a, b, c … each left school A for school B, which they joined on the day given."""
    rows = [
        row
        for child, day in zip("abcdefgh", days, strict=False)
        for row in (f"{child} | A | 2012-09-03 | 2014-03-01", f"{child} | B | {day} |")
    ]
    return "\n".join(("child | school_reference | started_on | ended_on", *rows))


SCHOOLS = (
    Example(
        "LA28",
        "A child who went to another school in November moved in mid-year; one at the same school since 2012 did not",
        YEAR,
        (1, 2),
        {
            "looked_after_period": IN_CARE,
            "school_enrolment": """
                child | school_reference | started_on | ended_on
                a     | A                | 2012-09-03 | 2014-11-14
                a     | B                | 2014-11-17 |
                b     | A                | 2012-09-03 |
            """,
        },
    ),
    Example(
        "LA28",
        "The year is from 1 April to 31 March: joining on either day is a move in it, a day earlier or later is not",
        YEAR,
        (2, 4),
        {
            "looked_after_period": IN_CARE,
            "school_enrolment": moved("2014-03-31", "2014-04-01", "2015-03-31", "2015-04-01"),
        },
        kind="edge",
    ),
    Example(
        "LA28",
        "August and September are left out: 31 July and 1 October are mid-year, 1 August and 30 September are not",
        YEAR,
        (2, 5),
        {
            "looked_after_period": IN_CARE,
            "school_enrolment": moved("2014-07-31", "2014-08-01", "2014-09-03", "2014-09-30", "2014-10-01"),
        },
        kind="edge",
    ),
    Example(
        "LA28",
        "In a year with 29 February too the year before ends on 31 March, and July and September on their last days",
        financial_year(2015),
        (3, 6),
        {
            "looked_after_period": IN_CARE,
            "school_enrolment": moved(
                "2015-03-31", "2015-04-01", "2015-07-31", "2015-08-01", "2015-09-30", "2015-10-01"
            ),
        },
        kind="edge",
    ),
    Example(
        "LA28",
        "A move before the child entered care is left out; one on that day or later is not",
        YEAR,
        (2, 3),
        {
            "looked_after_period": """
                child | started_on
                a     | 2014-11-17
                b     | 2014-11-17
                c     | 2014-11-17
            """,
            "school_enrolment": moved("2014-11-16", "2014-11-17", "2014-11-18"),
        },
        kind="edge",
    ),
    Example(
        "LA28",
        "The first school is no move, nor is joining the same school again; going back to an earlier school is one",
        YEAR,
        (1, 4),
        {
            "looked_after_period": IN_CARE,
            "school_enrolment": """
                child | school_reference | started_on | ended_on
                a     | A                | 2014-11-17 |
                b     | A                | 2012-09-03 | 2014-11-14
                b     | A                | 2014-11-17 |
                c     | B                | 2010-09-03 | 2012-07-20
                c     | A                | 2012-09-03 | 2014-11-14
                c     | A                | 2014-11-17 |
                d     | B                | 2010-09-03 | 2012-07-20
                d     | A                | 2012-09-03 | 2014-11-14
                d     | B                | 2014-11-17 |
            """,
        },
    ),
    Example(
        "LA28",
        "Two schools joined on one day, the first a child ever had, are no move",
        YEAR,
        (0, 1),
        {
            "looked_after_period": IN_CARE,
            "school_enrolment": """
                child | school_reference | started_on | ended_on
                a     | A                | 2014-11-17 |
                a     | B                | 2014-11-17 |
            """,
        },
        kind="edge",
    ),
    Example(
        "LA28",
        "A child with no school, or none with its first day, is left out; an unnamed school may be the same one",
        YEAR,
        (0, 2),
        {
            "looked_after_period": IN_CARE,
            "school_enrolment": """
                child | school_reference | started_on | ended_on
                a     | A                |            | 2014-11-14
                b     | A                | 2012-09-03 | 2014-11-14
                b     |                  | 2014-11-17 |
                c     |                  | 2012-09-03 | 2014-11-14
                c     | B                | 2014-11-17 |
            """,
        },
        kind="missing",
    ),
    Example(
        "LA28",
        "A school joined after the last day says nothing yet; one left long before it still is a recorded school",
        YEAR,
        (0, 2),
        {
            "looked_after_period": IN_CARE,
            "school_enrolment": """
                child | school_reference | started_on | ended_on
                a     | A                | 2015-04-01 | 2015-04-30
                b     | A                | 2015-03-31 | 2015-04-30
                c     | A                | 2008-09-03 | 2009-07-20
            """,
        },
        kind="edge",
    ),
    Example(
        "LA28",
        "Another child's school is neither a school nor a move of this one",
        YEAR,
        (0, 1),
        {
            "looked_after_period": IN_CARE,
            "school_enrolment": """
                child | school_reference | started_on | ended_on
                a     | A                | 2014-11-17 |
                x     | B                | 2012-09-03 | 2014-11-14
            """,
        },
    ),
    Example(
        "LA28",
        "Only children looked after on 31 March: one who ceased that day is not, one who came that day is",
        YEAR,
        (1, 2),
        {
            "looked_after_period": LEFT_CARE,
            "school_enrolment": moved(*["2014-11-17"] * 6),
        },
        kind="edge",
    ),
    Example(
        "LA28",
        "A child who moved twice in the year counts once; two open periods of care, a fault, count once",
        YEAR,
        (2, 2),
        {
            "looked_after_period": """
                child | started_on
                a     | 2011-05-01
                b     | 2011-05-01
                b     | 2012-05-01
            """,
            "school_enrolment": """
                child | school_reference | started_on | ended_on
                a     | A                | 2012-09-03 | 2014-11-14
                a     | B                | 2014-11-17 | 2015-01-09
                a     | C                | 2015-01-12 |
                b     | A                | 2012-09-03 | 2014-11-14
                b     | B                | 2014-11-17 |
            """,
        },
        kind="twice",
    ),
    Example(
        "LA28",
        short_breaks.SAYS,
        YEAR,
        (4, 4),
        {
            "looked_after_period": short_breaks.periods(),
            "looked_after_episode": short_breaks.EPISODES,
            "school_enrolment": short_breaks.for_each_child(
                "school_reference | started_on", "A | 2012-09-03", "B | 2014-11-17"
            ),
        },
    ),
)


def allocated(child: str, *spans: str) -> str:
    """The workers of one child, each written `worker | first day | last day`."""
    return "\n".join(f"{child} | {span}" for span in spans)


def workers(*children: str) -> str:
    """The allocations of several children."""
    return "\n".join(("child | worker_id | started_on | ended_on", *children))


SOCIAL_WORKERS = (
    Example(
        "LA29",
        "Three or four different workers in the year are three or more; two are not, nor are none",
        YEAR,
        (2, 8),
        {
            "looked_after_period": IN_CARE,
            "involvement": workers(
                allocated("a", "W1 | 2013-01-10 | 2014-06-10", "W2 | 2014-06-11 | 2014-09-10", "W3 | 2014-09-11 |"),
                allocated(
                    "b",
                    "W1 | 2013-01-10 | 2014-06-10",
                    "W2 | 2014-06-11 | 2014-09-10",
                    "W3 | 2014-09-11 | 2014-12-10",
                    "W4 | 2014-12-11 |",
                ),
                allocated("c", "W1 | 2013-01-10 | 2014-06-10", "W2 | 2014-06-11 |"),
            ),
        },
    ),
    Example(
        "LA29",
        "A worker who comes back counts once: from one to another and back again are two workers",
        YEAR,
        (0, 8),
        {
            "looked_after_period": IN_CARE,
            "involvement": workers(
                allocated("a", "W1 | 2013-01-10 | 2014-06-10", "W2 | 2014-06-11 | 2014-09-10", "W1 | 2014-09-11 |")
            ),
        },
        kind="twice",
    ),
    Example(
        "LA29",
        "An allocation that ended on 31 March of the year before is outside; one that ended on 1 April is not",
        YEAR,
        (1, 8),
        {
            "looked_after_period": IN_CARE,
            "involvement": workers(
                allocated("a", "W1 | 2013-01-10 | 2014-03-31", "W2 | 2014-04-01 | 2014-09-10", "W3 | 2014-09-11 |"),
                allocated("b", "W1 | 2013-01-10 | 2014-04-01", "W2 | 2014-04-02 | 2014-09-10", "W3 | 2014-09-11 |"),
            ),
        },
        kind="edge",
    ),
    Example(
        "LA29",
        "A worker allocated on the last day counts; one allocated the day after does not yet",
        YEAR,
        (1, 8),
        {
            "looked_after_period": IN_CARE,
            "involvement": workers(
                allocated("a", "W1 | 2013-01-10 | 2014-09-10", "W2 | 2014-09-11 | 2015-03-30", "W3 | 2015-03-31 |"),
                allocated("b", "W1 | 2013-01-10 | 2014-09-10", "W2 | 2014-09-11 | 2015-03-31", "W3 | 2015-04-01 |"),
            ),
        },
        kind="edge",
    ),
    Example(
        "LA29",
        "Workers from before the child entered care, and several at the same time, all count",
        YEAR,
        (2, 2),
        {
            "looked_after_period": """
                child | started_on
                a     | 2015-01-10
                b     | 2015-01-10
            """,
            "involvement": workers(
                allocated("a", "W1 | 2013-01-10 | 2014-06-10", "W2 | 2014-06-11 | 2014-09-10", "W3 | 2014-09-11 |"),
                allocated("b", "W1 | 2013-01-10 |", "W2 | 2014-06-11 |", "W3 | 2014-09-11 |"),
            ),
        },
    ),
    Example(
        "LA29",
        "A team without a worker, and an allocation without its first day, add nobody; without a last day it runs on",
        YEAR,
        (1, 8),
        {
            "looked_after_period": IN_CARE,
            "involvement": workers(
                allocated("a", "W1 | 2013-01-10 |", "W2 | 2014-06-11 |", "   | 2014-09-11 |"),
                allocated("b", "W1 | 2013-01-10 |", "W2 | 2014-06-11 |", "W3 |            | 2014-12-10"),
                allocated("c", "W1 | 2010-01-10 |", "W2 | 2011-06-11 |", "W3 | 2012-09-11 |"),
            ),
        },
        kind="missing",
    ),
    Example(
        "LA29",
        "Another child's workers do not count",
        YEAR,
        (0, 8),
        {
            "looked_after_period": IN_CARE,
            "involvement": workers(
                allocated("a", "W1 | 2013-01-10 |", "W2 | 2014-06-11 |"), allocated("x", "W3 | 2014-06-11 |")
            ),
        },
    ),
    Example(
        "LA29",
        "Only children looked after on the last day: one who ceased that day is not, one who came that day is",
        YEAR,
        (2, 2),
        {
            "looked_after_period": LEFT_CARE,
            "involvement": workers(
                *(allocated(child, "W1 | 2013-01-10 |", "W2 | 2014-06-11 |", "W3 | 2014-09-11 |") for child in "abcdef")
            ),
        },
        kind="edge",
    ),
    Example(
        "LA29",
        "Two open periods of care of one child, a fault in the records, count once",
        YEAR,
        (1, 1),
        {
            "looked_after_period": """
                child | started_on
                a     | 2011-05-01
                a     | 2012-05-01
            """,
            "involvement": workers(allocated("a", "W1 | 2013-01-10 |", "W2 | 2014-06-11 |", "W3 | 2014-09-11 |")),
        },
        kind="twice",
    ),
    Example(
        "LA29",
        short_breaks.SAYS,
        YEAR,
        (4, 4),
        {
            "looked_after_period": short_breaks.periods(),
            "looked_after_episode": short_breaks.EPISODES,
            "involvement": short_breaks.for_each_child(
                "worker_id | started_on", "W1 | 2013-01-10", "W2 | 2014-06-11", "W3 | 2014-09-11"
            ),
        },
    ),
)

EXAMPLES: tuple[Example, ...] = (*SCHOOLS, *SOCIAL_WORKERS)
