"""The children who show, in every indicator of looked-after children, what is taken for short breaks and what is not.

a  nothing but V3                                  short breaks
b  nothing but V4                                  short breaks
c  V3, then a placement with parents' consent      looked after
d  no episode recorded                             looked after
e  V4, then an episode without a legal status      looked after
f  no episode now, short breaks in an earlier time looked after
g  V3 now, a care order in an earlier time         short breaks
"""

from __future__ import annotations

ALL_CHILDREN = "abcdefg"
SAYS = (
    "A child on short breaks (V3, V4) on the day is left out: one with another status beside them, with none recorded, "
    "or with short breaks at another time, is not"
)


def periods(*, started_on: str = "2011-05-01", ended_on: str = "", reason: str = "", earlier: bool = True) -> str:
    """Each child's period of care, named by the child's letter, and the earlier periods of f and g."""
    rows = [f"{child} | {child} | {started_on} | {ended_on} | {reason}" for child in ALL_CHILDREN]
    rows += [f"{child} | {child} before | 2010-01-10 | 2010-06-10 | E4A" for child in "fg" if earlier]
    return "\n".join(["child | looked_after_period_id | started_on | ended_on | end_reason_code", *rows])


EPISODES = """
    child | looked_after_period_id | started_on | legal_status_code
    a     | a                      | 2011-05-01 | V3
    b     | b                      | 2011-05-01 | V4
    c     | c                      | 2011-05-01 | V3
    c     | c                      | 2011-07-01 | V2
    e     | e                      | 2011-05-01 | V4
    e     | e                      | 2011-07-01 |
    f     | f before               | 2010-01-10 | V3
    g     | g                      | 2011-05-01 | V3
    g     | g before               | 2010-01-10 | C2
"""


def for_each_child(header: str, *rows: str) -> str:
    """A table with the same rows for every child; `{child}` in a row is the child's letter."""
    return "\n".join(
        ["child | " + header, *(f"{child} | {row}".format(child=child) for child in ALL_CHILDREN for row in rows)]
    )


CEASED_BEFORE = "\n" + "\n".join(
    f"{child} | {child} before | 2014-01-10 | {{ended_on}} | {{reason}}" for child in ALL_CHILDREN
)
"""An earlier period of each child that ended in the same year, to be put after `periods(earlier=False)`."""


ON_THE_DAY = "hijklmnopqrstyz"
"""Children of one period of care each, whose legal status changes about 31 August 2015."""
ON_THE_DAY_SAYS = (
    "The legal status on the day decides: a care order of the day after, or short breaks of the day after, change "
    "nothing, and an episode that ended on the day no longer counts"
)
LOOKED_AFTER_ON_THE_DAY, ON_SHORT_BREAKS_ON_THE_DAY = "hklmopqz", "ijnrsty"
EPISODES_ABOUT_THE_DAY = """
    child | looked_after_period_id | started_on | ended_on   | legal_status_code
    h     | h                      | 2011-05-01 | 2015-08-31 | V4
    h     | h                      | 2015-08-31 |            | C2
    i     | i                      | 2011-05-01 | 2015-08-31 | C2
    i     | i                      | 2015-08-31 |            | V4
    j     | j                      | 2011-05-01 | 2015-09-01 | V3
    j     | j                      | 2015-09-01 |            | C2
    k     | k                      | 2011-05-01 | 2015-09-01 | C2
    k     | k                      | 2015-09-01 |            | V4
    l     | l                      | 2011-05-01 | 2015-08-31 | V4
    m     | m                      | 2015-09-10 |            | V4
    n     | n                      | 2015-08-15 |            | V4
    o     | o                      | 2011-05-01 | 2015-08-15 | V4
    p     | p                      | 2011-05-01 |            | V4
    p     | p                      | 2015-08-31 |            | C2
    q     | q                      | 2011-05-01 |            | V4
    q     | q                      | 2012-01-10 | 2015-09-10 | C2
    r     | r                      | 2011-05-01 | 2012-01-10 | C2
    r     | r                      | 2012-01-10 |            | V3
    s     | s                      | 2011-05-01 | 2015-09-20 | V4
    y     | y                      | 2015-08-31 |            | V4
    z     | z                      | 2011-05-01 | 2015-08-20 | V4
    t     | t                      | 2011-05-01 | 2015-08-15 | C2
    t     | t                      | 2015-08-15 |            | V4
"""


def periods_since_2011(children: str) -> str:
    """A period of care since May 2011, named by the child's letter, for each child."""
    rows = [f"{child} | {child} | 2011-05-01" for child in children]
    return "\n".join(["child | looked_after_period_id | started_on", *rows])
