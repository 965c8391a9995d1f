"""Worked examples of who the looked-after children are: sex, ethnic group, age, asylum and special needs."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples import _short_breaks as short_breaks
from tests.support.examples import Example

AUGUST = month(2015, 8)

PERIODS = """
    child | started_on | ended_on
    a     | 2015-01-10 |
    b     | 2015-01-10 |
    c     | 2015-01-10 |
"""
AT_THE_EDGE = """
    child | started_on | ended_on
    a     | 2015-01-10 | 2015-08-31
    b     | 2015-01-10 | 2015-09-01
    c     | 2015-08-31 |
    d     | 2015-09-01 |
"""
ONE_WITHOUT_A_FIRST_DAY = """
    child | started_on
    a     |
    b     | 2015-01-10
    c     | 2015-01-10
"""
TWO_OPEN_PERIODS = """
    child | started_on
    a     | 2015-01-10
    a     | 2015-06-10
    b     | 2015-01-10
"""
SHORT_BREAKS = {
    "looked_after_period": short_breaks.periods(),
    "looked_after_episode": short_breaks.EPISODES,
}
BOYS = """
    child | sex
    a     | M
    b     | M
    c     | F
    d     | F
"""
WHITE = """
    child | ethnicity_code
    a     | WBRI
    b     | WBRI
    c     | BCRB
"""
TEN = """
    child | born_on
    a     | 2005-08-31
    b     | 2005-08-31
    c     | 1999-08-31
    d     | 1999-08-31
"""

SEX = (
    Example(
        "LA06",
        "Of three children looked after one is a girl",
        AUGUST,
        (1, 3),
        {"looked_after_period": PERIODS, "person": BOYS},
        breakdown="sex",
        group="F",
    ),
    Example(
        "LA06",
        "A boy who ceases on the last day is in no group and not in the whole; a girl who starts on it is",
        AUGUST,
        (1, 2),
        {"looked_after_period": AT_THE_EDGE, "person": BOYS},
        breakdown="sex",
        group="M",
        kind="edge",
    ),
    Example(
        "LA06",
        "A child without a first day is left out; a child whose sex is not recorded is shown as such",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": ONE_WITHOUT_A_FIRST_DAY,
            "person": """
                child | sex
                a     |
                b     |
                c     | F
            """,
        },
        breakdown="sex",
        group="Not recorded",
        kind="missing",
    ),
    Example(
        "LA06",
        "Two open periods for one child are a fault in the records: the child counts once, as in LA01",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": TWO_OPEN_PERIODS,
            "person": """
                child | sex
                a     | M
                b     | F
            """,
        },
        breakdown="sex",
        group="M",
        kind="twice",
    ),
    Example(
        "LA06",
        short_breaks.SAYS,
        AUGUST,
        (4, 4),
        {**SHORT_BREAKS, "person": short_breaks.for_each_child("sex", "M")},
        breakdown="sex",
        group="M",
    ),
)

ETHNIC_GROUP = (
    Example(
        "LA07",
        "White takes in Irish, Irish Traveller, Gypsy or Roma and any other White background",
        AUGUST,
        (5, 6),
        {
            "looked_after_period": """
                child | started_on
                a     | 2015-01-10
                b     | 2015-01-10
                c     | 2015-01-10
                d     | 2015-01-10
                e     | 2015-01-10
                f     | 2015-01-10
            """,
            "person": """
                child | ethnicity_code
                a     | WBRI
                b     | WIRI
                c     | WIRT
                d     | WROM
                e     | WOTH
                f     | MWBC
            """,
        },
        breakdown="ethnic_group",
        group="White",
    ),
    Example(
        "LA07",
        "BOTH is any other Black background, not a child of both; it stands with Caribbean and African",
        AUGUST,
        (3, 4),
        {
            "looked_after_period": """
                child | started_on
                a     | 2015-01-10
                b     | 2015-01-10
                c     | 2015-01-10
                d     | 2015-01-10
            """,
            "person": """
                child | ethnicity_code
                a     | BOTH
                b     | BCRB
                c     | BAFR
                d     | MWBA
            """,
        },
        breakdown="ethnic_group",
        group="Black",
    ),
    Example(
        "LA07",
        "Chinese and any other group are Other; refused and not obtained are not",
        AUGUST,
        (2, 4),
        {
            "looked_after_period": """
                child | started_on
                a     | 2015-01-10
                b     | 2015-01-10
                c     | 2015-01-10
                d     | 2015-01-10
            """,
            "person": """
                child | ethnicity_code
                a     | CHNE
                b     | OOTH
                c     | REFU
                d     | NOBT
            """,
        },
        breakdown="ethnic_group",
        group="Other",
    ),
    Example(
        "LA07",
        "Refused and not obtained are Not known, and stay in the whole",
        AUGUST,
        (2, 3),
        {
            "looked_after_period": PERIODS,
            "person": """
                child | ethnicity_code
                a     | REFU
                b     | NOBT
                c     | AIND
            """,
        },
        breakdown="ethnic_group",
        group="Not known",
    ),
    Example(
        "LA07",
        "A child who ceases on the last day is in no group and not in the whole",
        AUGUST,
        (1, 2),
        {"looked_after_period": AT_THE_EDGE, "person": WHITE},
        breakdown="ethnic_group",
        group="White",
        kind="edge",
    ),
    Example(
        "LA07",
        "A child without a first day is left out, whatever the group",
        AUGUST,
        (1, 2),
        {"looked_after_period": ONE_WITHOUT_A_FIRST_DAY, "person": WHITE},
        breakdown="ethnic_group",
        group="White",
        kind="missing",
    ),
    Example(
        "LA07",
        "Two open periods for one child are a fault in the records: the child counts once, as in LA01",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": TWO_OPEN_PERIODS,
            "person": """
                child | ethnicity_code
                a     | ABAN
                b     | WBRI
            """,
        },
        breakdown="ethnic_group",
        group="Asian",
        kind="twice",
    ),
    Example(
        "LA07",
        short_breaks.SAYS,
        AUGUST,
        (4, 4),
        {**SHORT_BREAKS, "person": short_breaks.for_each_child("ethnicity_code", "WBRI")},
        breakdown="ethnic_group",
        group="White",
    ),
)

AGE = (
    Example(
        "LA08",
        "A child is 16 on the sixteenth birthday, and 15 on the day before it",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": PERIODS.replace("c     | 2015-01-10 |", ""),
            "person": """
                child | born_on
                a     | 1999-08-31
                b     | 1999-09-01
            """,
        },
        breakdown="age_band",
        group="16 and over",
        kind="edge",
    ),
    Example(
        "LA08",
        "A baby is under 1 until the first birthday",
        AUGUST,
        (1, 3),
        {
            "looked_after_period": PERIODS,
            "person": """
                child | born_on
                a     | 2014-08-31
                b     | 2014-09-01
                c     | 2010-05-05
            """,
        },
        breakdown="age_band",
        group="Under 1",
        kind="edge",
    ),
    Example(
        "LA08",
        "A child who ceases on the last day is in no band and not in the whole",
        AUGUST,
        (1, 2),
        {"looked_after_period": AT_THE_EDGE, "person": TEN},
        breakdown="age_band",
        group="10 to 15",
        kind="edge",
    ),
    Example(
        "LA08",
        "Without a date of birth the age is not recorded, and the child stays in the whole",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": ONE_WITHOUT_A_FIRST_DAY,
            "person": """
                child | born_on
                a     |
                b     |
                c     | 2005-05-05
            """,
        },
        breakdown="age_band",
        group="Not recorded",
        kind="missing",
    ),
    Example(
        "LA08",
        "Two open periods for one child are a fault in the records: the child counts once, as in LA01",
        AUGUST,
        (1, 2),
        {
            "looked_after_period": TWO_OPEN_PERIODS,
            "person": """
                child | born_on
                a     | 2012-05-05
                b     | 2005-05-05
            """,
        },
        breakdown="age_band",
        group="1 to 4",
        kind="twice",
    ),
    Example(
        "LA08",
        short_breaks.SAYS,
        AUGUST,
        (4, 4),
        {**SHORT_BREAKS, "person": short_breaks.for_each_child("born_on", "2005-05-05")},
        breakdown="age_band",
        group="10 to 15",
    ),
)

EXAMPLES: tuple[Example, ...] = SEX + ETHNIC_GROUP + AGE
