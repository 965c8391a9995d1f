"""Worked examples of whether the council is in touch, of care leavers at 17 and 18, and of those who stay put."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples.leaving_care import AUGUST, TWENTY, on_the_register, register
from tests.support.examples import Example

WHO_IS_LEFT_OUT = "Those who died or went home for six months are left out; those who refuse or need no help are not"


def around_a_birthday(indicator_id: str, column: str, value: str) -> tuple[Example, ...]:
    """What holds for every figure of 17 and 18 year olds; each young person has `value` in `column`."""

    def rows(*lines: str) -> str:
        return "\n".join((f"child | basis | snapshot_on | {column}", *(f"{line} | {value}" for line in lines)))

    return (
        Example(
            indicator_id,
            "The age on the register's own day counts: 17 from the birthday on, 18 to the day before the nineteenth",
            AUGUST,
            (3, 3),
            {
                "care_leaver_snapshot": rows(*(f"{child} | OC3_BIRTHDAY | 2015-08-10" for child in "abcde")),
                "person": """
                    child | born_on
                    a     | 1998-08-10
                    b     | 1998-08-11
                    c     | 1997-08-10
                    d     | 1996-08-11
                    e     | 1996-08-10
                """,
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            "Rows of the month's first and last day are in, those of the day before and the day after are not",
            AUGUST,
            (2, 2),
            {
                "care_leaver_snapshot": rows(
                    "a | OC3_BIRTHDAY | 2015-07-31",
                    "b | OC3_BIRTHDAY | 2015-08-01",
                    "c | OC3_BIRTHDAY | 2015-08-31",
                    "d | OC3_BIRTHDAY | 2015-09-01",
                ),
                "person": _born("1997-05-05", "abcd"),
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            "Without a date of birth the age is not known; without its day a row is in no month",
            AUGUST,
            (1, 1),
            {
                "care_leaver_snapshot": rows(
                    "a | OC3_BIRTHDAY | 2015-08-10", "b | OC3_BIRTHDAY |", "c | OC3_BIRTHDAY | 2015-08-10"
                ),
                "person": """
                    child | born_on
                    a     |
                    b     | 1997-05-05
                    c     | 1997-05-05
                """,
            },
            kind="missing",
        ),
        Example(
            indicator_id,
            "Only the rows of the yearly return: the monthly register, and a row that does not say, are left out",
            AUGUST,
            (1, 1),
            {
                "care_leaver_snapshot": rows(
                    "a | OC3_BIRTHDAY | 2015-08-10", "b | CURRENT | 2015-08-31", "c | | 2015-08-31"
                ),
                "person": _born("1997-05-05", "abc"),
            },
        ),
        Example(
            indicator_id,
            "A young person answered for at 17 and again at 18 counts in each month; twice in one month counts once",
            AUGUST,
            (2, 2),
            {
                "care_leaver_snapshot": rows(
                    "a | OC3_BIRTHDAY | 2014-08-10",
                    "a | OC3_BIRTHDAY | 2015-08-10",
                    "b | OC3_BIRTHDAY | 2015-08-10",
                    "b | OC3_BIRTHDAY | 2015-08-11",
                ),
                "person": _born("1997-08-10", "ab"),
            },
            kind="twice",
        ),
    )


def _born(on: str, children: str) -> str:
    return "\n".join(("child | born_on", *(f"{child} | {on}" for child in children)))


def left_out_around_a_birthday(indicator_id: str, column: str, value: str) -> Example:
    """Who is left out of the figures that do not ask whether the young person is in touch."""
    codes = ("DIED", "RHOM", "REFU", "NREQ", "NO", "YES", "")
    rows = [
        f"{child} | OC3_BIRTHDAY | 2015-08-10 | {code} | {value}" for child, code in zip("abcdefg", codes, strict=True)
    ]
    return Example(
        indicator_id,
        WHO_IS_LEFT_OUT,
        AUGUST,
        (5, 5),
        {
            "care_leaver_snapshot": "\n".join((f"child | basis | snapshot_on | in_touch | {column}", *rows)),
            "person": _born("1997-05-05", "abcdefg"),
        },
    )


IN_TOUCH = (
    *(example for example in on_the_register("CL02", "activity_code", "F2") if example.says != WHO_IS_LEFT_OUT),
    Example(
        "CL02",
        "In touch is YES alone; not in touch, refusing, needing no help and not recorded stay in the whole",
        AUGUST,
        (1, 5),
        {
            "care_leaver_snapshot": register("in_touch", a="YES", b="NO", c="REFU", d="NREQ", e="", f="DIED", g="RHOM"),
            "person": TWENTY,
        },
    ),
    *on_the_register("CL08", "last_contact_on", "2015-08-20"),
    Example(
        "CL08",
        "A contact on 6 July is 56 days before 31 August and in time; one on 5 July is late; one on the day is in time",
        AUGUST,
        (2, 3),
        {
            "care_leaver_snapshot": register("last_contact_on", a="2015-07-06", b="2015-07-05", c="2015-08-31"),
            "person": TWENTY,
        },
        kind="edge",
    ),
    Example(
        "CL08",
        "Of an older register, the eight weeks still end on the month's last day",
        month(2015, 9),
        (1, 2),
        {
            "care_leaver_snapshot": register("last_contact_on", a="2015-08-05", b="2015-08-04"),
            "person": TWENTY,
        },
        kind="edge",
    ),
    Example(
        "CL08",
        "A contact that is dated after the last day, which is a fault in the records, has not been made",
        AUGUST,
        (1, 2),
        {
            "care_leaver_snapshot": register("last_contact_on", a="2015-08-31", b="2015-09-01"),
            "person": TWENTY,
        },
        kind="edge",
    ),
    Example(
        "CL08",
        "Without a recorded contact there has been none; a pathway plan is no contact",
        AUGUST,
        (0, 1),
        {
            "care_leaver_snapshot": """
                child | basis   | snapshot_on | last_contact_on | pathway_plan_on
                a     | CURRENT | 2015-08-31  |                 | 2015-08-20
            """,
            "person": TWENTY,
        },
        kind="missing",
    ),
)

SEVENTEEN = _born("1998-08-10", "abcdefghijklmnop")
"""Everyone turned 17 on 10 August 2015."""


def at_seventeen(column: str, **values: str) -> str:
    """Yearly rows of the seventeenth birthday with one more column, its value for each young person."""
    rows = (f"{child} | OC3_BIRTHDAY | 2015-08-10 | {value}" for child, value in values.items())
    return "\n".join((f"child | basis | snapshot_on | {column}", *rows))


SEVENTEEN_AND_EIGHTEEN = (
    *around_a_birthday("CL09", "in_touch", "YES"),
    Example(
        "CL09",
        "In touch is YES alone; not in touch, refusing and not recorded stay in the whole; died or gone home do not",
        AUGUST,
        (1, 4),
        {
            "care_leaver_snapshot": at_seventeen("in_touch", a="YES", b="NO", c="REFU", d="", e="DIED", f="RHOM"),
            "person": SEVENTEEN,
        },
    ),
    *around_a_birthday("CL09-BUSY", "activity_code", "F2"),
    left_out_around_a_birthday("CL09-BUSY", "activity_code", "F2"),
    Example(
        "CL09-BUSY",
        "Every kind of study, training and work counts, full or part time; no activity and not known do not",
        AUGUST,
        (10, 14),
        {
            "care_leaver_snapshot": at_seventeen(
                "activity_code",
                a="F1",
                b="P1",
                c="F2",
                d="P2",
                e="F3",
                f="P3",
                g="F4",
                h="P4",
                i="F5",
                j="P5",
                k="G4",
                m="G5",
                n="G6",
                o="",
            ),
            "person": SEVENTEEN,
        },
    ),
    *around_a_birthday("CL09-HOME", "accommodation_suitable", "1"),
    left_out_around_a_birthday("CL09-HOME", "accommodation_suitable", "1"),
    Example(
        "CL09-HOME",
        "Gone abroad, deported and residence not known are left out; no recorded home stays in the whole",
        AUGUST,
        (2, 2),
        {
            "care_leaver_snapshot": """
                child | basis        | snapshot_on | accommodation_code | accommodation_suitable
                a     | OC3_BIRTHDAY | 2015-08-10  | B                  | 1
                b     | OC3_BIRTHDAY | 2015-08-10  | G                  | 1
                c     | OC3_BIRTHDAY | 2015-08-10  | H                  | 1
                d     | OC3_BIRTHDAY | 2015-08-10  | R                  | 1
                e     | OC3_BIRTHDAY | 2015-08-10  |                    | 1
            """,
            "person": SEVENTEEN,
        },
    ),
    Example(
        "CL09-HOME",
        "Not suitable, and suitability that is not recorded, are not suitable",
        AUGUST,
        (1, 3),
        {
            "care_leaver_snapshot": at_seventeen("accommodation_suitable", a="1", b="2", c=""),
            "person": SEVENTEEN,
        },
        kind="missing",
    ),
)

IN_FOSTER_CARE = "\n".join(
    ("child | placement_type | started_on", *(f"{child} | U4 | 2010-01-10" for child in "abcdefgh"))
)
"""Everyone lives with the foster carer of 2010 still."""

NINETEEN = _born("1996-05-05", "abcdefgh")
"""Everyone turned 18 on 5 May 2014."""

STAYING_PUT = (
    Example(
        "CL10",
        "Young people count from the eighteenth birthday to the day before the twenty-first",
        AUGUST,
        (3, 3),
        {
            "care_leaver_snapshot": register("accommodation_code", a="Z", b="Z", c="Z", d="Z", e="Z"),
            "placement": IN_FOSTER_CARE,
            "person": """
                child | born_on
                a     | 1997-08-31
                b     | 1997-09-01
                c     | 1994-09-01
                d     | 1994-08-31
                e     | 1996-05-05
            """,
        },
        kind="edge",
    ),
    Example(
        "CL10",
        "A placement counts that began by the eighteenth birthday and ended on it or later, and no other",
        AUGUST,
        (3, 3),
        {
            "care_leaver_snapshot": register("accommodation_code", a="Z", b="Z", c="Z", d="Z", e="Z"),
            "placement": """
                child | placement_type | started_on | ended_on
                a     | U4             | 2010-01-10 | 2014-05-05
                b     | U4             | 2010-01-10 | 2014-05-04
                c     | U4             | 2014-05-05 |
                d     | U4             | 2014-05-06 |
                e     | U4             | 2010-01-10 | 2014-05-06
            """,
            "person": NINETEEN,
        },
        kind="edge",
    ),
    Example(
        "CL10",
        "The latest register by the last day counts: not the one before it, not the one after",
        AUGUST,
        (1, 1),
        {
            "care_leaver_snapshot": """
                child | basis   | snapshot_on | accommodation_code
                a     | CURRENT | 2015-07-31  | Z
                b     | CURRENT | 2015-08-30  | Z
                c     | CURRENT | 2015-09-30  | Z
            """,
            "placement": IN_FOSTER_CARE,
            "person": NINETEEN,
        },
        kind="edge",
    ),
    Example(
        "CL10",
        "A register of the month before is the latest when the month has none",
        AUGUST,
        (1, 1),
        {
            "care_leaver_snapshot": """
                child | basis   | snapshot_on | accommodation_code
                a     | CURRENT | 2015-07-31  | Z
            """,
            "placement": IN_FOSTER_CARE,
            "person": NINETEEN,
        },
    ),
    Example(
        "CL10",
        "Without a date of birth, or a first day of the placement, nothing says who was in foster care at 18",
        AUGUST,
        (1, 1),
        {
            "care_leaver_snapshot": register("accommodation_code", a="Z", b="Z", c="Z"),
            "placement": """
                child | placement_type | started_on
                a     | U4             | 2010-01-10
                b     | U4             |
                c     | U4             | 2010-01-10
            """,
            "person": """
                child | born_on
                a     |
                b     | 1996-05-05
                c     | 1996-05-05
            """,
        },
        kind="missing",
    ),
    Example(
        "CL10",
        "All six kinds of foster care count; a children's home and a placement without a kind do not",
        AUGUST,
        (6, 6),
        {
            "care_leaver_snapshot": register("accommodation_code", **dict.fromkeys("abcdefgh", "Z")),
            "placement": """
                child | placement_type | started_on
                a     | U1             | 2010-01-10
                b     | U2             | 2010-01-10
                c     | U3             | 2010-01-10
                d     | U4             | 2010-01-10
                e     | U5             | 2010-01-10
                f     | U6             | 2010-01-10
                g     | K2             | 2010-01-10
                h     |                | 2010-01-10
            """,
            "person": NINETEEN,
        },
    ),
    Example(
        "CL10",
        "Someone else's foster care does not count for a young person who had none",
        AUGUST,
        (0, 0),
        {
            "care_leaver_snapshot": register("accommodation_code", a="Z"),
            "placement": """
                child | placement_type | started_on
                b     | U4             | 2010-01-10
            """,
            "person": NINETEEN,
        },
    ),
    Example(
        "CL10",
        "Staying put is living with former foster carers (Z); another home, and none recorded, is not",
        AUGUST,
        (1, 3),
        {
            "care_leaver_snapshot": register("accommodation_code", a="Z", b="B", c=""),
            "placement": IN_FOSTER_CARE,
            "person": NINETEEN,
        },
    ),
    Example(
        "CL10",
        WHO_IS_LEFT_OUT,
        AUGUST,
        (5, 5),
        {
            "care_leaver_snapshot": """
                child | basis   | snapshot_on | in_touch | accommodation_code
                a     | CURRENT | 2015-08-31  | DIED     | Z
                b     | CURRENT | 2015-08-31  | RHOM     | Z
                c     | CURRENT | 2015-08-31  | REFU     | Z
                d     | CURRENT | 2015-08-31  | NREQ     | Z
                e     | CURRENT | 2015-08-31  | NO       | Z
                f     | CURRENT | 2015-08-31  | YES      | Z
                g     | CURRENT | 2015-08-31  |          | Z
            """,
            "placement": IN_FOSTER_CARE,
            "person": NINETEEN,
        },
    ),
    Example(
        "CL10",
        "The rows of the yearly return, made around a birthday, are not the register",
        AUGUST,
        (2, 2),
        {
            "care_leaver_snapshot": """
                child | basis        | snapshot_on | accommodation_code
                a     | CURRENT      | 2015-08-30  | Z
                b     | OC3_BIRTHDAY | 2015-08-30  | Z
                c     |              | 2015-08-30  | Z
                d     | OC3_BIRTHDAY | 2015-08-31  | Z
            """,
            "placement": IN_FOSTER_CARE,
            "person": NINETEEN,
        },
    ),
    Example(
        "CL10",
        "Two placements on the birthday count once; twice on one register, which is a fault, counts once",
        AUGUST,
        (2, 2),
        {
            "care_leaver_snapshot": """
                child | basis   | snapshot_on | accommodation_code
                a     | CURRENT | 2015-08-31  | Z
                b     | CURRENT | 2015-08-31  | Z
                b     | CURRENT | 2015-08-31  | Z
            """,
            "placement": """
                child | placement_type | started_on | ended_on
                a     | U4             | 2010-01-10 | 2014-05-05
                a     | U6             | 2014-05-05 |
                b     | U4             | 2010-01-10 |
            """,
            "person": NINETEEN,
        },
        kind="twice",
    ),
)

EXAMPLES: tuple[Example, ...] = (*IN_TOUCH, *SEVENTEEN_AND_EIGHTEEN, *STAYING_PUT)
