"""Rows that the worked examples about plans and about visits of children in need share."""

from __future__ import annotations

FIVE_CHILDREN = """
    referral_id | child | referred_on
    1           | a     | 2014-05-01
    2           | b     | 2014-05-01
    3           | c     | 2014-05-01
    4           | d     | 2014-05-01
    5           | e     | 2014-05-01
"""
"""Five open episodes of need, for examples about what was done for the children."""

FIVE_ASSESSMENTS = """
    child | referral_id | started_on | authorised_on
    a     | 1           | 2014-05-01 | 2014-06-02
    b     | 2           | 2014-05-01 | 2014-06-02
    c     | 3           | 2014-05-01 | 2014-06-02
    d     | 4           | 2014-05-01 | 2014-06-02
    e     | 5           | 2014-05-01 | 2014-06-02
"""

THREE_OPEN_SPANS = """
    child | started_on | ended_on
    a     | 2015-08-31 |
    b     | 2014-06-16 | 2015-09-01
    c     | 2014-06-16 | 2015-08-31
    d     | 2015-09-01 |
    e     | 2014-06-16 |
"""
"""Child protection plans or periods of care, of which those of a, b and e are open at the end of August."""

FIVE_AGES = """
    child | born_on    | expected_birth_on
    a     | 1997-08-31 | 1997-08-20
    b     | 1997-09-01 |
    c     |            | 2015-10-01
    d     |            |
    e     | 2010-01-01 |
"""
"""At the end of August: just 18, a day short of it, unborn, of unknown age, and five."""
