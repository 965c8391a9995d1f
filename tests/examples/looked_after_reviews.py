"""Worked examples of whether every review of a looked-after child in the last year was in time."""

from __future__ import annotations

from purplebook.language.periods import financial_year, month
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Example

AUGUST = month(2015, 8)
"""Its last day is 31 August, a bank holiday; the year looked at begins on 1 September 2014.

From Friday 1 May, past two bank holidays, 2 June is working day 20 and 3 June is day 21.
"""


def care(*children: str, since: str) -> str:
    """A period of care, still open, for each child; its key is the child's letter."""
    return "\n".join(
        ("child | looked_after_period_id | started_on", *(f"{child} | {child} | {since}" for child in children))
    )


def reviews(**days: str) -> str:
    """The reviews of each child in one period of care: their days, with an x after one that was cancelled."""
    rows = [
        f"{child} | {child} | {day.rstrip('x')} | {'true' if day.endswith('x') else ''}"
        for child, held in days.items()
        for day in held.split()
    ]
    return "\n".join(("child | looked_after_period_id | reviewed_on | is_cancelled", *rows))


FIRST = (
    Example(
        "LA17",
        "A review dated before care began is no review of it; one on its first day is",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": care("a", "b", since="2015-05-05"),
            # Past three bank holidays and weekends, 10 July is working day 47: too late to be the first.
            "looked_after_review": reviews(a="2015-05-04 2015-07-10", b="2015-05-05 2015-07-10"),
        },
        kind="edge",
    ),
    Example(
        "LA17",
        "Reviews before care began, more than a year ago, do not make a first review that was late one of long ago",
        AUGUST,
        (0, 1),
        {
            "looked_after_period": care("a", since="2014-10-10"),
            "looked_after_review": reviews(a="2014-05-20 2014-08-20 2015-02-10 2015-07-10"),
        },
        kind="edge",
    ),
    Example(
        "LA17",
        "A child is counted from working day 21, when a first review is overdue",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on
                a     | a                      | 2015-07-30
                b     | b                      | 2015-07-31
                c     | c                      | 2015-07-30
            """,
            "looked_after_review": reviews(a="2015-08-10", b="2015-08-10"),
        },
        kind="edge",
    ),
    Example(
        "LA17",
        "A first review on working day 20 is in time, on day 21 it is late; none, or one cancelled, is not in time",
        AUGUST,
        (1, 4),
        {
            "looked_after_period": care("a", "b", "c", "d", since="2015-05-01"),
            "looked_after_review": reviews(a="2015-06-02", b="2015-06-03", c="2015-05-20x", d="2015-05-20x 2015-06-03"),
        },
        kind="edge",
    ),
    Example(
        "LA17",
        "A first review that was late does not count when it was held on 31 August of the year before, or earlier",
        AUGUST,
        (2, 4),
        {
            "looked_after_period": care("a", "b", "c", "d", since="2014-06-02"),
            "looked_after_review": reviews(
                a="2014-08-31 2014-11-30 2015-05-30",
                b="2014-09-01 2014-12-01 2015-06-01",
                c="2014-07-15 2014-10-15 2015-04-15",
                d="2014-08-10x 2014-09-10 2014-12-10 2015-06-10",
            ),
        },
        kind="edge",
    ),
)

SECOND = (
    Example(
        "LA17",
        "A second review three months on, to the day, is in time; a day later, or not held by then, is late",
        AUGUST,
        (2, 5),
        {
            "looked_after_period": care("a", "b", "c", "d", "e", since="2015-05-01"),
            "looked_after_review": reviews(
                a="2015-05-20 2015-08-20",
                b="2015-05-20 2015-08-21",
                c="2015-05-31",
                d="2015-05-30",
                e="2015-05-20 2015-09-05",
            ),
        },
        kind="edge",
    ),
    Example(
        "LA17",
        "A cancelled review is neither the first, nor the second, nor the one from which the next is due",
        AUGUST,
        (0, 3),
        {
            "looked_after_period": care("a", "b", "c", since="2015-05-01"),
            "looked_after_review": reviews(
                a="2015-05-20 2015-08-10x",
                b="2015-05-20 2015-06-20x",
                c="2015-05-20 2015-06-20x 2015-08-25",
            ),
        },
    ),
    Example(
        "LA17",
        "A first review told of twice is one review, so the second is still due within three months",
        AUGUST,
        (0, 2),
        {
            "looked_after_period": care("a", "b", since="2015-05-01"),
            "looked_after_review": reviews(a="2015-05-20 2015-05-20", b="2015-05-20 2015-05-20 2015-08-25"),
        },
        kind="twice",
    ),
)

LATER = (
    Example(
        "LA17",
        "After the second review six months are allowed, to the day",
        AUGUST,
        (3, 6),
        {
            "looked_after_period": care("a", "b", "c", "d", "e", "f", since="2014-09-01"),
            "looked_after_review": reviews(
                a="2014-09-15 2014-12-15 2015-06-15",
                b="2014-09-15 2014-12-15 2015-06-16",
                c="2014-09-15 2014-12-15 2015-04-20",
                d="2014-09-15 2014-12-15 2015-02-28",
                e="2014-09-15 2014-12-15 2015-03-01",
                f="2014-09-15 2014-12-15 2015-02-20 2015-08-31",
            ),
        },
        kind="edge",
    ),
    Example(
        "LA17",
        "At the end of July a last review on 31 January is in time, one on 30 January is late",
        month(2015, 7),
        (1, 2),
        {
            "looked_after_period": care("a", "b", since="2014-09-01"),
            "looked_after_review": reviews(a="2014-09-15 2014-10-31 2015-01-31", b="2014-09-15 2014-10-31 2015-01-30"),
        },
        kind="edge",
    ),
    Example(
        "LA17",
        "For a whole year it is the reviews held by its last day that count",
        financial_year(2014),
        (1, 1),
        {
            "looked_after_period": care("a", since="2014-06-02"),
            "looked_after_review": reviews(a="2014-06-20 2014-09-20 2014-12-20"),
        },
    ),
    Example(
        "LA17",
        "With two reviews held the third is due six months after the second; a review still to come does not help",
        AUGUST,
        (2, 3),
        {
            "looked_after_period": care("a", "b", "c", since="2014-12-01"),
            "looked_after_review": reviews(
                a="2014-12-15 2015-03-15",
                b="2014-12-15 2015-03-15 2015-10-10",
                c="2014-12-15 2015-02-20 2015-09-05",
            ),
        },
        kind="edge",
    ),
    Example(
        "LA17",
        "A cancelled review does not shorten the time between two that were held, nor stand for the next",
        AUGUST,
        (1, 3),
        {
            "looked_after_period": care("a", "b", "c", since="2014-09-01"),
            "looked_after_review": reviews(
                a="2014-09-15 2014-12-10 2015-03-10x 2015-07-20",
                b="2014-09-15 2014-12-10 2015-02-20 2015-05-10x",
                c="2014-09-15 2014-12-10 2015-02-10x 2015-05-10",
            ),
        },
    ),
    Example(
        "LA17",
        "A gap that ended on 31 August of the year before is forgiven, one that ended on 1 September is not",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": care("a", "b", since="2013-02-01"),
            "looked_after_review": reviews(
                a="2013-02-15 2013-05-15 2013-11-15 2014-02-20 2014-08-31 2015-02-28 2015-08-20",
                b="2013-02-15 2013-05-15 2013-11-15 2014-02-20 2014-09-01 2015-03-01 2015-08-20",
            ),
        },
        kind="edge",
    ),
    Example(
        "LA17",
        "One late review is enough to fail, wherever it falls in the year, and reviews well apart do not make it good",
        AUGUST,
        (0, 2),
        {
            "looked_after_period": care("a", "b", since="2013-02-01"),
            "looked_after_review": reviews(
                a="2013-02-15 2013-05-15 2013-11-15 2014-05-15 2014-12-01 2015-05-20",
                b="2013-02-15 2013-05-15 2013-11-15 2014-05-15 2014-11-10 2015-02-10 2015-08-20",
            ),
        },
    ),
)

WHO_COUNTS = (
    Example(
        "LA17",
        "A child who ceases on the last day is not counted, one who ceases the day after is",
        AUGUST,
        (2, 2),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on | ended_on
                a     | a                      | 2015-05-01 | 2015-08-31
                b     | b                      | 2015-05-01 | 2015-09-01
                c     | c                      | 2015-05-01 |
            """,
            "looked_after_review": reviews(
                a="2015-05-20 2015-08-10", b="2015-05-20 2015-08-10", c="2015-05-20 2015-08-10"
            ),
        },
        kind="edge",
    ),
    Example(
        "LA17",
        "Care without a first day is not counted; a review without a day, or without its period of care, is none",
        AUGUST,
        (1, 3),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on
                a     | a                      |
                b     | b                      | 2015-07-01
                c     | c                      | 2015-07-01
                d     | d                      | 2015-07-01
            """,
            "looked_after_review": """
                child | looked_after_period_id | reviewed_on | due_on
                a     | a                      | 2015-07-10  | 2015-07-10
                b     | b                      |             | 2015-07-10
                c     |                        | 2015-07-10  | 2015-07-10
                d     | d                      | 2015-07-10  | 2015-07-10
            """,
        },
        kind="missing",
    ),
    Example(
        "LA17",
        "Two open periods of one child are a fault in the records: the later one counts, and needs its reviews",
        AUGUST,
        (0, 1),
        {
            "looked_after_period": """
                child | looked_after_period_id | started_on
                a     | 1                      | 2015-07-01
                a     | 2                      | 2015-07-01
            """,
            "looked_after_review": """
                child | looked_after_period_id | reviewed_on
                a     | 1                      | 2015-07-10
            """,
        },
        kind="twice",
    ),
    Example(
        "LA17",
        short_breaks.SAYS,
        AUGUST,
        (4, 4),
        {
            "looked_after_period": short_breaks.periods(started_on="2015-07-01"),
            "looked_after_episode": short_breaks.EPISODES,
            "looked_after_review": short_breaks.for_each_child(
                "looked_after_period_id | reviewed_on", "{child} | 2015-07-10"
            ),
        },
    ),
)

EXAMPLES: tuple[Example, ...] = FIRST + SECOND + LATER + WHO_COUNTS
