"""Worked examples of care leavers aged 19 to 21: who they are, their homes, their days and their plans."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

TWENTY = "\n".join(("child | born_on", *(f"{child} | 1995-05-05" for child in "abcdefghijklmn")))
"""Everyone is 20."""

BASIS = "CURRENT | 2015-08-31"


def register(column: str, **values: str) -> str:
    """The register of 31 August 2015 with one more column, its value for each young person."""
    rows = (f"{child} | {BASIS} | {value}" for child, value in values.items())
    return "\n".join((f"child | basis | snapshot_on | {column}", *rows))


def on_the_register(indicator_id: str, column: str, value: str, *, counts: bool = False) -> tuple[Example, ...]:
    """What holds for every figure of care leavers: ages, the latest register, who is no longer on it.

    Each young person has `value` in `column`, so that everyone counted is also above the line.
    """

    def answer(number: int) -> tuple[int, int | None]:
        return (number, None) if counts else (number, number)

    def rows(*lines: str) -> str:
        return "\n".join((f"child | basis | snapshot_on | in_touch | {column}", *(f"{x} | {value}" for x in lines)))

    return (
        Example(
            indicator_id,
            "Young people count from the nineteenth birthday to the day before the twenty-second",
            AUGUST,
            answer(3),
            {
                "care_leaver_snapshot": rows(
                    *(f"{child} | CURRENT | 2015-08-31 | YES" for child in ("a", "b", "c", "d", "e"))
                ),
                "person": """
                    child | born_on
                    a     | 1996-08-31
                    b     | 1996-09-01
                    c     | 1993-08-31
                    d     | 1993-09-01
                    e     | 1995-05-05
                """,
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            "The latest register by the last day counts: not the one before it, not the one after",
            AUGUST,
            answer(2),
            {
                "care_leaver_snapshot": rows(
                    "a | CURRENT | 2015-06-30 | YES",
                    "b | CURRENT | 2015-07-31 | YES",
                    "c | CURRENT | 2015-07-31 | YES",
                    "d | CURRENT | 2015-09-01 | YES",
                ),
                "person": TWENTY,
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            "A register taken on the last day is the latest",
            AUGUST,
            answer(1),
            {
                "care_leaver_snapshot": rows("a | CURRENT | 2015-08-30 | YES", "b | CURRENT | 2015-08-31 | YES"),
                "person": TWENTY,
            },
            kind="edge",
        ),
        Example(
            indicator_id,
            "Without a date of birth the age is not known; without a day a row is on no register",
            AUGUST,
            answer(1),
            {
                "care_leaver_snapshot": rows(
                    "a | CURRENT | 2015-08-31 | YES", "b | CURRENT | | YES", "c | CURRENT | 2015-08-31 | YES"
                ),
                "person": """
                    child | born_on
                    a     |
                    b     | 1995-05-05
                    c     | 1995-05-05
                """,
            },
            kind="missing",
        ),
        Example(
            indicator_id,
            "Those who died or went home for six months are left out; those who refuse or need no help are not",
            AUGUST,
            answer(5),
            {
                "care_leaver_snapshot": rows(
                    "a | CURRENT | 2015-08-31 | DIED",
                    "b | CURRENT | 2015-08-31 | RHOM",
                    "c | CURRENT | 2015-08-31 | REFU",
                    "d | CURRENT | 2015-08-31 | NREQ",
                    "e | CURRENT | 2015-08-31 | NO",
                    "f | CURRENT | 2015-08-31 | YES",
                    "g | CURRENT | 2015-08-31 |",
                ),
                "person": TWENTY,
            },
        ),
        Example(
            indicator_id,
            "The rows of the yearly return, made around a birthday, are not the register",
            AUGUST,
            answer(2),
            {
                "care_leaver_snapshot": rows(
                    "a | CURRENT | 2015-08-31 | YES", "b | OC3_BIRTHDAY | 2015-08-31 | YES", "c | | 2015-08-31 | YES"
                ),
                "person": TWENTY,
            },
        ),
        Example(
            indicator_id,
            "A young person who is on two registers counts once; twice on one register is a fault and counts once",
            AUGUST,
            answer(2),
            {
                "care_leaver_snapshot": rows(
                    "a | CURRENT | 2015-07-31 | YES",
                    "a | CURRENT | 2015-08-31 | YES",
                    "b | CURRENT | 2015-08-31 | YES",
                    "b | CURRENT | 2015-08-31 | YES",
                ),
                "person": TWENTY,
            },
            kind="twice",
        ),
    )


HOW_MANY = (
    *on_the_register("CL01", "activity_code", "F2", counts=True),
    Example(
        "CL01",
        "The yearly return's rows are another register: taken later, they do not hide the current one",
        AUGUST,
        (1, None),
        {
            "care_leaver_snapshot": """
                child | basis        | snapshot_on
                a     | CURRENT      | 2015-07-31
                b     | OC3_BIRTHDAY | 2015-08-12
            """,
            "person": TWENTY,
        },
        kind="edge",
    ),
    Example(
        "CL01",
        "The team is the one that the register names",
        AUGUST,
        (1, None),
        {
            "care_leaver_snapshot": register("team_id", a="after", b="other", c=""),
            "person": TWENTY,
            "team": """
                team_id | name
                after   | Leaving care
                other   | Disability
            """,
        },
        breakdown="team",
        group="Leaving care",
    ),
)

HOMES = (
    Example(
        "CL03",
        "Gone abroad, deported and residence not known (G, H, R) are left out; custody and no fixed abode are not",
        AUGUST,
        (1, 3),
        {
            "care_leaver_snapshot": register(
                "accommodation_code | accommodation_suitable",
                a="G | 1",
                b="H | 1",
                c="R | 1",
                d="X | 2",
                e="S | 2",
                f="U | 1",
            ),
            "person": TWENTY,
        },
    ),
    Example(
        "CL03",
        "Only suitable is suitable: not suitable, not known and not recorded stay in the whole",
        AUGUST,
        (2, 5),
        {
            "care_leaver_snapshot": register(
                "accommodation_code | accommodation_suitable", a="U | 1", b="U | 2", c="U | U", d="U |", e=" | 1"
            ),
            "person": TWENTY,
        },
        kind="missing",
    ),
    *on_the_register("CL03", "accommodation_suitable", "1"),
)

DAYS = (
    Example(
        "CL04",
        "Studies, work and training count, full time and part time, in the codes of then and of now",
        AUGUST,
        (10, 14),
        {
            "care_leaver_snapshot": register(
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
                l="G5",
                m="G6",
                n="0",
            ),
            "person": TWENTY,
        },
    ),
    Example(
        "CL04",
        "A young person whose activity is not recorded stays in the whole",
        AUGUST,
        (1, 2),
        {"care_leaver_snapshot": register("activity_code", a="F1", b=""), "person": TWENTY},
        kind="missing",
    ),
    *on_the_register("CL04", "activity_code", "F4"),
    Example(
        "CL05",
        "G4, G5 and G6 count, for whatever reason; no information is not the same as not in work",
        AUGUST,
        (3, 5),
        {
            "care_leaver_snapshot": register("activity_code", a="G4", b="G5", c="G6", d="0", e="P5"),
            "person": TWENTY,
        },
    ),
    Example(
        "CL05",
        "A young person whose activity is not recorded stays in the whole",
        AUGUST,
        (1, 2),
        {"care_leaver_snapshot": register("activity_code", a="G5", b=""), "person": TWENTY},
        kind="missing",
    ),
    *on_the_register("CL05", "activity_code", "G5"),
    Example(
        "CL06",
        "F1 and P1 are higher education; other education, full or part time, is not",
        AUGUST,
        (2, 5),
        {
            "care_leaver_snapshot": register("activity_code", a="F1", b="P1", c="F2", d="P2", e="G5"),
            "person": TWENTY,
        },
    ),
    Example(
        "CL06",
        "A young person whose activity is not recorded stays in the whole",
        AUGUST,
        (1, 2),
        {"care_leaver_snapshot": register("activity_code", a="F1", b=""), "person": TWENTY},
        kind="missing",
    ),
    *on_the_register("CL06", "activity_code", "F1"),
)

PATHWAY_PLANS = (
    Example(
        "CL07",
        "A plan of 31 August is due by 28 February, the last day of a shorter month; one of 27 August is overdue then",
        month(2015, 2),
        (1, 2),
        {
            "care_leaver_snapshot": """
                child | basis   | snapshot_on | pathway_plan_on
                a     | CURRENT | 2015-02-28  | 2014-08-31
                b     | CURRENT | 2015-02-28  | 2014-08-27
            """,
            "person": TWENTY,
        },
        kind="edge",
    ),
    Example(
        "CL07",
        "A plan of 28 February is due by 28 August, so it is overdue on 31 August; one of 1 March is not",
        AUGUST,
        (1, 2),
        {"care_leaver_snapshot": register("pathway_plan_on", a="2015-03-01", b="2015-02-28"), "person": TWENTY},
        kind="edge",
    ),
    Example(
        "CL07",
        "Six months before 30 June is 30 December, so a plan of 30 December is in time and one of the 29th is not",
        month(2015, 6),
        (1, 2),
        {
            "care_leaver_snapshot": """
                child | basis   | snapshot_on | pathway_plan_on
                a     | CURRENT | 2015-06-30  | 2014-12-30
                b     | CURRENT | 2015-06-30  | 2014-12-29
            """,
            "person": TWENTY,
        },
        kind="edge",
    ),
    Example(
        "CL07",
        "A plan made on the last day counts; one dated after it does not count yet",
        AUGUST,
        (1, 2),
        {"care_leaver_snapshot": register("pathway_plan_on", a="2015-08-31", b="2015-09-01"), "person": TWENTY},
        kind="edge",
    ),
    Example(
        "CL07",
        "A young person without a plan stays in the whole",
        AUGUST,
        (1, 2),
        {"care_leaver_snapshot": register("pathway_plan_on", a="2015-05-05", b=""), "person": TWENTY},
        kind="missing",
    ),
    *on_the_register("CL07", "pathway_plan_on", "2015-05-05"),
)

EXAMPLES: tuple[Example, ...] = HOW_MANY + HOMES + DAYS + PATHWAY_PLANS
