"""Worked examples of looked-after children who go missing, and of the interviews they are offered on coming back."""

from __future__ import annotations

from purplebook.language.periods import financial_year, month
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Example

YEAR = financial_year(2014)
"""1 April 2014 to 31 March 2015."""

AUGUST = month(2015, 8)

IN_CARE = "\n".join(("child | started_on", *(f"{child} | 2011-05-01" for child in "abcdefgh")))
"""Everyone has been looked after since 2011."""

WENT_MISSING = (
    Example(
        "LA26",
        "A child who was on nothing but short breaks in the whole period is left out; one day of care is enough",
        AUGUST,
        (9, 9),
        {
            "looked_after_period": short_breaks.periods_since_2011(short_breaks.ON_THE_DAY + "uvwx"),
            "looked_after_episode": short_breaks.EPISODES_ABOUT_THE_DAY
            + """
    u     | u                      | 2011-05-01 | 2015-08-01 | C2
    u     | u                      | 2015-08-01 |            | V4
    v     | v                      | 2011-05-01 | 2015-08-01 | V4
    w     | w                      | 2011-05-01 | 2015-07-31 | C2
    w     | w                      | 2015-07-31 |            | V4
    x     | x                      | 2011-05-01 | 2015-07-31 | V4
            """,
            "missing_episode": "\n".join(
                [
                    "child | missing_type | started_on | ended_on",
                    *(f"{child} | M | 2015-08-10 | 2015-08-11" for child in short_breaks.ON_THE_DAY + "uvwx"),
                ]
            ),
        },
        kind="edge",
    ),
    Example(
        "LA26",
        "One child in two went missing; a child who was missing for part of one day was missing",
        YEAR,
        (1, 2),
        {
            "looked_after_period": """
                child | started_on
                a     | 2011-05-01
                b     | 2011-05-01
            """,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            | 2014-08-10 | 2014-08-10
            """,
        },
    ),
    Example(
        "LA26",
        "Away without authorisation, and absences that do not say which, are not missing",
        YEAR,
        (1, 8),
        {
            "looked_after_period": IN_CARE,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            | 2014-08-10 | 2014-08-11
                b     | A            | 2014-08-10 | 2014-08-11
                c     |              | 2014-08-10 | 2014-08-11
            """,
        },
    ),
    Example(
        "LA26",
        "Going missing on the last day is in the year, and so is coming back on the first; a day further off is not",
        YEAR,
        (3, 8),
        {
            "looked_after_period": IN_CARE,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            | 2015-03-31 | 2015-04-02
                b     | M            | 2015-04-01 | 2015-04-02
                c     | M            | 2014-03-20 | 2014-04-01
                d     | M            | 2014-03-20 | 2014-03-31
                e     | M            | 2014-03-20 | 2014-04-20
            """,
        },
        kind="edge",
    ),
    Example(
        "LA26",
        "Children looked after on some day of the year: from before it, to its first day, or from its last day",
        YEAR,
        (3, 3),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2011-05-01 | 2014-03-31
                b     | 2011-05-01 | 2014-04-01
                c     | 2015-03-31 |
                d     | 2015-04-01 |
                e     | 2011-05-01 |
            """,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            | 2014-03-20 | 2014-05-01
                b     | M            | 2014-03-20 | 2014-05-01
                c     | M            | 2015-03-31 | 2015-04-02
                d     | M            | 2015-03-31 | 2015-04-02
                e     | M            | 2015-03-31 | 2015-04-02
            """,
        },
        kind="edge",
    ),
    Example(
        "LA26",
        "Going missing on the day of entering care counts, the day before does not, nor does the day of leaving care",
        YEAR,
        (2, 4),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2014-06-10 | 2014-09-10
                b     | 2014-06-10 | 2014-09-10
                c     | 2014-06-10 | 2014-09-10
                d     | 2014-06-10 | 2014-09-10
            """,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            | 2014-06-10 | 2014-06-12
                b     | M            | 2014-06-09 | 2014-06-12
                c     | M            | 2014-09-10 | 2014-09-12
                d     | M            | 2014-09-09 | 2014-09-12
            """,
        },
        kind="edge",
    ),
    Example(
        "LA26",
        "A child not yet found is missing still; without a first day, nothing says when the child went missing",
        YEAR,
        (1, 8),
        {
            "looked_after_period": IN_CARE,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            | 2013-08-10 |
                b     | M            |            | 2014-08-10
            """,
        },
        kind="missing",
    ),
    Example(
        "LA26",
        "A child in care twice in the year, or missing many times, is one child",
        YEAR,
        (2, 3),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2013-05-01 | 2014-06-01
                a     | 2014-09-01 |
                b     | 2013-05-01 |
                c     | 2013-05-01 | 2014-06-01
                c     | 2014-09-01 |
            """,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            | 2014-05-10 | 2014-05-11
                a     | M            | 2014-10-10 | 2014-10-11
                b     | M            | 2014-05-10 | 2014-05-11
                b     | M            | 2014-06-10 | 2014-06-11
                c     | M            | 2014-07-10 | 2014-07-11
            """,
        },
        kind="twice",
    ),
    Example(
        "LA26",
        short_breaks.SAYS,
        YEAR,
        (4, 4),
        {
            "looked_after_period": short_breaks.periods(),
            "looked_after_episode": short_breaks.EPISODES,
            "missing_episode": short_breaks.for_each_child(
                "missing_type | started_on | ended_on", "M | 2014-08-10 | 2014-08-11"
            ),
        },
    ),
)

TIMES = (
    Example(
        "LA26-EPISODES",
        f"{short_breaks.ON_THE_DAY_SAYS}: here the day on which the child went missing",
        AUGUST,
        (len(short_breaks.LOOKED_AFTER_ON_THE_DAY), None),
        {
            "looked_after_period": short_breaks.periods_since_2011(short_breaks.ON_THE_DAY),
            "looked_after_episode": short_breaks.EPISODES_ABOUT_THE_DAY,
            "missing_episode": "\n".join(
                [
                    "child | missing_type | started_on | ended_on",
                    *(f"{child} | M | 2015-08-31 | 2015-09-20" for child in short_breaks.ON_THE_DAY),
                ]
            ),
        },
        kind="edge",
    ),
    Example(
        "LA26-EPISODES",
        "Each time is counted: a child who goes missing three times counts three times",
        YEAR,
        (4, None),
        {
            "looked_after_period": IN_CARE,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            | 2014-08-10 | 2014-08-11
                a     | M            | 2014-08-20 | 2014-08-21
                a     | M            | 2014-09-10 |
                b     | M            | 2014-08-10 | 2014-08-10
            """,
        },
        kind="twice",
    ),
    Example(
        "LA26-EPISODES",
        "Away without authorisation, and absences that do not say which, are not times missing",
        YEAR,
        (1, None),
        {
            "looked_after_period": IN_CARE,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            | 2014-08-10 | 2014-08-11
                b     | A            | 2014-08-10 | 2014-08-11
                c     |              | 2014-08-10 | 2014-08-11
            """,
        },
    ),
    Example(
        "LA26-EPISODES",
        "The day the child went missing places it in the year, first and last day included; the day found does not",
        YEAR,
        (2, None),
        {
            "looked_after_period": IN_CARE,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            | 2014-03-31 | 2014-04-02
                b     | M            | 2014-04-01 | 2014-04-02
                c     | M            | 2015-03-31 | 2015-04-02
                d     | M            | 2015-04-01 | 2015-04-02
            """,
        },
        kind="edge",
    ),
    Example(
        "LA26-EPISODES",
        "Going missing on the day of entering care counts, the day before does not, nor does the day of leaving care",
        YEAR,
        (2, None),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2014-06-10 | 2014-09-10
                b     | 2014-06-10 | 2014-09-10
                c     | 2014-06-10 | 2014-09-10
                d     | 2014-06-10 | 2014-09-10
            """,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            | 2014-06-10 | 2014-06-12
                b     | M            | 2014-06-09 | 2014-06-12
                c     | M            | 2014-09-10 | 2014-09-12
                d     | M            | 2014-09-09 | 2014-09-12
            """,
        },
        kind="edge",
    ),
    Example(
        "LA26-EPISODES",
        "Without the first day of being missing, or of care, nothing says that a looked-after child went missing",
        YEAR,
        (1, None),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2011-05-01 |
                b     |            | 2014-12-01
                c     | 2011-05-01 |
            """,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            |            | 2014-08-11
                b     | M            | 2014-08-10 | 2014-08-11
                c     | M            | 2014-08-10 |
            """,
        },
        kind="missing",
    ),
    Example(
        "LA26-EPISODES",
        "A child who is not looked after, or was at another time only, is left out",
        YEAR,
        (0, None),
        {
            "looked_after_period": """
                child | started_on | ended_on
                a     | 2011-05-01 | 2013-05-01
                c     | 2011-05-01 |
            """,
            "missing_episode": """
                child | missing_type | started_on | ended_on
                a     | M            | 2014-08-10 | 2014-08-11
                b     | M            | 2014-08-10 | 2014-08-11
            """,
        },
    ),
    Example(
        "LA26-EPISODES",
        short_breaks.SAYS,
        YEAR,
        (4, None),
        {
            "looked_after_period": short_breaks.periods(),
            "looked_after_episode": short_breaks.EPISODES,
            "missing_episode": short_breaks.for_each_child(
                "missing_type | started_on | ended_on", "M | 2014-08-10 | 2014-08-11"
            ),
        },
    ),
)


def interviews(indicator_id: str, column: str, other: str) -> tuple[Example, ...]:
    """What holds for both figures of interviews; the answer that matters is in `column`, the other's in `other`."""
    header = f"child | missing_type | started_on | ended_on | {column}"

    def rows(*lines: str) -> str:
        return "\n".join((header, *lines))

    return (
        Example(
            indicator_id,
            "Only a yes counts: no, does not apply, not known and not recorded stay in the whole",
            AUGUST,
            (1, 5),
            {
                "missing_episode": rows(
                    "a | M | 2015-08-10 | 2015-08-11 | Y",
                    "b | M | 2015-08-10 | 2015-08-11 | N",
                    "c | M | 2015-08-10 | 2015-08-11 | NA",
                    "d | M | 2015-08-10 | 2015-08-11 | U",
                    "e | M | 2015-08-10 | 2015-08-11 |",
                )
            },
        ),
        Example(
            indicator_id,
            "An interview offered is one thing and an interview taken up is another",
            AUGUST,
            (1, 2),
            {
                "missing_episode": f"""
                    child | missing_type | started_on | ended_on   | {column} | {other}
                    a     | M            | 2015-08-10 | 2015-08-11 | Y        | N
                    b     | M            | 2015-08-10 | 2015-08-11 | N        | Y
                """
            },
        ),
        Example(
            indicator_id,
            "The day of coming back places it in the month, first and last day included, not the day of going missing",
            AUGUST,
            (2, 2),
            {
                "missing_episode": rows(
                    "a | M | 2015-07-30 | 2015-07-31 | Y",
                    "b | M | 2015-07-30 | 2015-08-01 | Y",
                    "c | M | 2015-08-30 | 2015-08-31 | Y",
                    "d | M | 2015-08-30 | 2015-09-01 | Y",
                    "e | M | 2015-08-31 | 2015-09-02 | Y",
                )
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            "A child not yet found has not come back; one whose first day is not recorded has",
            AUGUST,
            (1, 1),
            {
                "missing_episode": rows(
                    "a | M | 2015-08-10 |            | Y",
                    "b | M |            | 2015-08-11 | Y",
                )
            },
            kind="missing",
        ),
        Example(
            indicator_id,
            "Coming back from being away without authorisation is left out, and so is what does not say which it was",
            AUGUST,
            (1, 1),
            {
                "missing_episode": rows(
                    "a | M | 2015-08-10 | 2015-08-11 | Y",
                    "b | A | 2015-08-10 | 2015-08-11 | Y",
                    "c |   | 2015-08-10 | 2015-08-11 | Y",
                )
            },
        ),
        Example(
            indicator_id,
            "A child who comes back twice in the month counts twice, and is owed an interview each time",
            AUGUST,
            (1, 2),
            {
                "missing_episode": rows(
                    "a | M | 2015-08-10 | 2015-08-11 | Y",
                    "a | M | 2015-08-20 | 2015-08-21 | N",
                )
            },
            kind="twice",
        ),
    )


EXAMPLES: tuple[Example, ...] = (
    *WENT_MISSING,
    *TIMES,
    *interviews("LA27", "return_interview_accepted", "return_interview_offered"),
    *interviews("LA27-OFFERED", "return_interview_offered", "return_interview_accepted"),
)
