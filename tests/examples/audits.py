"""Worked examples of audits: how many, their grades, what they found, what became of it, and second looks."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Answer, Example, Kind

AUGUST = month(2015, 8)


def _example(identifier: str, says: str, expected: Answer, rows: str, kind: Kind = "plain") -> Example:
    return Example(identifier, says, AUGUST, expected, {"audit": rows}, kind=kind)


def _completed(identifier: str, expected: dict[int, Answer]) -> tuple[Example, ...]:
    """Which audits count, by how many there are in an example; each is graded good and was looked at again."""
    looked_at_again = {"QA10": "\n".join(f"M{n} | A{n} | | 2015-10-01 | G" for n in range(1, 6))}.get(identifier, "")
    return (
        _example(
            identifier,
            "Finished on the first or the last day of the month is in; the day before and the day after are out",
            expected[2],
            f"""
            audit_id | parent_audit_id | allocated_on | completed_on | overall_grade
            A1       |                 | 2015-07-01   | 2015-07-31   | G
            A2       |                 | 2015-07-01   | 2015-08-01   | G
            A3       |                 | 2015-07-01   | 2015-08-31   | G
            A4       |                 | 2015-07-01   | 2015-09-01   | G
            {looked_at_again}
            """,
            "edge",
        ),
        _example(
            identifier,
            "An audit that is not finished is none yet, though it was given out and its actions are done in the month",
            expected[1],
            """
            audit_id | parent_audit_id | allocated_on | completed_on | overall_grade | action_due_on
            A1 |  | 2015-08-03 |  | G | 2015-08-10
            A2 |  |  | 2015-08-20 | G |
            """
            + ("" if not looked_at_again else "M1 | A1 | | 2015-09-01 | G |\nM2 | A2 | | 2015-09-01 | G |"),
            "missing",
        ),
        _example(
            identifier,
            "Two audits of a child's case are two, and looking again at one of them is no audit",
            expected[2],
            """
            audit_id | child | parent_audit_id | completed_on | overall_grade
            A1       | a     |                 | 2015-08-03   | G
            A2       | a     |                 | 2015-08-20   | G
            M1       | a     | A1              | 2015-08-20   | G
            """
            + ("" if not looked_at_again else "M2 | a | A2 | 2015-08-28 | G"),
            "twice",
        ),
    )


def _looked_again(identifier: str, grade: str, expected: dict[int, Answer]) -> tuple[Example, ...]:
    """Which moderations count, by how many there are in an example; each first grade is G and each second `grade`."""
    return (
        _example(
            identifier,
            "Finished on the first or the last day of the month is in, whenever the audit was; others are out",
            expected[2],
            f"""
            audit_id | parent_audit_id | allocated_on | completed_on | overall_grade
            A1       |                 | 2015-05-01   | 2015-06-01   | G
            M1       | A1              | 2015-07-01   | 2015-07-31   | {grade}
            M2       | A1              | 2015-07-01   | 2015-08-01   | {grade}
            M3       | A1              | 2015-07-01   | 2015-08-31   | {grade}
            M4       | A1              | 2015-07-01   | 2015-09-01   | {grade}
            """,
            "edge",
        ),
        _example(
            identifier,
            "Without a grade on one of the two sides, or an audit that it looks at again, there is nothing to compare",
            expected[1],
            f"""
            audit_id | parent_audit_id | allocated_on | completed_on | overall_grade | action_due_on
            A1 |  |  | 2015-08-01 | G |
            A2 |  |  | 2015-08-01 |  |
            M1 | A1 |  | 2015-08-10 | {grade} |
            M2 | A1 |  | 2015-08-10 |  |
            M3 | A2 |  | 2015-08-10 | {grade} |
            M4 | A9 |  | 2015-08-10 | {grade} |
            M5 | A1 | 2015-08-10 |  | {grade} | 2015-08-11
            """,
            "missing",
        ),
        _example(
            identifier,
            "Two second looks at the cases of one child are two",
            expected[2],
            f"""
            audit_id | child | parent_audit_id | completed_on | overall_grade
            A1       | a     |                 | 2015-06-03   | G
            A2       | a     |                 | 2015-06-20   | G
            M1       | a     | A1              | 2015-08-03   | {grade}
            M2       | a     | A2              | 2015-08-20   | {grade}
            """,
            "twice",
        ),
    )


EXAMPLES: tuple[Example, ...] = (
    *_completed("QA08", {1: (1, None), 2: (2, None)}),
    *_completed("QA09", {1: (1, 1), 2: (2, 2)}),
    _example(
        "QA09",
        "Good and outstanding are above the line; an audit without a grade is in neither number",
        (2, 4),
        """
        audit_id | completed_on | overall_grade
        A1       | 2015-08-10   | O
        A2       | 2015-08-10   | G
        A3       | 2015-08-10   | RI
        A4       | 2015-08-10   | I
        A5       | 2015-08-10   |
        """,
    ),
    *_completed("QA10", {1: (1, 1), 2: (2, 2)}),
    _example(
        "QA10",
        "A second look that is not finished is none yet; two of one audit make it one that was looked at again",
        (1, 3),
        """
        audit_id | parent_audit_id | completed_on
        A1       |                 | 2015-08-10
        A2       |                 | 2015-08-10
        A3       |                 | 2015-08-10
        M1       | A1              | 2015-08-20
        M2       | A1              | 2015-08-21
        M3       | A2              |
        """,
        "missing",
    ),
    *_looked_again("QA11", "G", {1: (1, 1), 2: (2, 2)}),
    _example(
        "QA11",
        "Only the very same grade agrees",
        (1, 4),
        """
        audit_id | parent_audit_id | completed_on | overall_grade
        A1       |                 | 2015-06-10   | G
        M1       | A1              | 2015-08-20   | O
        M2       | A1              | 2015-08-20   | G
        M3       | A1              | 2015-08-20   | RI
        M4       | A1              | 2015-08-20   | I
        """,
    ),
    *_looked_again("QA12", "RI", {1: (1, 1), 2: (2, 2)}),
    *(
        _example(
            "QA12",
            f"First {first}: of the three that differ, {lower} are lower",
            (lower, 3),
            f"""
            audit_id | parent_audit_id | completed_on | overall_grade
            A1       |                 | 2015-06-10   | {first}
            M1       | A1              | 2015-08-20   | O
            M2       | A1              | 2015-08-20   | G
            M3       | A1              | 2015-08-20   | RI
            M4       | A1              | 2015-08-20   | I
            """,
        )
        for first, lower in (("O", 3), ("G", 2), ("RI", 1), ("I", 0))
    ),
    Example(
        "QA13",
        "The day of the audit decides: the first and the last of the month are in, the day before and after are out",
        AUGUST,
        (2, 2),
        {
            "audit": """
                audit_id | completed_on
                A1       | 2015-08-10
            """,
            "audit_finding": """
                audit_id | domain      | grade | audited_on
                A1       | VISITS      | RI    | 2015-07-31
                A1       | SUPERVISION | RI    | 2015-08-01
                A1       | OUTCOMES    | I     | 2015-08-31
                A1       | CHRONOLOGY  | I     | 2015-09-01
            """,
        },
        kind="edge",
    ),
    Example(
        "QA13",
        "A theme without a grade is in neither number, nor is one whose audit has no day; what a moderation "
        "found is not",
        AUGUST,
        (2, 4),
        {
            "audit": """
                audit_id | parent_audit_id | completed_on
                A1       |                 | 2015-08-10
                A2       |                 |
                M1       | A1              | 2015-08-20
            """,
            "audit_finding": """
                audit_id | domain      | grade | audited_on
                A1       | VISITS      | O     | 2015-08-10
                A1       | SUPERVISION | G     | 2015-08-10
                A1       | OUTCOMES    | RI    | 2015-08-10
                A1       | CHRONOLOGY  | I     | 2015-08-10
                A1       | VOICE       |       | 2015-08-10
                A2       | VISITS      | I     |
                M1       | VISITS      | I     | 2015-08-20
            """,
        },
        kind="missing",
    ),
    Example(
        "QA13",
        "By theme: those of supervision",
        AUGUST,
        (1, 2),
        {
            "audit": """
                audit_id | completed_on
                A1       | 2015-08-10
                A2       | 2015-08-10
            """,
            "audit_finding": """
                audit_id | domain      | grade | audited_on
                A1       | SUPERVISION | RI    | 2015-08-10
                A2       | SUPERVISION | G     | 2015-08-10
                A2       | VISITS      | I     | 2015-08-10
            """,
        },
        breakdown="theme",
        group="SUPERVISION",
    ),
    _example(
        "QA14",
        "Due the day before the last is overdue, due on the last day is not; done on the last day is done, "
        "later is not yet",
        (4, 7),
        """
        audit_id | allocated_on | completed_on | action_due_on | action_completed_on
        A1       | 2015-05-01   | 2015-06-01   | 2015-08-30    |
        A2       | 2015-05-01   | 2015-06-01   | 2015-08-31    |
        A3       | 2015-05-01   | 2015-06-01   | 2015-08-20    | 2015-08-31
        A4       | 2015-05-01   | 2015-06-01   | 2015-08-20    | 2015-09-01
        A5       | 2015-05-01   | 2015-06-01   | 2015-07-20    | 2015-09-20
        A6       | 2015-05-01   | 2015-06-01   | 2015-07-20    | 2015-07-21
        A7       | 2015-05-01   | 2015-06-01   | 2015-07-20    | 2015-10-20
        """,
        "edge",
    ),
    _example(
        "QA14",
        "Audits finished by the last day count, from long ago too; one finished later does not yet",
        (2, 2),
        """
        audit_id | allocated_on | completed_on | action_due_on
        A1       | 2013-05-01   | 2013-06-01   | 2013-07-01
        A2       | 2015-05-01   | 2015-08-31   | 2015-08-01
        A3       | 2015-05-01   | 2015-09-01   | 2015-08-01
        """,
        "edge",
    ),
    _example(
        "QA14",
        "Without a day for its actions an audit is in neither number; nor is a second look, or one that is "
        "not finished",
        (1, 1),
        """
        audit_id | parent_audit_id | allocated_on | completed_on | action_due_on | action_completed_on
        A1       |                 |              | 2015-06-01   | 2015-07-01    |
        A2       |                 |              | 2015-06-01   |               |
        A3       |                 | 2015-05-01   |              | 2015-07-01    | 2015-09-10
        M1       | A1              |              | 2015-06-20   | 2015-07-01    |
        """,
        "missing",
    ),
    _example(
        "QA14",
        "Two audits of a child's case are two",
        (2, 2),
        """
        audit_id | child | completed_on | action_due_on
        A1       | a     | 2015-06-01   | 2015-07-01
        A2       | a     | 2015-06-03   | 2015-07-01
        """,
        "twice",
    ),
)
