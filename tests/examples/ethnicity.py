"""Worked examples of the ethnic background of looked-after children."""

from __future__ import annotations

from collections.abc import Callable

from purplebook.definitions.breakdowns import ETHNIC_GROUPS
from purplebook.language.periods import month
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Answer, Example

AUGUST = month(2015, 8)


def _people(children: str, code: str) -> str:
    return "\n".join(["child | ethnicity_code", *(f"{child} | {code}" for child in children)])


def _whole(identifier: str, code: str, answer: Callable[[int], Answer]) -> tuple[Example, ...]:
    """Who is looked after at all, each child of one background that puts it above the line."""
    return (
        Example(
            identifier,
            "Care that begins on the last day counts, care that ends on it or begins the day after does not",
            AUGUST,
            answer(2),
            {
                "person": _people("abcde", code),
                "looked_after_period": """
                    child | started_on | ended_on
                    a     | 2015-08-31 |
                    b     | 2015-09-01 |
                    c     | 2011-05-01 | 2015-08-31
                    d     | 2011-05-01 | 2015-09-01
                    e     | 2011-05-01 | 2014-05-01
                """,
            },
            kind="edge",
        ),
        Example(
            identifier,
            short_breaks.SAYS,
            AUGUST,
            answer(4),
            {
                "person": _people(short_breaks.ALL_CHILDREN, code),
                "looked_after_period": short_breaks.periods(),
                "looked_after_episode": short_breaks.EPISODES,
            },
        ),
        Example(
            identifier,
            "A child whose background is not recorded, or whose care has no first day, is not counted",
            AUGUST,
            answer(1),
            {
                "person": f"child | ethnicity_code\na | {code}\nb |\nc | {code}",
                "looked_after_period": "child | started_on\na | 2011-05-01\nb | 2011-05-01\nc |",
            },
            kind="missing",
        ),
        Example(
            identifier,
            "Two open periods of a child, a fault in the records, are one child",
            AUGUST,
            answer(1),
            {
                "person": _people("a", code),
                "looked_after_period": "child | started_on\na | 2011-05-01\na | 2012-05-01",
            },
            kind="twice",
        ),
    )


def _every_background(identifier: str, says: str, expected: Answer) -> Example:
    """One child of each background that there is a code for."""
    people = [f"c{number} | {code}" for number, code in enumerate(ETHNIC_GROUPS)]
    care = [f"c{number} | 2011-05-01" for number in range(len(ETHNIC_GROUPS))]
    return Example(
        identifier,
        says,
        AUGUST,
        expected,
        {
            "person": "\n".join(["child | ethnicity_code", *people]),
            "looked_after_period": "\n".join(["child | started_on", *care]),
        },
    )


EXAMPLES: tuple[Example, ...] = (
    *_whole("LA33", "BAFR", lambda children: (children, children)),
    _every_background(
        "LA33",
        "Of the 18 backgrounds that are known all but White British are minorities; refused and unknown are left out",
        (17, 18),
    ),
    *_whole("LA33-ASIAN", "APKN", lambda children: (children, None)),
    _every_background("LA33-ASIAN", "Indian, Pakistani, Bangladeshi and any other Asian background", (4, None)),
    *_whole("LA33-BLACK", "BAFR", lambda children: (children, None)),
    _every_background("LA33-BLACK", "Caribbean, African and any other Black background", (3, None)),
    *_whole("LA33-MIXED", "MWBC", lambda children: (children, None)),
    _every_background("LA33-MIXED", "Three backgrounds of White and another, and any other Mixed one", (4, None)),
    *_whole("LA33-OTHER", "CHNE", lambda children: (children, None)),
    _every_background("LA33-OTHER", "Chinese and any other ethnic group", (2, None)),
    *_whole("LA33-WHITE", "WBRI", lambda children: (children, None)),
    _every_background(
        "LA33-WHITE", "British, Irish, Traveller, Gypsy or Roma, and any other White background", (5, None)
    ),
)
